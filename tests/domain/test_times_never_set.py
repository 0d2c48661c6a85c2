"""A date, a name, a refused day, a question or a report is never set as a time of the reminder; wishes that look like one are read."""

from pathlib import Path

import pytest

from bot.content.language.when_heard import when_words
from bot.domain.typed.when.read_when import read_when
from tests.content.places import CONTENT
from tests.listening.times_scoring import NOW, same_once, written

TABLE = Path(__file__).with_name("times_never_set.tsv")
"""Kind, language, what is read in the notation of tests/listening/sets, sentence."""

ROWS = [row.split("\t") for row in TABLE.read_text(encoding="utf-8").splitlines()]
KINDS = list(dict.fromkeys(row[0] for row in ROWS))


@pytest.mark.parametrize("kind", KINDS)
def test_only_a_wish_is_set(kind: str) -> None:
    rows = [
        (language, same_once(meaning), sentence) for each, language, meaning, sentence in ROWS if each == kind
    ]
    read = [(language, _read(sentence, language), sentence) for language, _, sentence in rows]
    assert read == rows


def _read(sentence: str, language: str) -> str:
    return written(read_when(sentence, NOW, when_words(CONTENT, language)))
