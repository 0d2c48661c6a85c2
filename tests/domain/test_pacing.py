"""A programme goes at the person's own pace: days follow its rhythm, and no week is skipped or lost by a tap."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.progress.diary import Entry, Rating
from bot.domain.progress.programme_pace import Standing
from bot.domain.session.session import Phase
from bot.domain.session.startable import Day
from tests.examples import MORNING, WEEKS

DAY = timedelta(days=1)


def entry(
    at: datetime, seconds: int = 300, phase: Phase = Phase.FINISHED, rating: Rating | None = None
) -> Entry:
    return Entry("", "cat-cow", at, seconds, phase, rating)


def standing(week: int, entries: Sequence[Entry], letters: str = "abababa") -> Standing:
    """In that week since MORNING; `entries`, oldest first, were its days."""
    taken = [(Day(WEEKS.slug, week, letter), one) for letter, one in zip(letters, entries, strict=False)]
    return Standing(WEEKS, week, MORNING, tuple(reversed(taken)))


def daily(count: int) -> list[Entry]:
    return [entry(MORNING + number * DAY) for number in range(count)]


def taking(now: Standing, at: datetime, one: Entry) -> Standing:
    """After the day that was offered."""
    return replace(
        now, taken=((Day(WEEKS.slug, now.week, now.next_letter), replace(one, began_at=at)), *now.taken)
    )


def test_a_week_is_offered_in_its_rhythm() -> None:
    assert [standing(1, daily(count)).next_letter for count in range(8)] == list("abababaa")


def test_what_was_only_tried_does_not_use_up_a_day() -> None:
    tried = entry(MORNING, 20, Phase.LEFT)
    assert standing(1, [tried]).next_letter == "a"
    assert standing(1, [tried]).sessions_done == 0
    assert standing(1, [replace(tried, seconds=120)]).next_letter == "b"
    assert standing(1, [entry(MORNING, 0)]).sessions_done == 0
    assert standing(1, [entry(MORNING), tried], "ab").next_letter == "b"


steps = st.lists(
    st.tuples(
        st.integers(0, 4),
        st.sampled_from([1, 119, 120, 400]),
        st.sampled_from([Phase.FINISHED, Phase.LEFT]),
        st.sampled_from([-1, 0, 0, 0, 0, 1]),
    ),
    max_size=30,
)


@given(steps)
def test_two_days_of_strength_never_follow_each_other_whatever_the_weeks(
    taken: list[tuple[int, int, Phase, int]],
) -> None:
    at, now = MORNING, Standing(WEEKS, 1, MORNING)
    for days, seconds, phase, weeks in taken:
        at += days * DAY + timedelta(hours=1)
        now = taking(now, at, entry(at, seconds, phase))
        now = replace(now, week=min(max(now.week + weeks, 1), 3), since=at if weeks else now.since)
    counted = [day.letter for day, one in reversed(now.taken) if one.is_a_session]
    assert ("b", "b") not in list(pairwise([*counted, now.next_letter]))
    assert now.next_letter in now.this_week.days


@pytest.mark.parametrize(
    ("count", "days", "has_run"),
    [(4, 5, False), (3, 9, False), (4, 6, True), (7, 6, True), (5, 40, True), (0, 400, False)],
)
def test_a_week_is_done_with_the_least_of_its_days_and_nearly_a_week(
    count: int, days: int, has_run: bool
) -> None:
    assert standing(1, daily(count)).week_is_done(MORNING + days * DAY) is has_run


def test_all_of_its_days_are_a_week_however_fast() -> None:
    at_once = [entry(MORNING) for _ in range(7)]
    assert standing(1, at_once).week_is_done(MORNING)
    assert not standing(1, at_once[:6]).week_is_done(MORNING)


@pytest.mark.parametrize(
    "bad", [replace(entry(MORNING), rating=Rating.HURT), entry(MORNING, 5, Phase.STOPPED)]
)
def test_what_hurt_keeps_one_in_the_week(bad: Entry) -> None:
    hurt = standing(1, [*daily(5), bad])
    end = MORNING + 7 * DAY
    assert standing(1, daily(5)).may_move_up(end)
    assert not hurt.may_move_up(end)
    assert hurt.may_begin(1, end)
    assert not hurt.may_begin(2, end)
    again = replace(hurt, since=end)
    assert not again.hurt


def test_hard_is_not_hurt() -> None:
    hard = [replace(one, rating=Rating.HARD) for one in daily(5)]
    assert standing(1, hard).may_move_up(MORNING + 7 * DAY)


def test_days_of_another_week_or_before_it_began_do_not_count() -> None:
    early = standing(1, [entry(MORNING - DAY)])
    assert early.sessions_done == 0
    other = replace(standing(2, daily(4)), week=1)
    assert other.sessions_done == 0


def test_after_the_last_week_there_is_no_next() -> None:
    last = standing(3, daily(7))
    end = MORNING + 9 * DAY
    assert last.week_is_done(end)
    assert not last.may_move_up(end)
    assert not last.may_begin(4, end)
    assert last.may_begin(3, end)


def test_an_old_button_neither_skips_a_week_nor_takes_away_a_day() -> None:
    midway = standing(2, daily(2))
    now = MORNING + 3 * DAY
    assert [week for week in range(-1, 6) if midway.may_begin(week, now)] == [1]
    done = standing(2, daily(5))
    assert [week for week in range(-1, 6) if done.may_begin(week, MORNING + 6 * DAY)] == [1, 2, 3]
    first = standing(1, daily(1))
    assert not any(first.may_begin(week, now) for week in range(-1, 6))
