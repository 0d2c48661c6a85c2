"""Resolves what a pose says of both sides at once: the left as written, the right mirrored."""

from collections.abc import Mapping
from typing import TypeVar

import numpy as np

from bot.figure.rotations import Array

Entry = TypeVar("Entry")


def sided(entries: Mapping[str, Entry | None]) -> list[tuple[str, Entry, bool]]:
    """Each entry by name with its side, and whether to mirror it. An entry for one side overrides one for both."""
    found: dict[str, tuple[Entry | None, bool]] = {}
    for name, entry in entries.items():
        if _has_sides(name):
            found |= {f"{name}.L": (entry, False), f"{name}.R": (entry, True)}
    found |= {name: (entry, False) for name, entry in entries.items() if not _has_sides(name)}
    return [(name, entry, flipped) for name, (entry, flipped) in found.items() if entry is not None]


_WITHOUT_SIDES = {
    *("pubis", "belly", "ribs-front", "breastbone", "sacrum", "low-back", "back-t10", "back-t7", "back-t4"),
    *("neck-back", "chin", "nose", "forehead", "head-back", "crown"),
    *("gaze", "crown", "chest", "chest-up", "pelvis", "pelvis-up"),
}


def _has_sides(name: str) -> bool:
    return not name.endswith((".L", ".R")) and name not in _WITHOUT_SIDES


def flipped(vector: Array, left: Array | None) -> Array:
    """Mirrors a vector between the body's sides; `left` None leaves it as it is. Free (NaN) coordinates stay free."""
    if left is None:
        return vector
    axis = int(np.abs(left).argmax())
    return np.where(np.arange(3) == axis, -vector, vector)


OWN_LEFT = np.array([1.0, 0, 0])


def same_side(on: str, marker: str, markers: set[str]) -> str:
    side = f"{on}.{marker[-1]}"
    return side if marker.endswith((".L", ".R")) and side in markers else on
