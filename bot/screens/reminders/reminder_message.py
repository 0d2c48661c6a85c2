"""A reminder's message, which offers the session itself, and the answer to each answer."""

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
"""Sentences that a reminder can begin with, each in turn. None names a part of the body."""

SHORT = 2
"""Minutes, for people with little time."""

NAMED = 3
"""How many exercises are named when there are many."""

_PUTS_OFF = (Nod.QUARTER, Nod.HOUR)
_ANSWERS = (Nod.DONE, Nod.NOT_TODAY)


class Late(Enum):
    WAS_DOWN = "down"
    WAS_BUSY = "busy"


@dataclass(frozen=True, slots=True)
class Invitation:
    """`line`: the number of its first sentence. `names`, `picture`: of the exercises; none if the person is discreet.

    `puts_off`: only answers that do not lead into quiet hours. `is_easy`: a day for breathing and walking; the reason is not for a lock
    screen.

    `away`: a sentence about a reminder that never came; "" if there is none. `can_listen`: the session can be recorded.
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
    """`due`: in the person's time zone."""
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
    length = words("reminder-takes", minutes=this.minutes)
    more = len(this.names) - NAMED
    named = this.names if more <= 1 else [*this.names[:NAMED], words("reminder-more-moves", count=more)]
    return words("reminder-says", length=length, moves=words.listed(named)) if named else length


def put_off(delivery: int, then: datetime, today: date, words: Words) -> Screen:
    text = bold(words("reminder-put-off", when=when(then, today, words)))
    rows = (_start(delivery, words), (_nod(delivery, Nod.NOT_TODAY, words), keys.home(words)))
    return Screen(text, rows, card=_card(delivery), nods_to=delivery)


def ask_which_time(delivery: int, times: Sequence[time], words: Words) -> Screen:
    buttons = [Button(words.clock(at), LaterAt(delivery, f"t{at:%H%M}")) for at in times]
    rows = (*keys.paired(buttons), (_nod(delivery, Nod.NOT_TODAY, words), keys.home(words)))
    return Screen(bold(words("when-which")), rows, card=_card(delivery), nods_to=delivery)


def too_late(delivery: int, upcoming: str | None, words: Words) -> Screen:
    text = lines(
        bold(words("reminder-too-late")), plain(words("reminder-next", when=upcoming)) if upcoming else None
    )
    rows = (_start(delivery, words), (_nod(delivery, Nod.NOT_TODAY, words), keys.home(words)))
    return Screen(text, rows, card=_card(delivery), nods_to=delivery)


def settled(delivery: int, nod: Nod, upcoming: str | None, words: Words) -> Screen:
    said = words(f"reminder-said-{nod.value}")
    line = faint(
        words("two-sentences", first=said, second=words("reminder-next", when=upcoming)) if upcoming else said
    )
    return Screen(line, keys.home_row(words), None, _card(delivery), line, nods_to=delivery)


def more(delivery: int, today: Today, nods: Collection[Nod], words: Words) -> Screen:
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
