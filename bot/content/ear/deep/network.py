"""Reads the pieces of a sentence in their order, and tells how much speaks for each tier and each language.

It is the encoder of BERT (Devlin and others, 2018), small: each layer looks from every piece at all others, then at each alone.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.content.ear.deep.deep_file import Tables

Numbers = NDArray[np.float32]

_NEVER_ZERO = np.float32(1e-12)
_ONE = np.ones(1, np.float32)

HALF = 8
"""Layers after which wishes are told apart best: the later ones were taught danger alone."""

_COLUMNS = 32
"""Tables are multiplied in blocks of so many: a few rows times a large table takes numpy's BLAS twice as long in one go."""


class Network:
    def __init__(self, tables: Tables, layers: int, heads: int) -> None:
        self._steps, self._nibbles = tables["word.steps"], tables["word.nibbles"]
        self._tables = {name: _to_be_used(tables, name) for name in tables if "word." not in name}
        self._layers, self._heads = layers, heads

    @property
    def longest(self) -> int:
        """In word pieces."""
        return len(self._tables["places"])

    def scores(self, numbers: Sequence[int]) -> Numbers:
        return self.scores_after(self.half_read(numbers))

    def half_read(self, numbers: Sequence[int]) -> Numbers:
        """What the first `HALF` layers make of each piece: what is meant, not yet bent towards danger."""
        tables = self._tables
        begun = _even(self._words(numbers) + tables["places"][: len(numbers)], tables, "begin")
        return self._read_on(begun, range(min(HALF, self._layers)))

    def scores_after(self, half_read: Numbers) -> Numbers:
        whole = self._read_on(half_read, range(HALF, self._layers))
        scores: Numbers = _through(whole.mean(0, keepdims=True), self._tables, "said")[0]
        return scores

    def _read_on(self, read: Numbers, layers: range) -> Numbers:
        tables = self._tables
        for layer in layers:
            read = self._looked_around(read, f"{layer}")
            turned = _gelu(_through(read, tables, f"{layer}.wide"))
            read = _even(read + _through(turned, tables, f"{layer}.narrow"), tables, f"{layer}.thought")
        return read

    def _words(self, numbers: Sequence[int]) -> Numbers:
        """Each meaning is kept in steps of 4 bits, 32 numbers in a block that has its own step: the lower halves of the bytes first."""
        packed = self._nibbles[list(numbers)]
        halves = np.concatenate([packed & 15, packed >> 4], axis=-1).astype(np.float32) - 8
        steps = self._steps[list(numbers)].astype(np.float32)[..., None]
        return (halves * steps).reshape(len(numbers), -1)

    def _looked_around(self, read: Numbers, layer: str) -> Numbers:
        tables, count = self._tables, len(read)
        parts = _through(read, tables, f"{layer}.look").reshape(count, 3, self._heads, -1)
        asked, known, told = parts.transpose(1, 2, 0, 3)
        near = asked @ known.transpose(0, 2, 1) / np.float32(asked.shape[-1] ** 0.5)
        near = np.exp(near - near.max(-1, keepdims=True))
        seen = (near / near.sum(-1, keepdims=True)) @ told
        gathered = seen.transpose(1, 0, 2).reshape(count, -1)
        return _even(read + _through(gathered, tables, f"{layer}.gather"), tables, f"{layer}.look")


def _through(read: Numbers, tables: Tables, name: str) -> Numbers:
    """A table in bytes is made into numbers only while it is used: the processor is faster at that than at fetching four times as much."""
    blocks = read @ tables[name].astype(np.float32, copy=False)
    sums = blocks.transpose(1, 0, 2).reshape(len(read), -1)
    return sums * tables.get(f"{name}.steps", _ONE) + tables[f"{name}.start"]


def _to_be_used(tables: Tables, name: str) -> NDArray[Any]:
    """Large tables are kept in bytes with a row for each output. Multiplying needs a column for each, in blocks."""
    table = tables[name]
    if name.endswith(".steps"):
        return table.astype(np.float32).reshape(-1)
    if table.ndim == 1 or name == "places":
        return table.astype(np.float32)
    whole = table.T if f"{name}.steps" in tables else table.astype(np.float32)
    columns = whole.shape[1]
    size = columns if columns % _COLUMNS else _COLUMNS
    return np.ascontiguousarray(whole.reshape(len(whole), -1, size).transpose(1, 0, 2))


def _even(read: Numbers, tables: Tables, name: str) -> Numbers:
    apart = read - read.mean(-1, keepdims=True)
    even: Numbers = apart / np.sqrt((apart * apart).mean(-1, keepdims=True) + _NEVER_ZERO)
    return even * tables[f"{name}.scale"] + tables[f"{name}.shift"]


def _gelu(read: Numbers) -> Numbers:
    """GELU by the hyperbolic tangent, the approximation of Hendrycks and Gimpel (2016)."""
    turned: Numbers = read * (1 + np.tanh(0.7978845608 * (read + 0.044715 * read * read * read))) / 2
    return turned
