"""Nothing is put off into the quiet hours, wherever people are and whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.reminders.reminder import QUIET_FROM, QUIET_UNTIL, TONIGHT, begins, put_off, tonight

zones = st.sampled_from(sorted(available_timezones() - {"localtime"})).map(ZoneInfo)
minutes_on = st.integers(0, 7 * 366 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))
moments = minutes_on.map(lambda after: datetime(2024, 1, 1, tzinfo=UTC) + after)


@given(moments, zones, st.sampled_from([15, 60, 90]))
def test_put_off_is_later_and_by_day(now: datetime, zone: ZoneInfo, minutes: int) -> None:
    then = put_off(now, timedelta(minutes=minutes), zone)
    clock = (now + timedelta(minutes=minutes)).astimezone(zone).time()
    if then is None:
        assert clock >= QUIET_FROM or clock < QUIET_UNTIL
    else:
        assert then - now == timedelta(minutes=minutes)
        assert QUIET_UNTIL <= clock < QUIET_FROM


@given(moments, zones)
def test_tonight_is_today_and_to_come(now: datetime, zone: ZoneInfo) -> None:
    then = tonight(now, zone)
    if then is None:
        assert now.astimezone(zone).time() >= TONIGHT
    else:
        assert then > now
        assert then.astimezone(zone).date() == now.astimezone(zone).date()


@given(st.dates(date(2024, 1, 1), date(2030, 12, 31)), zones)
def test_a_day_begins_before_all_of_it(day: date, zone: ZoneInfo) -> None:
    start = begins(day, zone)
    assert start.astimezone(zone).date() == day
    assert (start - timedelta(hours=2)).astimezone(zone).date() < day


def test_a_day_whose_midnight_is_skipped_begins_with_its_first_moment() -> None:
    beirut = ZoneInfo("Asia/Beirut")
    assert begins(date(2026, 3, 29), beirut).astimezone(beirut).time() == time(1)


def test_a_day_begins_at_midnight_where_the_person_is() -> None:
    assert begins(date(2026, 1, 5), ZoneInfo("Europe/Berlin")) == datetime(2026, 1, 4, 23, tzinfo=UTC)


def test_from_eight_in_the_evening_there_is_no_tonight_any_more() -> None:
    eight = datetime(2026, 1, 5, 19, tzinfo=UTC)
    assert tonight(eight - timedelta(seconds=1), ZoneInfo("Europe/Berlin")) == eight
    assert tonight(eight, ZoneInfo("Europe/Berlin")) is None
