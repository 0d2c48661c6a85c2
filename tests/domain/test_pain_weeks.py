"""Weeks of notes: medians, nothing from too few, a clear change only by points and by share; what asks for a kind word."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from statistics import median
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.person.pain_notes import NotedWhen, PainNote
from bot.domain.person.person import Seen
from bot.domain.person.stages import Stage
from bot.domain.progress.pain_concerns import Concern, asks_signs, concern, may_be_as_usual
from bot.domain.progress.pain_weeks import Compared, PainWeek, compared, pain_weeks

MONDAY = datetime(2026, 1, 5, 9, tzinfo=UTC)
DAY = timedelta(days=1)
BERLIN, AUCKLAND = ZoneInfo("Europe/Berlin"), ZoneInfo("Pacific/Auckland")


def note(day: float, number: int | None, moment: NotedWhen = NotedWhen.ANY) -> PainNote:
    return PainNote(MONDAY + day * DAY, moment, number)


def daily(*numbers: int | None, begins: float = 0) -> list[PainNote]:
    return [note(begins + day, number) for day, number in enumerate(numbers) if number is not None]


def test_a_week_with_less_than_three_notes_tells_nothing() -> None:
    notes = [*daily(5, 5), *daily(2, 4, 6, begins=7), note(8, 9, NotedWhen.AFTER), note(9, None)]
    assert pain_weeks(notes, BERLIN) == [
        PainWeek(MONDAY.date(), 2, None),
        PainWeek(MONDAY.date() + 7 * DAY, 3, 4),
    ]


def test_weeks_begin_on_the_monday_of_the_person() -> None:
    sunday_evening = note(6.5, 3)
    assert pain_weeks([sunday_evening], UTC)[0].monday == MONDAY.date()
    assert pain_weeks([sunday_evening], AUCKLAND)[0].monday == MONDAY.date() + 7 * DAY


@pytest.mark.parametrize(
    ("first", "last", "result"),
    [
        (6, 6, Compared.SAME),
        (6, 5.5, Compared.SAME),
        (6, 5, Compared.LOWER),
        (6, 4, Compared.CLEARLY_LOWER),
        (8, 6, Compared.LOWER),
        (8, 5.5, Compared.CLEARLY_LOWER),
        (2, 1, Compared.LOWER),
        (3, 4, Compared.HIGHER),
        (3, 5, Compared.CLEARLY_HIGHER),
        (0, 2, Compared.CLEARLY_HIGHER),
        (None, 5, Compared.TOO_FEW),
    ],
)
def test_clear_is_two_points_and_thirty_percent(first: float | None, last: float, result: Compared) -> None:
    weeks = [
        PainWeek(MONDAY.date(), 3, first),
        PainWeek(MONDAY.date(), 1, None),
        PainWeek(MONDAY.date(), 3, last),
    ]
    assert compared(weeks) is result


@given(st.lists(st.tuples(st.floats(0, 60), st.integers(0, 10)), max_size=40))
def test_every_note_stands_in_one_week(made: list[tuple[float, int]]) -> None:
    notes = [note(day, number) for day, number in made]
    weeks = pain_weeks(notes, AUCKLAND)
    assert sum(week.notes for week in weeks) == len(notes)
    for week in weeks:
        theirs = [
            each.number or 0
            for each in notes
            if week.monday <= each.at.astimezone(AUCKLAND).date() < week.monday + 7 * DAY
        ]
        assert week.median == (median(theirs) if len(theirs) >= 3 else None)


def said(notes: list[PainNote], seen: Seen | None = None) -> list[tuple[int, Concern]]:
    """What is said on noting each of them, by its number."""
    found = ((count, concern(notes[: count + 1], seen, UTC)) for count in range(len(notes)))
    return [(count, each) for count, each in found if each]


def test_high_on_two_days_running_is_said_once() -> None:
    assert said(daily(7, 3, 7, 8, 9, 9, 7), Seen.PROFESSIONAL)[0] == (3, Concern.HIGH)
    highs = [each for each in said(daily(7, 8, 9, 9, 7), Seen.PROFESSIONAL) if each[1] is Concern.HIGH]
    assert highs == [(1, Concern.HIGH)]


def test_twice_on_one_day_is_one_day() -> None:
    assert said([note(0, 8), note(0.2, 9)]) == []


def test_another_episode_is_said_again() -> None:
    notes = [*daily(7, 8), *daily(2, 2, begins=2), *daily(8, 8, begins=30)]
    assert [each for _, each in said(notes, Seen.PROFESSIONAL)] == [Concern.HIGH, Concern.HIGH]


def test_rising_by_medians_of_three_notes_each() -> None:
    assert (10, Concern.RISING) in said(daily(2, 2, 2, 2, 2, 2, 2, 4, 4, 4, 4), Seen.PROFESSIONAL)
    assert said([*daily(2, 2), *daily(4, 4, 4, begins=7)], Seen.PROFESSIONAL) == [], "two notes tell nothing"


@pytest.mark.parametrize("seen", [None, Seen.NEW, Seen.OLD, Seen.PROFESSIONAL])
def test_no_better_after_two_weeks_only_where_nobody_has_looked_and_once(seen: Seen | None) -> None:
    heard = [each for _, each in said(daily(*[5] * 40), seen)]
    assert heard == ([] if seen is Seen.PROFESSIONAL else [Concern.NO_BETTER])


def test_below_four_or_getting_better_is_no_concern() -> None:
    assert said(daily(*[3] * 20)) == []
    assert said(daily(*[7] * 1, *[6] * 6, *[4] * 8)) == []


@given(st.lists(st.integers(0, 10), max_size=30))
def test_nothing_is_said_twice_within_two_weeks(numbers: list[int]) -> None:
    for kind in Concern:
        days = [day for day, each in said(daily(*numbers)) if each is kind]
        assert all(later - earlier >= 14 for earlier, later in pairwise(days))


@pytest.mark.parametrize(
    ("numbers", "asks"),
    [((3, 5), True), ((3, 4), False), ((5, 3), False), ((3, 4, 5), True), ((3,) + (None,) * 7 + (5,), False)],
)
def test_up_by_two_within_a_week_asks_the_signs(numbers: tuple[int | None, ...], asks: bool) -> None:
    assert asks_signs(daily(*numbers), None) is asks


def test_what_was_noted_before_the_signs_is_looked_at_already() -> None:
    notes = daily(3, 5, 5)
    assert asks_signs(notes, None)
    assert not asks_signs(notes, MONDAY + 0.5 * DAY)
    assert asks_signs([*notes, note(3, 7)], MONDAY + 0.5 * DAY)
    assert not asks_signs([note(0, 3), note(0.1, 6, NotedWhen.AFTER)], None), (
        "right after a session is another rule"
    )


def test_new_pain_at_three_or_less_for_fourteen_days_may_be_as_usual() -> None:
    notes = [note(0, 5), *daily(3, 2, 3, begins=1)]
    assert not may_be_as_usual(notes, Seen.NEW, MONDAY + 14 * DAY)
    assert may_be_as_usual(notes, Seen.NEW, MONDAY + 15 * DAY)
    assert not may_be_as_usual(notes, Seen.OLD, MONDAY + 15 * DAY)
    assert not may_be_as_usual([*notes, note(10, 4)], Seen.NEW, MONDAY + 16 * DAY)
    assert not may_be_as_usual(notes[:3], Seen.NEW, MONDAY + 15 * DAY), "two notes tell nothing"
    felt = PainNote(MONDAY + 10 * DAY, NotedWhen.ANY, felt=Stage.MODERATE)
    assert not may_be_as_usual([*notes, felt], Seen.NEW, MONDAY + 16 * DAY)
