"""What the bot itself writes about a reminder is understood when it is typed back."""

from datetime import date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from bot.content.language.when_heard import when_words
from bot.content.language.words import speakers
from bot.domain.reminders.reminder import Reminder
from bot.domain.typed.when.meant import DayTimes, Either, Once, Repeating
from bot.domain.typed.when.read_when import read_when
from bot.screens.days import weekdays, when
from bot.screens.reminders.reminder_list import label
from tests.content.places import CONTENT
from tests.listening.times_scoring import NOW

HEARD = when_words(CONTENT)
WORDS = speakers(CONTENT)["en"]
SMALL_HOURS = range(1, 7)
"""In digits these may be meant in the afternoon too, and are asked about."""

clocks = st.builds(time, st.integers(0, 23), st.integers(0, 59))
some_days = st.frozensets(st.integers(0, 6), min_size=1)


@given(st.lists(clocks, min_size=1, max_size=4, unique=True), some_days)
def test_times_and_days_are_read_as_they_are_shown(times: list[time], days: frozenset[int]) -> None:
    shown = f"{WORDS.all_of(WORDS.clock(at) for at in sorted(times))}, {weekdays(days, WORDS)}"
    wanted = Repeating((DayTimes(days, tuple(sorted(times))),))
    read = read_when(shown, NOW, HEARD)
    is_asked = len(days) == 1 or any(at.hour in SMALL_HOURS for at in times)
    assert read == wanted or (isinstance(read, Either) and wanted in read.options and is_asked)


@given(clocks, st.frozensets(st.integers(0, 6), min_size=2))
def test_so_is_the_label_of_a_button(at: time, days: frozenset[int]) -> None:
    shown = label(Reminder(1, 1, at, days), WORDS)
    if "days" not in shown:
        read, wanted = read_when(shown, NOW, HEARD), Repeating((DayTimes(days, (at,)),))
        assert read == wanted or _is_asked(read, wanted, at)


@given(clocks, st.integers(1, 300))
def test_so_is_one_that_comes_once(at: time, ahead: int) -> None:
    day = date.fromordinal(NOW.date().toordinal() + ahead)
    shown = when(datetime.combine(day, at), NOW.date(), WORDS)
    read = read_when(f"once {shown}", NOW, HEARD)
    if at != time(0):
        assert read == Once(day, at) or _is_asked(read, Once(day, at), at)


def _is_asked(read: object, wanted: object, at: time) -> bool:
    return isinstance(read, Either) and wanted in read.options and at.hour in SMALL_HOURS
