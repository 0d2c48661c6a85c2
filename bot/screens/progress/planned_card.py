"""A session that is planned, looked at before it begins."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.library.exercise import Exercise
from bot.domain.session.script import Part
from bot.screens import keys
from bot.screens.amounts import dose, form_title, length, minutes, things, where_all
from bot.screens.buttons.actions import DoToday, Go, Place
from bot.screens.screen import Button, Screen, Words
from bot.screens.text import bold, folded, lines, plain


@dataclass(frozen=True, slots=True)
class Card:
    """`note`: why it is as it is; "" where all is as usual. `seconds`: docs/facts.md: duration-formula."""

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
        folded(lines(*(_move(exercise, part, words) for exercise, part in card.moves))),
        plain(words("stop-rule")),
    )
    rows = (
        keys.primary(words("choice-start", minutes=minutes(card.seconds)), card.what),
        (Button(words("button-routines"), Go(Place.ROUTINES)), keys.home(words)),
    )
    return Screen(text, rows, begins=card.what)


def _move(exercise: Exercise, part: Part, words: Words) -> str:
    return words(
        "routine-line", title=form_title(exercise, part.form, words), dose=dose(part.form, part.dose, words)
    )
