"""A planned session, before it begins."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.library.exercise import Exercise
from bot.domain.session.script import Part
from bot.screens import keys
from bot.screens.amounts import length, minutes, things, where_all
from bot.screens.buttons.actions import DoToday, Go, Place
from bot.screens.choose.routine_card import routine_line
from bot.screens.screen import Button, Screen, Words
from bot.screens.text import bold, folded, lines, plain


@dataclass(frozen=True, slots=True)
class Card:
    """`note`: why it is as it is; "" if everything is as usual. `seconds`: docs/facts.md: duration-formula."""

    what: DoToday
    title: str
    note: str
    seconds: int
    moves: Sequence[tuple[Exercise, Part]]


def planned_card(card: Card, words: Words) -> Screen:
    forms = [part.form for _, part in card.moves]
    needs = frozenset().union(*(form.equipment for form in forms))
    text = lines(
        bold(words.parted((card.title, length(card.seconds, words)))),
        plain(card.note),
        plain(words.parted((where_all(forms, words), things(needs, words)))),
        folded(lines(*(routine_line(exercise, part, words) for exercise, part in card.moves))),
        plain(words("stop-rule")),
    )
    rows = (
        keys.primary(words("choice-start", minutes=minutes(card.seconds)), card.what),
        (Button(words("button-routines"), Go(Place.ROUTINES)), keys.home(words)),
    )
    return Screen(text, rows, begins=card.what)
