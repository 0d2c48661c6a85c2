"""Puts the buttons that send a session as audio or video next to the button that begins it."""

from dataclasses import dataclass, replace

from bot.domain.own.own_exercise import own_id
from bot.screens import keys
from bot.screens.buttons.actions import DoExercise, Moves, ToHear, ToSee
from bot.screens.screen import Button, Rows, Screen, Style, Words


@dataclass(frozen=True, slots=True)
class Ways:
    """`watches`: video is offered too. `first`: audio is offered first."""

    watches: bool = True
    first: bool = False


def with_files(screen: Screen, ways: Ways, words: Words) -> Screen:
    what = screen.begins
    at = next((at for at, row in enumerate(screen.rows) if [each.action for each in row] == [what]), None)
    if what is None or at is None:
        return screen
    rows = (*screen.rows[:at], *_rows(screen.rows[at][0], what, ways, words), *screen.rows[at + 1 :])
    return replace(screen, rows=rows)


def _rows(start: Button, what: Moves, ways: Ways, words: Words) -> Rows:
    listen, watch = Button(words("button-listen"), ToHear(what)), Button(words("button-watch"), ToSee(what))
    if start.style is Style.PRIMARY and ways.first:
        start, listen = replace(listen, style=Style.PRIMARY), replace(start, style=Style.PLAIN)
    if not (ways.watches and _is_seen(what)):
        return keys.paired((start, listen))
    if isinstance(what, DoExercise):  # its card has many buttons
        return keys.close((start, listen, watch))
    return (start,), *keys.paired((listen, watch))


def _is_seen(what: Moves) -> bool:
    """False for a single move of a person's own, which has no picture that a film could show."""
    return not (isinstance(what, DoExercise) and own_id(what.slug) is not None)
