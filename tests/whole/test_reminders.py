"""Reminders through the whole bot: on time, late, too late, refused, interrupted; each once."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.coach.coach import Coach
from bot.domain.reminders.reminder import EVERY_DAY
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.store.database import Store, open_store
from bot.store.reminders.deliveries import State
from tests.known import known
from tests.whole.running import BOT, MORNING, HandClock, bot_on
from tests.whole.subscribing import on_the_phone, subscribe

DUE = MORNING + timedelta(hours=1)
LONG_AGO = MORNING - timedelta(days=30)


@pytest.fixture
def ana(phone: Phone) -> PhoneUser:
    return on_the_phone(phone, [7])[0]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A file of a bot that was there a moment ago, with Ana's reminder."""
    path = tmp_path / "reminders.sqlite3"
    store = open_store(path, BOT)
    assert subscribe(store, [7], MORNING) == DUE
    store.heartbeats.wake_up(MORNING)
    store.close()
    return path


def states(store: Store) -> dict[State, int]:
    return store.deliveries.count_by_state(LONG_AGO)


def sent(phone: Phone) -> list[str]:
    """The words of all that was sent, be they below a picture."""
    calls = (call.parameters for call in phone.calls if call.method.startswith("send"))
    return [given.get("text") or given.get("caption", "") for given in calls]


async def comes(phone: Phone, person: PhoneUser) -> None:
    await phone.until(lambda: person.sees.labels)


async def quiet(phone: Phone, store: Store) -> None:
    """All that is due has been claimed and sent."""
    await phone.time.bell.ring()
    assert not store.chats.in_debt()


async def test_it_comes_at_its_minute_once(
    phone: Phone, clock: HandClock, ana: PhoneUser, database: Path
) -> None:
    async with bot_on(phone, database, clock) as store:
        await phone.until(lambda: phone.time.next_due() == DUE)
        clock.now = DUE - timedelta(seconds=1)
        await quiet(phone, store)
        assert not sent(phone)
        clock.now = DUE
        await comes(phone, ana)
        await quiet(phone, store)
        assert len(sent(phone)) == 1
        assert states(store) == {State.SENT: 1}
        assert phone.time.next_due() == DUE + timedelta(days=1)


async def test_a_new_one_removes_the_unanswered(
    phone: Phone, clock: HandClock, ana: PhoneUser, database: Path
) -> None:
    async with bot_on(phone, database, clock) as store:
        for day in range(3):
            clock.now = DUE + timedelta(days=day)
            await phone.until(lambda day=day: len(sent(phone)) == day + 1)  # type: ignore[misc]
            await quiet(phone, store)
            assert len(ana.messages) == 1
    assert not phone.refusals


async def test_after_ninety_minutes_down_it_comes_once_and_says_so(
    phone: Phone, clock: HandClock, ana: PhoneUser, database: Path
) -> None:
    clock.now = DUE + timedelta(minutes=90)
    async with bot_on(phone, database, clock) as store:
        await comes(phone, ana)
        await quiet(phone, store)
        assert "I was away at 8:30" in ana.sees.text
        assert len(sent(phone)) == 1


async def test_after_ninety_minutes_in_the_queue_it_says_another_thing(
    phone: Phone, clock: HandClock, ana: PhoneUser, database: Path
) -> None:
    """It was claimed in time, and Telegram would not take it: its words are chosen anew when they are no longer true."""
    phone.faults.refuse("sendMessage", status=503, times=None)
    phone.faults.refuse("sendPhoto", status=503, times=None)
    phone.faults.refuse("sendAnimation", status=503, times=None)
    async with bot_on(phone, database, clock) as store:
        await phone.until(lambda: phone.time.next_due() == DUE)
        clock.now = DUE
        await phone.until(lambda: sent(phone))
        assert states(store) == {State.PENDING: 1}
        clock.now = DUE + timedelta(minutes=90)
        phone.faults.clear()
        await comes(phone, ana)
        assert "8:30 was a busy minute" in ana.sees.text
        await quiet(phone, store)
        assert states(store) == {State.SENT: 1}
    assert len(ana.messages) == 1


