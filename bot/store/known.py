"""Values as they stand in rows: one that this version does not know or can't read is passed over, never raised."""

from enum import Enum
from typing import TypeVar

Named = TypeVar("Named", bound=Enum)

NO_TEXT = "\N{REPLACEMENT CHARACTER}"
"""Replaces a whole text that is not UTF-8, so that no part of it is mistaken for something else."""


MOST_DIGITS = 18
"""A number of more digits may be too large for SQLite, which keeps 64 bits."""

LARGEST_COUNT = 10**12
"""A larger count in the file was not written by the bot, and is not believed."""


def readable(stored: bytes) -> str:
    try:
        return stored.decode()
    except UnicodeDecodeError:
        return NO_TEXT


def is_number(stored: str) -> bool:
    return stored.isdecimal() and len(stored) <= MOST_DIGITS


def known(kind: type[Named], stored: object) -> Named | None:
    if stored is None:  # as often as not; an enum takes ten times as long to refuse it
        return None
    try:
        return kind(stored)
    except ValueError:
        return None
