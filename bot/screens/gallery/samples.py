"""The facts that several of the galleries show."""

from collections.abc import Iterator
from datetime import UTC, datetime

from bot.domain.library.library import Library
from bot.domain.library.routine import Routine
from bot.domain.session.script import Part
from bot.screens.screen import Screen

Named = Iterator[tuple[str, Screen]]

NAME = "Ana"
SESSION = 1042
NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)


def parts_of(one: Routine, library: Library) -> tuple[Part, ...]:
    forms = ((line, library.form(line.ref)) for line in one.lines)
    return tuple(Part(form, line.dose or form.dose(1)) for line, form in forms if form)
