"""Adds up rows of small numbers fast without numpy: one big integer holds all numbers of a row."""

import struct
from collections.abc import Iterable, Sequence
from functools import lru_cache

_LANE = 4
"""Bytes for each number of the sum, so that it never overflows into its neighbour."""

_KEPT = 16384
"""Rows kept in memory: all of a small table, and the usual words of a large one, at some hundred bytes each."""


class Rows:
    """`table` has a byte for each number, row by row. `zero` is the byte that stands for 0."""

    def __init__(self, table: bytes, width: int, zero: int) -> None:
        self._table, self._width, self._zero = table, width, zero
        self._sum = struct.Struct(f"<{width}I")
        self._row = lru_cache(maxsize=_KEPT)(self._read)

    def add_up(self, weighted: Iterable[tuple[int, int]]) -> list[int]:
        total = weights = 0
        for number, weight in weighted:
            total += self._row(number) * weight
            weights += weight
        return self._lanes(total, weights)

    def add_up_once(self, numbers: Sequence[int]) -> list[int]:
        return self._lanes(sum(map(self._row, numbers)), len(numbers))

    def _lanes(self, total: int, weights: int) -> list[int]:
        over = self._zero * weights
        return [lane - over for lane in self._sum.unpack(total.to_bytes(self._sum.size, "little"))]

    def _read(self, number: int) -> int:
        lanes = bytearray(self._sum.size)
        lanes[::_LANE] = self._table[number * self._width : (number + 1) * self._width]
        return int.from_bytes(lanes, "little")
