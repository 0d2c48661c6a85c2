"""A time without its hour counts from the one that was named, and days that are named as free ones are left out."""

from datetime import UTC, date, datetime, time

import pytest

from bot.content.language.when_heard import when_words
from bot.domain.reminders.reminder import EVERY_DAY, WORKING_DAYS
from bot.domain.typed.when.meant import DayTimes, Either, Once, Repeating, When
from bot.domain.typed.when.read_when import read_when
from tests.content.places import CONTENT

WORDS = when_words(CONTENT)
NOW = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)
"""A Monday."""

WEEKEND = frozenset({5, 6})


def heard(text: str) -> When | None:
    return read_when(text, NOW, WORDS)


def at(*times: time, days: frozenset[int] = EVERY_DAY) -> Repeating:
    return Repeating((DayTimes(days, times),))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("6 am every day. nah, half past", at(time(6, 30))),
        ("6am daily, no, quarter to", at(time(5, 45))),
        ("8pm mon-fri. no wait, ten past", at(time(20, 10), days=WORKING_DAYS)),
        ("lunch is at 1pm, remind me 20 mins before, weekdays", at(time(12, 40), days=WORKING_DAYS)),
        ("i'm up 7.30am, so a quarter of an hour after, daily", at(time(7, 45))),
    ],
)
def test_a_time_without_its_hour_counts_from_the_one_named(said: str, meant: When) -> None:
    assert heard(said) == meant


def test_of_which_half_it_is_stays_open() -> None:
    meant = heard("bus comes at eight so buzz me ten to, mon-fri")
    assert isinstance(meant, Either)
    assert set(meant.options) == {
        at(time(7, 50), days=WORKING_DAYS),
        at(time(19, 50), days=WORKING_DAYS),
    }


@pytest.mark.parametrize("said", ["half past", "ten to", "20 minutes before"])
def test_without_an_hour_there_is_no_time(said: str) -> None:
    assert heard(said) is None


@pytest.mark.parametrize(
    "said",
    ["8am in the week, lie in till 10 sat and sun", "8am mon to fri, let me sleep till ten at weekends"],
)
def test_until_when_somebody_lies_in_is_their_time(said: str) -> None:
    assert heard(said) == Repeating((DayTimes(WORKING_DAYS, (time(8),)), DayTimes(WEEKEND, (time(10),))))


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("20 past 8 am, not on my days off (sat sun)", WORKING_DAYS),
        ("8:20 am, not on my days off: thu and fri", EVERY_DAY - {3, 4}),
        ("8:20 am except my day off, wednesday", EVERY_DAY - {2}),
    ],
)
def test_days_off_by_name_are_left_out(said: str, days: frozenset[int]) -> None:
    assert heard(said) == at(time(8, 20), days=days)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("tuesday next wk 3pm", date(2026, 1, 13)),
        ("3pm daily, oh no hold on, just today", date(2026, 1, 5)),
        ("3pm every day, sorry, only tomorrow", date(2026, 1, 6)),
    ],
)
def test_one_day_is_one_day(said: str, day: date) -> None:
    assert heard(said) == Once(day, time(15))
