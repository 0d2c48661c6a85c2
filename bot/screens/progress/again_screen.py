"""The last sessions and liked moves, each begun by one tap."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.screens import keys
from bot.screens.buttons.actions import DoFavourites, Go, Moves, Place, ToHear, ToSee, What
from bot.screens.days import past_day
from bot.screens.screen import Button, Rows, Screen, Style, Words
from bot.screens.text import bold, folded, lines, plain


@dataclass(frozen=True, slots=True)
class Before:
    """A session as it would be now. `day`: when it was done, in the person's time zone."""

    what: Moves
    title: str
    day: date
    minutes: int


@dataclass(frozen=True, slots=True)
class Again:
    """`favourites`: minutes of the session of liked moves; 0: there is none."""

    last: Sequence[Before]
    favourites: int
    today: date
    can_listen: bool = False
    can_watch: bool = False


def again(every: Again, words: Words) -> Screen:
    rows = [*_rows(every, words, lambda what: what), *(_files(every, words) if every.last else ())]
    return Screen(_text("again", every, words), (*rows, _back(words)))


def again_as(kind: type[ToHear] | type[ToSee], every: Again, words: Words) -> Screen:
    heading = "again-to-hear" if kind is ToHear else "again-to-see"
    card = (Button(words("choice-as-card"), Go(Place.AGAIN)),)
    return Screen(_text(heading, every, words), (*_rows(every, words, kind), card, _back(words)))


def _text(heading: str, every: Again, words: Words) -> str:
    told = [_told(before, every.today, words) for before in every.last]
    return lines(bold(words(heading)), folded(lines(*told)) if told else plain(words("again-none")))


def _rows(every: Again, words: Words, begins: Callable[[Moves], What]) -> Rows:
    buttons = [_button(before, begins, words) for before in every.last]
    if buttons:
        buttons[0] = replace(buttons[0], style=Style.PRIMARY)
    if every.favourites:
        label = words("choice-favourites", minutes=every.favourites)
        buttons.append(Button(label, begins(DoFavourites())))
    return tuple((button,) for button in buttons)


def _files(every: Again, words: Words) -> Rows:
    listen = Button(words("choice-again-to-hear"), Go(Place.AGAIN_TO_HEAR))
    watch = Button(words("choice-again-to-see"), Go(Place.AGAIN_TO_SEE))
    return keys.paired(each for each, can in ((listen, every.can_listen), (watch, every.can_watch)) if can)


def _back(words: Words) -> tuple[Button, ...]:
    return Button(words("button-settings-moves"), Go(Place.YOUR_MOVES)), keys.home(words)


def _told(before: Before, today: date, words: Words) -> str:
    day = past_day(before.day, today, words)
    return words("progress-past", day=day, title=before.title, minutes=before.minutes)


def _button(before: Before, begins: Callable[[Moves], What], words: Words) -> Button:
    label = words("routine-label", title=before.title, minutes=before.minutes)
    return Button(keys.label(label, before.title), begins(before.what))
