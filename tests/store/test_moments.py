"""Moments in the file sort as they happened, whatever zone they came in."""

from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from bot.store.moments import moment, text

zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=zones)  # noqa: DTZ001


@given(moments, moments)
def test_moments_compare_as_their_texts_sort(one: datetime, other: datetime) -> None:
    assert (one < other) == (text(one) < text(other))
    assert len(text(one)) == len(text(other)) == len("2026-01-05T07:30:00.000000+00:00")


@given(moments)
def test_a_moment_comes_back(one: datetime) -> None:
    back = moment(text(one))
    assert back == one
    assert back.utcoffset() == timedelta(0)


def test_no_moment_stays_none() -> None:
    assert (text(None), moment(None)) == (None, None)
