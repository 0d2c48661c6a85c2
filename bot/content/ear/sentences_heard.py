"""Reads the sentences that teach the ear, and hashes everything the ear is made from."""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from bot.content.ear.learnt import WORDS

ALL_EXAMPLES = Path("hearing") / "examples"
EXAMPLES = ALL_EXAMPLES / "en"
DANGER = "danger"
_STATES = {"idle": "idle", "questions": "idle", "session": "session", "reminder": "reminder", DANGER: DANGER}
"""By the file's name up to its first full stop: each writer has a file of their own."""

OF_HOW_ONE_IS = {"hurts", "unwell", "sick", "work-around", "better", "motivation", "complaint-about-bot"} | {
    "q-hurt-normal", "q-worse", "q-when-doctor", "doctor-question", "floor", "stop", "pause", "busy"
}  # fmt: skip
"""Wishes that touch on how somebody is; all others are harmless, and the ear for danger learns that from them."""

HARMLESS = "harmless"
_ONE_WISH_IN = 4
"""One in so many is enough: or there would be more wishes than sentences of any other language."""

RECIPE = "3"
"""Change this with the way of learning, so that files learnt in another way count as outdated."""


@dataclass(frozen=True, slots=True)
class Sample:
    """`state`: where people may say it. In sentences about danger, `kind` is the tier."""

    state: str
    kind: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ForeignSample:
    """`language`: the name of its folder. `kind`: the tier, "everyday" or "harmless"."""

    language: str
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


def dangers_in_all(folder: Path) -> list[ForeignSample]:
    """Includes English with its wishes: what English shares with the others, above all borrowed words, must alarm nobody. Raises
    OSError and ValueError.
    """
    english = samples(folder)
    wishes = [each for each in english if each.state != DANGER][::_ONE_WISH_IN]
    return [
        *(ForeignSample("en", each.kind, each.sentence) for each in english if each.state == DANGER),
        *(ForeignSample("en", HARMLESS, each.sentence) for each in wishes),
        *(
            ForeignSample(path.parent.name, kind, sentence.strip())
            for path in _danger_files(folder)
            for kind, sentences in tomllib.loads(path.read_text(encoding="utf-8")).items()
            for sentence in sentences.strip().splitlines()
        ),
    ]


def _danger_files(folder: Path) -> list[Path]:
    return sorted(
        path for path in (folder / ALL_EXAMPLES).glob("*/danger*.toml") if path.parent.name != EXAMPLES.name
    )


def hash_of_sources(folder: Path) -> str:
    whole = _hash_of(folder / EXAMPLES, "*.toml")
    whole.update((folder / WORDS).read_bytes())
    return whole.hexdigest()


def hash_of_all(folder: Path) -> str:
    return _hash_of(folder / ALL_EXAMPLES, "*/*.toml").hexdigest()


def _hash_of(folder: Path, files: str) -> "hashlib._Hash":
    """Ignores line endings, which some systems change."""
    whole = hashlib.sha256(RECIPE.encode())
    for path in sorted(folder.glob(files)):
        name = path.relative_to(folder).as_posix()
        whole.update(f"\n{name}\n".encode() + path.read_bytes().replace(b"\r\n", b"\n"))
    return whole
