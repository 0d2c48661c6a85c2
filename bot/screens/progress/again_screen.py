"""The last sessions and liked moves, each begun by one tap."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.screens import keys
from bot.screens.buttons.actions import DoFavourites, Go, Moves, Place
from bot.screens.days import past_day
from bot.screens.screen import Button, Screen, Style, Words
from bot.screens.text import bold, folded, lines, plain


@dataclass(frozen=True, slots=True)
class Before:
    """A session as it would be now. `day`: when it was done, in the person's time zone."""

    what: Moves
    title: str
    day: date
    minutes: int


def again(last: Sequence[Before], favourites: int, today: date, words: Words) -> Screen:
    told = [_told(before, today, words) for before in last]
    text = lines(
        bold(words("again")),
        folded(lines(*told)) if told else plain(words("again-none")),
    )
    rows = [(_button(before, first=not number, words=words),) for number, before in enumerate(last)]
    if favourites:
        rows.append((Button(words("choice-favourites", minutes=favourites), DoFavourites()),))
    back = (Button(words("button-settings-moves"), Go(Place.YOUR_MOVES)), keys.home(words))
    return Screen(text, (*rows, back))


def _told(before: Before, today: date, words: Words) -> str:
    day = past_day(before.day, today, words)
    return words("progress-past", day=day, title=before.title, minutes=before.minutes)


def _button(before: Before, *, first: bool, words: Words) -> Button:
    label = words("routine-label", title=before.title, minutes=before.minutes)
    return Button(keys.label(label, before.title), before.what, Style.PRIMARY if first else Style.PLAIN)
