"""Puts beside what begins a session the buttons that have it as a file, to hear or to see."""

from dataclasses import dataclass, replace

from bot.screens import keys
from bot.screens.buttons.actions import DoExercise, Moves, ToHear, ToSee
from bot.screens.screen import Button, Rows, Screen, Style, Words


@dataclass(frozen=True, slots=True)
class Ways:
    """`watches`: to see, too. `first`: to hear is what is offered first."""

    watches: bool = True
    first: bool = False


def with_files(screen: Screen, ways: Ways, words: Words) -> Screen:
    """The same screen, where its `begins` stands on a button of its own."""
    what = screen.begins
    at = next((at for at, row in enumerate(screen.rows) if [each.action for each in row] == [what]), None)
    if what is None or at is None:
        return screen
    rows = (*screen.rows[:at], *_rows(screen.rows[at][0], what, ways, words), *screen.rows[at + 1 :])
    return replace(screen, rows=rows)


def _rows(start: Button, what: Moves, ways: Ways, words: Words) -> Rows:
    """A single exercise can be heard and not seen; so can what is not pressed on anyone."""
    listen = Button(words("button-listen"), ToHear(what))
    leads = start.style is Style.PRIMARY
    if leads and ways.first:
        start, listen = replace(listen, style=Style.PRIMARY), replace(start, style=Style.PLAIN)
    if leads and ways.watches and not isinstance(what, DoExercise):
        return (start,), *keys.paired((listen, Button(words("button-watch"), ToSee(what))))
    return keys.paired((start, listen))
