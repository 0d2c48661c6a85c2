"""The kinds of pain a person can name, during a session and after one that hurt."""

from enum import Enum, unique


@unique
class Pain(Enum):
    """The values are those of the moves that say the same in a session, and wire forms."""

    TOO_MUCH = "m"
    SHARP = "s"
    NUMB = "n"
    CHEST = "c"


WORST_FIRST = (Pain.CHEST, Pain.NUMB, Pain.SHARP, Pain.TOO_MUCH)
