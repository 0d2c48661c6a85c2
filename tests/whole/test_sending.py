"""Nothing silences anybody but they themselves: proxies, lies, deaf lines, and another bot's token."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.app.opening import AnotherBots, open_database
from bot.chat.outgoing import messenger
from bot.chat.outgoing.turns import put_off
from bot.chat.outgoing.turns.reminders_in_flight import IN_TROUBLE
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.phone.state.persons import PhoneUser
from bot.store.database import Store, open_store
from bot.store.reminders.deliveries import State
from bot.store.troubles import Trouble
from tests.whole.running import BOT, MORNING, TOKEN, HandClock, bot_on
from tests.whole.subscribing import READY, on_the_phone, subscribe

DUE = MORNING + timedelta(hours=1)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
SENDS = ("sendMessage", "sendPhoto", "sendAnimation")
BLOCKED = "Forbidden: bot was blocked by the user"
OTHER_TOKEN = f"77:{TOKEN.partition(':')[2]}"


@pytest.fixture(autouse=True)
def _no_long_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messenger, "FIRST_PAUSE", 0.01)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sending.sqlite3"


def reminded(phone: Phone, database: Path, people: range, *at: time) -> list[PhoneUser]:
    store = open_store(database, BOT)
    for one in at or (time(8, 30),):
        subscribe(store, people, MORNING, at=one)
    store.heartbeats.wake_up(MORNING)
    store.close()
    return on_the_phone(phone, people)


def in_words_only(database: Path, people: Iterable[int]) -> None:
    """A picture that never gets through is uploaded by one after the other."""
    store = open_store(database, BOT)
    for number in people:
        store.people.prefer(number, replace(READY, is_discreet=True))
    store.close()


def sent(phone: Phone) -> int:
    return sum(call.method in SENDS for call in phone.calls)


def got(people: list[PhoneUser]) -> list[int]:
    """How many messages of the bot each of them has."""
    return [sum(message.by_bot for message in person.messages) for person in people]


async def quiet(phone: Phone) -> None:
    await phone.time.bell.ring()


async def goes_on(phone: Phone, clock: HandClock, by: timedelta) -> None:
    """Minute by minute, with all that falls due on the way."""
    end = clock.now + by
    while clock.now < end:
        clock.now = min(clock.now + MINUTE / 2, end)
        await quiet(phone)


async def is_ready(phone: Phone) -> None:
    await phone.until(lambda: phone.time.next_due() == DUE)


async def test_a_proxys_page_in_the_minute_in_which_they_are_due_silences_nobody(
    phone: Phone, clock: HandClock, database: Path
) -> None:
    people = reminded(phone, database, range(1, 7))
    async with bot_on(phone, database, clock) as store:
        await is_ready(phone)
        for method in SENDS:
            phone.faults.page(method, times=None)
        clock.now = DUE
        await phone.until(lambda: sent(phone) >= 6 * messenger.QUICK_TRIES)
        await quiet(phone)
        phone.faults.clear()
        await goes_on(phone, clock, MINUTE)
        assert got(people) == [1] * 6
        assert store.deliveries.count_by_state(MORNING) == {State.SENT: 6}
        assert store.chats.count_lost() == 0


async def test_a_hundred_of_whom_thirty_are_said_to_have_blocked_the_bot(
    phone: Phone, clock: HandClock, database: Path
) -> None:
    people = reminded(phone, database, range(1, 101))
    async with bot_on(phone, database, clock) as store:
        await is_ready(phone)
        for number in range(2, 92, 3):
            for method in SENDS:
                phone.faults.refuse(method, chat=number, status=403, description=BLOCKED, times=None)
        clock.now = DUE
        await phone.until(lambda: sum(got(people)) == 70)
        await goes_on(phone, clock, MINUTE)
        assert [one.trouble for one in store.troubles.every()] == [Trouble.MANY_LOST]
        phone.faults.clear()
        await goes_on(phone, clock, 15 * MINUTE)
        assert got(people) == [1] * 100
        assert store.deliveries.count_by_state(MORNING) == {State.SENT: 100}
        assert store.chats.count_lost() == 0


async def test_after_two_sends_without_an_answer_and_ten_deaf_minutes_it_comes(
    phone: Phone, clock: HandClock, database: Path
) -> None:
    people = reminded(phone, database, range(7, 8))
    async with bot_on(phone, database, clock) as store:
        await is_ready(phone)
        for method in SENDS:
            phone.faults.drop(method, before=True, times=None)
        clock.now = DUE
        await phone.until(lambda: sent(phone) >= messenger.UNSURE_SENDS)
        await goes_on(phone, clock, 10 * MINUTE)
        assert got(people) == [0]
        phone.faults.clear()
        await goes_on(phone, clock, 10 * MINUTE)
        assert got(people) == [1]
        assert store.deliveries.count_by_state(MORNING) == {State.SENT: 1}


async def test_hundreds_of_chats_in_trouble_hold_up_no_other(
    phone: Phone, clock: HandClock, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though all of them are due before it."""
    monkeypatch.setattr(put_off, "PROBES_EVERY", 0.1)
    monkeypatch.setattr(messenger, "QUICK_TRIES", 1)
    people = reminded(phone, database, range(1, IN_TROUBLE + 100))
    bo = reminded(phone, database, range(1000, 1001), time(8, 31))
    in_words_only(database, [person.id for person in (*people, *bo)])
    async with bot_on(phone, database, clock):
        await is_ready(phone)
        in_trouble = {str(person.id) for person in people}
        phone.faults.refuse(
            "sendMessage", status=502, times=None, when=lambda given: given.text("chat_id") in in_trouble
        )
        clock.now = DUE + MINUTE
        await phone.until(lambda: got(bo) == [1])
        assert not any(got(people))


