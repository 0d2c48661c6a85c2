"""What must be done to a chat so that it shows another screen: pure, from what it shows and what it should."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from bot.screens.view import View

DELETABLE = timedelta(hours=48)
"""A bot may take back its messages in a private chat for so long (Bot API, deleteMessage)."""


TOGETHER = timedelta(minutes=10)
"""A reminder that came so short a while ago stays when another one comes: they were due together."""


class Settle(Enum):
    """How an old screen becomes the one line that stays of it."""

    TEXT = "its text is changed"
    CAPTION = "its caption is changed: it can't be taken back any more"
    LINE = "the line comes as a silent message: a picture can't be changed into text"
    STRIP = "it leaves no line, and only loses its buttons: it can't be taken back any more, or is to stay"


class Show(Enum):
    NOTHING = "it is there"
    SEND = "as a message"
    EDIT_TEXT = "in place"
    EDIT_CAPTION = "in place, under the same picture"
    EDIT_STRIP = "in place, under the same picture with another strip"
    EDIT_PICTURE = "in place, with another picture"


@dataclass(frozen=True, slots=True)
class DrawingPlan:
    """Carried out in this order: `settle`, `show`, then the old message is put away if `puts_away`. `remains`: what is
    left in its place.
    """

    settle: Settle | None
    show: Show
    puts_away: bool
    remains: View | None = None


def drawing_plan(shown: View | None, wanted: View, age: timedelta) -> DrawingPlan:
    """`age`: of the message shown. Afterwards exactly one message has buttons.

    Telegram can change words into a picture, but never a picture into words.
    """
    if shown is None:
        return DrawingPlan(None, Show.SEND, puts_away=False)
    if shown.is_recorded and not wanted.fresh and wanted.is_same_file(shown):
        return DrawingPlan(None, _edit_words(shown, wanted), puts_away=False)
    if (shown.is_file or wanted.is_file) and not wanted.looks_like(shown):
        return _replacement(shown, age)
    if shown.leaves and shown.card != wanted.card:
        return _diary(shown, age)
    if wanted.fresh and shown.line and not shown.stays:
        return DrawingPlan(None, Show.SEND, puts_away=True, remains=_remains(shown))
    if shown.delivery and wanted.delivery not in (0, shown.delivery) and age < TOGETHER:
        return DrawingPlan(Settle.STRIP if shown.keys else None, Show.SEND, puts_away=False)
    if wanted.fresh or (shown.image and not wanted.image):
        return _replacement(shown, age)
    return DrawingPlan(None, _edit(shown, wanted), puts_away=False)


def _diary(shown: View, age: timedelta) -> DrawingPlan:
    if not shown.image:
        return DrawingPlan(Settle.TEXT, Show.SEND, puts_away=False)
    if age < DELETABLE:
        return DrawingPlan(Settle.LINE, Show.SEND, puts_away=True)
    return DrawingPlan(Settle.CAPTION, Show.SEND, puts_away=False)


def _replacement(shown: View, age: timedelta) -> DrawingPlan:
    """A file stays once it was sent: it belongs to the person."""
    if age < DELETABLE and not shown.stays and not shown.is_file:
        return DrawingPlan(None, Show.SEND, puts_away=True)
    return DrawingPlan(Settle.STRIP if shown.keys else None, Show.SEND, puts_away=False)


def _remains(shown: View) -> View:
    """One line where the message stood, below the words that it answered. Its picture stays, because it can't be
    changed into text. A caption can be edited however old it is.
    """
    return View(shown.line, picture=shown.picture, moves=shown.moves, job=shown.job, value=shown.value)


def _edit_words(shown: View, wanted: View) -> Show:
    return Show.NOTHING if wanted.looks_like(shown) else Show.EDIT_CAPTION


def _edit(shown: View, wanted: View) -> Show:
    if wanted.looks_like(shown):
        return Show.NOTHING
    if not wanted.image:
        return Show.EDIT_TEXT
    if wanted.image != shown.image:
        return Show.EDIT_PICTURE
    return Show.EDIT_CAPTION if wanted.marked == shown.marked else Show.EDIT_STRIP
