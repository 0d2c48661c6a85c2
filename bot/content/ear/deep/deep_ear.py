"""The ear that reads a sentence as a whole: how likely it is each tier of danger, in which language it is, and what it is about."""

import contextlib
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from zipfile import BadZipFile

from bot.content.ear.deep.word_pieces import WordPieces
from bot.content.ear.learnt import DEEP
from bot.content.ear.shares import UNREADABLE, shares
from bot.content.faults import ContentFault, Fault

if TYPE_CHECKING:  # numpy takes a tenth of a second to import, and the start needs none of it
    from bot.content.ear.deep.deep_file import DeepFacts
    from bot.content.ear.deep.network import Network, Numbers

_UNREADABLE = (OSError, EOFError, BadZipFile, *UNREADABLE)

Weighed: TypeAlias = tuple[dict[str, float], dict[str, float]]


class DeepEar:
    """Reads its file when it is first asked, which takes a third of a second. If it can't be read any more, it hears nothing, and rules
    listen alone."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last: tuple[str, Weighed] | None = None
        self._last_half: tuple[str, Numbers] | None = None

    def __reduce__(self) -> tuple[type["DeepEar"], tuple[Path]]:
        return DeepEar, (self._path,)

    def weighs(self, text: str) -> Weighed:
        """The probability of each tier, and of each language; both empty if it can't read its file.

        The last sentence is remembered: it is asked about several times while an answer to it is found.
        """
        if self._last is None or self._last[0] != text:
            self._last = (text, self._weighs(text))
        return self._last[1]

    def meaning(self, text: str) -> "Numbers | None":
        """What the sentence is about, in 384 numbers; None if it can't read its file."""
        if self._read is None:
            return None
        _, pieces, network = self._read
        meaning: Numbers = self._half_read(text, pieces, network).mean(0)
        return meaning

    def _weighs(self, text: str) -> Weighed:
        if self._read is None:
            return {}, {}
        facts, pieces, network = self._read
        said = network.scores_after(self._half_read(text, pieces, network)).tolist()
        count = len(facts.tiers)
        return (
            dict(shares(dict(zip(facts.tiers, said[:count], strict=True)))),
            dict(shares(dict(zip(facts.languages, said[count:], strict=True)))),
        )

    def _half_read(self, text: str, pieces: WordPieces, network: "Network") -> "Numbers":
        """Remembered too: whether a sentence is danger, and what is wished for, is asked one after the other."""
        if self._last_half is None or self._last_half[0] != text:
            self._last_half = (text, network.half_read(pieces.numbers(text, network.longest)))
        return self._last_half[1]

    @cached_property
    def _read(self) -> tuple["DeepFacts", WordPieces, "Network"] | None:
        with contextlib.suppress(*_UNREADABLE):
            return _read(self._path)
        return None


def _read(path: Path) -> tuple["DeepFacts", WordPieces, "Network"]:
    from bot.content.ear.deep.deep_file import deep_from  # noqa: PLC0415
    from bot.content.ear.deep.network import Network  # noqa: PLC0415

    learnt = deep_from(path)
    facts, worth = learnt.facts, learnt.tables["word.worth"].tolist()
    return facts, WordPieces(learnt.pieces, worth), Network(learnt.tables, facts.layers, facts.heads)


def read_deep_ear(folder: Path) -> DeepEar | None:
    """None if nothing was learnt; then only rules listen. Raises ContentFault."""
    if not (folder / DEEP).is_file():
        return None
    if faults := deep_ear_faults(folder):
        raise ContentFault(faults)
    return DeepEar(folder / DEEP)


def deep_ear_faults(folder: Path) -> list[Fault]:
    """Looks at what the file says of itself: to read all of it takes as long as to read half of the other content."""
    if not (folder / DEEP).is_file():
        return []
    from bot.content.ear.deep.deep_file import facts_from  # noqa: PLC0415

    try:
        facts_from(folder / DEEP)
    except _UNREADABLE as error:
        return [
            Fault(
                DEEP.as_posix(), "the file", f"can't be read ({error}); `unhunch learn --deep` makes it anew"
            )
        ]
    return []
