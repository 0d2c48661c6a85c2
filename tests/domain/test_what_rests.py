"""What rests since something was sharp, and for how long; and that no routine has it in, whatever rests."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.library.exercise import Tag
from bot.domain.person.person import Cleared, Preferences
from bot.domain.person.rechecks import signs_are_due
from bot.domain.person.what_rests import (
    BREATHING_AND_WALKING,
    GENTLY_FOR,
    NOTHING_RESTS,
    RESTS_FOR,
    Resting,
    SharpStop,
    SoreSpot,
    Until,
    WhyEasy,
    resting,
)
from bot.domain.session.doses import dose_for
from bot.domain.session.suitable import Bar, Rests, bar, rest_of, settle
from bot.domain.typed.said.worst_said import worst_said
from tests.examples import BOOK, CAT, CHILD, EXERCISES, LIBRARY, MORNING, ROLL

BERLIN, AUCKLAND = ZoneInfo("Europe/Berlin"), ZoneInfo("Pacific/Auckland")
DAY = timedelta(days=1)


def stop(
    at: datetime = MORNING, where: SoreSpot | None = None, exercise: str = "open-book", session: int = 1
) -> SharpStop:
    return SharpStop(session, exercise, at, at + RESTS_FOR, where)


def test_nothing_rests_for_who_was_never_stopped() -> None:
    assert resting([], MORNING, BERLIN) is NOTHING_RESTS


def test_the_move_rests_seven_days_to_the_minute_and_is_then_asked_about() -> None:
    one = [stop()]
    last = resting(one, MORNING + RESTS_FOR - timedelta(minutes=1), BERLIN)
    assert last.moves == {("open-book", Until((MORNING + RESTS_FOR).date(), is_today=True))}
    assert last.rested == frozenset()
    rested = resting(one, MORNING + RESTS_FOR, BERLIN)
    assert rested == Resting(rested=frozenset({"open-book"}))
    back = resting([replace(one[0], is_back=True)], MORNING + RESTS_FOR, BERLIN)
    assert back == Resting(gently=frozenset({"open-book"}))


def test_what_came_back_is_in_its_smallest_dose_for_a_while() -> None:
    back = [replace(stop(), is_back=True)]
    who = Preferences(level=3, resting=resting(back, MORNING + RESTS_FOR, BERLIN))
    assert dose_for(BOOK, who) == BOOK.dose(1)
    assert dose_for(ROLL, who) == ROLL.dose(3)
    later = Preferences(level=3, resting=resting(back, MORNING + GENTLY_FOR, BERLIN))
    assert dose_for(BOOK, later) == BOOK.dose(3)


@pytest.mark.parametrize("where", [None, SoreSpot.BACK, SoreSpot.ELSEWHERE])
def test_in_the_back_and_where_nobody_said_the_day_is_for_breathing_and_walking(
    where: SoreSpot | None,
) -> None:
    now = resting([stop(where=where)], MORNING + timedelta(hours=3), BERLIN)
    assert now.easy is WhyEasy.MORNING
    assert now.loads == frozenset()
    assert resting([stop(where=where)], MORNING + DAY, BERLIN).easy is None


def test_a_day_is_the_persons_own() -> None:
    """19:30 in Auckland, 7:30 in Greenwich."""
    evening = MORNING.replace(hour=6, minute=30)
    assert resting([stop(evening)], evening, AUCKLAND).easy is WhyEasy.EVENING
    assert resting([stop(evening)], evening + timedelta(hours=5), AUCKLAND).easy is None
    assert resting([stop(evening)], evening + timedelta(hours=5), BERLIN).easy is WhyEasy.MORNING


def test_where_the_hour_is_not_known_the_day_is_long_enough() -> None:
    late = MORNING.replace(hour=23, minute=50)
    assert resting([stop(late)], late + timedelta(hours=15), None).easy is WhyEasy.UNKNOWN
    assert resting([stop(late)], late + timedelta(hours=16), None).easy is None


@pytest.mark.parametrize(("where", "tag"), [(SoreSpot.KNEE, Tag.KNEES), (SoreSpot.WRIST, Tag.WRISTS)])
def test_in_a_knee_or_wrist_only_what_loads_it_rests(where: SoreSpot, tag: Tag) -> None:
    now = resting([stop(where=where)], MORNING, BERLIN)
    assert now.easy is None
    assert now.twice_at is None
    assert now.loads == {(tag, Until((MORNING + RESTS_FOR).date()))}
    who = Preferences(resting=now)
    assert bar(CAT, who) == Bar(rests=Rests.FOR_NOW, until=Until((MORNING + RESTS_FOR).date()))
    assert bar(ROLL, who) is None


@pytest.mark.parametrize(
    ("days", "second", "is_twice"),
    [(6, SoreSpot.BACK, True), (7, None, True), (8, SoreSpot.BACK, False), (3, SoreSpot.KNEE, False), (3, SoreSpot.ELSEWHERE, True)],
)  # fmt: skip
def test_two_in_the_back_within_seven_days_ask_for_the_signs(
    days: int, second: SoreSpot | None, is_twice: bool
) -> None:
    then = MORNING + timedelta(days=days)
    now = resting([stop(where=SoreSpot.BACK), stop(then, second, "cat-cow", 2)], then, BERLIN)
    assert now.twice_at == (then if is_twice else None)
    clear = Preferences(Cleared.CLEAR, MORNING, resting=now)
    assert signs_are_due(clear, then, then) is is_twice
    assert not signs_are_due(replace(clear, cleared_at=then), then, then), "they were looked at since"


moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 1, 30)).map(lambda at: at.replace(tzinfo=UTC))  # noqa: DTZ001
slugs = st.sampled_from([exercise.slug for exercise in EXERCISES])
stops = st.lists(
    st.builds(
        lambda session, slug, at, where, is_back: SharpStop(session, slug, at, at + RESTS_FOR, where, is_back),
        st.integers(1, 9), slugs, moments, st.none() | st.sampled_from(SoreSpot), st.booleans(),
    ),
    max_size=6,
)  # fmt: skip


@given(stops, moments, st.sampled_from([None, BERLIN, AUCKLAND]))
def test_nothing_that_rests_is_in_any_routine(
    every: list[SharpStop], now: datetime, zone: ZoneInfo | None
) -> None:
    who = Preferences(resting=resting(every, now, zone))
    away = {one.exercise for one in every if not one.is_back}
    for routine in LIBRARY.routines.values():
        settled = settle(routine.lines, LIBRARY, who)
        for part in settled.parts:
            assert part.form.ref.exercise not in away
            assert not who.resting.easy or part.form.ref.exercise in BREATHING_AND_WALKING
        assert {line.ref for line in routine.lines} >= set(settled.left_out)


@given(stops, moments)
def test_every_move_that_was_sharp_rests_or_is_asked_about_until_it_is_back(
    every: list[SharpStop], now: datetime
) -> None:
    found = resting(every, now, BERLIN)
    resting_now = {slug for slug, _ in found.moves}
    assert resting_now | found.rested == {one.exercise for one in every if not one.is_back}
    assert not resting_now & found.rested
    assert not found.gently & (resting_now | found.rested)


def test_of_all_that_bars_a_form_its_rest_is_told_first() -> None:
    who = Preferences(
        tags=frozenset({Tag.KNEES}), resting=resting([stop(exercise="cat-cow")], MORNING, BERLIN)
    )
    found = bar(CAT, who)
    assert found
    assert found.rests is Rests.FOR_NOW
    assert rest_of(CHILD, who) == Bar(rests=Rests.TODAY, part=WhyEasy.MORNING)
    assert rest_of(CHILD, who.on_another_day) is None
    assert rest_of(CAT, who.with_nothing_resting) is None
    assert Preferences(resting=Resting()).on_another_day == Preferences()


WORDS = {"sharp": 2, "not sharp": 1, "too much": 1, "down my arm": 3, "chest": 4}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It's SHARP.", 2), ("not sharp, just too much", 1), ("sharp, and down my arm!", 3), ("down my leg", None),
        ("sharp sharp chest", 4), ("", None), ("not sharp. no, sharp", 2), ("sharpen", None), ("!!!", None),
    ],
)  # fmt: skip
def test_of_all_that_is_said_the_worst_counts_and_longer_phrases_keep_their_words(
    text: str, said: int | None
) -> None:
    assert worst_said(text, WORDS, (4, 3, 2, 1)) == said


def test_nothing_is_said_where_there_are_no_words() -> None:
    assert worst_said("sharp", {}, (1,)) is None
