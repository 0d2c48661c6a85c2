"""Sessions to hear or to see on their way to the phone: made once, sent up once, and what is said when that fails."""

import asyncio
import json
import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bot.chat.outgoing import messenger
from bot.chat.outgoing.made import session_films
from bot.chat.outgoing.made.worker import NotMade, Worker
from bot.chat.outgoing.messenger import Messenger
from bot.domain.person.person import Person
from bot.film.shelf import NoRoom
from bot.phone.state.persons import PhoneUser
from bot.screens.view import View
from tests.chat.films import LOOP
from tests.chat.test_messenger import assert_shows, shown_file
from tests.chat.world import KEYS, MORNING, SORRY, STILL, TEXT, World
from tests.page.made_media import made_film, made_sound, made_still

SECONDS = 2.0
SOUND = json.dumps({"seconds": SECONDS, "sounds": [], "title": "Three minutes"})
VIDEO = json.dumps(
    {"seconds": SECONDS, "segments": [{"loop": "loop.mp4"}], "sounds": [], "title": "Three minutes"}
)
HEARD = View("Monday", KEYS, card="listen.5", job="sound", value=SOUND, name="Three minutes", session=5)
SEEN = replace(HEARD, job="video", value=VIDEO)

FULL_DISK = """
import sys
from bot.paper.serving import serve
class NoRoom(Exception): pass
def make(job, value): raise NoRoom
serve(sys.stdin.buffer, sys.stdout.buffer, make)
"""

BUSY = "import pathlib, sys; sys.stdin.buffer.read(4); pathlib.Path({been!r}).open('a').write('.'); sys.stdin.buffer.read()"


class HandFilms(Worker):
    """Makes real files, at once or when told to."""

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list[str] = []
        self.cover = made_still(320, 213)
        self.waits, self.begun = asyncio.Event(), asyncio.Event()
        self.waits.set()

    async def make(self, job: str, value: str) -> bytes:
        self.jobs.append(job)
        self.begun.set()
        await self.waits.wait()
        if job == "cover":
            return self.cover
        if '"?"' in value:
            raise NotMade("sound failed: BadJob", "BadJob")
        return made_sound(SECONDS) if job == "sound" else made_film(SECONDS, 96, 64)


@pytest.fixture(autouse=True)
def _no_long_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messenger, "FIRST_PAUSE", 0.02)


def beginning_anew(world: World, worker: Worker) -> Messenger:
    """As after a crash, with something that joins sessions beside it."""
    return world.another_messenger(films={"sound": worker, "video": worker})


@pytest.fixture
def hand(world: World, ana: PhoneUser, bo: PhoneUser) -> HandFilms:
    for who, name in ((ana, "Ana"), (bo, "Bo")):
        world.store.people.meet(Person(who.id, name, "en"), MORNING)
    hand = HandFilms()
    world.messenger = beginning_anew(world, hand)
    return hand


def assert_plays(who: PhoneUser, wanted: View) -> None:
    assert [message.text for message in who.live_keyboards] == [wanted.text]
    assert who.sees.kind == wanted.kind


def uploads(world: World, method: str = "sendAudio") -> list[bool]:
    """For each file that was sent, whether it was sent up."""
    return [
        "picture" in call.parameters and "attach://" in "".join(call.parameters.values())
        for call in world.phone.calls
        if call.method == method and call.status == 200
    ]


async def test_it_is_heard_with_its_name_and_its_length_and_its_message_is_noted(
    world: World, ana: PhoneUser, hand: HandFilms
) -> None:
    await world.has_shown(ana, TEXT, HEARD)
    assert_plays(ana, HEARD)
    assert shown_file(ana).content == made_sound(SECONDS)
    (call,) = (call for call in world.phone.calls if call.method == "sendAudio")
    assert (call.parameters["title"], call.parameters["performer"]) == ("Three minutes", "Unhunch")
    assert call.parameters["duration"] == "2"
    assert world.store.sent_films.to_take_back(ana.id, MORNING) == [ana.sees.id]
    assert world.store.sent_films.is_sent(ana.id, 5)
    assert world.phone.breaches == []
    assert world.phone.refusals == []
    assert hand.jobs == ["sound"]


