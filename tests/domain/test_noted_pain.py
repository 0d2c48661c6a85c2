"""What noted numbers say: when to ask before a session, what raised it too much, what is asked the morning after."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.person.before_moving import before_is_due, gives_way_to_check_in
from bot.domain.person.lost import TRY_AGAIN_AFTER, may_try_again, try_again_at
from bot.domain.person.morning_after import (
    is_more_than_fine,
    last_note_before,
    morning_after_is_due,
    sessions_that_raised,
)
from bot.domain.person.pain_notes import NotedWhen, PainNote
from bot.domain.person.person import Preferences, Seen
from bot.domain.person.stages import Stage

NOW = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)
DAY, MINUTE, SECOND = timedelta(days=1), timedelta(minutes=1), timedelta(seconds=1)
AUCKLAND = ZoneInfo("Pacific/Auckland")
MILD, MODERATE = Preferences(stage=Stage.MILD), Preferences(stage=Stage.MODERATE)


def before(number: int | None, at: datetime) -> PainNote:
    return PainNote(at, NotedWhen.BEFORE, number)


def after(number: int | None, session: int | None, at: datetime = NOW) -> PainNote:
    return PainNote(at, NotedWhen.AFTER, number, session=session)


def test_the_number_before_a_session_is_the_last_of_that_day() -> None:
    first, last = before(3, NOW - 9 * MINUTE), before(4, NOW - 2 * MINUTE)
    of_another_kind = PainNote(NOW - MINUTE, NotedWhen.ANY, 9)
    notes = [first, last, of_another_kind, before(None, NOW - MINUTE), before(8, NOW + MINUTE)]
    assert last_note_before(notes, NOW, NOW) == last
    assert last_note_before(notes[::-1], NOW, NOW) == last
    assert last_note_before([before(4, NOW)], NOW, NOW), "noted in the same moment"
    assert last_note_before(notes, NOW, NOW + DAY) is None
    assert last_note_before([], NOW, NOW) is None


def test_the_day_of_a_note_is_that_of_the_person() -> None:
    """What Ana noted at 23:30 in Auckland was yesterday, and the same day in Greenwich."""
    late = datetime(2026, 1, 5, 10, 30, tzinfo=UTC)
    here = (late + timedelta(hours=1)).astimezone(AUCKLAND)
    assert last_note_before([before(4, late)], late, here) is None
    assert last_note_before([before(4, late)], late, here.astimezone(UTC))


@pytest.mark.parametrize(
    ("number", "then", "is_more"), [(3, 5, False), (3, 6, True), (None, 9, False), (3, None, False)]
)
def test_two_points_more_are_fine(number: int | None, then: int | None, is_more: bool) -> None:
    assert is_more_than_fine(before(number, NOW), then) is is_more


def test_a_session_raised_it_by_more_than_two_points_over_the_number_before() -> None:
    notes = [
        after(9, 1), before(3, NOW), before(None, NOW), after(5, 2), after(6, 3), after(None, 4), after(9, None),
        PainNote(NOW, NotedWhen.ANY, 9, session=5), before(6, NOW), after(8, 6), after(9, 7),
    ]  # fmt: skip
    assert list(sessions_that_raised(notes)) == [3, 7]


@pytest.mark.parametrize(("days", "is_due"), [(0, False), (1, True), (2, False), (-1, False)])
def test_the_morning_after_is_the_day_after_one_that_hurt(days: int, is_due: bool) -> None:
    assert morning_after_is_due([NOW - days * DAY], [], NOW) is is_due
    assert morning_after_is_due([NOW - 5 * DAY, NOW - days * DAY], [], NOW) is is_due


def test_the_morning_after_is_asked_about_until_it_is_answered() -> None:
    hurt, morning = [NOW - DAY], PainNote(NOW, NotedWhen.MORNING)
    assert not morning_after_is_due(hurt, [morning], NOW)
    assert morning_after_is_due(hurt, [PainNote(NOW, NotedWhen.ANY, 4)], NOW)
    assert morning_after_is_due(hurt, [PainNote(NOW - DAY, NotedWhen.MORNING)], NOW)


def test_yesterday_is_that_of_the_person() -> None:
    hurt = datetime(2026, 1, 5, 12, tzinfo=UTC)  # 1:00 on the 6th in Auckland
    assert not morning_after_is_due([hurt], [], datetime(2026, 1, 6, 20, tzinfo=AUCKLAND))
    assert morning_after_is_due([hurt], [], datetime(2026, 1, 7, 8, tzinfo=AUCKLAND))
    answered = PainNote(datetime(2026, 1, 6, 19, tzinfo=UTC), NotedWhen.MORNING)  # 8:00 on the 7th
    assert not morning_after_is_due([hurt], [answered], datetime(2026, 1, 7, 9, tzinfo=AUCKLAND))


def test_before_a_session_it_is_asked_once_a_day_and_never_of_somebody_who_noted_nothing() -> None:
    noted = [before(5, NOW - DAY)]
    assert before_is_due(noted, MODERATE, None, NOW)
    assert before_is_due(noted, MODERATE, NOW.date() - DAY, NOW)
    assert not before_is_due(noted, MODERATE, NOW.date(), NOW)
    assert not before_is_due([before(5, NOW - MINUTE)], MODERATE, None, NOW)
    assert not before_is_due([], MODERATE, None, NOW)
    assert not before_is_due([PainNote(NOW - DAY, NotedWhen.ANY, words="stiff")], MODERATE, None, NOW)


def test_what_was_noted_before_midnight_is_of_yesterday() -> None:
    evening = datetime(2026, 1, 5, 10, 30, tzinfo=UTC)  # 23:30 in Auckland
    after_midnight = (evening + timedelta(hours=1)).astimezone(AUCKLAND)
    assert before_is_due([before(5, evening)], MODERATE, None, after_midnight)
    assert not before_is_due([before(5, evening)], MODERATE, None, after_midnight.astimezone(UTC))


@pytest.mark.parametrize(
    ("noted", "asked", "is_due"),
    [
        (7 * DAY, None, True),
        (7 * DAY - SECOND, None, False),
        (9 * DAY, date(2025, 12, 29), True),
        (9 * DAY, date(2025, 12, 30), False),
    ],
)
def test_while_it_hardly_hurts_it_is_asked_after_a_week(
    noted: timedelta, asked: date | None, is_due: bool
) -> None:
    notes = [before(1, NOW - noted), before(2, NOW - 30 * DAY)]
    assert before_is_due(notes, MILD, asked, NOW) is is_due
    assert not before_is_due(notes, Preferences(seen=Seen.NOTHING_HURTS), asked, NOW)


@pytest.mark.parametrize(
    ("asked", "gives_way"),
    [(None, False), (date(2026, 1, 5), False), (date(2026, 1, 4), True), (date(2025, 12, 29), True),
     (date(2025, 12, 28), False)],
)  # fmt: skip
def test_the_check_in_comes_first_for_a_week(asked: date | None, gives_way: bool) -> None:
    assert gives_way_to_check_in(asked, NOW.date()) is gives_way


def test_somebody_out_of_reach_is_tried_after_a_day_a_week_and_a_month_and_then_no_more() -> None:
    assert [try_again_at(times, NOW) for times in range(5)] == [
        None, NOW + DAY, NOW + 7 * DAY, NOW + 30 * DAY, None,
    ]  # fmt: skip


def test_a_try_that_a_wrong_clock_set_far_ahead_counts_as_come() -> None:
    longest = TRY_AGAIN_AFTER[-1]
    assert may_try_again(NOW, NOW)
    assert not may_try_again(NOW + SECOND, NOW)
    assert not may_try_again(NOW + longest, NOW)
    assert may_try_again(NOW + longest + SECOND, NOW)
    assert not may_try_again(None, NOW)
