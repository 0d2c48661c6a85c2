"""A reminder on its way through buttons stays what it was, and nothing that is forged becomes one."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.reminders.draft import MOST_TIMES, Draft, read, written
from bot.domain.reminders.once_draft import OnceDraft, once_read, once_written
from bot.domain.reminders.plan import MOST_LINES, PlanLine, ReminderPlan, plan_read, plan_written, planned

clocks = st.builds(time, st.integers(0, 23), st.integers(0, 59))
drafts = st.builds(
    Draft,
    st.lists(clocks, min_size=1, max_size=MOST_TIMES, unique=True).map(lambda times: tuple(sorted(times))),
    st.frozensets(st.integers(0, 6), min_size=1),
    st.sampled_from(["", "desk-break", "own.12"]),
    st.integers(0, 10**9),
)


@given(drafts)
def test_what_is_written_is_read_as_it_was(draft: Draft) -> None:
    assert read(draft.reminder, *written(draft)) == draft


@given(
    st.text(alphabet="t0123456789-x٣", max_size=24), st.integers(0, 200), st.sampled_from(["today", "", "x"])
)
def test_what_is_read_is_what_would_be_written(times: str, days: int, starts: str) -> None:
    draft = read(0, times, days, starts)
    assert draft is None or written(draft) == (times, days, starts)


@pytest.mark.parametrize("times", ["t2400", "t0760", "t745", "t", "0745", "t0745-"])
def test_what_no_clock_shows_is_no_time(times: str) -> None:
    assert read(0, times, 1, "today") is None


@pytest.mark.parametrize("days", [0, 128, 129, 255])
def test_a_week_has_seven_days(days: int) -> None:
    assert read(0, "t0745", days, "today") is None


starts = st.sampled_from(["", "desk-break", "own.12"])
once = st.builds(OnceDraft, st.dates(date(2000, 1, 1)), clocks, starts, st.integers(0, 10**9))


@given(once)
def test_a_reminder_that_comes_once_is_read_as_it_was(draft: OnceDraft) -> None:
    assert once_read(draft.reminder, *once_written(draft)) == draft


def test_a_reminder_that_comes_once_is_written_as_day_and_time() -> None:
    draft = OnceDraft(date(2026, 1, 6), time(7, 45), "own.12", 3)
    assert once_written(draft) == ("d20260106", "t0745", "own-12")
    assert once_read(3, "d20260106", "t0745", "own-12") == draft


@pytest.mark.parametrize(
    ("day", "at", "starts"),
    [
        ("d20260230", "t0745", "today"),
        ("d2026016", "t0745", "today"),
        ("d2026010٦", "t0745", "today"),
        ("d2026010x", "t0745", "today"),
        ("20260106", "t0745", "today"),
        ("d20260106", "0745", "today"),
        ("d20260106", "t0760", "today"),
        ("d20260106", "t0745", "own.12"),
    ],
)
def test_mallory_forges_no_reminder_that_comes_once(day: str, at: str, starts: str) -> None:
    assert once_read(0, day, at, starts) is None


lines = st.builds(PlanLine, st.frozensets(st.integers(0, 6), min_size=1), clocks)
plans = st.builds(
    ReminderPlan,
    st.lists(lines, min_size=1, max_size=MOST_LINES, unique=True).map(tuple),
    st.integers(0, 10**9),
)


@given(plans)
def test_several_at_once_are_read_as_they_were(plan: ReminderPlan) -> None:
    assert plan_read(plan.reminder, plan_written(plan)) == plan


def test_several_at_once_are_written_as_days_and_times() -> None:
    week, saturday = PlanLine(frozenset(range(5)), time(9)), PlanLine(frozenset({5}), time(11))
    assert plan_written(ReminderPlan((week, saturday))) == "g1f0900-201100"
    assert plan_read(3, "g1f0900-201100") == ReminderPlan((week, saturday), 3)
    assert planned([week, saturday, week], 3) == ReminderPlan((week, saturday), 3), "none twice"
    assert planned([]) is None
    many = [PlanLine(frozenset({0}), time(hour)) for hour in range(MOST_LINES + 1)]
    assert planned(many) is None
    assert planned(many[1:])


@pytest.mark.parametrize(
    "text",
    [
        "g", "1f0900", "g000900", "g800900", "g1f2400", "g1f0900-", "g1f0900-x", "gff0900", "g1F0900", "gX10900", "g1f0900-1f0900",
    ],
)  # fmt: skip
def test_mallory_forges_no_plan(text: str) -> None:
    assert plan_read(0, text) is None
