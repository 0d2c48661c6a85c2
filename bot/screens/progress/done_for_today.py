"""A day that has its session: the week as dots, what comes next, and home without a blue Start."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.person.person import Pictures
from bot.domain.progress.tally import WeekSoFar
from bot.screens.buttons.actions import Go, OpenProgramme, Place
from bot.screens.days import when
from bot.screens.person.home import Today, lists
from bot.screens.progress.progress_screen import days_of
from bot.screens.screen import Button, Screen, Words
from bot.screens.text import bold, lines, plain

DONE, OPEN = "●", "○"


@dataclass(frozen=True, slots=True)
class Week:
    """`pictures`: if they want words only, there are no dots."""

    so_far: WeekSoFar
    pictures: Pictures = Pictures.MOVING


@dataclass(frozen=True, slots=True)
class Coming:
    """The next session. `at`: when they are reminded of it; `on`: today. Both in the person's time zone."""

    today: Today
    at: datetime | None = None
    on: date = date.min


def week_line(week: Week, words: Words) -> str:
    """A dot for each day with something done, an open one for each day left to the goal; "" if nothing was done."""
    so_far = week.so_far
    if week.pictures is Pictures.OFF:
        return days_of(so_far, words) or ""
    left = max((so_far.goal or 0) - so_far.days, 0)
    return " ".join(DONE * so_far.days + OPEN * left) if so_far.days else ""


def coming_line(coming: Coming, words: Words) -> str:
    title, minutes = coming.today.title, coming.today.minutes
    if coming.at is None:
        return words("done-next", title=title, minutes=minutes)
    then = when(coming.at, coming.on, words)
    return words("done-next-at", when=then[:1].upper() + then[1:], title=title, minutes=minutes)


def home_done(  # noqa: PLR0913, PLR0917 - what stands there
    name: str, today: Today, week: Week, coming: Coming, words: Words, away: str = ""
) -> Screen:
    greeting = words("done-greeting", name=name) if name else words("done-today")
    note = today.note if today.says_all or today.programme else coming_line(coming, words)
    text = lines(bold(greeting), plain(away), plain(week_line(week, words)), plain(note))
    another = Button(words("choice-another", minutes=today.minutes), today.what)
    programme = (
        (Button(words("button-programme"), OpenProgramme(today.programme)),) if today.programme else ()
    )
    last = (Button(words("choice-again"), Go(Place.AGAIN)), Button(words("choice-more"), Go(Place.MORE)))
    rows = (lists(words), programme, (another,), last)
    return Screen(text, tuple(row for row in rows if row), begins=today.what)
