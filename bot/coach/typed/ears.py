"""What hears in somebody's words how they are, whichever of the two engines there is."""

from enum import Enum
from typing import Protocol

from bot.domain.typed.heard import Heard, Tier

ENGLISH = "en"


class Ears(Protocol):
    def hears(self, text: str) -> Heard | Enum | None: ...


def hears(ears: Ears, text: str) -> Heard | None:
    """An alarm, as the engine before had it, counts as its tier, in English."""
    found = ears.hears(text)
    if found is None or isinstance(found, Heard):
        return found
    return Heard(Tier.SELF_HARM if found.value == Tier.SELF_HARM.value else Tier.NOW, ENGLISH)
