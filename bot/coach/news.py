"""What can reach the coach, and what it answers: plain values, with nothing of Telegram in them."""

from dataclasses import dataclass, field
from enum import Enum

from bot.domain.own.own_exercise import SentFile


@dataclass(frozen=True, slots=True)
class Sender:
    """A person writing in their private chat, whose id is theirs. `name` is untrusted; `language` an IETF tag or empty."""

    id: int
    name: str
    language: str = ""


class What(Enum):
    """What somebody sent that is not words."""

    STICKER = "sticker"
    VOICE = "voice"
    PICTURE = "picture"
    VIDEO = "video"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Said:
    """Words, commands among them, or the caption of something sent. `message`: its id in their chat. `is_edit`: they
    changed it afterwards. `file`: what they are the caption of, where that may be kept. `is_caption`: of that, or of anything
    else. `is_passed_on`: somebody else wrote them, or another bot.
    """

    sender: Sender
    text: str
    message: int = 0
    is_edit: bool = False
    file: SentFile | None = None
    is_caption: bool = False
    is_passed_on: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """`file`: a picture or a film that may be kept."""

    sender: Sender
    what: What
    file: SentFile | None = None


@dataclass(frozen=True, slots=True)
class Located:
    """Where they are, in degrees. Never stored."""

    sender: Sender
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Tapped:
    sender: Sender
    data: str


@dataclass(frozen=True, slots=True)
class Blocked:
    sender: Sender


@dataclass(frozen=True, slots=True)
class CameBack:
    """The person unblocked the bot. Nothing is sent until they write."""

    sender: Sender


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The bot was added to, or spoken to in, a group or a channel."""

    chat: int


News = Said | Sent | Located | Tapped | Blocked | CameBack | Elsewhere


@dataclass(frozen=True, slots=True)
class Reply:
    """A decision has been made: what it shows is owed to `chat`, in the store.

    `toast`: a short line over the chat for who tapped. `heard`: a 👍 on the person's message is all the answer it gets.
    `forgot`: all of the person's data has gone. `is_fresh`: whether it comes as a new message; None where nothing is newly owed.
    """

    chat: int
    toast: str | None = None
    heard: bool = False
    forgot: bool = False
    is_fresh: bool | None = field(default=None, compare=False)