async def test_it_is_seen_in_its_size_and_streams(world: World, ana: PhoneUser, hand: HandFilms) -> None:
    await world.has_shown(ana, SEEN)
    (call,) = (call for call in world.phone.calls if call.method == "sendVideo")
    told = {name: call.parameters[name] for name in ("width", "height", "duration", "supports_streaming")}
    assert told == {"width": "96", "height": "64", "duration": "2", "supports_streaming": "true"}
    assert [breach for breach in world.phone.breaches if "faststart" not in str(breach)] == []
    assert hand.jobs == ["video"]


async def test_fifty_at_once_cause_one_making_and_one_upload(world: World, hand: HandFilms) -> None:
    crowd = [world.person(100 + number, f"P{number}") for number in range(50)]
    hand.waits.clear()
    for who in crowd:
        world.shows(who, HEARD)
    await hand.begun.wait()
    await asyncio.sleep(0)
    hand.waits.set()
    await world.settles()
    assert hand.jobs == ["sound"]
    assert sorted(uploads(world)) == [False] * 49 + [True]
    for who in crowd:
        assert shown_file(who).content == made_sound(SECONDS)
    assert world.phone.breaches == []


async def test_the_second_costs_nothing(world: World, ana: PhoneUser, bo: PhoneUser, hand: HandFilms) -> None:
    await world.has_shown(ana, HEARD)
    world.messenger = beginning_anew(world, another := HandFilms())
    await world.has_shown(bo, replace(HEARD, text="Tuesday", session=6))
    assert (hand.jobs, another.jobs) == (["sound"], [])
    assert uploads(world) == [True, False]
    assert shown_file(bo).content == made_sound(SECONDS)


async def test_what_telegram_has_forgotten_is_made_anew(
    world: World, ana: PhoneUser, bo: PhoneUser, hand: HandFilms
) -> None:
    await world.has_shown(ana, HEARD)
    world.phone.forget_files()
    await world.has_shown(bo, HEARD)
    assert hand.jobs == ["sound"] * 2
    assert uploads(world) == [True, True]
    assert shown_file(bo).content == made_sound(SECONDS)


async def test_a_film_of_loops_that_are_drawn_anew_is_made_anew(
    world: World, ana: PhoneUser, bo: PhoneUser, hand: HandFilms
) -> None:
    await world.has_shown(ana, SEEN)
    (world.media / "loop.mp4").write_bytes(LOOP + b"more")
    await world.has_shown(bo, SEEN)
    assert hand.jobs == ["video"] * 2


async def test_what_was_owed_when_the_bot_died_is_made_after_the_start(
    world: World, ana: PhoneUser, hand: HandFilms
) -> None:
    hand.waits.clear()
    world.shows(ana, HEARD)
    await hand.begun.wait()
    world.messenger.abandon()
    await world.messenger.drain()
    assert world.calls("sendAudio") == []
    world.messenger = beginning_anew(world, HandFilms())
    world.messenger.draw_all_owed()
    await world.settles()
    assert_plays(ana, HEARD)
    assert shown_file(ana).content == made_sound(SECONDS)


async def test_who_taps_on_does_not_wait_and_nothing_is_sent(
    world: World, ana: PhoneUser, bo: PhoneUser, hand: HandFilms
) -> None:
    hand.waits.clear()
    for who in (ana, bo):
        world.shows(who, HEARD)
    await hand.begun.wait()
    world.shows(ana, TEXT)
    async with asyncio.timeout(5):
        while not ana.live_keyboards:  # noqa: ASYNC110 - nothing tells of what a phone shows
            await asyncio.sleep(0.01)
    hand.waits.set()
    await world.settles()
    assert_shows(ana, TEXT)
    assert_plays(bo, HEARD)
    assert hand.jobs == ["sound"]


async def test_the_chat_says_that_it_is_being_made_where_that_takes_long(
    world: World, ana: PhoneUser, hand: HandFilms, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messenger, "AT_WORK_AFTER", 0.01)
    hand.waits.clear()
    world.shows(ana, HEARD)
    async with asyncio.timeout(5):
        while not world.calls("sendChatAction"):  # noqa: ASYNC110 - nothing tells of a call
            await asyncio.sleep(0.01)
    hand.waits.set()
    await world.settles()
    (action,) = (call for call in world.phone.calls if call.method == "sendChatAction")
    assert action.parameters["action"] == "upload_voice"
    assert_plays(ana, HEARD)


