"""The message of a reminder: a word, and the session right in it."""

from datetime import datetime
from enum import Enum

from bot.screens import keys
from bot.screens.actions import Nod, NodTo
from bot.screens.screen import Button, Screen, Words
from bot.screens.text import bold, lines


class Late(Enum):
    """Why a reminder comes late."""

    WAS_DOWN = "down"
    WAS_BUSY = "busy"


def message(delivery: int, due: datetime, late: Late | None, words: Words) -> Screen:
    """`due`: in the person's own time."""
    head = words(f"reminder-late-{late.value}", time=f"{due:%-H:%M}") if late else words("reminder-now")
    rows = (
        keys.primary(words("button-start-now"), NodTo(delivery, Nod.START)),
        *keys.paired(
            Button(words(f"button-nod-{nod.value}"), NodTo(delivery, nod))
            for nod in (Nod.QUARTER, Nod.HOUR, Nod.DONE, Nod.NOT_TODAY)
        ),
        (Button(words("button-more"), NodTo(delivery, Nod.MORE)),),
    )
    return Screen(lines(bold(head)), rows, card=f"remind.{delivery}")
