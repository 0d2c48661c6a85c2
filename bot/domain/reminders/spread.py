"""Spreads so many times over the day, for who says how often and not when: "three times a day"."""

from datetime import time

_DAYS = ((9 * 60, 18 * 60), (8 * 60, 20 * 60))
"""The first and the last time, in minutes: of a day at work, and of one at home."""

_ROUND = 30


def spread(count: int) -> tuple[tuple[time, ...], ...]:
    """Each way; at least two times."""
    return tuple(
        tuple(_at(first, last, place / (count - 1)) for place in range(count)) for first, last in _DAYS
    )


def _at(first: int, last: int, share: float) -> time:
    return time(*divmod(round((first + (last - first) * share) / _ROUND) * _ROUND, 60))
