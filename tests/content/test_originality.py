"""Our words are ours: no run of eight or more words is shared with the texts the facts came from."""

import re
from pathlib import Path

import pytest

from tests.content.places import CONTENT, SEEDS

RUN = 8


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+", text.casefold().replace("’", "'").replace("'", ""))
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def written() -> list[Path]:
    return [path for path in sorted(CONTENT.rglob("*")) if path.suffix in (".md", ".toml", ".ftl")]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed texts are not beside the project")
def test_no_run_of_eight_words_is_shared_with_the_seeds() -> None:
    theirs = {run for path in SEEDS.glob("*.txt") for run in runs(path.read_text(encoding="utf-8"))}
    assert len(theirs) > 1000
    shared = {
        (path.name, " ".join(run))
        for path in written()
        for run in runs(path.read_text(encoding="utf-8")) & theirs
    }
    assert not shared


def test_a_shared_run_would_be_found() -> None:
    theirs = runs("One two three four five six seven eight nine, ten.")
    assert runs("ten: two three four FIVE six seven eight nine") & theirs
    assert not runs("two three four five six seven nine eight") & theirs
