"""The rules know no language: with other words they hear those, and no English."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.content.language.phrases_heard import vocabulary
from bot.domain.reminders.reminder import EVERY_DAY
from bot.domain.typed.dates import DateWords, read_date
from bot.domain.typed.quantities import Amount, QuantityWords, amount_in, minutes_and_rest, minutes_in
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.when.meant import DayTimes, Once, PartOfDay, Repeating
from bot.domain.typed.when.read_when import read_when
from bot.domain.typed.when.when_words import Kind, Meaning, WhenWords
from tests.content.places import CONTENT

MONDAY = date(2026, 1, 5)
NOW = datetime(2026, 1, 5, 10, tzinfo=UTC)
ENGLISH = vocabulary(CONTENT)
NONE = Vocabulary()
ESPERANTO = Vocabulary(
    when=(
        WhenWords(
            {
                "lundo": {Kind.DAY: Meaning(Kind.DAY, days=frozenset({0}))},
                "vendredo": {Kind.DAY: Meaning(Kind.DAY, days=frozenset({4}))},
                "ciutage": {Kind.EACH: Meaning(Kind.EACH, days=EVERY_DAY)},
                "tagmezo": {Kind.PART: Meaning(Kind.PART, part=PartOfDay.NOON)},
                "vespere": {Kind.PART: Meaning(Kind.PART, part=PartOfDay.EVENING)},
                "gis": {Kind.TO: Meaning(Kind.TO)},
                "je": {Kind.AT: Meaning(Kind.AT)},
                "la": {Kind.LINK: Meaning(Kind.LINK)},
                "kaj": {Kind.AND: Meaning(Kind.AND)},
                "atm": {Kind.AM: Meaning(Kind.AM)},
                "ptm": {Kind.PM: Meaning(Kind.PM)},
                "horo": {Kind.HOUR: Meaning(Kind.HOUR)},
                "a": {Kind.HOUR: Meaning(Kind.HOUR)},
                "post": {Kind.IN: Meaning(Kind.IN)},
                "horoj": {Kind.HOURS: Meaning(Kind.HOURS)},
            }
        ),
    ),
    dates=DateWords(
        weekdays={"lundo": 0, "vendredo": 4},
        months={"majo": 5},
        tomorrow=frozenset({"morgaŭ"}),
        days=frozenset({"tago", "tagoj"}),
        weeks=frozenset({"semajno", "semajnoj"}),
        ending=frozenset({"a"}),
        of=frozenset({"de"}),
        before=frozenset({"ĝis", "la", "post"}),
    ),
    quantities=QuantityWords(
        numbers={"kvin": 5, "dek": 10},
        minutes=frozenset({"minutoj"}),
        seconds=frozenset({"sekundoj"}),
        times=frozenset({"fojoj"}),
        each_side=frozenset({"ĉiuflanke"}),
        about=frozenset({"ĉirkaŭ", "mi havas"}),
        of=frozenset({"po"}),
    ),
)

TIMES = {
    "je la 8a": ("at 8h", [time(8)], EVERY_DAY),
    "je la 8a30 ĉiutage": ("daily at 8h30", [time(8, 30)], EVERY_DAY),
    "je 8 ptm": ("at 8 p.m.", [time(20)], EVERY_DAY),
    "je 20 horo": ("at 20h", [time(20)], EVERY_DAY),
    "lundo ĝis vendredo 9:00 kaj tagmezo": ("monday to friday 9:00 and noon", [time(9), time(12)], range(5)),
    "vespere je 8": ("evening at 8", [time(20)], EVERY_DAY),
}
DATES = {
    "morgaŭ": ("tomorrow", date(2026, 1, 6)),
    "post 3 tagoj": ("in 3 days", date(2026, 1, 8)),
    "post 2 semajnoj": ("in 2 weeks", date(2026, 1, 19)),
    "ĝis vendredo": ("until friday", date(2026, 1, 9)),
    "la 3a de majo": ("the 3rd of may", date(2026, 5, 3)),
}
AMOUNTS = {
    "8 fojoj": ("8 times", Amount(times=8)),
    "po 20 sekundoj ĉiuflanke": ("for 20 seconds a side", Amount(hold=20)),
    "3 fojoj po 20 sekundoj": ("3 times for 20 seconds", Amount(hold=20, times=3)),
}


@pytest.mark.parametrize("said", TIMES)
def test_times_are_heard_in_their_language_only(said: str) -> None:
    english, times, days = TIMES[said]
    wanted = Repeating((DayTimes(frozenset(days), tuple(times)),))
    assert read_when(said, NOW, ESPERANTO.when) == wanted == read_when(english, NOW, ENGLISH.when)
    for text, words in ((said, ENGLISH), (english, ESPERANTO), (said, NONE), (english, NONE)):
        assert read_when(text, NOW, words.when) != wanted


def test_how_long_from_now_is_heard_in_its_language_only() -> None:
    in_two_hours = Once(MONDAY, time(12), timedelta(hours=2))
    assert (
        read_when("post 2 horoj", NOW, ESPERANTO.when)
        == in_two_hours
        == read_when("in 2 hours", NOW, ENGLISH.when)
    )
    assert read_when("post 2 horoj", NOW, ENGLISH.when) is None
    assert read_when("in 2 hours", NOW, ESPERANTO.when) is None


@pytest.mark.parametrize("said", DATES)
def test_dates_are_heard_in_their_language_only(said: str) -> None:
    english, day = DATES[said]
    assert read_date(said, MONDAY, ESPERANTO.dates) == day == read_date(english, MONDAY, ENGLISH.dates)
    for text, words in ((said, ENGLISH), (english, ESPERANTO), (said, NONE), (english, NONE)):
        assert read_date(text, MONDAY, words.dates) is None


@pytest.mark.parametrize("said", AMOUNTS)
def test_amounts_are_heard_in_their_language_only(said: str) -> None:
    english, amount = AMOUNTS[said]
    assert amount_in(said, ESPERANTO.quantities) == amount == amount_in(english, ENGLISH.quantities)
    for text, words in ((said, ENGLISH), (english, ESPERANTO), (said, NONE), (english, NONE)):
        assert amount_in(text, words.quantities) is None


def test_minutes_are_heard_in_their_language_only() -> None:
    assert minutes_in("kvin minutoj", ESPERANTO.quantities) == 5
    assert minutes_in("kvin minutoj", ENGLISH.quantities) is None
    assert minutes_in("five minutes", ESPERANTO.quantities) is None
    said = "vespere, mi havas ĉirkaŭ dek minutoj"
    assert minutes_and_rest(said, ESPERANTO.quantities) == (10, "vespere")
    assert minutes_and_rest(said, ENGLISH.quantities) == (None, said)
    assert minutes_and_rest("I have about ten minutes", ESPERANTO.quantities)[0] is None


def test_figures_alone_need_no_language() -> None:
    assert read_when("8:30", NOW, NONE.when) == Repeating((DayTimes(EVERY_DAY, (time(8, 30),)),))
    assert read_date("24.12.", MONDAY, NONE.dates) == date(2026, 12, 24)
    assert minutes_in("٥", NONE.quantities) == 5
    assert amount_in("8", NONE.quantities) == Amount(times=8)
