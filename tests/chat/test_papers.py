"""Pictures that are drawn for one person, and files that are made for them: on their way to the phone, and when that fails."""

import asyncio
from dataclasses import replace

import pytest

from bot.chat.outgoing import messenger
from bot.chat.outgoing.made.papers import Papers
from bot.chat.outgoing.made.worker import NotMade, Worker
from bot.chat.outgoing.messenger import Messenger
from bot.domain.person.person import Person
from bot.phone.files.first_bytes import plain_png
from bot.phone.state.persons import PhoneUser
from bot.screens.view import View, to_json
from tests.chat.test_messenger import assert_shows, shown_file
from tests.chat.world import KEYS, MORNING, SORRY, STILL, TEXT, World, lines

DRAWN = View("Twelve weeks", KEYS, card="weeks", job="minutes", value="[5,12,30]")
OTHER = replace(DRAWN, text="Twelve other weeks", value="[5,12,31]")
FILE = View("Here it is", KEYS, job="page", value="{}", name="For my physio.pdf")


class Hand(Worker):
    """Makes what it is told to by hand: bytes of any job, in so many seconds, or nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list[str] = []
        self.fails, self.waits, self.begun = False, asyncio.Event(), asyncio.Event()
        self.waits.set()

    async def make(self, job: str, value: str) -> bytes:
        self.jobs.append(job)
        self.begun.set()
        await self.waits.wait()
        if self.fails:
            raise NotMade("it took too long")
        return b"%PDF-1.4" if job == "page" else plain_png(64, 48, (len(value), 160, int(value[-3:-1])))


@pytest.fixture(autouse=True)
def _no_long_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messenger, "FIRST_PAUSE", 0.02)


def beginning_anew(world: World, worker: Worker) -> Messenger:
    """As after a crash, with something that draws beside it."""
    return world.another_messenger(Papers(worker, world.store.drawn))


@pytest.fixture
def hand(world: World, ana: PhoneUser) -> Hand:
    world.store.people.meet(Person(ana.id, "Ana", "en"), MORNING)
    hand = Hand()
    world.messenger = beginning_anew(world, hand)
    return hand


async def test_a_real_picture_is_drawn_and_comes(world: World, ana: PhoneUser) -> None:
    worker = Worker(longest=60)
    world.messenger = beginning_anew(world, worker)
    await world.has_shown(ana, DRAWN)
    await worker.close()
    assert ana.sees.picture is not None
    assert world.phone.breaches == []
    assert shown_file(ana).content.startswith(b"\x89PNG")


async def test_a_picture_is_drawn_and_sent_up_once_until_something_changes(
    world: World, ana: PhoneUser, hand: Hand
) -> None:
    for view in (DRAWN, STILL, replace(DRAWN, fresh=True), TEXT, DRAWN):
        await world.has_shown(ana, view)
    assert hand.jobs == ["minutes"]
    await world.has_shown(ana, OTHER, TEXT, DRAWN)
    assert hand.jobs == ["minutes"] * 3


async def test_a_change_of_words_alone_draws_nothing(world: World, ana: PhoneUser, hand: Hand) -> None:
    await world.has_shown(ana, DRAWN, replace(DRAWN, text="Twelve weeks, told anew"))
    assert hand.jobs == ["minutes"]
    assert world.calls("sendPhoto", "editMessageCaption") == ["sendPhoto", "editMessageCaption"]


async def test_what_was_owed_when_the_bot_died_is_drawn_after_the_start(
    world: World, ana: PhoneUser, hand: Hand
) -> None:
    hand.waits.clear()
    world.shows(ana, DRAWN)
    await hand.begun.wait()
    world.messenger.abandon()
    await world.messenger.drain()
    another = Hand()
    world.messenger = beginning_anew(world, another)
    world.messenger.draw_all_owed()
    await world.settles()
    assert another.jobs == ["minutes"]
    assert ana.sees.text == DRAWN.text
    assert ana.sees.picture is not None


async def test_of_a_file_that_was_sent_nothing_stays_that_stands_in_it(
    world: World, ana: PhoneUser, hand: Hand
) -> None:
    page = replace(FILE, value='{"below": "Ana Mustermann, stiff in the morning"}')
    await world.has_shown(ana, page)
    assert ana.sees.text == page.text
    rows = world.store.db.execute("select * from chats").fetchall()
    assert rows
    assert "Mustermann" not in str(rows)
    await world.has_shown(ana, TEXT, page)
    assert hand.jobs == ["page"] * 2
    assert "Mustermann" not in str(world.store.db.execute("select * from chats").fetchall())


async def test_what_can_not_be_drawn_is_told_in_words(world: World, ana: PhoneUser, hand: Hand) -> None:
    hand.fails = True
    await world.has_shown(ana, DRAWN)
    assert_shows(ana, replace(DRAWN, job="", value=""))
    assert world.told.apologies == []


async def test_who_taps_on_does_not_wait_for_a_picture(world: World, ana: PhoneUser, hand: Hand) -> None:
    hand.waits.clear()
    world.shows(ana, DRAWN)
    await hand.begun.wait()
    await world.has_shown(ana, TEXT)
    assert_shows(ana, TEXT)
    assert world.calls("sendPhoto") == []


async def test_others_do_not_wait_for_it(world: World, ana: PhoneUser, bo: PhoneUser, hand: Hand) -> None:
    hand.waits.clear()
    world.shows(ana, DRAWN)
    await hand.begun.wait()
    world.shows(bo, TEXT)
    async with asyncio.timeout(5):
        while not bo.live_keyboards:  # noqa: ASYNC110 - nothing tells of what a phone shows
            await asyncio.sleep(0.01)
    assert ana.live_keyboards == []
    hand.waits.set()
    await world.settles()
    assert ana.sees.text == DRAWN.text


async def test_telegram_may_forget_a_picture(world: World, ana: PhoneUser, hand: Hand) -> None:
    await world.has_shown(ana, DRAWN, TEXT)
    world.phone.faults.refuse(
        "sendPhoto", description="Bad Request: wrong file identifier/HTTP URL specified"
    )
    await world.has_shown(ana, replace(DRAWN, fresh=True))
    assert ana.sees.picture is not None
    assert hand.jobs == ["minutes"] * 2


async def test_a_file_comes_in_silence_and_stays(world: World, ana: PhoneUser, hand: Hand) -> None:
    await world.has_shown(ana, TEXT, FILE)
    assert [message.text for message in ana.live_keyboards] == [FILE.text]
    assert shown_file(ana).content == b"%PDF-1.4"
    assert ana.sees.silent
    await world.has_shown(ana, STILL)
    assert_shows(ana, STILL)
    assert [message.text for message in ana.messages if message.by_bot] == [FILE.text, STILL.text]
    await world.has_shown(ana, FILE, replace(FILE, text="Once more"))
    assert hand.jobs == ["page"] * 3
    assert world.phone.breaches == []
    assert world.phone.refusals == []


async def test_a_file_that_can_not_be_made_is_apologised_for(
    world: World, ana: PhoneUser, hand: Hand
) -> None:
    hand.fails = True
    await world.has_shown(ana, FILE)
    assert_shows(ana, SORRY)
    assert world.told.apologies == [ana.id]


async def test_who_went_on_meanwhile_is_told_that_it_can_not_be_made(
    world: World, ana: PhoneUser, hand: Hand
) -> None:
    hand.fails = True
    world.store.chats.owe(ana.id, to_json(TEXT))
    world.store.chats.keep_paper(ana.id, "page", to_json(FILE))
    world.messenger.draw_all_owed()
    await world.settles()
    assert lines(ana)[-1] == "No page, sorry"
    assert not world.store.chats.papers(ana.id)
    assert [message.text for message in ana.live_keyboards] == [TEXT.text]


async def test_what_was_drawn_is_forgotten_with_the_person(world: World, ana: PhoneUser, hand: Hand) -> None:
    await world.has_shown(ana, DRAWN)
    assert world.store.db.execute("select count(*) from drawn").fetchone() == (1,)
    world.store.people.forget(ana.id)
    assert world.store.db.execute("select count(*) from drawn").fetchone() == (0,)
    await world.has_shown(ana, OTHER)
    assert world.store.db.execute("select count(*) from drawn").fetchone() == (0,)
