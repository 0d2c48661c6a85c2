"""Whether somebody may use the bot."""

from enum import Enum


class Access(Enum):
    """STRANGER: where not everybody may use it, somebody whom nobody has let in yet. BANNED: shut out by an admin."""

    IN = "in"
    STRANGER = "stranger"
    BANNED = "banned"
