"""What people may type is read language by language, with English beneath it, and told when it can't be."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from bot.content.faults import ContentFault
from bot.content.language.phrases_heard import vocabulary
from bot.domain.reminders.reminder import EVERY_DAY
from bot.domain.typed.dates import read_date
from bot.domain.typed.quantities import minutes_in
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.when.meant import DayTimes, Repeating
from bot.domain.typed.when.read_when import read_when
from bot.domain.typed.wishes.wish import Wish

ENGLISH = """
[wishes]
STOP = ["stop", "halt"]
THANKS = ["👍"]
[numbers]
5 = ["five"]
[quantities]
minutes = ["minutes", "min"]
[dates]
tomorrow = ["tomorrow"]
"""

OTHER = """
[wishes]
HELP = ["halt"]
[numbers]
5 = ["Fünf"]
[quantities]
minutes = ["Minuten"]
[dates]
tomorrow = ["Morgen", "übermorgen"]
"""

WHEN_ENGLISH = """
[words]
pm = ["pm"]
at = ["at"]
"""

WHEN_OTHER = """
[days]
0 = ["Montag"]
[each-day]
0 = ["Montags"]
[months]
3 = ["März"]
[words]
hour = ["Uhr"]
at = ["um"]
"""

MONDAY = date(2026, 1, 5)
NOW = datetime(2026, 1, 5, 10, tzinfo=UTC)


def heard(tmp_path: Path, **languages: str) -> Vocabulary:
    (tmp_path / "hearing" / "when").mkdir(parents=True)
    for language, text in languages.items():
        folder, _, tag = language.rpartition("_")
        (tmp_path / "hearing" / folder / f"{tag}.toml").write_text(text, encoding="utf-8")
    return vocabulary(tmp_path, list(languages)[-1])


def test_a_language_is_heard_before_english_and_english_beneath_it(tmp_path: Path) -> None:
    words = heard(tmp_path, en=ENGLISH, when_en=WHEN_ENGLISH, when_de=WHEN_OTHER, de=OTHER)
    assert words.wishes == {"stop": Wish.STOP, "halt": Wish.HELP, "👍": Wish.THANKS}
    assert minutes_in("fünf Minuten", words.quantities) == 5 == minutes_in("five min", words.quantities)
    assert read_date("morgen", MONDAY, words.dates) == read_date("tomorrow", MONDAY, words.dates)
    assert read_date("3. März", MONDAY, words.dates) == date(2026, 3, 3)
    for text in ("20 Uhr", "um 20 uhr", "at 8 pm"):
        assert read_when(text, NOW, words.when) == Repeating((DayTimes(EVERY_DAY, (time(20),)),))


def test_how_people_say_when_is_heard_whatever_their_language(tmp_path: Path) -> None:
    words = heard(tmp_path, when_de=WHEN_OTHER, when_en=WHEN_ENGLISH, en=ENGLISH)
    assert read_when("montags um 8:00", NOW, words.when) == Repeating((DayTimes(frozenset({0}), (time(8),)),))


def test_a_language_without_a_section_or_a_file_hears_what_english_has(tmp_path: Path) -> None:
    words = heard(tmp_path, en=ENGLISH, when_en=WHEN_ENGLISH, xx="")
    assert words == vocabulary(tmp_path, "en") == vocabulary(tmp_path, "yy")


def test_english_may_lack_everything(tmp_path: Path) -> None:
    assert heard(tmp_path, en="") == Vocabulary()


def test_what_is_wrong_is_told_of_every_file_at_once(tmp_path: Path) -> None:
    with pytest.raises(ContentFault) as told:
        heard(
            tmp_path,
            en="[moves]\nREDY = ['ready']",
            when_xx="[days]\nMonday = ['Montag']",
            de="[edits]\nX = ['x']",
        )
    assert told.value.faults == (
        "hearing/en.toml: moves: 'REDY' means nothing to the program, did you mean 'READY'?",
        "hearing/when/xx.toml: days: 'Monday' means nothing to the program",
        "hearing/de.toml: edits: 'X' means nothing to the program",
    )
