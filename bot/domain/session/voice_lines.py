"""The lines that a voice may say in a recorded session; each is a clip of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from bot.domain.library.exercise import Form, FormRef, Side
from bot.domain.library.library import Library


class BotWords(Enum):
    """The bot's own sentences, by the end of their ids."""

    STOP_RULE = "stop-rule"
    NEXT = "next"
    TO_THE_FLOOR = "to-the-floor"
    FROM_THE_FLOOR = "from-the-floor"
    OTHER_SIDE = "other-side"
    LEFT = "left"
    RIGHT = "right"
    BACKWARD = "backward"
    FORWARD = "forward"
    BELLS = "bells"
    KEEP_BREATHING = "keep-breathing"
    FIVE_MORE = "five-more"
    AGAIN = "again"
    LAST_ONE = "last-one"
    LAST_ON_SIDE = "last-on-side"
    REST = "rest"
    WELL_DONE = "well-done"
    COME_UP = "come-up"
    NEW_SPOT = "new-spot"


class FormWords(Enum):
    """Words of an exercise or of one of its forms."""

    TITLE = "title"
    WAY_IN = "way-in"
    BEGIN = "begin"
    THERE = "there"
    BACK = "back"
    OTHER_SIDE = "other-side"
    BETWEEN = "between"
    STATION = "station"


MOST_MINUTES = 15


@dataclass(frozen=True, slots=True)
class Minutes:
    """How long a session takes, 1 to 15."""

    number: int


@dataclass(frozen=True, slots=True)
class Line:
    """`of`: the form whose words they are; None for the bot's own. A title is the same for all forms of an exercise.

    `station`: an index of the form's stations. `sentences`: say only this many, from the beginning; 0: all.
    """

    words: BotWords | Minutes | FormWords
    of: FormRef | None = None
    station: int = 0
    sentences: int = 0


@dataclass(frozen=True, slots=True)
class SpokenClip:
    """`file`: a path inside the content folder."""

    file: str
    seconds: float


_SIDES = {
    Side.LEFT: BotWords.LEFT,
    Side.RIGHT: BotWords.RIGHT,
    Side.BACKWARD: BotWords.BACKWARD,
    Side.FORWARD: BotWords.FORWARD,
}


def side_line(side: Side) -> Line:
    return Line(_SIDES[side])


def title_line(form: Form) -> Line:
    return Line(FormWords.TITLE, form.ref)


def every_line(library: Library) -> Iterator[Line]:
    yield from (Line(Minutes(number)) for number in range(1, MOST_MINUTES + 1))
    yield from map(Line, BotWords)
    for exercise in library.exercises.values():
        yield title_line(exercise.usual)
        yield from (line for form in exercise.forms for line in _lines_of(form))


def _lines_of(form: Form) -> Iterator[Line]:
    once = (FormWords.TITLE, FormWords.STATION)
    yield from (Line(told, form.ref) for told in FormWords if told not in once)
    yield from (Line(FormWords.STATION, form.ref, station) for station in range(len(form.stations)))
