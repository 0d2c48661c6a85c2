"""The message of a reminder, which is the session itself, and what comes of each answer to it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum

from bot.domain.library.exercise import Picture
from bot.domain.reminders.reminder import Nod
from bot.screens import keys
from bot.screens.buttons.actions import (
    DoToday,
    Go,
    LaterAt,
    NodTo,
    Place,
)
from bot.screens.days import when
from bot.screens.person.home import Today
from bot.screens.screen import Button, Screen, Words
from bot.screens.text import bold, faint, lines, plain

LINES = 33
"""Sentences that a reminder can begin with, each in its turn. None names a part of the body."""

SHORT = 2
"""Minutes, for those who have little time."""

NAMED = 3
"""Exercises of a reminder that are named where there are many."""

_PUTS_OFF = (Nod.QUARTER, Nod.HOUR)
_ANSWERS = (Nod.DONE, Nod.NOT_TODAY)


class Late(Enum):
    """Why a reminder comes late."""

    WAS_DOWN = "down"
    WAS_BUSY = "busy"


@dataclass(frozen=True, slots=True)
class Invitation:
    """`line`: which of the sentences. `minutes`: how long it takes. `names`, `picture`: of the exercises; none where the person
    is discreet.

    `puts_off`: the answers that do not lead into quiet hours. `is_easy`: it is a day for breathing and walking; why is not for a lock
    screen. `away`: a sentence on one that never came, if there is one to be told. `can_listen`: it can be had as a file.
    """

    delivery: int
    line: int
    minutes: int
    names: Sequence[str] = ()
    picture: Picture | None = None
    puts_off: Collection[Nod] = _PUTS_OFF
    is_easy: bool = False
    away: str = ""
    can_listen: bool = False


def message(this: Invitation, due: datetime, late: Late | None, words: Words) -> Screen:
    """`due`: in the person's own time."""
    head = (
        words(f"reminder-late-{late.value}", time=words.clock(due))
        if late
        else words(f"reminder-line-{this.line}")
    )
    if this.away:
        head = words("two-sentences", first=this.away, second=head)
    nods = [nod for nod in (*_PUTS_OFF, *_ANSWERS) if nod in _ANSWERS or nod in this.puts_off]
    rows = (
        (*_start(this.delivery, words), *_listen(this, words)),
        *keys.paired(_nod(this.delivery, nod, words) for nod in nods),
        (_nod(this.delivery, Nod.MORE, words),),
    )
    what = words("resting-today-quietly") if this.is_easy else _what(this, words)
    text = lines(bold(head), plain(what))
    return Screen(text, rows, this.picture, _card(this.delivery), nods_to=this.delivery, line="")


def _what(this: Invitation, words: Words) -> str:
    """How long, and the first moves; how many more there are is told, too."""
    length = words("reminder-takes", minutes=this.minutes)
    more = len(this.names) - NAMED
    named = this.names if more <= 1 else [*this.names[:NAMED], words("reminder-more-moves", count=more)]
    return words("reminder-says", length=length, moves=words.listed(named)) if named else length


def put_off(delivery: int, then: datetime, today: date, words: Words) -> Screen:
    text = bold(words("reminder-put-off", when=when(then, today, words)))
    rows = (_start(delivery, words), (_nod(delivery, Nod.NOT_TODAY, words), keys.home(words)))
    return Screen(text, rows, card=_card(delivery), nods_to=delivery)


def which(delivery: int, times: Sequence[time], words: Words) -> Screen:
    """At which of these times today."""
    buttons = [Button(words.clock(at), LaterAt(delivery, f"t{at:%H%M}")) for at in times]
    rows = (*keys.paired(buttons), (_nod(delivery, Nod.NOT_TODAY, words), keys.home(words)))
    return Screen(bold(words("when-which")), rows, card=_card(delivery), nods_to=delivery)


def too_late(delivery: int, upcoming: str | None, words: Words) -> Screen:
    """`upcoming`: the next one that stands, in words."""
    text = lines(
        bold(words("reminder-too-late")), plain(words("reminder-next", when=upcoming)) if upcoming else None
    )
    rows = (_start(delivery, words), (_nod(delivery, Nod.NOT_TODAY, words), keys.home(words)))
    return Screen(text, rows, card=_card(delivery), nods_to=delivery)


def settled(delivery: int, nod: Nod, upcoming: str | None, words: Words) -> Screen:
    """Done, or not today: one line, which stays."""
    said = words(f"reminder-said-{nod.value}")
    line = faint(
        words("two-sentences", first=said, second=words("reminder-next", when=upcoming)) if upcoming else said
    )
    return Screen(line, keys.home_row(words), None, _card(delivery), line, nods_to=delivery)


def more(delivery: int, today: Today, nods: Collection[Nod], words: Words) -> Screen:
    """`nods`: those that lead somewhere now."""
    short = (Button(words("choice-reminder-short"), DoToday(SHORT)),)
    rows = (
        _start(delivery, words),
        *((short,) if today.minutes > SHORT else ()),
        *keys.paired(
            (
                *(_nod(delivery, nod, words) for nod in (Nod.TONIGHT,) if nod in nods),
                Button(words("button-reminders"), Go(Place.REMINDERS)),
                _nod(delivery, Nod.STOP, words),
            )
        ),
        *keys.home_row(words),
    )
    text = plain(words("home-today", title=today.title, minutes=today.minutes))
    return Screen(text, rows, card=_card(delivery), nods_to=delivery)


def _start(delivery: int, words: Words) -> tuple[Button]:
    return keys.primary(words("button-start-now"), NodTo(delivery, Nod.START))


def _listen(this: Invitation, words: Words) -> tuple[Button, ...]:
    return (Button(words("button-listen"), NodTo(this.delivery, Nod.LISTEN)),) if this.can_listen else ()


def _nod(delivery: int, nod: Nod, words: Words) -> Button:
    return Button(words(f"button-nod-{nod.value}"), NodTo(delivery, nod))


def _card(delivery: int) -> str:
    return f"remind.{delivery}"
