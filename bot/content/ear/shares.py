"""What both ears make of scores, and of a file that can't be read."""

import math
import struct
import zlib
from collections.abc import Mapping

ZERO = 128
"""The byte that stands for 0 in the learnt tables."""

UNREADABLE = (zlib.error, struct.error, ValueError, TypeError, KeyError)
MAKE_ANEW = "`unhunch learn` makes it anew"


def shares(scores: Mapping[str, float], warmth: float = 1.0) -> tuple[tuple[str, float], ...]:
    """Scores as probabilities, the best first. `warmth`: the factor that makes the probabilities true."""
    most = max(scores.values())
    parts = {each: math.exp((much - most) * warmth) for each, much in scores.items()}
    whole = sum(parts.values())
    return tuple(sorted(((each, part / whole) for each, part in parts.items()), key=lambda each: -each[1]))
