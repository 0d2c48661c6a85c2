"""What an admin tells everybody, through the whole bot: seen first, silent, beside the screens, stopped, gone on with."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat.outgoing import broadcast_lane
from bot.domain.person.person import Person
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.screens.buttons.actions import AdminPage, BroadcastStep, Place
from bot.store.database import Store
from tests.meaning import GET_READY, Meant, data_of, offers, taps
from tests.whole.running import HandClock, bot_on
from tests.whole.subscribing import on_the_phone

WORDS = "A new move is here: <b>the wall angel</b>."


@pytest.fixture(autouse=True)
def reported_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(broadcast_lane, "REPORTED_EVERY", 0.05)


@pytest.fixture
def ana(phone: Phone) -> PhoneUser:
    """She runs the bot."""
    return on_the_phone(phone, [7])[0]


@asynccontextmanager
async def running(phone: Phone, path: Path, clock: HandClock) -> AsyncIterator[Store]:
    async with bot_on(phone, path / "told.sqlite3", clock, admins=frozenset({7})) as store:
        yield store


def meet(store: Store, phone: Phone, clock: HandClock, count: int) -> list[PhoneUser]:
    with store.transaction():
        for number in range(100, 100 + count):
            store.people.meet(Person(number, "Bo", "en"), clock())
    return on_the_phone(phone, range(100, 100 + count))


def card(person: PhoneUser) -> str:
    """What stands on the last message with buttons: what everybody is told comes below it."""
    return next((message.text for message in reversed(person.messages) if message.labels), "")


def taps_on_card(person: PhoneUser, meant: Meant) -> None:
    shown = person.live_keyboards[-1]
    person.taps_data(data_of(shown, meant), shown.id)


def told(person: PhoneUser) -> int:
    """How often it is in their chat."""
    return sum(message.text.startswith(WORDS) for message in person.messages if message.by_bot)


async def sends(phone: Phone, clock: HandClock, ana: PhoneUser) -> None:
    ana.says(f"/broadcast {WORDS}")
    await phone.until(lambda: "Only you see this" in ana.sees.text)
    await (
        phone.time.bell.ring()
    )  # the bot has heard that it stands there: a tap at once would be a slip of the finger
    clock.passes(3)
    taps(ana, BroadcastStep.SEND)


async def test_everybody_gets_it_once_without_a_sound_and_beside_their_screen(
    phone: Phone, clock: HandClock, ana: PhoneUser, tmp_path: Path
) -> None:
    bo = phone.person(8, "Bo")
    async with running(phone, tmp_path, clock):
        bo.says("/help")
        await phone.until(lambda: offers(bo.sees, Place.HOME))
        await sends(phone, clock, ana)
        await phone.until(lambda: "It has gone out." in card(ana) and "2 people have it" in card(ana))
        assert (told(bo), told(ana)) == (1, 1)
        news = [m for one in (ana, bo) for m in one.messages if m.by_bot and m.text.startswith(WORDS)]
        assert all(message.silent and "/settings" in message.text for message in news)
        before = card(bo)
        taps_on_card(bo, Place.HOME)
        await phone.until(lambda: card(bo) != before)
        assert bo.sees.text.startswith(WORDS), "the screen above goes on in its place"
    assert not phone.refusals


async def test_mallory_tells_nobody(phone: Phone, clock: HandClock, ana: PhoneUser, tmp_path: Path) -> None:
    mallory = phone.person(9, "Mallory")
    async with running(phone, tmp_path, clock) as store:
        mallory.says(f"/broadcast {WORDS}")
        await phone.until(lambda: "not sure what you mean" in mallory.sees.text)
        assert not store.broadcasts.going()
        ana.says("/ban 9")
        await phone.until(lambda: "Mallory (9) is shut out." in ana.sees.text)
        mallory.says("/exercise")
        await phone.until(lambda: "not sure" not in mallory.sees.text)
        assert "Open" not in " ".join(mallory.sees.labels)


async def test_it_is_stopped_with_a_tap(
    phone: Phone, clock: HandClock, ana: PhoneUser, tmp_path: Path
) -> None:
    async with running(phone, tmp_path, clock) as store:
        people = meet(store, phone, clock, 200)
        await sends(phone, clock, ana)
        phone.faults.delay("sendMessage", 0.1, times=None)
        await phone.until(lambda: sum(map(told, people)) > 10)
        taps_on_card(ana, BroadcastStep.STOP)
        await phone.until(lambda: "It was stopped." in card(ana))
        await phone.time.bell.ring()
        so_far = sum(map(told, people))
        assert so_far < 150
        await phone.time.bell.ring()
        assert sum(map(told, people)) == so_far
        assert store.broadcasts.going() is None


async def test_it_goes_on_after_a_restart_and_nobody_is_told_twice(
    phone: Phone, clock: HandClock, ana: PhoneUser, tmp_path: Path
) -> None:
    async with running(phone, tmp_path, clock) as store:
        people = meet(store, phone, clock, 150)
        await sends(phone, clock, ana)
        phone.faults.delay("sendMessage", 0.05, times=None)
        await phone.until(lambda: sum(map(told, people)) > 10)
    assert sum(map(told, people)) < 150, "ended when all was over: this tells nothing"
    phone.faults.clear()
    async with running(phone, tmp_path, clock):
        await phone.until(lambda: "It has gone out." in card(ana))
        assert "twice" not in card(ana)
    assert {told(person) for person in (*people, ana)} == {1}


async def test_who_blocked_the_bot_counts_as_such_once_that_is_believed(
    phone: Phone, clock: HandClock, ana: PhoneUser, tmp_path: Path
) -> None:
    async with running(phone, tmp_path, clock) as store:
        (bo,) = meet(store, phone, clock, 1)
        phone.telegram.chats[bo.id].membership = "kicked"
        await sends(phone, clock, ana)
        await phone.until(lambda: "1 person is told later" in card(ana))
        assert store.people.is_lost(bo.id)
        clock.passes(120)
        await phone.until(lambda: "1 person has it · 1 blocked the bot" in card(ana))


async def test_what_telegram_would_not_take_goes_later(
    phone: Phone, clock: HandClock, ana: PhoneUser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(broadcast_lane, "A_WHILE", 0.1)
    async with running(phone, tmp_path, clock) as store:
        people = meet(store, phone, clock, 60)
        ana.says(f"/broadcast {WORDS}")
        await phone.until(lambda: "Only you see this" in ana.sees.text)
        phone.faults.refuse("sendMessage", status=502, times=100)
        clock.passes(3)
        taps(ana, BroadcastStep.SEND)
        async with asyncio.timeout(180):
            while "61 people have it" not in card(ana):
                clock.passes(30)
                await asyncio.sleep(0.05)
    assert {told(person) for person in people} == {1}


async def test_nobody_is_disturbed_in_a_session(
    phone: Phone, clock: HandClock, ana: PhoneUser, tmp_path: Path
) -> None:
    bo = phone.person(8, "Bo")
    async with running(phone, tmp_path, clock):
        for said, heard in (
            ("/start", "Hello"),
            ("two gentle minutes", "First, your safety"),
            ("none of these", GET_READY),
        ):
            bo.says(said)
            await phone.until(lambda heard=heard: heard in bo.sees.text)  # type: ignore[misc]
        await sends(phone, clock, ana)
        await phone.until(lambda: "1 person is told later" in card(ana))
        assert told(bo) == 0
        bo.says("stop")
        await phone.until(lambda: "Stopped" in bo.sees.text)
        clock.passes(timedelta(minutes=1).total_seconds())
        await phone.until(lambda: told(bo) == 1)


async def test_the_figures_come_with_a_picture(
    phone: Phone, clock: HandClock, ana: PhoneUser, tmp_path: Path
) -> None:
    async with running(phone, tmp_path, clock):
        ana.says("/stats")
        await phone.until(lambda: "How the bot is doing" in ana.sees.text)
        assert ana.sees.kind == "photo"
        assert "1 person, 1 can be reached" in ana.sees.text
        taps(ana, AdminPage.STATS)
    assert not phone.refusals


async def test_what_waits_for_its_turn_when_the_bot_is_stopped_was_sent_to_nobody(
    phone: Phone, clock: HandClock, ana: PhoneUser, tmp_path: Path
) -> None:
    path, admins = tmp_path / "told.sqlite3", frozenset({7})
    async with bot_on(phone, path, clock, is_paced=True, admins=admins) as store:
        people = meet(store, phone, clock, 100)
        await sends(phone, clock, ana)
        await phone.until(lambda: sum(map(told, people)) > 3)
    async with running(phone, tmp_path, clock) as store:
        await phone.until(lambda: "It has gone out." in card(ana))
        (twice,) = store.db.execute("select twice from broadcasts").fetchone()
    assert twice == sum(told(person) > 1 for person in (*people, ana))
