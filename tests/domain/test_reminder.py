"""Reminders come at the right minute, in every zone, on every day from 2024 to 2030."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.reminders.absence import TOLD_FOR, worth_telling
from bot.domain.reminders.reminder import (
    EVERY_DAY,
    WORKING_DAYS,
    Reminder,
    Welcome,
    coming,
    good_until,
    next_moment,
    next_reminder,
    welcome,
)

ZONES = sorted(available_timezones() - {"localtime", "Factory", "posixrules"})
zones = st.sampled_from(ZONES).map(ZoneInfo)
FIRST, LAST = datetime(2024, 1, 1, tzinfo=UTC), datetime(2030, 12, 31, tzinfo=UTC)
moments = st.integers(int(FIRST.timestamp()), int(LAST.timestamp())).map(
    lambda at: datetime.fromtimestamp(at, UTC)
)
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
weeks = st.sets(st.integers(0, 6), min_size=1).map(frozenset)


def wall(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)


def jump(moment: datetime, zone: ZoneInfo) -> timedelta:
    """How far the clocks jumped ahead in the day before."""
    before, after = (moment - timedelta(days=1)).astimezone(zone), moment.astimezone(zone)
    return (after.utcoffset() or timedelta()) - (before.utcoffset() or timedelta())


@given(times, weeks, zones, moments)
def test_the_next_one_is_strictly_later_at_the_right_wall_time_on_a_day_that_was_asked_for(
    at: time, weekdays: frozenset[int], zone: ZoneInfo, after: datetime
) -> None:
    found = next_reminder(at, weekdays, zone, after)
    assert after < found <= after + timedelta(days=8, hours=2)
    said = wall(found, zone)
    if said.time() == at:
        assert said.weekday() in weekdays
    else:  # skipped that night: as much later as the clocks jumped, and only then
        late = said - datetime.combine((said - timedelta(hours=1)).date(), at)
        late = min((late, late + timedelta(days=1)), key=abs)
        assert late == jump(found, zone) > timedelta()


@given(times, weeks, zones, moments)
def test_none_in_between_is_passed_over(
    at: time, weekdays: frozenset[int], zone: ZoneInfo, after: datetime
) -> None:
    """Every minute before it either shows another time, another day, or has shown this one before."""
    found = next_reminder(at, weekdays, zone, after)
    for number in range(-1, 9):
        day = wall(after, zone).date() + timedelta(days=number)
        moment = datetime.combine(day, at, zone).astimezone(UTC)
        if day.weekday() in weekdays and wall(moment, zone).time() == at:
            assert not after < moment < found


@given(times, zones, moments)
def test_a_day_has_one_and_a_doubled_time_comes_once(at: time, zone: ZoneInfo, after: datetime) -> None:
    found = coming(at, EVERY_DAY, zone, after, 5)
    days = [
        wall(moment - jump(moment, zone) * (wall(moment, zone).time() != at), zone).date() for moment in found
    ]
    assert days == [days[0] + timedelta(days=number) for number in range(5)]


@pytest.mark.parametrize(
    ("zone", "day", "at", "said"),
    [
        ("Europe/Berlin", date(2026, 3, 29), time(2, 30), "2026-03-29T03:30"),
        ("Europe/Berlin", date(2026, 10, 25), time(2, 30), "2026-10-25T02:30"),
        ("America/New_York", date(2026, 3, 8), time(2, 0), "2026-03-08T03:00"),
        ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 10), "2026-10-04T02:40"),
        ("Asia/Kathmandu", date(2026, 5, 1), time(8, 30), "2026-05-01T08:30"),
        ("Africa/Casablanca", date(2026, 3, 22), time(2, 30), "2026-03-22T03:30"),
        ("Pacific/Apia", date(2026, 4, 5), time(3, 30), "2026-04-05T03:30"),
    ],
)
def test_where_the_clocks_change(zone: str, day: date, at: time, said: str) -> None:
    midnight = datetime.combine(day, time(0), ZoneInfo(zone))
    found = next_reminder(at, EVERY_DAY, ZoneInfo(zone), midnight.astimezone(UTC))
    assert wall(found, ZoneInfo(zone)).isoformat(timespec="minutes") == said


def test_a_doubled_time_is_taken_the_first_time() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    found = next_reminder(time(2, 30), EVERY_DAY, berlin, datetime(2026, 10, 24, 22, tzinfo=UTC))
    assert found == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert next_reminder(time(2, 30), EVERY_DAY, berlin, found) == datetime(2026, 10, 26, 1, 30, tzinfo=UTC)


def test_weekdays_are_those_of_the_person_and_not_of_greenwich() -> None:
    auckland = ZoneInfo("Pacific/Auckland")
    found = next_reminder(time(7, 0), WORKING_DAYS, auckland, datetime(2026, 1, 4, 12, tzinfo=UTC))
    assert found == datetime(2026, 1, 4, 18, tzinfo=UTC), (
        "Sunday evening in Greenwich is Monday morning there"
    )


@pytest.mark.parametrize(
    ("late", "comes"),
    [
        (0, Welcome.ON_TIME),
        (600, Welcome.ON_TIME),
        (601, Welcome.LATE),
        (7200, Welcome.LATE),
        (7201, Welcome.MISSED),
    ],
)
def test_two_hours_late_it_is_still_welcome(late: int, comes: Welcome) -> None:
    due = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)
    assert welcome(due, due + timedelta(seconds=late)) is comes


@pytest.mark.parametrize(("late", "good_for"), [(0, 10), (10, 10), (11, 120), (120, 120)])
def test_what_it_says_stays_true_until_it_would_say_something_else(late: int, good_for: int) -> None:
    due = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)
    assert good_until(due, due + timedelta(minutes=late)) == due + timedelta(minutes=good_for)


BERLIN = ZoneInfo("Europe/Berlin")
ONCE = Reminder(1, 7, time(8, 30), EVERY_DAY, on=date(2026, 1, 6))
ITS_MOMENT = datetime(2026, 1, 6, 7, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_one_that_comes_once_comes_on_its_day_and_no_more() -> None:
    for days in range(1, 9):
        assert next_moment(ONCE, BERLIN, ITS_MOMENT - timedelta(days=days)) == ITS_MOMENT
    assert next_moment(ONCE, BERLIN, ITS_MOMENT - SECOND) == ITS_MOMENT
    assert next_moment(ONCE, BERLIN, ITS_MOMENT) is None


def test_one_that_comes_once_is_over_when_its_time_is_past_or_it_has_come() -> None:
    assert not ONCE.is_over(BERLIN, ITS_MOMENT - SECOND)
    assert ONCE.is_over(BERLIN, ITS_MOMENT)
    done = replace(ONCE, is_done=True)
    assert done.is_over(BERLIN, ITS_MOMENT - SECOND)
    assert next_moment(done, BERLIN, ITS_MOMENT - SECOND) is None


def test_one_that_comes_every_day_is_never_over() -> None:
    daily = replace(ONCE, on=None)
    assert next_moment(daily, BERLIN, ITS_MOMENT) == ITS_MOMENT + timedelta(days=1)
    assert not daily.is_over(BERLIN, ITS_MOMENT)
    assert not replace(daily, is_done=True).is_over(BERLIN, ITS_MOMENT)


def test_one_that_comes_once_at_a_doubled_time_is_over_after_the_second() -> None:
    night = replace(ONCE, at=time(2, 30), on=date(2026, 10, 25))
    first, second = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert next_moment(night, BERLIN, first - SECOND) == first
    assert next_moment(night, BERLIN, first) == second
    assert not night.is_over(BERLIN, first)
    assert night.is_over(BERLIN, second)


def test_of_what_never_came_two_weeks_are_told_the_first_and_the_last() -> None:
    now = datetime(2026, 1, 20, 12, tzinfo=UTC)
    oldest = now - TOLD_FOR
    missed = [now, oldest, now - SECOND, oldest - SECOND, now + SECOND]
    assert worth_telling(missed, now) == (oldest, now)
    assert worth_telling([oldest - SECOND, now + SECOND], now) is None


def test_the_next_ones_come_when_the_clock_of_the_person_says_so() -> None:
    """The clocks of Berlin jump on the night to the 29th."""
    found = coming(time(8, 30), WORKING_DAYS, BERLIN, datetime(2026, 3, 26, 12, tzinfo=UTC), 2)
    assert found == (datetime(2026, 3, 27, 7, 30, tzinfo=UTC), datetime(2026, 3, 30, 6, 30, tzinfo=UTC))
