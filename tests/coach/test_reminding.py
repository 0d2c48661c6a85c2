"""A due reminder is judged once: sent, late, quiet or missed, and the next one is set."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.coach.news import Blocked, Said
from bot.domain.reminders.reminder import EVERY_DAY, Nod, Reminder, next_reminder
from bot.domain.session.session import Move, Stand
from bot.screens.buttons.actions import Resume
from bot.store.reminders.deliveries import KEPT, State
from bot.store.reminders.reminders import Occasion
from tests.coach.reminded import reminded_at
from tests.coach.talk import GETS_DOWN, Someone, World
from tests.meaning import Carries

BERLIN = ZoneInfo("Europe/Berlin")
DUE = datetime(2026, 1, 6, 7, 30, tzinfo=UTC)
"""8:30 in Berlin, on the morning after the tests begin."""


@pytest.fixture
def reminded(ana: Someone, world: World) -> Someone:
    for said in ("/start", "two gentle minutes", "none of these", "stop", *GETS_DOWN):
        ana.says(said)
    person = world.store.people.get(ana.sender.id)
    assert person
    world.store.people.prefer(person.id, replace(person.preferences, zone="Europe/Berlin"))
    next_at = next_reminder(time(8, 30), EVERY_DAY, BERLIN, world.now)
    world.store.reminders.add(Reminder(0, person.id, time(8, 30), EVERY_DAY, next_at=next_at), world.now)
    return ana


def claimed(world: World, at: datetime, *, was_down: bool = False) -> int:
    if was_down:
        world.store.heartbeats.note_absence(DUE - timedelta(minutes=1), at)
    replies = world.coach.claims.claim(at, 32)
    for reply in replies:
        world.deliver(reply.chat)
    return len(replies)


def states(world: World) -> dict[State, int]:
    return world.store.deliveries.count_by_state(DUE - timedelta(days=30))


def test_it_comes_at_its_minute_once_and_tomorrow_again(reminded: Someone, world: World) -> None:
    assert claimed(world, DUE - timedelta(seconds=1)) == 0
    assert claimed(world, DUE) == 1
    assert reminded.offers(Nod.START)
    assert claimed(world, DUE) == 0
    assert world.store.reminders.next_due() == DUE + timedelta(days=1)


@pytest.mark.parametrize(
    ("was_down", "words"), [(True, "I was away at 8:30"), (False, "8:30 was a busy minute")]
)
def test_late_says_so(reminded: Someone, world: World, was_down: bool, words: str) -> None:
    assert claimed(world, DUE + timedelta(minutes=90), was_down=was_down) == 1
    assert words in reminded.sees.text


@pytest.mark.parametrize("hours", [3, 9, 24 * 3 + 9])
def test_what_is_too_late_is_missed_and_never_comes_at_night(
    reminded: Someone, world: World, hours: int
) -> None:
    now = DUE + timedelta(hours=hours)
    assert claimed(world, now) == 0
    assert set(states(world)) == {State.MISSED}
    upcoming = world.store.reminders.next_due()
    assert upcoming
    assert now < upcoming <= now + timedelta(days=1)
    assert upcoming.astimezone(BERLIN).time() == time(8, 30)


@pytest.mark.parametrize("days", [1, 3])
def test_of_days_away_only_the_last_reminder_is_sent(reminded: Someone, world: World, days: int) -> None:
    assert claimed(world, DUE + timedelta(days=days, minutes=20), was_down=True) == 1
    assert "I was away at 8:30" in reminded.sees.text
    assert sum(states(world).values()) == 1


def test_who_has_moved_today_is_left_in_peace(reminded: Someone, world: World) -> None:
    world.now = DUE - timedelta(hours=1)
    for said in ("/routine desk break", "do it", "ready"):
        reminded.says(said)
    world.passes(40)
    assert claimed(world, DUE) == 0, "in the midst of it"
    assert states(world) == {State.QUIET: 1}


def test_one_that_meets_words_on_its_way_to_the_phone_comes_half_a_minute_later(
    reminded: Someone, world: World
) -> None:
    """The answer is seen first; sent at once, the reminder would take its place."""
    world.now = DUE
    world.coach.claims.claim(DUE, 32)
    reminded.says("/settings")
    assert states(world) == {State.QUIET: 1}
    assert world.store.reminders.next_due() == DUE + timedelta(seconds=30)
    assert claimed(world, DUE + timedelta(seconds=29)) == 0
    assert claimed(world, DUE + timedelta(seconds=30)) == 1
    assert reminded.offers(Nod.START)


def test_one_that_comes_due_while_an_answer_is_on_its_way_waits_half_a_minute(
    reminded: Someone, world: World
) -> None:
    world.now = DUE
    world.coach.take(next(world.updates), Said(reminded.sender, "/settings"), DUE)
    assert claimed(world, DUE) == 0
    world.deliver(reminded.sender.id)
    assert claimed(world, DUE + timedelta(seconds=29)) == 0
    assert claimed(world, DUE + timedelta(seconds=30)) == 1


def test_after_three_months_what_became_of_a_reminder_is_forgotten(reminded: Someone, world: World) -> None:
    assert claimed(world, DUE) == 1
    world.store.reminders.move_on(1, None)
    for after, kept in ((KEPT, 1), (KEPT + timedelta(minutes=2), 0)):
        world.coach.claims.beat(DUE + after)
        assert sum(states(world).values()) == kept


def test_after_three_months_a_reminder_that_came_once_is_forgotten(reminded: Someone, world: World) -> None:
    person, day = reminded.sender.id, DUE.date() + timedelta(days=1)
    once = Reminder(0, person, time(8, 30), EVERY_DAY, next_at=DUE + timedelta(days=1), on=day)
    world.store.reminders.add(once, world.now)
    for after, kept in ((KEPT, {None, day}), (KEPT + timedelta(days=1), {None})):
        world.coach.claims.beat(datetime.combine(day, time(0), UTC) + after)
        assert {reminder.on for reminder in world.store.reminders.of(person)} == kept


BREAKS = """
    create temp trigger breaks before insert on deliveries when new.person = 8
    begin select raise(abort, 'Bo sleeps'); end
