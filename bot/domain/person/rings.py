"""What a session rings for."""

from enum import Enum


class Rings(Enum):
    """The values are wire forms, and stand in people's rows. CHANGE: of the side, or of the way."""

    START = "s"
    CHANGE = "c"
    END = "e"


USUAL_RINGS = frozenset({Rings.START, Rings.END})
