"""Nothing that people wrote about times is misread, and little is not read; the same holds for times that others collected."""

import json
from pathlib import Path

import pytest

from bot.content.language.when_heard import when_words
from bot.domain.typed.when.read_when import read_when
from tests.content.places import CONTENT, PROJECT
from tests.listening.times_scoring import NOW, Line, dated, lines, options, score, written

SETS = Path(__file__).parent / "sets"
COLLECTED = PROJECT.parent / "shared" / "listening" / "times.json"
WORDS = when_words(CONTENT)

FLOORS = {"en": 0.9, "es": 0.8, "de": 0.8}

NOT_READ_YET: dict[str, list[str]] = {
    "times.tsv": [],
    "times_own.tsv": [],
    "times-fresh.tsv": [],
}
ASKED_BACK = {"times.tsv": 1, "times_own.tsv": 2, "times-fresh.tsv": 3}
"""How many sentences are also taken for something that nobody meant."""


def _of(name: str) -> list[Line]:
    return list(dated(lines(SETS / name)))


@pytest.mark.parametrize("name", NOT_READ_YET)
def test_what_people_write_is_read_and_never_misread(name: str) -> None:
    found = score(_of(name), WORDS)
    assert found.misread == []
    assert [line.sentence for line in found.unread] == NOT_READ_YET[name]
    assert len(found.asked) == ASKED_BACK[name], found.asked


@pytest.mark.parametrize("language", FLOORS)
def test_times_that_others_collected_are_read_and_never_misread(language: str) -> None:
    """A time without morning or evening is asked about; it counts as read if it is among the answers."""
    if not COLLECTED.is_file():
        pytest.skip("the collection is not beside the project")
    phrases = json.loads(COLLECTED.read_text(encoding="utf-8"))[language]
    read = {phrase: written(read_when(phrase, NOW, WORDS)) for phrase, _ in phrases}
    right = [phrase for phrase, at in phrases if f"daily {at}" in options(read[phrase])]
    misread = [
        phrase
        for phrase, _ in phrases
        if phrase not in right and read[phrase].startswith(("daily", "either"))
    ]
    assert misread == []
    assert len(right) >= FLOORS[language] * len(phrases)


def test_a_misreading_is_told() -> None:
    """Shows that the measure of the sets can fail."""
    said = [
        Line(1, "en", "daily 09:00", "8:00"),
        Line(2, "en", "daily 07:00", "cat cow"),
        Line(3, "en", "none", "9:00"),
    ]
    found = score(said, WORDS)
    assert [line.number for line, _ in found.misread] == [1, 3]
    assert [line.number for line in found.unread] == [2]