async def test_after_nine_hours_nothing_stale_comes_and_tomorrow_is_right_and_says_why_once(
    phone: Phone, clock: HandClock, ana: PhoneUser, database: Path
) -> None:
    clock.now = DUE + timedelta(hours=9)
    async with bot_on(phone, database, clock) as store:
        await phone.until(lambda: states(store) == {State.MISSED: 1})
        await quiet(phone, store)
        assert not sent(phone)
        assert phone.time.next_due() == DUE + timedelta(days=1)
        clock.now = DUE + timedelta(days=1)
        await comes(phone, ana)
        assert ana.sees.text.startswith("Yesterday I was away at 8:30. ")
        clock.now = DUE + timedelta(days=2)
        await phone.until(lambda: len(sent(phone)) == 2)
        await quiet(phone, store)
        assert "away" not in ana.sees.text


@pytest.mark.parametrize(
    ("later", "outcome"),
    [
        (timedelta(minutes=1), State.SENT),
        (timedelta(minutes=90), State.SENT),
        (timedelta(hours=3), State.MISSED),
    ],
)
async def test_what_was_claimed_before_a_crash_is_judged_again(  # noqa: PLR0917 - fixtures
    phone: Phone, clock: HandClock, ana: PhoneUser, database: Path, later: timedelta, outcome: State
) -> None:
    store = open_store(database, BOT)
    coach = Coach(store, known())
    assert [reply.chat for reply in coach.claims.claim(DUE, 32)] == [7]
    store.heartbeats.beat(DUE)
    store.close()
    clock.now = DUE + later
    async with bot_on(phone, database, clock) as store:
        await phone.until(lambda: states(store) == {outcome: 1})
        await quiet(phone, store)
        assert len(ana.messages) == len(sent(phone)) == (outcome is State.SENT)
        assert all(("I was away" in text) == (later > timedelta(minutes=10)) for text in sent(phone))


async def test_who_blocked_the_bot_is_asked_after_now_and_then_until_they_write(
    phone: Phone, clock: HandClock, ana: PhoneUser, database: Path
) -> None:
    phone.telegram.chats[7].membership = "kicked"  # and Telegram has not told
    async with bot_on(phone, database, clock) as store:
        await phone.until(lambda: phone.time.next_due() == DUE)
        tried = []
        for day in range(20):
            clock.now = DUE + timedelta(days=day)
            await quiet(phone, store)
            tried.append(len(sent(phone)))
        assert tried == [1, *[2] * 7, *[3] * 12], "at once, a day later, and after a week"
        assert states(store) == {State.LOST: 3}
        assert len(phone.refusals) == 3
        ana.unblocks()
        ana.says("/start")
        await comes(phone, ana)
        assert store.reminders.next_due() == DUE + timedelta(days=20)


async def test_who_is_there_again_when_they_are_asked_after_is_reminded_every_day(
    phone: Phone, clock: HandClock, ana: PhoneUser, database: Path
) -> None:
    """They unblocked the bot while it was away, and Telegram told nobody."""
    phone.telegram.chats[7].membership = "kicked"
    async with bot_on(phone, database, clock) as store:
        clock.now = DUE
        await phone.until(lambda: State.LOST in states(store))
        phone.telegram.chats[7].membership = "member"
        for day in range(1, 4):
            clock.now = DUE + timedelta(days=day)
            await quiet(phone, store)
        assert states(store) == {State.LOST: 1, State.SENT: 3}
        assert not store.people.is_lost(7)


async def test_what_telegram_will_not_take_is_tried_until_it_is_no_longer_welcome(
    phone: Phone, clock: HandClock, ana: PhoneUser, database: Path
) -> None:
    for method in ("sendMessage", "sendPhoto", "sendAnimation"):
        phone.faults.refuse(method, status=502, times=None)
    async with bot_on(phone, database, clock) as store:
        clock.now = DUE
        await phone.until(lambda: sent(phone))
        clock.now = DUE + timedelta(hours=2, seconds=1)
        await quiet(phone, store)
        assert states(store) == {State.MISSED: 1}
        assert not ana.messages


async def test_what_telegram_refuses_for_good_is_told_to_nobody(
    phone: Phone, clock: HandClock, ana: PhoneUser, database: Path
) -> None:
    for method in ("sendMessage", "sendPhoto", "sendAnimation"):
        phone.faults.refuse(method, status=400, times=None)
    async with bot_on(phone, database, clock) as store:
        clock.now = DUE
        await phone.until(lambda: State.FAILED in states(store))
        await quiet(phone, store)
        assert not ana.messages
        assert store.reminders.next_due() == DUE + timedelta(days=1)


