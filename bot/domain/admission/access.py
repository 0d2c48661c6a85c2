"""Whether a person may use the bot."""

from enum import Enum


class Access(Enum):
    """STRANGER: nobody has let them in yet, and the bot is not open to everybody. BANNED: shut out by an admin."""

    IN = "in"
    STRANGER = "stranger"
    BANNED = "banned"
