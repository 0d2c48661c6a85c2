"""The moments in a session that ring."""

from enum import Enum


class Rings(Enum):
    """The values are wire forms, and stand in people's rows. CHANGE: of the side, or of the direction."""

    START = "s"
    CHANGE = "c"
    END = "e"


USUAL_RINGS = frozenset({Rings.START, Rings.END})
