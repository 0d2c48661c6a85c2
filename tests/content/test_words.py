"""The speaker: plural, numbers, right to left, and that it never says half a sentence."""

from pathlib import Path
from time import process_time

import pytest

from bot.content.faults import ContentFault
from bot.content.language.words import LONGEST_VALUE, Speaker, WordsFault, speaker
from tests.content.places import CONTENT

SENTENCES = """\
greeting = Hello { $name }!
minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
}
both = { $name } did { $count } of { $all }
two-lines =
    First line
    • second line
nested = Only { minutes }
only-attribute =
    .label = nothing else
"""


@pytest.fixture
def words(tmp_path: Path) -> Speaker:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "en.ftl").write_text(SENTENCES, encoding="utf-8")
    return speaker(tmp_path)


def test_plural_follows_the_number(words: Speaker) -> None:
    assert words("minutes", count=1) == "one minute"
    assert words("minutes", count=5) == "5 minutes"


def test_numbers_are_written_as_people_write_them(words: Speaker) -> None:
    assert words("minutes", count=12345) == "12,345 minutes"


def test_lines_stay_lines(words: Speaker) -> None:
    assert words("two-lines") == "First line\n• second line"


def test_latin_text_holds_no_invisible_marks(words: Speaker) -> None:
    assert words("both", name="Ana", count=3, all=4) == "Ana did 3 of 4"


def test_right_to_left_name_is_isolated(words: Speaker) -> None:
    assert words("greeting", name="مينا") == "Hello \u2068مينا\u2069!"
    assert words("greeting", name="דנה") == "Hello \u2068דנה\u2069!"


def test_name_cannot_break_out_of_its_isolation(words: Speaker) -> None:
    mallory = "\u202eyrollaM\u2069\u2067 مينا"
    assert words("greeting", name=mallory) == "Hello \u2068yrollaM مينا\u2069!"


def test_unknown_sentence_raises(words: Speaker) -> None:
    with pytest.raises(WordsFault, match="no such sentence"):
        words("goodbye")


def test_missing_value_raises_instead_of_saying_its_name(words: Speaker) -> None:
    with pytest.raises(WordsFault, match="greeting"):
        words("greeting")
    with pytest.raises(WordsFault, match="nested"):
        words("nested")


def test_sentence_without_text_raises(words: Speaker) -> None:
    with pytest.raises(WordsFault, match="no text"):
        words("only-attribute")


def test_file_that_is_no_fluent_is_refused(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "en.ftl").write_text("fine = Fine\nbroken = Hello { $name\n", encoding="utf-8")
    with pytest.raises(ContentFault, match=r"words/en\.ftl: .*broken"):
        speaker(tmp_path)


def test_a_value_is_cut_where_fluent_would_refuse_it(words: Speaker) -> None:
    assert words("greeting", name="a" * 100_000) == f"Hello {'a' * LONGEST_VALUE}!"


def test_a_new_sentence_takes_no_time_to_speak_of() -> None:
    """Two hundred of them take less than reading them all."""
    start = process_time()
    words = speaker(CONTENT)
    reading = process_time() - start
    assert min(_seconds(words, begin) for begin in range(0, 1000, 200)) < reading


def _seconds(words: Speaker, begin: int) -> float:
    """For two hundred sentences never said before; the best of a few goes, for the machine may be busy elsewhere."""
    start = process_time()
    for number in range(begin, begin + 200):
        words("player-stay", time=str(number), title="Cat-cow", place=1, places=3)
    return process_time() - start
