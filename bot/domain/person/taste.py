"""What a person says of an exercise: that they like it, or never want it."""

from enum import Enum


class Taste(Enum):
    """The values are wire forms and stand in people's rows."""

    LIKE = "like"
    NEVER = "never"
