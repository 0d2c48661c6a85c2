"""What buttons and screens mean, whatever their words are: for tests that are about something else than words."""

from collections.abc import Iterator
from dataclasses import Field, dataclass, fields, is_dataclass
from enum import Enum
from types import UnionType
from typing import Any, TypeAlias

from bot.domain.session.session import Move
from bot.phone.state.persons import PhoneUser, TapIds
from bot.phone.state.seen_messages import SeenMessage
from bot.screens.buttons.actions import Action, DoDay, DoRoutine, DoToday, Go, Place, Play
from bot.screens.buttons.wire import decode
from bot.screens.view import View
from tests.known import known


@dataclass(frozen=True)
class Says:
    """A button that answers a question: a text, or yes or no."""

    answer: str | bool


@dataclass(frozen=True)
class Carries:
    """A button that carries that value in that field, whatever else it carries."""

    field: str
    value: str | int


@dataclass(frozen=True)
class Page:
    """A button that turns to the page, or the step, of that number, from 0."""

    number: int


Meant: TypeAlias = Action | Enum | Carries | Page | Says | type[Any] | UnionType
"""A button: all of what it means, the place it leads to, what it does in a session, an answer or a choice that it carries (how it was, which
tag, no pictures), one value among others, where it turns to, what it says, or its kind."""


OFFERED_AT_HOME = DoToday | DoRoutine | DoDay
"""Begins what home offers: what is planned, a routine in its place, or a day of a programme."""


@dataclass(frozen=True)
class Ready:
    """The screen of somebody who gets ready for a move: `what`, with its place."""

    what: str = ""


def means(data: str | None, meant: Meant) -> bool:
    action = decode(data or "")
    match meant:
        case Move():
            return isinstance(action, Play) and action.move is meant
        case Place():
            return action == Go(meant)
        case Enum():
            return any(getattr(action, part.name) is meant for part in fields_of(action))
        case Carries(field, value):
            return getattr(action, field, None) == value
        case Page(number):
            return number in (getattr(action, "page", None), getattr(action, "step", None))
        case Says(answer):
            return answer in (getattr(action, "value", None), getattr(action, "yes", None))
        case type() | UnionType():
            return isinstance(action, meant)
        case _:
            return action == meant


def fields_of(action: Action | None) -> tuple[Field[Any], ...]:
    return fields(action) if is_dataclass(action) else ()


def buttons(shown: SeenMessage | View) -> Iterator[tuple[str, str]]:
    """Label and callback data of each, from the top."""
    if isinstance(shown, View):
        yield from ((label, data) for row in shown.keys for label, data, _ in row)
    else:
        yield from ((button.label, button.data or "") for row in shown.buttons for button in row)


def data_of(shown: SeenMessage | View, what: Meant) -> str:
    """The callback data of the first button that means that. Raises LookupError."""
    for _, data in buttons(shown):
        if means(data, what):
            return data
    raise LookupError(f"no button is {what}, only {list(buttons(shown))}")


def label_of(shown: SeenMessage | View, meant: Meant) -> str:
    """Raises LookupError where no button means that."""
    data = data_of(shown, meant)
    return next(label for label, that in buttons(shown) if that == data)


def offers(shown: SeenMessage | View, meant: Meant) -> bool:
    return any(means(data, meant) for _, data in buttons(shown))


def is_shown(shown: SeenMessage | View, wanted: str | Ready) -> bool:
    """Words, or a screen by its meaning. Blanks that do not break look like others."""
    text = shown.text.replace("\u00a0", " ")
    if isinstance(wanted, Ready):
        return offers(shown, Move.READY) and wanted.what in text
    return wanted.replace("\u00a0", " ") in text


def said(sentence: str) -> str:
    """In English."""
    return known().english.words(sentence)


def beginning(sentence: str, blank: str) -> str:
    """The beginning of an English sentence, up to the value `blank`: for tests that read whole lines."""
    values: dict[str, str | int] = {"title": "…", "time": "…", "place": 1, "places": 1, blank: "⁂"}
    return known().english.words(sentence, **values).partition("⁂")[0].strip()


GET_READY = beginning("player-get-ready", "title")
DO_IT = said("button-do-it")


def taps(person: PhoneUser, what: Meant) -> TapIds:
    """The newest button of the newest message that means that. Raises LookupError."""
    return person.taps(label_of(person.sees, what))