async def test_an_answer_on_its_way_and_a_reminder_do_not_swallow_each_other(
    phone: Phone, clock: HandClock, ana: PhoneUser, database: Path
) -> None:
    async with bot_on(phone, database, clock) as store:
        await phone.until(lambda: phone.time.next_due() == DUE)
        phone.faults.refuse("sendMessage", status=429, retry_after=1)
        ana.says("/help")
        await phone.until(lambda: sent(phone))
        clock.now = DUE
        await phone.until(lambda: "I lead you" in ana.sees.text)
        assert not states(store)
        clock.now = DUE + timedelta(seconds=30)
        await phone.until(lambda: states(store) == {State.SENT: 1})
        assert "I lead you" not in ana.sees.text


async def test_who_writes_while_a_reminder_waits_gets_both(
    phone: Phone, clock: HandClock, ana: PhoneUser, database: Path
) -> None:
    async with bot_on(phone, database, clock) as store:
        await phone.until(lambda: phone.time.next_due() == DUE)
        for method in ("sendMessage", "sendPhoto", "sendAnimation"):
            phone.faults.refuse(method, status=503, times=None)
        clock.now = DUE
        await phone.until(lambda: sent(phone))
        ana.says("/help")
        await phone.until(lambda: states(store) == {State.QUIET: 1})
        phone.faults.clear()
        await phone.until(lambda: "I lead you" in ana.sees.text)
        clock.now = DUE + timedelta(seconds=30)
        await phone.until(lambda: states(store) == {State.QUIET: 1, State.SENT: 1})
        assert "I lead you" not in ana.sees.text


async def test_only_reminders_go_as_a_paid_broadcast_and_only_where_it_is_wanted(
    phone: Phone, clock: HandClock, ana: PhoneUser, database: Path
) -> None:
    for day, pays in enumerate((True, False)):
        phone.calls.clear()
        async with bot_on(phone, database, clock, pays=pays) as store:
            clock.now = DUE + timedelta(days=day)
            await phone.until(lambda: sent(phone))
            await quiet(phone, store)
            ana.says("/help")
            await phone.until(lambda: "I lead you" in ana.sees.text)
            await quiet(phone, store)
        marks = [
            "allow_paid_broadcast" in call.parameters for call in phone.calls if call.method[:4] == "send"
        ]
        assert marks == [pays, False]
    assert not phone.breaches


async def test_new_rules_of_time_zones_move_what_is_ahead(
    phone: Phone, clock: HandClock, ana: PhoneUser, database: Path
) -> None:
    store = open_store(database, BOT)
    store.reminders.move_on(1, DUE + timedelta(hours=1))  # as the old rules had it
    subscribe(store, [8], MORNING - timedelta(days=1))  # due on the day before, and not judged yet
    store.facts.set("zones", "2020a")
    store.close()
    async with bot_on(phone, database, clock) as store:
        await phone.until(lambda: store.facts.get("zones") != "2020a")
        assert {one.next_at for person in (7, 8) for one in store.reminders.of(person)} == {DUE}
        assert {one.weekdays for one in store.reminders.of(7)} == {EVERY_DAY}


async def test_when_telegram_was_away_it_says_so_too(
    phone: Phone, clock: HandClock, ana: PhoneUser, database: Path
) -> None:
    async with bot_on(phone, database, clock) as store:
        await phone.until(lambda: phone.time.next_due() == DUE)
        phone.faults.refuse(status=502, times=None)
        ana.says("/help")  # ends the long poll that is out
        clock.now = DUE
        await phone.until(lambda: sent(phone))
        await phone.until(lambda: sum(call.method == "getUpdates" for call in phone.calls) > 2)
        clock.now = DUE + timedelta(
            minutes=11
        )  # its first words are no longer true, and Telegram is still away
        await phone.until(lambda: "Sorry, I was away at 8:30" in (store.chats.owed(ana.id) or ""))
        clock.now = DUE + timedelta(minutes=90)
        phone.faults.clear()
        await phone.until(lambda: store.heartbeats.was_away_at(DUE + timedelta(minutes=1)))
