"""The ear for danger that reads a sentence as a whole: how likely it is each tier, and in which language it is."""

import contextlib
from functools import cached_property, lru_cache
from pathlib import Path
from zipfile import BadZipFile

from bot.content.ear.deep.deep_file import DEEP, DeepLearnt, deep_from
from bot.content.ear.deep.network import Network
from bot.content.ear.deep.word_pieces import WordPieces
from bot.content.ear.shares import UNREADABLE, shares
from bot.content.faults import ContentFault, Fault

_UNREADABLE = (OSError, EOFError, BadZipFile, *UNREADABLE)

_REMEMBERED = 64
"""The last sentences: one is asked about several times while an answer to it is found."""


class DeepEar:
    """Reads its file when it is first asked, which takes a third of a second. If it can't be read any more, it hears nothing, and rules
    listen alone."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._weighed = lru_cache(_REMEMBERED)(self._weighs)

    def __reduce__(self) -> tuple[type["DeepEar"], tuple[Path]]:
        return DeepEar, (self._path,)

    def weighs(self, text: str) -> tuple[dict[str, float], dict[str, float]]:
        """The probability of each tier, and of each language; both empty if it can't read its file."""
        return self._weighed(text)

    def _weighs(self, text: str) -> tuple[dict[str, float], dict[str, float]]:
        if self._read is None:
            return {}, {}
        learnt, pieces, network = self._read
        said = network.scores(pieces.numbers(text, network.longest)).tolist()
        facts, count = learnt.facts, len(learnt.facts.tiers)
        return (
            dict(shares(dict(zip(facts.tiers, said[:count], strict=True)))),
            dict(shares(dict(zip(facts.languages, said[count:], strict=True)))),
        )

    @cached_property
    def _read(self) -> tuple[DeepLearnt, WordPieces, Network] | None:
        with contextlib.suppress(*_UNREADABLE):
            return _read(self._path)
        return None


def _read(path: Path) -> tuple[DeepLearnt, WordPieces, Network]:
    learnt = deep_from(path)
    worth = learnt.tables["word.worth"].tolist()
    return (
        learnt,
        WordPieces(learnt.pieces, worth),
        Network(learnt.tables, learnt.facts.layers, learnt.facts.heads),
    )


def read_deep_ear(folder: Path) -> DeepEar | None:
    """None if nothing was learnt; then only rules listen. Raises ContentFault."""
    if not (folder / DEEP).is_file():
        return None
    if faults := deep_ear_faults(folder):
        raise ContentFault(faults)
    return DeepEar(folder / DEEP)


def deep_ear_faults(folder: Path) -> list[Fault]:
    if not (folder / DEEP).is_file():
        return []
    try:
        _read(folder / DEEP)
    except _UNREADABLE as error:
        return [
            Fault(
                DEEP.as_posix(), "the file", f"can't be read ({error}); `unhunch learn --deep` makes it anew"
            )
        ]
    return []
