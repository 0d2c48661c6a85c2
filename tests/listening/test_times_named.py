"""After a time was asked for, one that is named in a story is proposed or asked about, and never overlooked."""

from datetime import time
from pathlib import Path

import pytest

from bot.content.language.when_heard import when_words
from bot.domain.typed.when.meant import Half, Once
from bot.domain.typed.when.times_named import times_named
from tests.listening.times_scoring import NOW, written

CONTENT = Path(__file__).parents[2] / "content"


def _named(text: str, language: str = "en") -> str:
    return written(times_named(text, NOW, when_words(CONTENT, language)))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("my shift ends and then it's 4pm, put it there", "daily 16:00"),
        ("0645 hours, as in the navy, 22 years of it", "daily 06:45"),
        ("we eat about 6 so 7:30 in the evening lets it settle", "daily 19:30"),
        ("no hurry at my age, 11 in the morning will do me fine", "daily 11:00"),
        ("tea break, 10.20, like my gran always had", "either daily 10:20 | daily 22:20"),
        ("ten to nine pm, supper is at 7.15 pm", "either daily 20:50 | daily 19:15"),
    ],
)
def test_a_time_that_is_certain_is_found_in_a_story(said: str, meant: str) -> None:
    assert _named(said) == meant


@pytest.mark.parametrize(
    ("said", "language", "meant"),
    [
        ("once y veinte de la mañana, en el recreo del cole", "es", "daily 11:20"),
        ("im Labor um 9 Uhr 40, wenn alle weg sind", "de", "daily 09:40"),
    ],
)
def test_so_it_is_in_spanish_and_german(said: str, language: str, meant: str) -> None:
    assert _named(said, language) == meant


@pytest.mark.parametrize(
    "said",
    [
        "I've twins aged 2 and a lad of 11",
        "after 20 minutes I'm bored",
        "whenever, you choose",
        "it's 3 flights of stairs",
    ],
)
def test_other_numbers_are_none(said: str) -> None:
    assert _named(said) == "none"


def test_the_day_that_the_sentence_names_is_kept() -> None:
    words = when_words(CONTENT, "en")
    today, workdays = Half(day=NOW.date()), Half(frozenset(range(5)))
    assert times_named("8pm, then leave me be", NOW, words, today) == Once(NOW.date(), time(20))
    assert written(times_named("8pm, mate", NOW, words, workdays)) == "01234 20:00"
