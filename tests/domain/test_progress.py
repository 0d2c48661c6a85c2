"""What was done is counted, what was not done never; a level changes only when it is asked for."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.person.person import Cleared, Floor, Preferences, Seen
from bot.domain.person.stages import Stage
from bot.domain.planner.easing import Effort, HowLow, PastSession
from bot.domain.progress.diary import Entry, Rating
from bot.domain.progress.taken_down import FLOOR, MINUTES, last_step, stepped_back, stepped_down
from bot.domain.progress.tally import (
    BackTo,
    Level,
    LevelOffer,
    Longer,
    OffTheFloor,
    Shorter,
    WeekSoFar,
    days_ago,
    is_back,
    level_to_offer,
    monday,
    week,
)
from bot.domain.session.session import Phase

DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
WEDNESDAY = datetime(2026, 1, 7, 18, tzinfo=UTC)
MONDAY = datetime(2026, 1, 5, tzinfo=UTC)
STEADY = Preferences(Cleared.CLEAR, level=2)

moments = st.datetimes(datetime(2025, 12, 1), datetime(2026, 2, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds of naive parts
entries = st.lists(
    st.builds(
        Entry,
        routine=st.just("morning"),
        exercise=st.just("cat-cow"),
        began_at=moments,
        seconds=st.integers(0, 900),
        phase=st.sampled_from(Phase),
        rating=st.none() | st.sampled_from(Rating),
    )
)


def done(at: datetime, seconds: int = 120) -> Entry:
    return Entry("morning", "cat-cow", at, seconds, Phase.FINISHED)


def rated(*ratings: str) -> list[Entry]:
    """Newest first: e, r, h, u; "-" unrated; "x" stopped for a sharp pain."""
    return [
        replace(
            done(WEDNESDAY),
            rating=Rating(each) if each in "erhu" else None,
            phase=Phase.STOPPED if each == "x" else Phase.FINISHED,
        )
        for each in ratings
    ]


def test_weeks_begin_on_monday() -> None:
    assert monday(MONDAY) == monday(WEDNESDAY) == monday(MONDAY + 7 * DAY - SECOND) == MONDAY
    assert monday(MONDAY - SECOND) == MONDAY - 7 * DAY


def test_days_on_which_they_did_it_without_us_count_once_and_have_no_seconds() -> None:
    days = {(MONDAY + n * DAY).date() for n in (-1, 0, 1, 3)}
    assert week([done(MONDAY)], 4, WEDNESDAY, days) == WeekSoFar(days=2, goal=4, seconds=120)


def test_two_sessions_of_a_day_are_one_day_and_all_their_seconds() -> None:
    some = [done(MONDAY), done(MONDAY + DAY / 2, 60), done(MONDAY - SECOND), done(WEDNESDAY, 30)]
    assert week(some, 4, WEDNESDAY) == WeekSoFar(days=2, goal=4, seconds=210)


def test_what_was_begun_and_not_done_is_no_day() -> None:
    assert week([done(WEDNESDAY, 0)], 4, WEDNESDAY).days == 0


@given(entries, entries, moments)
def test_doing_more_never_counts_for_less(some: list[Entry], more: list[Entry], now: datetime) -> None:
    before, after = week(some, 4, now), week([*some, *more], 4, now)
    assert 0 <= before.days <= after.days <= 7
    assert before.seconds <= after.seconds


@given(entries, moments)
def test_what_was_before_this_week_changes_nothing_in_it(some: list[Entry], now: datetime) -> None:
    ours = [entry for entry in some if entry.began_at >= monday(now)]
    assert week(some, 4, now) == week(ours, 4, now)


def test_yesterday_is_yesterday_after_one_midnight() -> None:
    assert [days_ago(WEDNESDAY - hours * timedelta(hours=1), WEDNESDAY) for hours in (0, 18, 19, 43)] == [
        0,
        0,
        1,
        2,
    ]


@pytest.mark.parametrize(("days", "back"), [(0, False), (13.9, False), (14, True), (300, True)])
def test_after_two_weeks_one_comes_back(days: float, back: bool) -> None:
    assert is_back(WEDNESDAY - days * DAY, WEDNESDAY) is back


def test_nobody_comes_back_who_was_never_here() -> None:
    assert not is_back(None, WEDNESDAY)


@pytest.mark.parametrize(
    ("ratings", "level"),
    [
        ("", None), ("e", None), ("ee", None), ("eee", 3), ("eeer", 3), ("eeee", 3), ("e-e-e", 3),
        ("--eee", 3), ("eeue", None), ("eexe", None), ("xeee", None), ("ueee", None), ("eere", None),
        ("h", None), ("hh", 1), ("hhh", 1), ("h-h", 1), ("hrh", None), ("hhe", 1), ("rr", None),
    ],
)  # fmt: skip
def test_a_level_is_offered_after_a_row_of_one_kind(ratings: Sequence[str], level: int | None) -> None:
    assert level_to_offer(rated(*ratings), STEADY) == (Level(level) if level else None)


def test_who_was_asked_is_asked_again_only_after_as_many_more() -> None:
    """Asked yesterday: what they did until then counts no more."""
    before = [replace(entry, began_at=WEDNESDAY - DAY) for entry in rated(*"eeee")]
    for since_then, level in (("", None), ("ee", None), ("eee", Level(3))):
        some = [*rated(*since_then), *before]
        assert level_to_offer(some, STEADY, since=WEDNESDAY - DAY / 2) == level


def test_above_the_last_level_there_is_nothing() -> None:
    assert level_to_offer(rated(*"eee"), replace(STEADY, level=3)) is None
    assert level_to_offer(rated(*"eee"), replace(STEADY, level=1)) == Level(2)


def was(minutes: int, where: HowLow) -> PastSession:
    return PastSession(WEDNESDAY.date(), Effort.HARD, minutes * 60 - 2, 1, where, 1)


ON_FLOOR, STANDING, SEATED = HowLow.FLOOR, HowLow.STANDING, HowLow.SEATED


@pytest.mark.parametrize(
    ("minutes", "floor", "last", "offer"),
    [
        (15, Floor.YES, None, Shorter(10)), (10, None, None, Shorter(5)), (7, Floor.YES, None, Shorter(5)),
        (None, Floor.YES, None, Shorter(2)), (5, Floor.SEATED, None, Shorter(2)),
        (15, Floor.YES, was(4, SEATED), Shorter(2)), (5, Floor.YES, was(20, ON_FLOOR), Shorter(2)),
        (2, Floor.YES, None, OffTheFloor(Floor.STAND)), (5, Floor.YES, was(2, ON_FLOOR), OffTheFloor(Floor.STAND)),
        (5, Floor.YES, was(2, STANDING), OffTheFloor(Floor.SEATED)), (5, Floor.YES, was(2, SEATED), None),
        (2, None, None, OffTheFloor(Floor.SEATED)), (1, Floor.STAND, None, OffTheFloor(Floor.SEATED)),
        (2, Floor.BED, None, OffTheFloor(Floor.SEATED)), (2, Floor.SEATED, None, None),
    ],
)  # fmt: skip
def test_below_the_first_level_less_is_what_would_have_changed_the_last_session(
    minutes: int | None, floor: Floor | None, last: PastSession | None, offer: LevelOffer | None
) -> None:
    who = replace(STEADY, level=1, minutes=minutes, floor=floor)
    assert level_to_offer(rated(*"hh"), who, last=last) == offer


def test_what_was_taken_last_comes_back_first() -> None:
    who = replace(STEADY, level=1, minutes=10, floor=Floor.YES)
    lower = stepped_down(stepped_down(who, MINUTES, 5), FLOOR, Floor.SEATED)
    assert (lower.minutes, lower.floor) == (5, Floor.SEATED)
    for offer in (BackTo(Floor.YES), Longer(10)):
        assert level_to_offer(rated(*"eee"), lower) == offer
        assert level_to_offer(rated(*"eee"), replace(lower, stage=Stage.MODERATE)) is None
        step = last_step(lower)
        assert step
        lower = stepped_back(lower, step)
    assert lower == who
    assert level_to_offer(rated(*"eee"), lower) == Level(2)


def test_what_was_changed_since_is_no_step_any_more() -> None:
    lower = stepped_down(stepped_down(STEADY, MINUTES, 2), FLOOR, Floor.SEATED)
    assert level_to_offer(rated(*"eee"), replace(lower, floor=Floor.BED)) == Longer(5)
    assert level_to_offer(rated(*"eee"), replace(lower, floor=Floor.BED, minutes=15)) == Level(3)
    for text in ("minutes.x.2", "gone.1.2", "floor.yes.moon", "minutes", "minutes.5."):
        assert last_step(replace(STEADY, taken_down=text)) is None


def test_who_is_to_be_gentle_does_the_lowest_level_whatever_they_chose() -> None:
    for who in (replace(STEADY, seen=Seen.NEW), replace(STEADY, cleared=Cleared.SOON)):
        assert level_to_offer(rated(*"eee"), who) is None
        assert level_to_offer(rated(*"hh"), who) == Shorter(2)


@pytest.mark.parametrize(("stage", "down"), [(Stage.MODERATE, Level(1)), (Stage.HIGH, Shorter(2))])
def test_while_it_hurts_more_nothing_is_added_and_less_is_less_than_what_counts_now(
    stage: Stage, down: LevelOffer
) -> None:
    who = replace(STEADY, stage=stage)
    assert level_to_offer(rated(*"eee"), who) is None
    assert level_to_offer(rated(*"hh"), replace(who, level=3)) == down


@given(entries, st.sampled_from([1, 2, 3]), st.sampled_from(Stage), st.none() | st.integers(1, 15))
def test_what_is_offered_is_one_step_away(
    some: list[Entry], level: int, stage: Stage, minutes: int | None
) -> None:
    who = replace(STEADY, level=level, stage=stage, minutes=minutes)
    match level_to_offer(some, who):
        case Level(other):
            assert abs(other - who.dose_level) == 1
            assert 1 <= other <= 3
        case Shorter(less):
            assert who.dose_level == 1
            assert 2 <= less < (minutes or 5)
        case OffTheFloor(floor):
            assert (minutes or 5) <= 2
            assert floor is Floor.SEATED