async def test_it_stays_when_another_screen_comes_and_loses_its_buttons(
    world: World, ana: PhoneUser, hand: HandFilms
) -> None:
    await world.has_shown(ana, HEARD, STILL, TEXT)
    assert [message.text for message in ana.messages if message.by_bot] == ["Monday", "Stay 30 s"]
    assert_shows(ana, TEXT)
    assert hand.jobs == ["sound"]


async def test_other_words_below_the_same_file_are_changed_in_place(
    world: World, ana: PhoneUser, hand: HandFilms
) -> None:
    await world.has_shown(ana, HEARD, replace(HEARD, text="Montag"))
    assert world.calls("sendAudio", "editMessageCaption") == ["sendAudio", "editMessageCaption"]
    assert ana.sees.text == "Montag"
    assert hand.jobs == ["sound"]


async def test_what_cannot_be_made_is_told_and_nothing_half_is_sent(
    world: World, ana: PhoneUser, hand: HandFilms
) -> None:
    await world.has_shown(ana, replace(HEARD, value=json.dumps({"seconds": 2, "title": "?"})))
    assert_shows(ana, SORRY)
    assert world.told.not_recorded == [(5, False)]
    assert world.told.apologies == []
    assert world.calls("sendAudio", "sendDocument") == []
    await world.has_shown(ana, HEARD)
    assert_plays(ana, HEARD)
    assert len(hand.jobs) == 2


async def test_what_is_larger_than_telegram_takes_is_told_and_never_sent_up(
    world: World, ana: PhoneUser, hand: HandFilms, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_films, "LARGEST", len(made_sound(SECONDS)) - 1)
    await world.has_shown(ana, HEARD)
    assert_shows(ana, SORRY)
    assert world.told.not_recorded == [(5, False)]
    assert world.calls("sendAudio") == []


async def test_what_telegram_refuses_is_told(world: World, ana: PhoneUser, hand: HandFilms) -> None:
    world.phone.faults.refuse("sendAudio", status=400, description="something about it")
    await world.has_shown(ana, HEARD)
    assert_shows(ana, SORRY)
    assert world.told.not_recorded == [(5, False)]
    assert world.store.sent_films.to_take_back(ana.id, MORNING) == []
    assert len(hand.jobs) == 1


async def test_a_full_disk_has_words_of_its_own(world: World, ana: PhoneUser) -> None:
    assert NoRoom.__name__ == messenger.NO_ROOM
    worker = Worker([sys.executable, "-c", FULL_DISK], longest=60)
    world.messenger = beginning_anew(world, worker)
    await world.has_shown(ana, HEARD)
    await worker.close()
    assert world.told.not_recorded == [(5, True)]
    assert world.calls("sendAudio") == []


async def test_killed_while_making_no_half_file_is_sent(world: World, ana: PhoneUser, tmp_path: Path) -> None:
    been = tmp_path / "been"
    worker = Worker([sys.executable, "-c", BUSY.format(been=str(been))], longest=60)
    world.messenger = beginning_anew(world, worker)
    world.shows(ana, HEARD)
    async with asyncio.timeout(180):
        for times in (1, 2):
            while not been.exists() or len(been.read_text()) < times:  # noqa: ASYNC110 - nothing else tells
                await asyncio.sleep(0.01)
            assert worker.pid
            os.kill(worker.pid, signal.SIGKILL)
    await world.settles()
    await worker.close()
    assert_shows(ana, SORRY)
    assert world.told.not_recorded == [(5, False)]
    assert world.calls("sendAudio") == []


async def test_where_nothing_joins_them_it_is_told(world: World, ana: PhoneUser) -> None:
    await world.has_shown(ana, HEARD)
    assert world.told.not_recorded == [(5, False)]


async def test_the_picture_of_a_move_stands_for_what_is_heard(
    world: World, ana: PhoneUser, hand: HandFilms
) -> None:
    covered = replace(HEARD, value=json.dumps({**json.loads(SOUND), "cover": "still.png"}))
    await world.has_shown(ana, covered)
    assert ana.sees.picture
    assert ana.sees.picture.poster == hand.cover
    assert hand.jobs == ["sound", "cover"]
    assert world.phone.breaches == []
