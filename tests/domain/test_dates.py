"""Days are understood as people type them, and only those that come."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.language.phrases_heard import vocabulary
from bot.domain.typed.dates import FARTHEST, DateWords, read_date
from tests.content.places import CONTENT

TODAY = date(2026, 1, 5)
"""A Monday."""

WORDS = vocabulary(CONTENT).dates


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("tomorrow", date(2026, 1, 6)),
        ("10 days", date(2026, 1, 15)),
        ("for 2 weeks", date(2026, 1, 19)),
        ("Friday", date(2026, 1, 9)),
        ("until next monday", date(2026, 1, 12)),
        ("24 December", date(2026, 12, 24)),
        ("December 24th", date(2026, 12, 24)),
        ("the 3rd of May", date(2026, 5, 3)),
        ("4 jan", date(2027, 1, 4)),
        ("24.12.", date(2026, 12, 24)),
        ("24.12.2026", date(2026, 12, 24)),
        ("2026-03-01", date(2026, 3, 1)),
        ("till 1/4", date(2026, 4, 1)),
    ],
)
def test_what_is_typed_is_understood(typed: str, day: date) -> None:
    assert read_date(typed, TODAY, WORDS) == day


def test_the_29_february_of_next_year_is_meant_where_this_year_has_none() -> None:
    assert read_date("29 February", date(2027, 10, 1), WORDS) == date(2028, 2, 29)


@pytest.mark.parametrize(
    "typed",
    ["", "today", "0 days", "400 days", "31.2.", "2025-12-24", "2028-01-01", "weekdays", "may", "5", "x"],
)
def test_what_is_no_day_to_come_is_none(typed: str) -> None:
    assert read_date(typed, TODAY, WORDS) is None


@given(st.text() | st.text(alphabet="0123456789. /-daysmyw"), st.dates(date(2024, 1, 1), date(2030, 12, 31)))
def test_whatever_is_typed_it_is_a_day_to_come_or_none(typed: str, today: date) -> None:
    day = read_date(typed, today, WORDS)
    assert day is None or today < day <= today + FARTHEST


@given(st.dates(date(2024, 1, 1), date(2030, 12, 30)), st.integers(1, 365))
def test_every_day_of_the_year_to_come_can_be_named(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    assert read_date(f"{day.day}.{day.month}.{day.year}", today, WORDS) == day
    assert read_date(f"{day:%-d %B}", today, WORDS) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("sábado", date(2026, 1, 10)),
        ("SÁBADO", date(2026, 1, 10)),
        ("domíngo", date(2026, 1, 11)),
        ("3 février", date(2026, 2, 3)),
        ("3 márs", date(2026, 3, 3)),
        ("sobado", None),
    ],
)
def test_a_name_is_understood_as_it_is_written_and_without_its_accents(typed: str, day: date | None) -> None:
    words = DateWords(weekdays={"sábado": 5, "domingo": 6}, months={"février": 2, "mars": 3})
    assert read_date(typed, TODAY, words) == day


def test_a_year_ahead_is_the_farthest_and_counts() -> None:
    assert read_date((TODAY + FARTHEST).isoformat(), TODAY, WORDS) == TODAY + FARTHEST
    assert read_date((TODAY + FARTHEST + timedelta(days=1)).isoformat(), TODAY, WORDS) is None
