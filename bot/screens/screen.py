"""What a person sees, as a plain value: nothing here knows how it is sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum
from typing import Protocol

from bot.domain.library.exercise import Picture
from bot.screens.buttons.actions import Action, Moves


class Words(Protocol):
    """A language, as screens use it: the bot's own sentences, by id, and how lists, times and days are written.

    All of it is plain text, never HTML. Numbers are passed as int, everything else as str.
    """

    def __call__(self, id: str, /, **values: str | int) -> str: ...  # noqa: A002

    def __hash__(self) -> int:
        """What is made from them may be cached."""

    def listed(self, items: Iterable[str]) -> str:
        """ "a, b, c"."""

    def all_of(self, items: Iterable[str]) -> str:
        """ "a, b and c"."""

    def parted(self, items: Iterable[str]) -> str:
        """ "a · b · c": for items that may contain commas."""

    def clock(self, at: time | datetime) -> str:
        """ "8:30"."""

    def date(self, day: date) -> str:
        """ "5 January"."""

    def weekday(self, day: int, *, short: bool = False) -> str:
        """ "Monday" or "Mon". `day`: 0 is Monday."""


class Style(Enum):
    """How a button looks. The values are Telegram's (Bot API 9.4)."""

    PLAIN = ""
    PRIMARY = "primary"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    action: Action
    style: Style = Style.PLAIN


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """The job of that name makes it when it is sent: a picture or, with a `name` that people see, a file to keep.

    `value`: JSON, all inputs of the job. `session`: the session in a recording; 0 for none."""

    job: str
    value: str
    name: str = ""
    session: int = 0


@dataclass(frozen=True, slots=True)
class Screen:
    """One message."""

    text: str
    """Telegram's HTML, with every word of the content or of a person escaped."""
    rows: Rows = ()
    picture: Picture | None = None
    card: str = ""
    """Screens of one card replace each other in place."""
    leaves: str | None = None
    """The one line (HTML) that stays in the chat when another card takes this one's place; None: nothing stays."""
    stays: bool = False
    """When another screen comes, it only loses its buttons and stays, because it is being read aloud."""
    nods_to: int = 0
    """The delivery that a typed answer to a reminder is meant for below this screen; 0 for none."""
    line: str | None = None
    """For an answer to words: what it shrinks to (no HTML) once the next words are answered. None: its first line; "": nothing.
    Never a word about health."""
    weighs: int = 0
    """Until it has been sent, no screen that weighs less takes its place."""
    answers: tuple[str, ...] = ()
    """Values of the tiers of danger that it answers."""
    told_at: float = 0.0
    """When danger was last answered, in seconds since the epoch, if this screen is about that; else 0."""
    asides: tuple[str, ...] = ()
    """Lines of `text` that people who want few words can do without."""
    whole: str = ""
    """The text with its folded parts, if these were left out; else ""."""
    rest: Rows = ()
    """The first button, and those for which there was no room: they are a tap away."""
    begins: Moves | None = None
    """What one of its buttons begins, if that can be recorded too."""
    paper: Paper | None = None
    """Instead of a picture. A file stays in the chat when another screen comes."""
    marked: Paper | None = None
    """The loop of `picture` with the seconds and the side in large type below it. It is shown instead once it is made; nobody waits for it."""
    ahead: tuple[Paper, ...] = ()
    """Papers that will be wanted soon, to be made meanwhile."""
