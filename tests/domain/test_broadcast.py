"""How long a message to everybody waits for each person, and when it keeps away from them; and the figures of twelve weeks."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.admin.broadcast import PATIENCE, Letter, is_on_the_mat, next_try
from bot.domain.admin.stats import crowd_chart
from bot.domain.session.script import write
from bot.domain.session.session import begin
from tests.examples import ANA, MORNING, ROLL, part, without_script


def minutes_until_next(tries: int, at_least: float = 0.0) -> float:
    return (next_try(tries, MORNING, at_least) - MORNING).total_seconds() / 60


def test_each_pause_is_twice_the_one_before_up_to_a_quarter_of_an_hour() -> None:
    pauses = [minutes_until_next(tries) * 60 for tries in range(-1, 12)]
    assert pauses == [2, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]


def test_telegram_is_waited_for_as_long_as_it_says_within_reason() -> None:
    assert minutes_until_next(0, at_least=180) == 3
    assert minutes_until_next(8, at_least=1) * 60 == 512, "no sooner than it would be anyway"
    assert minutes_until_next(0, at_least=86_400) == 15


@given(st.integers(-5, 10_000), st.floats(0, 1e9))
def test_no_number_makes_a_pause_endless_or_none(tries: int, at_least: float) -> None:
    assert timedelta(seconds=2) <= next_try(tries, MORNING, at_least) - MORNING <= timedelta(minutes=15)


def test_a_person_is_waited_for_a_whole_day() -> None:
    letter = Letter(broadcast=1, person=ANA, since=MORNING)
    assert not letter.is_too_late(MORNING + PATIENCE)
    assert letter.is_too_late(MORNING + PATIENCE + timedelta(seconds=1))
    assert timedelta(hours=24) == PATIENCE


def test_nobody_is_interrupted_while_a_clock_runs_nor_soon_after_a_tap() -> None:
    begun = begin(1, ANA, "", write([part(ROLL)], frozenset()), MORNING)
    waits = without_script(replace(begun, wake_at=None))
    assert is_on_the_mat(waits, MORNING + timedelta(minutes=59))
    assert not is_on_the_mat(waits, MORNING + timedelta(hours=1)), (
        "who has put the phone away for an hour is not on the mat"
    )
    counting = replace(waits, wake_at=MORNING + timedelta(hours=3))
    assert is_on_the_mat(counting, MORNING + timedelta(hours=2))
    assert not is_on_the_mat(None, MORNING)


TUESDAY = date(2026, 3, 31)


def test_the_chart_ends_with_this_week_and_a_week_without_anybody_is_none() -> None:
    monday = date(2026, 3, 30)
    counted = {monday: (5, 3), monday - timedelta(weeks=1): (4, 2), monday - timedelta(weeks=11): (1, 1)}
    chart = crowd_chart(counted, TUESDAY)
    assert chart.sessions == (1, *[0] * 9, 4, 5)
    assert chart.people == (1, *[0] * 9, 2, 3)


def test_what_is_older_than_the_chart_or_no_monday_is_left_out() -> None:
    chart = crowd_chart({date(2026, 1, 5): (9, 9), TUESDAY: (8, 8)}, TUESDAY)
    assert chart.sessions == chart.people == (0,) * 12
