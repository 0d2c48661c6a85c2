"""Who a person is to the bot: what they said of themselves, and what that allows."""

from dataclasses import dataclass
from enum import Enum

from bot.domain.exercise import Tag


class Cleared(Enum):
    """What came of the warning signs (facts.md 10.2)."""

    UNASKED = "unasked"
    CLEAR = "clear"
    SOON = "soon"
    URGENT = "urgent"
    EMERGENCY = "emergency"


class Seen(Enum):
    """Has anyone looked at this back?"""

    PROFESSIONAL = "professional"
    NEW = "new"
    OLD = "old"
    NOTHING_HURTS = "nothing-hurts"


class Floor(Enum):
    YES = "yes"
    BED = "bed"
    SEATED = "seated"


class Age(Enum):
    ADULT = "18"
    MIDDLE = "50"
    OLDER = "65"
    MINOR = "0"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a person answered; None where they have not been asked or would rather not say."""

    cleared: Cleared = Cleared.UNASKED
    age: Age | None = None
    seen: Seen | None = None
    tags: frozenset[Tag] = frozenset()
    floor: Floor | None = None
    level: int = 1

    @property
    def may_move(self) -> bool:
        return (
            self.cleared in (Cleared.CLEAR, Cleared.SOON)
            and self.age is not Age.MINOR
            and Tag.SURGERY not in self.tags
        )


@dataclass(frozen=True, slots=True)
class Person:
    """`id` is Telegram's id of the person, and of their private chat. `name` is untrusted."""

    id: int
    name: str
    language: str
    preferences: Preferences = Preferences()
