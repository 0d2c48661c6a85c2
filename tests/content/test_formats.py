"""How lists, times and days are written: in English as ever, in other languages by their own rules."""

from datetime import date, time

import pytest
from babel.localedata import locale_identifiers

from bot.content.language.formats import Formats

NEW_YEAR = date(2026, 1, 5)
THREE = ["Chair", "Wall", "Towel"]


def test_english_is_written_as_in_britain() -> None:
    english = Formats("en")
    assert english.listed(THREE) == "Chair, Wall, Towel"
    assert english.all_of(THREE) == "Chair, Wall and Towel"
    assert english.parted(THREE) == "Chair · Wall · Towel"
    assert english.clock(time(8, 5)) == "8:05"
    assert english.date(NEW_YEAR) == "5 January"
    assert (english.weekday(0), english.weekday(6, short=True)) == ("Monday", "Sun")


def test_nothing_and_one_thing_are_lists_too() -> None:
    english = Formats("en")
    assert (english.listed([]), english.all_of([]), english.parted([])) == ("", "", "")
    assert (english.listed(["Chair"]), english.all_of(["Chair"])) == ("Chair", "Chair")


@pytest.mark.parametrize(
    ("tag", "listed", "all_of", "clock", "day", "weekday"),
    [
        ("de", "a, b, c", "a, b und c", "8:30", "5. Januar", "Mo."),
        ("pt-br", "a, b, c", "a, b e c", "8:30", "5 de janeiro", "seg."),
        ("fi", "a, b, c", "a, b ja c", "8.30", "5. tammikuuta", "ma"),
        ("ja", "a、b、c", "a、b、c", "8:30", "1月5日", "月"),
    ],
)
def test_other_languages_go_by_their_own_rules(  # noqa: PLR0917
    tag: str, listed: str, all_of: str, clock: str, day: str, weekday: str
) -> None:
    language = Formats(tag)
    assert (language.listed("abc"), language.all_of("abc")) == (listed, all_of)
    assert (language.clock(time(8, 30)), language.date(NEW_YEAR)) == (clock, day)
    assert language.weekday(0, short=True) == weekday


def test_every_language_that_babel_knows_can_be_written() -> None:
    for tag in locale_identifiers():
        language = Formats(tag.replace("_", "-").lower())
        assert language.listed(THREE)
        assert language.clock(time(8, 30))
        assert language.date(NEW_YEAR)
        assert language.weekday(0)


def test_what_runs_from_right_to_left_turns_nothing_else_about() -> None:
    english = Formats("en")
    assert english.listed(["שלום", "Ana"]) == "\u2068שלום\u2069, \u2068Ana\u2069"
    assert english.listed(["\u2069שלום\u2068", "Ana"]) == "\u2068שלום\u2069, \u2068Ana\u2069"


def test_a_language_nobody_knows_is_refused() -> None:
    for tag in ("xx-nowhere", "nonsense"):
        with pytest.raises(ValueError, match=r"."):
            Formats(tag)
