"""What a person sees, as a plain value: nothing here knows how it gets to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum
from typing import Protocol

from bot.domain.library.exercise import Picture
from bot.screens.buttons.actions import Action, Moves


class Words(Protocol):
    """A language, as screens use it: the bot's own sentences, by id, and how lists, times and days are written.

    All of it is plain text, never HTML. Numbers arrive as int, all else as str.
    """

    def __call__(self, id: str, /, **values: str | int) -> str: ...  # noqa: A002

    def listed(self, items: Iterable[str]) -> str:
        """ "a, b, c"."""

    def all_of(self, items: Iterable[str]) -> str:
        """ "a, b and c"."""

    def parted(self, items: Iterable[str]) -> str:
        """ "a · b · c": where the items may have commas of their own."""

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
    """What is made when it is sent, by the job of that name: a picture, or, where it has a `name` that people see, a file to keep.

    `value`: JSON, all that the job is told. `session`: which session it is that is heard or seen; 0: none.
    """

    job: str
    value: str
    name: str = ""
    session: int = 0


@dataclass(frozen=True, slots=True)
class Screen:
    """One message. `text` is Telegram's HTML, with every word of content or of a person in it escaped.

    `card`: screens of one card replace each other in place. `leaves`: the one line (HTML) that stays in the
    chat when another card takes this one's place; None: nothing stays. `stays`: it is not taken away when another one
    takes its place, as it is being read aloud; it only loses its buttons. `nods_to`: the delivery that an answer to a
    reminder is meant for when it is typed under this screen; 0: none. `line`: the words (no HTML) to which it shrinks where
    it answered words, once the next are answered; None: its first line; "": nothing stays. Never a word of health in it.
    `weighs`: until it has been sent, nothing that weighs less takes its place. `asides`: those lines of `text` that
    somebody who wants few words can do without. `whole`: the text as it was before what was folded was left out; "": all of
    it stands here.
    `begins`: what one of its buttons begins that can be had as a file, too.
    `paper`: in place of a picture; a file stays in the chat when another screen comes. `marked`: the same loop as `picture` with
    the seconds and the side large below it, to be seen in its place wherever it has been made by then; nobody waits for it.
    `ahead`: what will be wanted soon, to be made meanwhile.
    """

    text: str
    rows: Rows = ()
    picture: Picture | None = None
    card: str = ""
    leaves: str | None = None
    stays: bool = False
    nods_to: int = 0
    line: str | None = None
    weighs: int = 0
    asides: tuple[str, ...] = ()
    whole: str = ""
    begins: Moves | None = None
    paper: Paper | None = None
    marked: Paper | None = None
    ahead: tuple[Paper, ...] = ()
