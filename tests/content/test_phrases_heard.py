"""What people may type is read language by language, with English beneath it, and told when it can't be."""

from datetime import date, time
from pathlib import Path

import pytest

from bot.content.faults import ContentFault
from bot.content.language.phrases_heard import vocabulary
from bot.domain.reminders.reminder import EVERY_DAY
from bot.domain.typed.dates import read_date
from bot.domain.typed.quantities import minutes_in
from bot.domain.typed.times import Asked, read_times
from bot.domain.typed.vocabulary import Vocabulary, Wish

ENGLISH = """
[wishes]
STOP = ["stop", "halt"]
THANKS = ["👍"]
[numbers]
5 = ["five"]
[quantities]
minutes = ["minutes", "min"]
[clock]
pm = ["pm"]
oclock = ["O’CLOCK"]
[dates]
tomorrow = ["tomorrow"]
[times]
filler = ["at", "mo"]
"""

OTHER = """
[wishes]
HELP = ["halt"]
[numbers]
5 = ["Fünf"]
[quantities]
minutes = ["Minuten"]
[clock]
oclock = ["uhr"]
[dates]
tomorrow = ["Morgen", "übermorgen"]
[days]
0 = ["Montag", "mo"]
[times]
filler = ["um"]
"""

MONDAY = date(2026, 1, 5)


def heard(tmp_path: Path, **languages: str) -> Vocabulary:
    (tmp_path / "hearing").mkdir()
    for language, text in languages.items():
        (tmp_path / "hearing" / f"{language}.toml").write_text(text, encoding="utf-8")
    return vocabulary(tmp_path, list(languages)[-1])


def test_a_language_is_heard_before_english_and_english_beneath_it(tmp_path: Path) -> None:
    words = heard(tmp_path, en=ENGLISH, de=OTHER)
    assert words.wishes == {"stop": Wish.STOP, "halt": Wish.HELP, "👍": Wish.THANKS}
    assert minutes_in("fünf Minuten", words.quantities) == 5 == minutes_in("five min", words.quantities)
    assert read_date("morgen", MONDAY, words.dates) == read_date("tomorrow", MONDAY, words.dates)
    for text in ("20 Uhr", "um 20 uhr", "20 o'clock", "at 8 pm"):
        assert read_times(text, words.days) == Asked((time(20),), EVERY_DAY)
    assert read_times("mo 8:00", words.days) == Asked((time(8),), frozenset({0}))


def test_a_language_without_a_section_or_a_file_hears_what_english_has(tmp_path: Path) -> None:
    words = heard(tmp_path, en=ENGLISH, xx="")
    assert words == vocabulary(tmp_path, "en") == vocabulary(tmp_path, "yy")


def test_english_may_lack_everything(tmp_path: Path) -> None:
    assert heard(tmp_path, en="") == Vocabulary()


def test_what_is_wrong_is_told_of_every_file_at_once(tmp_path: Path) -> None:
    with pytest.raises(ContentFault) as told:
        heard(tmp_path, en="[moves]\nREDY = ['ready']", de="[days]\nMonday = ['Montag']")
    assert told.value.faults == (
        "hearing/en.toml: moves: 'REDY' means nothing to the program, did you mean 'READY'?",
        "hearing/de.toml: days: 'Monday' means nothing to the program",
    )
