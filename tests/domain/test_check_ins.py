"""When the week is asked about, and what counts as an answer."""

import itertools
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.person.check_ins import (
    SKIPPED,
    CheckIn,
    CheckInPart,
    InTheWay,
    Overall,
    Stiffness,
    answered,
    check_in_is_due,
    part_after,
)

SUNDAY = date(2026, 1, 11)
LONG_AGO = date(2025, 1, 1)
WEEK = CheckIn(datetime(2026, 1, 11, tzinfo=UTC), 4, 7, Stiffness.SHORT, id=3)


@pytest.mark.parametrize(
    ("chosen", "last", "first", "day", "time"),
    [
        (None, None, LONG_AGO, 0, True),
        (None, None, LONG_AGO, -1, False),
        (None, None, LONG_AGO, 2, True),
        (None, None, LONG_AGO, 3, False),
        (None, SUNDAY, LONG_AGO, 0, False),
        (None, SUNDAY, LONG_AGO, 1, False),
        (None, SUNDAY, LONG_AGO, 7, True),
        (2, None, LONG_AGO, 3, True),
        (2, None, LONG_AGO, 0, False),
        (None, None, None, 0, False),
        (None, None, SUNDAY - timedelta(days=5), 0, False),
        (None, None, SUNDAY - timedelta(days=6), 0, True),
    ],
)
def test_on_the_day_they_chose_or_two_days_later(
    chosen: int | None, last: date | None, first: date | None, day: int, time: bool
) -> None:
    assert check_in_is_due(chosen, last, first, SUNDAY + timedelta(days=day)) is time


@given(st.none() | st.integers(0, 6), st.lists(st.booleans(), min_size=60, max_size=60))
def test_never_twice_within_five_days_and_every_week_for_who_comes_daily(
    chosen: int | None, comes: list[bool]
) -> None:
    last, asked = None, []
    for ahead, is_there in enumerate(comes):
        day = SUNDAY + timedelta(days=ahead)
        if is_there and check_in_is_due(chosen, last, LONG_AGO, day):
            last = day
            asked.append(ahead)
    assert all(later - earlier >= 5 for earlier, later in itertools.pairwise(asked))
    if all(comes):
        assert len(asked) >= 8


def test_an_answer_stands_in_its_part_and_a_skipped_one_is_none() -> None:
    assert answered(WEEK, CheckInPart.PAIN, "10") == CheckIn(WEEK.at, 10, 7, Stiffness.SHORT, id=3)
    assert answered(WEEK, CheckInPart.STIFFNESS, "skip") == CheckIn(WEEK.at, 4, 7, id=3)


@pytest.mark.parametrize(
    ("part", "value"),
    [
        (CheckInPart.PAIN, "11"),
        (CheckInPart.FUNCTION, "x"),
        (CheckInPart.STIFFNESS, "time"),
        (CheckInPart.CHANGE, "6"),
    ],
)
def test_what_is_no_answer(part: CheckInPart, value: str) -> None:
    assert answered(WEEK, part, value) is None


def test_there_are_five_parts() -> None:
    part: CheckInPart | None = CheckInPart.PAIN
    told = []
    while part:
        told.append(part)
        part = part_after(part)
    assert told == list(CheckInPart)
    assert len(told) == 5


@pytest.mark.parametrize("overall", Overall)
def test_the_week_as_a_whole_is_noted_and_can_be_taken_back(overall: Overall) -> None:
    noted = answered(WEEK, CheckInPart.CHANGE, overall.value)
    assert noted is not None
    assert noted == replace(WEEK, change=overall)
    assert answered(noted, CheckInPart.CHANGE, SKIPPED) == WEEK


@pytest.mark.parametrize("way", InTheWay)
def test_what_was_in_the_way_is_noted_and_can_be_taken_back(way: InTheWay) -> None:
    noted = answered(WEEK, CheckInPart.WAY, way.value)
    assert noted is not None
    assert noted == replace(WEEK, in_the_way=way)
    assert answered(noted, CheckInPart.WAY, SKIPPED) == WEEK
