"""What something that hurts is like: asked in a session as it happens, and after one that hurt."""

from enum import Enum, unique


@unique
class Pain(Enum):
    """The values are those of the moves that say so in a session, and wire forms."""

    TOO_MUCH = "m"
    SHARP = "s"
    NUMB = "n"
    CHEST = "c"


WORST_FIRST = (Pain.CHEST, Pain.NUMB, Pain.SHARP, Pain.TOO_MUCH)
