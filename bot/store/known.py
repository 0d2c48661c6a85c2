"""Values as they stand in rows: what this version does not know, or can't read, is passed over and never raised."""

from enum import Enum
from typing import TypeVar

Named = TypeVar("Named", bound=Enum)

NO_TEXT = "\N{REPLACEMENT CHARACTER}"
"""Stands for text that is not UTF-8: as a whole, so that nothing is taken for what it was not meant to be."""


def readable(stored: bytes) -> str:
    try:
        return stored.decode()
    except UnicodeDecodeError:
        return NO_TEXT


def known(kind: type[Named], stored: object) -> Named | None:
    try:
        return kind(stored)
    except ValueError:
        return None
