"""Times as people type them on phones: none is misread, and few are not read; what only tells of a time sets none."""

from pathlib import Path

import pytest

from bot.content.language.when_heard import when_words
from bot.domain.typed.when.read_when import read_when
from tests.content.places import CONTENT
from tests.listening.times_scoring import NOW, Line, lines, options, same_once, written

SET = Path(__file__).parent / "sets" / "times-on-phones.tsv"
NOT_READ_YET = {
    "en": ["start and end of day, 9am and 5pm", "when i finish work at 5:30pm"],
    "es": [],
    "de": [],
}


@pytest.mark.parametrize("language", NOT_READ_YET)
def test_what_is_typed_on_phones_is_read_and_never_misread(language: str) -> None:
    read = [(line, _read(line)) for line in lines(SET) if line.language == language]
    wrong = [(line.sentence, line.meaning, found) for line, found in read if not _is_right(line, found)]
    unread = [each for each in wrong if each[1] != "none" and each[2].startswith(("none", "ask"))]
    misread = [each for each in wrong if each not in unread]
    assert misread == []
    assert [sentence for sentence, _, _ in unread] == NOT_READ_YET[language]


def _read(line: Line) -> str:
    return written(read_when(line.sentence, NOW, when_words(CONTENT, line.language)))


def _is_right(line: Line, read: str) -> bool:
    """ "ask": nothing is set, whether a question follows or nothing is heard."""
    if line.meaning == "ask":
        return read.startswith(("none", "ask", "either"))
    return set(options(same_once(line.meaning))) <= set(options(read))