"""
"""It stands for anything else that might break."""


def test_one_that_breaks_is_put_off_and_told_of_once_and_the_others_come(
    reminded: Someone, world: World, caplog: pytest.LogCaptureFixture
) -> None:
    reminded_at(world.someone(8, "Bo"), time(8, 30), "Europe/Berlin")
    world.store.db.execute(BREAKS)
    assert claimed(world, DUE) == 1
    assert world.store.reminders.next_due() == DUE + timedelta(hours=1)
    for hours in range(1, 4):
        assert claimed(world, DUE + timedelta(hours=hours)) == 0
    assert caplog.text.count("reminder 2 could not be judged; put off: IntegrityError") == 1
    assert "sleeps" not in caplog.text
    world.store.db.execute("drop trigger breaks")
    assert claimed(world, DUE + timedelta(days=1)) == 2


NO_REMINDER = (
    *("at = 'half past eight'", "at = '08:30+01:00'", "weekdays = 0", "weekdays = 128"),
    *("paused_until = 'soon'", "paused_until = '0001-01-01'", "paused_until = '9999-12-31'"),
    *("on_day = 'soon'", "on_day = '0001-01-01'"),
)


@pytest.mark.parametrize("change", NO_REMINDER)
def test_one_that_is_none_comes_no_more_and_holds_up_no_other(
    reminded: Someone, world: World, caplog: pytest.LogCaptureFixture, change: str
) -> None:
    bo = world.someone(8, "Bo")
    reminded_at(bo, time(8, 30), "Europe/Berlin")
    world.store.db.execute(f"update reminders set {change} where person = 8")
    world.store.reminders.come_again(2, DUE, Occasion.SNOOZE)
    assert claimed(world, DUE) == 1
    for days in range(1, 4):
        assert claimed(world, DUE + timedelta(days=days)) == 1
    assert [record.getMessage() for record in caplog.records] == [
        "reminder 2 can't be read, and comes no more"
    ]
    bo.says("/remind")
    assert "No reminders" in bo.sees.text
    bo.says("every day at 9")
    bo.taps(Carries("times", "t0900"))
    assert "9:00" in bo.sees.text


@pytest.mark.parametrize("change", NO_REMINDER)
def test_one_that_is_none_keeps_nobody_from_coming_back(reminded: Someone, world: World, change: str) -> None:
    reminded.sends(Blocked(reminded.sender))
    world.store.db.execute(f"update reminders set {change} where person = 7")
    reminded.says("I have chest pain")
    assert "Call for help now" in reminded.sees.text


def test_one_that_was_due_ages_ago_is_judged_by_the_last_time(reminded: Someone, world: World) -> None:
    world.store.db.execute("update reminders set next_at = ''")
    assert claimed(world, DUE) == 1
    assert reminded.sees.rings


def test_one_that_comes_again_of_no_reminder_is_never_due(reminded: Someone, world: World) -> None:
    world.store.db.execute("pragma foreign_keys = off")
    world.store.reminders.come_again(404, DUE - timedelta(hours=1), Occasion.SNOOZE)
    before = DUE - timedelta(seconds=1)
    assert not world.store.reminders.is_due(before)
    assert world.store.reminders.count_due(before) == 0
    assert world.store.reminders.next_due() == DUE


def test_what_is_of_nobody_is_rung_and_reminded_of_no_more(
    reminded: Someone, world: World, caplog: pytest.LogCaptureFixture
) -> None:
    for said in ("/routine desk break", "do it"):
        reminded.says(said)
    world.store.db.execute("pragma foreign_keys = off")
    world.store.db.execute("update sessions set wake_at = beat_at where live")
    world.store.db.execute("delete from people")
    assert world.passes(15) == []
    assert claimed(world, DUE) == 0
    assert (world.store.sessions.next_due(), world.store.reminders.next_due()) == (None, None)
    assert len(caplog.records) == 2


def leaves_a_session(reminded: Someone, world: World, before: timedelta, *taps: Move) -> None:
    """Opened this long before the reminder is due, and not touched since."""
    world.now = DUE - before
    reminded.says("/routine turn and bend")
    reminded.says("do it")
    for move in taps:
        reminded.taps(move)
    assert live(world).is_live


def live(world: World) -> Stand:
    stand = world.store.sessions.live_stand(7)
    assert stand
    return stand


@pytest.mark.parametrize(
    ("before", "taps"),
    [(timedelta(minutes=15), ()), (timedelta(minutes=15), (Move.STEPS,)), (timedelta(hours=15), ())],
)
def test_a_session_that_was_left_alone_swallows_no_reminder(
    reminded: Someone, world: World, before: timedelta, taps: tuple[Move, ...]
) -> None:
    leaves_a_session(reminded, world, before, *taps)
    assert claimed(world, DUE) == 1
    assert reminded.offers(Nod.START)
    assert reminded.offers(Resume(live(world).id)), "and stays open"


def test_in_the_middle_it_waits_longer(reminded: Someone, world: World) -> None:
    leaves_a_session(reminded, world, timedelta(minutes=40))
    assert reminded.taps(Move.SKIP)
    assert claimed(world, DUE) == 0
    assert states(world) == {State.QUIET: 1}


def test_who_has_just_opened_a_session_is_left_in_peace(reminded: Someone, world: World) -> None:
    leaves_a_session(reminded, world, timedelta(minutes=14))
    assert claimed(world, DUE) == 0
    assert states(world) == {State.QUIET: 1}


@pytest.mark.parametrize(
    ("said", "shows"),
    [
        ("in 20 minutes", "8:50"),
        ("later", "9:30"),
        ("not today", "tomorrow"),
        ("did it", "counts as a day"),
        ("i did it already", "counts as a day"),
    ],
)
def test_what_is_said_then_answers_the_reminder_and_moves_no_session(
    reminded: Someone, world: World, said: str, shows: str
) -> None:
    leaves_a_session(reminded, world, timedelta(hours=2))
    claimed(world, DUE)
    world.now, before = DUE, live(world)
    reminded.says(said)
    assert shows in reminded.sees.text
    assert live(world) == before
