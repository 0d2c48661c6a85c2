"""The rules know no language: with other words they hear those, and no English."""

from datetime import date, time

import pytest

from bot.content.language.phrases_heard import vocabulary
from bot.domain.reminders.reminder import EVERY_DAY
from bot.domain.typed.dates import DateWords, read_date
from bot.domain.typed.quantities import Amount, QuantityWords, amount_in, minutes_and_rest, minutes_in
from bot.domain.typed.times import Asked, DayWords, read_times
from bot.domain.typed.vocabulary import Vocabulary
from tests.content.places import CONTENT

MONDAY = date(2026, 1, 5)
ENGLISH = vocabulary(CONTENT)
NONE = Vocabulary()
ESPERANTO = Vocabulary(
    days=DayWords(
        days={"lundo": frozenset({0}), "vendredo": frozenset({4}), "ĉiutage": EVERY_DAY},
        times={"tagmezo": time(12)},
        later=frozenset({"vespere"}),
        to=frozenset({"ĝis"}),
        filler=frozenset({"je", "la", "kaj"}),
        am=frozenset({"atm"}),
        pm=frozenset({"ptm"}),
        oclock=frozenset({"horo"}),
        hour=frozenset({"a"}),
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
    "8 p.t.m.": ("8 p.m.", [time(20)], EVERY_DAY),
    "20 horo": ("20 o'clock", [time(20)], EVERY_DAY),
    "lundo ĝis vendredo 9:00 kaj tagmezo": ("monday to friday 9:00 and noon", [time(9), time(12)], range(5)),
    "vespere 8": ("evening 8", [time(20)], EVERY_DAY),
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
    wanted = Asked(tuple(times), frozenset(days))
    assert read_times(said, ESPERANTO.days) == wanted == read_times(english, ENGLISH.days)
    for text, words in ((said, ENGLISH), (english, ESPERANTO), (said, NONE), (english, NONE)):
        assert read_times(text, words.days) is None


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
    assert read_times("8:30", NONE.days) == Asked((time(8, 30),), EVERY_DAY)
    assert read_date("24.12.", MONDAY, NONE.dates) == date(2026, 12, 24)
    assert minutes_in("٥", NONE.quantities) == 5
    assert amount_in("8", NONE.quantities) == Amount(times=8)
