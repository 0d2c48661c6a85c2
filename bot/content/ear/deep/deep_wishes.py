"""What is wished for, told from what the deep ear makes of a whole sentence: a table that was taught beside it."""

import contextlib
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from bot.content.ear.deep.deep_ear import DeepEar
from bot.content.ear.learnt import DEEP, WISHES
from bot.content.ear.sentences_heard import hash_of_sources
from bot.content.ear.shares import MAKE_ANEW, UNREADABLE
from bot.content.faults import Fault

if TYPE_CHECKING:  # numpy takes a tenth of a second to import, and the start needs none of it
    from bot.content.ear.deep.network import Numbers

_UNREADABLE = (OSError, EOFError, BadZipFile, *UNREADABLE)


@dataclass(frozen=True, slots=True)
class WishTable:
    """`kinds`: "idle/start". `weights`: a row for each number of a meaning, a column for each kind. `sources`: the hash of everything it was
    made from.
    """

    sources: str
    kinds: tuple[str, ...]
    weights: "Numbers"
    start: "Numbers"


class DeepWishes:
    """Reads its file when it is first asked; if it can't be read any more, it hears nothing."""

    def __init__(self, path: Path, ear: DeepEar) -> None:
        self._path, self._ear = path, ear

    def __reduce__(self) -> tuple[type["DeepWishes"], tuple[Path, DeepEar]]:
        return DeepWishes, (self._path, self._ear)

    def scores(self, text: str) -> Mapping[str, float]:
        """What speaks for each kind, behind its state: "idle/start"."""
        meaning = self._ear.meaning(text)
        if self._table is None or meaning is None:
            return {}
        said = (meaning @ self._table.weights + self._table.start).tolist()
        return dict(zip(self._table.kinds, said, strict=True))

    @cached_property
    def _table(self) -> WishTable | None:
        with contextlib.suppress(*_UNREADABLE):
            return wish_table_from(self._path)
        return None


def read_deep_wishes(folder: Path, ear: DeepEar | None) -> DeepWishes | None:
    """None if nothing was learnt."""
    return DeepWishes(folder / WISHES, ear) if ear and (folder / WISHES).is_file() else None


def deep_wishes_faults(folder: Path) -> list[Fault]:
    if not (folder / WISHES).is_file():
        return []
    try:
        fits = wish_table_from(folder / WISHES).sources == hash_of_wishes(folder)
    except _UNREADABLE:
        return [Fault(WISHES.as_posix(), "the file", f"can't be read; {MAKE_ANEW}")]
    told = f"was learnt from other sentences, or another ear; {MAKE_ANEW}"
    return [] if fits else [Fault(WISHES.as_posix(), "the file", told)]


def hash_of_wishes(folder: Path) -> str:
    """Raises OSError."""
    ear = hashlib.sha256((folder / DEEP).read_bytes()).hexdigest()
    return hashlib.sha256(f"{hash_of_sources(folder)} {ear}".encode()).hexdigest()


def write_wish_table(path: Path, table: WishTable) -> None:
    """The same table gives the same bytes."""
    import numpy as np  # noqa: PLC0415

    words = {"sources": table.sources, "kinds": "\n".join(table.kinds)}
    texts = {name: np.frombuffer(text.encode(), np.uint8) for name, text in words.items()}
    with path.open("wb") as file:
        np.savez(
            file, allow_pickle=False, **texts, weights=table.weights.astype(np.float16), start=table.start
        )


def wish_table_from(path: Path) -> WishTable:
    """Raises OSError, KeyError, ValueError and BadZipFile."""
    import numpy as np  # noqa: PLC0415

    with path.open("rb") as file, np.load(file, allow_pickle=False) as found:
        sources, kinds = (found[name].tobytes().decode() for name in ("sources", "kinds"))
        return WishTable(
            sources, tuple(kinds.split("\n")), found["weights"].astype(np.float32), found["start"]
        )