async def test_who_blocks_and_unblocks_the_bot_before_it_is_due_is_reminded(
    phone: Phone, clock: HandClock, database: Path
) -> None:
    (ana,) = reminded(phone, database, range(7, 8))
    async with bot_on(phone, database, clock) as store:
        await is_ready(phone)
        ana.blocks()
        await phone.until(lambda: store.people.is_lost(7))
        ana.unblocks()
        await phone.until(lambda: not store.people.is_lost(7))
        clock.now = DUE
        await phone.until(lambda: got([ana]) == [1])


@pytest.mark.parametrize("is_stuck", [False, True])
async def test_two_that_are_due_at_once_are_two_messages(
    phone: Phone, clock: HandClock, database: Path, is_stuck: bool
) -> None:
    """Be the first of them stuck for an hour."""
    (ana,) = reminded(phone, database, range(7, 8), time(8, 30), time(8, 30))
    async with bot_on(phone, database, clock) as store:
        await is_ready(phone)
        if is_stuck:
            for method in SENDS:
                phone.faults.refuse(method, status=502, times=None)
        clock.now = DUE
        await quiet(phone)
        await goes_on(phone, clock, 60 * MINUTE if is_stuck else MINUTE)
        phone.faults.clear()
        await goes_on(phone, clock, 20 * MINUTE)
        assert got([ana]) == [2]
        assert store.deliveries.count_by_state(MORNING) == {State.SENT: 2}
        assert all("8:30 was a busy minute" in message.text for message in ana.messages) is is_stuck
        assert len(ana.live_keyboards) == 1
        assert phone.time.next_due() == DUE + DAY


@pytest.fixture
async def other_phone(clock: HandClock) -> AsyncIterator[Phone]:
    """The phone of another bot."""
    async with Phone(token=OTHER_TOKEN, clock=clock, floods=Floods.off()) as phone:
        yield phone


async def test_another_bot_sends_to_those_who_wrote_to_it_and_the_old_one_finds_all_as_it_was(
    phone: Phone, other_phone: Phone, clock: HandClock, database: Path
) -> None:
    people = reminded(phone, database, range(1, 7))
    for person in people:
        other_phone.person(person.id, "Somebody")
    async with bot_on(phone, database, clock):
        clock.now = DUE
        await phone.until(lambda: got(people) == [1] * 6)
    async with bot_on(other_phone, database, clock) as store:
        await other_phone.until(lambda: store.people.is_lost(1))
        ana = other_phone.person(1, "Ana")
        ana.says("/start")
        await other_phone.until(lambda: ana.sees.labels)
        clock.now = DUE + DAY
        await other_phone.until(lambda: len(ana.messages) > 2)
        await quiet(other_phone)
        assert {call.chat for call in other_phone.calls if call.method in SENDS} == {1}
        assert store.deliveries.count_by_state(MORNING) == {State.SENT: 7}
        assert store.chats.count_lost() == 5
    assert not other_phone.refusals
    async with bot_on(phone, database, clock) as store:
        clock.now = DUE + 2 * DAY
        await phone.until(lambda: store.deliveries.count_by_state(MORNING) == {State.SENT: 13})
        assert store.chats.count_lost() == 0


def test_another_bots_file_is_refused_unless_it_is_told(phone: Phone, database: Path) -> None:
    reminded(phone, database, range(1, 7))
    with pytest.raises(AnotherBots, match=r"reminders of another bot.*`unhunch run --new-bot`") as refused:
        open_database(database, OTHER_TOKEN)
    assert refused.value.exit_code == 2
    assert TOKEN.partition(":")[2] not in str(refused.value)
    open_database(database, f"{BOT}:a-new-token-of-the-same-bot").close()
    _serve_once(open_database(database, OTHER_TOKEN, is_new_bot=True))
    open_database(database, OTHER_TOKEN).close()


def _serve_once(store: Store) -> None:
    store.heartbeats.wake_up(MORNING)
    store.close()


def test_a_file_without_reminders_is_anybodys(database: Path) -> None:
    _serve_once(open_store(database, BOT))
    open_database(database, OTHER_TOKEN).close()
