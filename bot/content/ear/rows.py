"""Adds up rows of small numbers quickly without numpy: one big integer holds all numbers of a row."""

import struct
from collections.abc import Iterable
from functools import lru_cache

_LANE = 4
"""Bytes that one number of a row has for the sum: it never runs over into its neighbour."""

_KEPT = 1024
"""Rows that were asked for of late: all of a small table, and the usual words."""


class Rows:
    """`table`: row by row, a byte for each number; `zero` is the byte that stands for 0."""

    def __init__(self, table: bytes, width: int, zero: int) -> None:
        self._table, self._width, self._zero = table, width, zero
        self._sum = struct.Struct(f"<{width}I")
        self._row = lru_cache(maxsize=_KEPT)(self._read)

    def add_up(self, weighted: Iterable[tuple[int, int]]) -> list[int]:
        """The sum of rows: each by its number and its factor."""
        total = weights = 0
        for number, weight in weighted:
            total += self._row(number) * weight
            weights += weight
        over = self._zero * weights
        return [lane - over for lane in self._sum.unpack(total.to_bytes(self._sum.size, "little"))]

    def _read(self, number: int) -> int:
        lanes = bytearray(self._sum.size)
        lanes[::_LANE] = self._table[number * self._width : (number + 1) * self._width]
        return int.from_bytes(lanes, "little")
