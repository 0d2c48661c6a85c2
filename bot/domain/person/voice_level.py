"""How much the voice says in a recorded session."""

from enum import Enum


class Voice(Enum):
    """The values are wire forms, and stand in people's rows. BELLS: no words at all."""

    FULL = "full"
    BRIEF = "brief"
    BELLS = "bells"
