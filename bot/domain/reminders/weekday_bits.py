"""Days of the week as the bits of one number, as buttons and the file hold them: Monday is 1, Sunday 64."""

from collections.abc import Collection


def to_bits(weekdays: Collection[int]) -> int:
    return sum(1 << day for day in weekdays)


def from_bits(bits: int) -> frozenset[int]:
    return frozenset(day for day in range(7) if bits >> day & 1)
