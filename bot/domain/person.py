"""Who a person is to the bot: what they said of themselves, and what that allows."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from bot.domain.exercise import FormRef, Tag

ASK_AGAIN = timedelta(days=14)
"""After a sign that wants a doctor's look soon, the signs are asked again (facts.md 10.2)."""


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
    """What a person answered; None where they have not been asked or would rather not say. Moments are UTC.

    `too_much`: forms that were too much for them, or hurt; they are offered an easier one.
    """

    cleared: Cleared = Cleared.UNASKED
    cleared_at: datetime | None = None
    age: Age | None = None
    seen: Seen | None = None
    tags: frozenset[Tag] = frozenset()
    floor: Floor | None = None
    level: int = 1
    too_much: frozenset[FormRef] = frozenset()

    def signs_are_due(self, now: datetime) -> bool:
        """Whether the warning signs stand before the next move."""
        if self.cleared is Cleared.SOON and self.cleared_at:
            return now - self.cleared_at >= ASK_AGAIN
        return self.cleared is Cleared.UNASKED


@dataclass(frozen=True, slots=True)
class Person:
    """`id` is Telegram's id of the person, and of their private chat. `name` is untrusted.

    `is_lost`: they blocked the bot, or are gone, and have not written since.
    """

    id: int
    name: str
    language: str
    preferences: Preferences = Preferences()
    is_lost: bool = False
