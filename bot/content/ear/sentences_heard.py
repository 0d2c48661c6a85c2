"""Reads the sentences that teach the ear, and hashes everything the ear is made from."""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from bot.content.ear.learnt import WORDS

EXAMPLES = Path("hearing") / "examples" / "en"
DANGER = "danger"
_STATES = {"idle": "idle", "questions": "idle", "session": "session", "reminder": "reminder", DANGER: DANGER}
"""By the file's name up to its first full stop: each writer has a file of their own."""

RECIPE = "2"
"""Change this with the way of learning, so that files learnt in another way count as outdated."""


@dataclass(frozen=True, slots=True)
class Sample:
    """`state`: where people may say it. In sentences about danger, `kind` is the tier."""

    state: str
    kind: str
    sentence: str


def samples(folder: Path) -> list[Sample]:
    """Raises OSError and ValueError."""
    return [
        Sample(_STATES[path.name.partition(".")[0]], kind, sentence.strip())
        for path in sorted((folder / EXAMPLES).glob("*.toml"))
        for kind, sentences in tomllib.loads(path.read_text(encoding="utf-8")).items()
        for sentence in sentences.strip().splitlines()
    ]


def hash_of_sources(folder: Path) -> str:
    """Ignores line endings, which some systems change."""
    whole = hashlib.sha256(RECIPE.encode())
    for path in sorted((folder / EXAMPLES).glob("*.toml")):
        whole.update(f"\n{path.name}\n".encode() + path.read_bytes().replace(b"\r\n", b"\n"))
    whole.update((folder / WORDS).read_bytes())
    return whole.hexdigest()
