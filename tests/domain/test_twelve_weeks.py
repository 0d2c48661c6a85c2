"""What the pictures of twelve weeks show: minutes, how it felt, and what they are kept as."""

import json
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.person.pain_notes import NotedWhen, PainNote
from bot.domain.progress.felt_change import FeltChange, change, felt_chart
from bot.domain.progress.twelve_weeks import (
    WEEKS,
    CalendarChart,
    Chart,
    CrowdChart,
    DayMark,
    FeltChart,
    MinutesChart,
    first_monday,
    from_json,
    kind_of_chart,
    minutes_chart,
    to_json,
)

TODAY = date(2026, 3, 25)
FIRST = date(2026, 1, 5)
"""The Monday of the week eleven weeks before that of today."""
DAY = timedelta(days=1)
BERLIN = ZoneInfo("Europe/Berlin")
NOTHING = (None,) * WEEKS

CHARTS = (
    (CalendarChart((DayMark.DONE, DayMark.REST, DayMark.AHEAD)), "calendar", '"dr "'),
    (MinutesChart((3, 0, 12)), "minutes", "[3,0,12]"),
    (
        FeltChart(((0.5, 3.0),), ((1.25, 4.0), (2.0, 0.0)), (None, 3.0), (4.0, None)),
        "felt",
        "[[[0.5,3.0]],[[1.25,4.0],[2.0,0.0]],[null,3.0],[4.0,null]]",
    ),
    (CrowdChart((5, 6), (2, 1)), "crowd", "[[5,6],[2,1]]"),
)


@pytest.mark.parametrize(("chart", "kind", "kept"), CHARTS)
def test_a_chart_is_kept_as_it_was(chart: Chart, kind: str, kept: str) -> None:
    assert (kind_of_chart(chart).value, to_json(chart)) == (kind, kept)
    assert from_json(kind, kept) == chart


def test_numbers_of_a_chart_are_numbers_again() -> None:
    found = from_json("felt", json.dumps([[[0, 3]], [], [3], [None]]))
    assert isinstance(found, FeltChart)
    assert repr(found.before) == "((0.0, 3.0),)"
    assert repr(found.medians_before) == "(3.0,)"
    assert from_json("minutes", '["3"]') == MinutesChart((3,))
    assert from_json("crowd", '[["3"],["2"]]') == CrowdChart((3,), (2,))


@pytest.mark.parametrize(
    ("kind", "kept"), [("felt", "[1]"), ("crowd", "[[1]]"), ("pie", "[]"), ("calendar", '"q"'), ("felt", "{")]
)
def test_what_is_no_chart_is_none(kind: str, kept: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        from_json(kind, kept)


def test_minutes_are_those_of_the_last_twelve_weeks() -> None:
    assert first_monday(TODAY) == FIRST
    spans = [
        (FIRST - DAY, 600),
        (FIRST, 90),
        (FIRST + 6 * DAY, 60),
        (FIRST + 7 * DAY, 29),
        (TODAY, 120),
        (FIRST + 84 * DAY, 600),
    ]
    assert minutes_chart(spans, TODAY).weeks == (2, *(0,) * 10, 2)


def noted(day: float, number: int | None, moment: NotedWhen = NotedWhen.BEFORE) -> PainNote:
    return PainNote(datetime(2026, 1, 5, 11, tzinfo=UTC) + day * DAY, moment, number)


def test_how_it_felt_is_two_rows_of_numbers_with_the_medians_of_full_weeks() -> None:
    notes = [
        noted(-1, 9), noted(0, 4), noted(1, 5), noted(1, None), noted(2.25, 9),
        noted(7, 2, NotedWhen.AFTER), noted(7, 3), noted(8, 4, NotedWhen.AFTER), noted(9, 4, NotedWhen.AFTER), noted(84, 9),
    ]  # fmt: skip
    chart = felt_chart(notes, FIRST, BERLIN)
    assert chart
    assert chart.before == ((0.07, 4.0), (0.21, 5.0), (0.39, 9.0), (1.07, 3.0))
    assert chart.after == ((1.07, 2.0), (1.21, 4.0), (1.36, 4.0))
    assert chart.medians_before == (5.0, *NOTHING[1:])
    assert chart.medians_after == (None, 4.0, *NOTHING[2:])


def test_two_notes_are_not_enough_for_a_picture() -> None:
    assert felt_chart([noted(0, 4), noted(1, 5), noted(2, None), noted(-1, 5)], FIRST, BERLIN) is None
    assert felt_chart([noted(0, 4), noted(1, 5), noted(2, 5)], FIRST, BERLIN)


def week(begins: int, number: int, many: int = 3, moment: NotedWhen = NotedWhen.BEFORE) -> list[PainNote]:
    return [noted(begins + day, number, moment) for day in range(many)]


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (5, 3, FeltChange.LOWER),
        (5, 4, FeltChange.SAME),
        (3, 5, FeltChange.HIGHER),
        (3, 4, FeltChange.SAME),
        (8, 6, FeltChange.SAME),
        (10, 7, FeltChange.LOWER),
        (7, 9, FeltChange.SAME),
        (0, 2, FeltChange.HIGHER),
    ],
)
def test_a_change_is_clear_by_two_points_and_a_third(first: int, last: int, found: FeltChange) -> None:
    assert change([*week(0, first), *week(7, 9), *week(14, last)], BERLIN) is found


def test_of_one_full_week_no_change_is_told() -> None:
    assert change([*week(0, 8), *week(7, 1, many=2)], BERLIN) is None
    assert change([*week(0, 8), *week(7, 1, moment=NotedWhen.AFTER)], BERLIN) is None
    assert change([*week(0, 8), *week(7, 1)], BERLIN) is FeltChange.LOWER
    assert change([noted(6, 8), noted(5, 8), noted(7, 1), *week(14, 1)], BERLIN) is None, "from Monday on"
