"""Moments in the file sort as they happened, whatever zone they came in."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store.moments import EPOCH, known_moment, moment, text

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


NO_MOMENTS = [
    *(
        "",
        " ",
        "broken",
        "\0",
        "5",
        "9" * 5000,
        "2026-01-05",
        "2026-01-05T07:30:00",
        "2026-13-05T07:30:00+00:00",
    ),
    *("0001-01-01T00:00:00+14:00", "1969-12-31T23:59:59+00:00", "2200-01-01T00:00:00+00:00"),
    *("9999-12-31T23:59:59-00:01", "9999-12-31T23:59:59.999999+00:00"),
]


@pytest.mark.parametrize("stored", NO_MOMENTS)
def test_what_is_no_moment_is_long_ago(stored: str) -> None:
    assert moment(stored) is EPOCH
    with pytest.raises(ValueError, match="no moment"):
        known_moment(stored)


@given(st.text(max_size=40) | st.datetimes().map(datetime.isoformat))
def test_whatever_stands_there_can_be_reckoned_with(stored: str) -> None:
    assert text(moment(stored) - timedelta(days=365)) < text(moment(stored) + timedelta(days=365))
