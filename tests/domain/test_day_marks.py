"""What each day was, and the longest run: rest days are free, days off cost nothing, and what is missing is never counted."""

from datetime import date, timedelta

import pytest

from bot.domain.progress.day_marks import best_run, days_so_far, marks, monday_of
from bot.domain.progress.days_off import DaysOff, OffKind, by_day, now_off

MONDAY = date(2026, 1, 5)
DAY = timedelta(days=1)


def on(*days: int) -> set[date]:
    return {MONDAY + day * DAY for day in days}


def week_of(done: set[date], off: dict[date, OffKind], goal: int | None, today: int, weeks: int = 1) -> str:
    days = days_so_far(done, off, goal, MONDAY + today * DAY)
    return "".join(mark.value for mark in marks(days, MONDAY, weeks))


@pytest.mark.parametrize(
    ("done", "goal", "today", "shown"),
    [
        ({0, 4}, None, 6, "drr.d. "),
        ({0, 4}, 4, 6, "drrrd. "),
        ({0, 4}, 6, 6, "drr.d. "),
        ({0, 1, 2, 3, 4, 5, 6}, 7, 6, "ddddddd"),
        ({2}, None, 4, "  dr   "),
        ({0}, None, 0, "d      "),
        ({0, 6}, None, 3, "drr    "),
        (set(), None, 3, "       "),
        ({5}, None, 3, "       "),
    ],
)
def test_the_first_days_that_are_missed_are_rest(
    done: set[int], goal: int | None, today: int, shown: str
) -> None:
    assert week_of(on(*done), {}, goal, today) == shown


def test_a_week_with_nothing_in_it_had_nothing_to_rest_from() -> None:
    assert week_of(on(6), {}, None, 21, weeks=3) == "      d" + "......." + "......."
    assert week_of(on(6), {}, None, 20, weeks=3) == "      d" + "......." + "rr.... "
    ill = {MONDAY + 8 * DAY: OffKind.ILL}
    assert week_of(on(6), ill, None, 21, weeks=2) == "      d" + "rir...."


def test_days_off_are_shown_as_what_they_are_unless_something_was_done() -> None:
    ranges = [
        DaysOff(MONDAY + DAY, MONDAY + 2 * DAY, OffKind.ILL),
        DaysOff(MONDAY + 3 * DAY, MONDAY + 3 * DAY, OffKind.AWAY),
    ]
    assert week_of(on(0, 2), by_day(ranges), None, 5) == "didar  "


@pytest.mark.parametrize(
    ("done", "today", "run"),
    [
        (set(), 6, 0),
        ({0}, 0, 1),
        ({0, 1, 4}, 6, 5),
        ({0, 2, 5}, 6, 3),
        ({0, 1, 2, 3, 4, 7, 8}, 13, 9),
        ({4, 5, 6, 7}, 7, 4),
        ({0, 21, 22}, 22, 2),
    ],
)
def test_the_longest_run_goes_from_one_that_was_done_to_another(done: set[int], today: int, run: int) -> None:
    assert best_run(days_so_far(on(*done), {}, None, MONDAY + today * DAY)) == run


def test_days_off_neither_lengthen_a_run_nor_end_it() -> None:
    off = by_day([DaysOff(MONDAY + DAY, MONDAY + 4 * DAY, OffKind.AWAY)])
    assert best_run(days_so_far(on(0, 5), off, None, MONDAY + 6 * DAY)) == 2


def test_today_is_off_from_the_first_day_to_the_last() -> None:
    off, other = (
        DaysOff(MONDAY, MONDAY + 2 * DAY, OffKind.ILL),
        DaysOff(MONDAY + 9 * DAY, MONDAY + 9 * DAY, OffKind.AWAY),
    )
    found = [now_off([off, other], MONDAY + day * DAY) for day in (-1, 0, 2, 3, 9, 10)]
    assert found == [None, off, off, None, other, None]
    assert list(off.days) == [MONDAY, MONDAY + DAY, MONDAY + 2 * DAY]


def test_weeks_begin_on_monday() -> None:
    assert {monday_of(MONDAY + day * DAY) for day in range(7)} == {MONDAY}
    assert monday_of(MONDAY - DAY) == MONDAY - 7 * DAY
