"""Writes and reads what the deep ear has learnt, an array a table."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Tables: TypeAlias = Mapping[str, NDArray[Any]]

_FACTS, _PIECES = "facts", "pieces"


@dataclass(frozen=True, slots=True)
class DeepFacts:
    """`source`: the hash of the model that the pieces and the first weights come from. `sources`: of the sentences it was taught.
    `heads`: how many parts of a word's meaning are looked at apart.
    """

    source: str
    sources: str
    tiers: tuple[str, ...]
    languages: tuple[str, ...]
    layers: int
    heads: int


@dataclass(frozen=True, slots=True)
class DeepLearnt:
    facts: DeepFacts
    pieces: tuple[str, ...]
    tables: Tables


def write_deep(path: Path, learnt: DeepLearnt) -> None:
    """The same tables give the same bytes."""
    words = {_FACTS: json.dumps(asdict(learnt.facts)), _PIECES: "\n".join(learnt.pieces)}
    texts = {name: np.frombuffer(text.encode(), np.uint8) for name, text in words.items()}
    with path.open("wb") as file:
        np.savez(file, allow_pickle=False, **texts, **dict(learnt.tables))


def deep_from(path: Path) -> DeepLearnt:
    """Raises OSError, KeyError, ValueError and BadZipFile."""
    with path.open("rb") as file, np.load(file, allow_pickle=False) as found:
        tables = {name: found[name] for name in found.files}
    facts, pieces = _facts(tables.pop(_FACTS)), tables.pop(_PIECES).tobytes().decode()
    return DeepLearnt(facts, tuple(pieces.split("\n")), tables)


def facts_from(path: Path) -> DeepFacts:
    """Raises what `deep_from` does if the file is cut, or its beginning is damaged."""
    with path.open("rb") as file, np.load(file, allow_pickle=False) as found:
        return _facts(found[_FACTS])


def _facts(table: NDArray[np.uint8]) -> DeepFacts:
    facts = json.loads(table.tobytes())
    told: dict[str, Any] = {
        key: tuple(each) if isinstance(each, list) else each for key, each in facts.items()
    }
    return DeepFacts(**told)


def in_bytes(rows: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Each row in steps of its own, so that its largest number is 127 steps. Returns the rows, and their steps."""
    steps = np.maximum(np.abs(rows).max(1, keepdims=True), 1e-12) / 127
    return np.rint(rows / steps).astype(np.int8), steps.astype(np.float32)
