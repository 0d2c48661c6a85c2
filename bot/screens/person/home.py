"""Home, and screens for when something is not as it should be."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.screens import keys
from bot.screens.buttons.actions import (
    Go,
    Instead,
    Moves,
    OpenProgramme,
    Place,
    Resume,
    What,
)
from bot.screens.person.my_data import JOB as COPY
from bot.screens.screen import Button, Rows, Screen, Words
from bot.screens.text import bold, folded, lines, plain
from bot.screens.what_remains import about_you


@dataclass(frozen=True, slots=True)
class Today:
    """What is offered today. `programme`: slug of the one whose week is done; `note` says so, or says what rests.

    `says_all`: the note names the offer too."""

    what: Moves
    title: str
    minutes: int
    programme: str = ""
    note: str = ""
    says_all: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    what: Moves
    minutes: int


def home(  # noqa: PLR0913, PLR0917 - what stands there
    name: str,
    today: Today,
    days: str | None,
    lengths: Sequence[Length],
    words: Words,
    away: str = "",
    *,
    has_done: bool = False,
) -> Screen:
    """`days`: this week's, in words. `lengths`: three at most. `away`: a sentence about a reminder that never came, or ""."""
    greeting = words("greeting-day", name=name) if name else words("welcome-nameless")
    offer = "" if today.says_all else words("home-today", title=today.title, minutes=today.minutes)
    text = lines(bold(greeting), plain(away), plain(days) if days else None, plain(offer), plain(today.note))
    return Screen(text, _home_rows(today, lengths, words, has_done=has_done), begins=today.what)


def back_again(name: str, today: Today, words: Words, away: str = "") -> Screen:
    """Glad and light, with not a word about what they have not done."""
    greeting = words("greeting-back", name=name) if name else words("greeting-back-nameless")
    return Screen(lines(bold(greeting), plain(away)), _home_rows(today, (), words), begins=today.what)


def more(programme: str | None, words: Words) -> Screen:
    buttons = (
        *((Button(words("button-programme"), OpenProgramme(programme)),) if programme else ()),
        Button(words("button-progress"), Go(Place.PROGRESS)),
        Button(words("button-pain"), Go(Place.PAIN)),
        Button(words("button-learn"), Go(Place.LEARN)),
        Button(words("button-reminders"), Go(Place.REMINDERS)),
        Button(words("button-settings"), Go(Place.SETTINGS)),
        Button(words("button-my-data"), Go(Place.MY_DATA)),
    )
    last = (Button(words("button-help"), Go(Place.HELP)), keys.home(words))
    return Screen(bold(words("more")), (*keys.paired(buttons), last))


def _home_rows(today: Today, lengths: Sequence[Length], words: Words, *, has_done: bool = False) -> Rows:
    start = _start(today, words)
    others = tuple(Button(words("button-length", minutes=each.minutes), each.what) for each in lengths)
    week = (Button(words("button-programme"), OpenProgramme(today.programme)),) if today.programme else ()
    again = (Button(words("choice-again"), Go(Place.AGAIN)),) if has_done else ()
    more_of_it = (*again, Button(words("choice-more"), Go(Place.MORE)))
    return tuple(row for row in (start, week, others, lists(words), more_of_it) if row)


def _start(today: Today, words: Words) -> tuple[Button, ...]:
    label = words("choice-start", minutes=today.minutes)
    return (Button(label, today.what),) if today.says_all else keys.primary(label, today.what)


def lists(words: Words) -> tuple[Button, ...]:
    return (
        Button(words("button-exercises"), Go(Place.EXERCISES)),
        Button(words("button-routines"), Go(Place.ROUTINES)),
    )


def help_screen(words: Words, *, is_admin: bool = False) -> Screen:
    stop = lines(words("help-stop-title"), words("help-stop"))
    theirs = plain(words("help-admin")) if is_admin else ""
    text = lines(plain(words("help")), theirs, folded(stop), folded(words("disclaimer")))
    return Screen(text, (lists(words), *keys.home_row(words)), line=words("button-help"))


def not_words(kind: str, words: Words) -> Screen:
    """`kind`: "sticker", "voice" or "other"."""
    ask = () if kind == "sticker" else (Button(words("button-what-to-write"), Go(Place.TYPING)),)
    return Screen(plain(words(f"not-words-{kind}")), ((*ask, keys.home(words)),))


def our_fault(words: Words) -> Screen:
    return Screen(plain(words("our-fault")), (keys.primary(words("button-home"), Go(Place.HOME)),))


def file_not_made(job: str, words: Words) -> str:
    """HTML. It appears beside what they see meanwhile, so it has no buttons. `job`: of the Paper."""
    return plain(words("file-not-made-copy" if job == COPY else "file-not-made"))


def too_many_sessions(most: int, words: Words) -> Screen:
    return Screen(plain(words("sessions-plenty", most=most)), (lists(words), *keys.home_row(words)))


def nothing_running(words: Words) -> Screen:
    return Screen(plain(words("nothing-running")), (lists(words), *keys.home_row(words)))


def retired(words: Words) -> Screen:
    return Screen(plain(words("retired")), (lists(words), *keys.home_row(words)))


def taken_back(words: Words) -> Screen:
    rows = (lists(words), *keys.home_row(words))
    return Screen(plain(words("pain-taken-back")), rows, line=about_you(words))


def session_open(session: int, title: str, what: What, words: Words) -> Screen:
    rows = (
        keys.primary(words("choice-resume"), Resume(session)),
        (Button(words("choice-instead"), Instead(session, what)),),
        *keys.home_row(words),
    )
    return Screen(plain(words("session-open-elsewhere", title=title)), rows)


def in_a_group(bot: str, words: Words) -> Screen:
    return Screen(plain(lines(words("groups"), f"@{bot}")))


def with_way_back(screen: Screen, session: int, words: Words) -> Screen:
    resume = Resume(session)
    if any(button.action == resume for row in screen.rows for button in row):
        return screen
    return replace(screen, rows=((Button(words("choice-resume"), resume),), *screen.rows))
