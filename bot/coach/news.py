"""What can reach the coach, and what it replies, as plain values without anything from Telegram's library."""

from dataclasses import dataclass, field
from enum import Enum

from bot.domain.own.own_exercise import SentFile


@dataclass(frozen=True, slots=True)
class Sender:
    """A person in their private chat, which has the same id. `name` is untrusted. `language`: an IETF tag, or ""."""

    id: int
    name: str
    language: str = ""


class What(Enum):
    STICKER = "sticker"
    VOICE = "voice"
    PICTURE = "picture"
    VIDEO = "video"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Said:
    """Text, including commands and captions. `message`: its id in their chat. `is_edit`: it was changed after it was
    sent. `file`: the picture or film with this caption, if it may be kept. `is_caption`: the text came with a file
    of any kind. `is_passed_on`: it was forwarded from somebody else, or from another bot."""

    sender: Sender
    text: str
    message: int = 0
    is_edit: bool = False
    file: SentFile | None = None
    is_caption: bool = False
    is_passed_on: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """`file`: a picture or film that may be kept. `message`: as in Said."""

    sender: Sender
    what: What
    file: SentFile | None = None
    message: int = 0


@dataclass(frozen=True, slots=True)
class Located:
    """In degrees. Never stored."""

    sender: Sender
    latitude: float
    longitude: float
    message: int = 0


@dataclass(frozen=True, slots=True)
class Tapped:
    sender: Sender
    data: str


@dataclass(frozen=True, slots=True)
class Blocked:
    sender: Sender


@dataclass(frozen=True, slots=True)
class CameBack:
    """They unblocked the bot. Nothing is sent until they write."""

    sender: Sender


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The bot was added to a group or a channel, or spoken to there."""

    chat: int


News = Said | Sent | Located | Tapped | Blocked | CameBack | Elsewhere


@dataclass(frozen=True, slots=True)
class Reply:
    """What is to be shown is owed to `chat`, in the store.

    `toast`: a short line over the chat after a tap. `heard`: a 👍 on the person's message is the whole answer.
    `forgot`: all of the person's data is gone. `is_fresh`: whether a new message comes; None if nothing new is owed."""

    chat: int
    toast: str | None = None
    heard: bool = False
    forgot: bool = False
    is_fresh: bool | None = field(default=None, compare=False)
