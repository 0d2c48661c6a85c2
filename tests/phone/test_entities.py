"""Formatting: Telegram's own vectors for HTML where they stand beside the project, and what is cleaned and found."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.phone.given.refused import RefusedError
from bot.phone.text.formatted import Formatted, parsed, settled

VECTORS = Path(__file__).parents[3] / "shared" / "botapi-entity-vectors.json"
FLAGS = {"r": 1, "t": 2, "T": 4, "d": 8, "D": 16, "w": 32}


def vectors() -> list[dict[str, Any]]:
    if not VECTORS.is_file():
        return []
    return [vector for vector in json.loads(VECTORS.read_text("utf-8")) if vector["mode"] == "HTML"]


@pytest.mark.skipif(not vectors(), reason="Telegram's vectors do not stand beside the project")
@pytest.mark.parametrize("vector", vectors(), ids=range(len(vectors())))
def test_html_is_read_as_telegram_reads_it(vector: dict[str, Any]) -> None:
    if "error" in vector:
        with pytest.raises(RefusedError) as refusal:
            parsed(vector["in"], "HTML", "")
        assert refusal.value.description == vector["error"]
        return
    found = parsed(vector["in"], "HTML", "")
    assert found.text == vector["text"]
    assert [plain(entity) for entity in found.entities] == [plain(entity) for entity in vector["entities"]]


def plain(entity: dict[str, Any]) -> dict[str, Any]:
    """Telegram's vectors tell the format of a moment by flags; of a long and a short one, the long one shows."""
    kept = dict(entity)
    shape, flags = kept.pop("date_time_format", ""), int(kept.pop("_date_flags", 0))
    flags = flags or sum(FLAGS[letter] for letter in shape)
    for long, short in ((4, 2), (16, 8)):
        flags &= ~short if flags & long else -1
    return {**kept, "flags": flags}


def kinds(text: str) -> list[tuple[str, int, int]]:
    return [(found["type"], found["offset"], found["length"]) for found in settled(Formatted(text)).entities]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start", [("bot_command", 0, 6)]),
        ("🙂 /start@unhunch_bot.", [("bot_command", 3, 18)]),
        ("and/or 1/2 </b>", []),
        ("see example.org or https://example.org/a?b=c.", [("url", 4, 11), ("url", 19, 25)]),
        ("write ana@example.org or @ana_b", [("email", 6, 15), ("mention", 25, 6)]),
        ("#stiff #1 $USD", [("hashtag", 0, 6), ("cashtag", 10, 4)]),
    ],
)
def test_telegram_marks_what_it_knows(text: str, found: list[tuple[str, int, int]]) -> None:
    assert kinds(text) == found


def test_untidy_text_is_tidied_and_its_formatting_moves_along() -> None:
    draft = parsed("\n a\tb\r\n\u202e<b>🙂\u2028c</b> \n", "HTML", "")
    kept = settled(draft)
    assert kept.text == "a b\n🙂c"
    assert [(bold["type"], bold["offset"], bold["length"]) for bold in kept.entities] == [("bold", 4, 3)]


def test_a_hundred_entities_are_kept_and_the_rest_silently_lost() -> None:
    assert len(settled(parsed("<b>a</b> " * 101, "HTML", "")).entities) == 100


def test_nothing_stays_inside_a_block_though_it_was_read() -> None:
    """Telegram's parser gives both, and its servers then keep the outer of what may hold nothing."""
    draft = parsed("<pre><code>a</code></pre>", "HTML", "")
    assert [entity["type"] for entity in draft.entities] == ["pre", "code"]
    assert [entity["type"] for entity in settled(draft).entities] == ["pre"]
