"""Named values as they stand in rows: one that only a later version knows is passed over, never raised."""

from enum import Enum
from typing import TypeVar

Named = TypeVar("Named", bound=Enum)


def known(kind: type[Named], stored: object) -> Named | None:
    try:
        return kind(stored)
    except ValueError:
        return None
