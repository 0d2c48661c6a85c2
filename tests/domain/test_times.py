"""Times and days are understood as people type them."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.reminders.reminder import EVERY_DAY, WORKING_DAYS
from bot.domain.typed.times import Asked, DayWords, read_times

NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WORDS = DayWords(
    days={name: frozenset({day}) for day, full in enumerate(NAMES) for name in (full, full[:3], f"{full}s")}
    | {"weekdays": WORKING_DAYS, "weekend": frozenset({5, 6}), "daily": EVERY_DAY, "day": EVERY_DAY},
    times={"noon": time(12), "midnight": time(0)},
    later=frozenset({"evening", "tonight", "afternoon"}),
    to=frozenset({"to", "till", "through"}),
    am=frozenset({"am"}),
    pm=frozenset({"pm"}),
    oclock=frozenset({"oclock", "o'clock", "uhr"}),
    hour=frozenset({"h"}),
    filler=frozenset({"at", "and", "every", "on", "remind", "me", "in", "the", "each", "morning"}),
)
MON_WED_FRI = frozenset({0, 2, 4})


@pytest.mark.parametrize(
    ("typed", "times", "days"),
    [
        ("weekdays 8:30", [time(8, 30)], WORKING_DAYS),
        ("7:45 and 15:00", [time(7, 45), time(15)], EVERY_DAY),
        ("mon wed fri 18h", [time(18)], MON_WED_FRI),
        ("mon, wed & fri 18h30", [time(18, 30)], MON_WED_FRI),
        ("8 pm", [time(20)], EVERY_DAY),
        ("8pm", [time(20)], EVERY_DAY),
        ("12 am", [time(0)], EVERY_DAY),
        ("12 pm", [time(12)], EVERY_DAY),
        ("8:30 a.m.", [time(8, 30)], EVERY_DAY),
        ("remind me at 8", [time(8)], EVERY_DAY),
        ("Every day at 8.15", [time(8, 15)], EVERY_DAY),
        ("Monday to Friday 9", [time(9)], WORKING_DAYS),
        ("mon-fri 9:00", [time(9)], WORKING_DAYS),
        ("Fri – Sun 9:00", [time(9)], frozenset({4, 5, 6})),
        ("sat to mon 10:00", [time(10)], frozenset({5, 6, 0})),
        ("weekend 10", [time(10)], frozenset({5, 6})),
        ("at noon", [time(12)], EVERY_DAY),
        ("in the evening at 8", [time(20)], EVERY_DAY),
        ("15:00, 7:45, 15:00", [time(7, 45), time(15)], EVERY_DAY),
        ("tuesdays", [], frozenset({1})),
        ("20 uhr", [time(20)], EVERY_DAY),
    ],
)
def test_what_is_typed_is_understood(typed: str, times: list[time], days: frozenset[int]) -> None:
    assert read_times(typed, WORDS) == Asked(tuple(times), days)


@pytest.mark.parametrize(
    "typed", ["", "25:00", "8:75", "13 pm", "0 am", "cat cow at 8", "8:3", "8:30:15", "100", "at", "-", "8x"]
)
def test_what_is_not_understood_is_not_guessed(typed: str) -> None:
    assert read_times(typed, WORDS) is None


@given(st.times(), st.sampled_from(["{0:%H:%M}", "{0:%H.%M}", "{0:%Hh%M}", "{0:%I:%M %p}", "at {0:%I:%M%p}"]))
def test_every_time_of_the_day_is_read_as_it_was_written(at: time, how: str) -> None:
    at = at.replace(second=0, microsecond=0)
    assert read_times(how.format(at), WORDS) == Asked((at,), EVERY_DAY)


@given(st.text())
def test_nothing_that_can_be_typed_breaks_it(typed: str) -> None:
    read_times(typed, WORDS)
