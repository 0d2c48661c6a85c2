"""Answers to a complaint that is not certain, and to the everyday stiffness that people come for."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.domain.library.exercise import FormRef, Tag
from bot.screens import keys
from bot.screens.buttons.actions import FoundTooMuch, Go, OpenExercise, Place, WorkAround
from bot.screens.person.home import Today
from bot.screens.screen import Button, Screen, Words
from bot.screens.text import lines, plain
from bot.screens.what_remains import about_you

ROOM = 60
"""Letters that a button has for tags; when there are more, they are ticked one by one."""

Moves = Sequence[tuple[FormRef, str]]
"""Forms of exercises, with their titles."""


def complaint(words: Words) -> Screen:
    rows = (
        (
            Button(words("button-complaint-yes"), Go(Place.SIGNS_WHICH)),
            Button(words("button-complaint-unsure"), Go(Place.COMPLAINT_UNSURE)),
        ),
        (
            Button(words("button-complaint-stiff"), Go(Place.EVERYDAY)),
            Button(words("button-complaint-in-move"), Go(Place.COMPLAINT_IN_A_MOVE)),
        ),
        (Button(words("button-work-around-it"), Go(Place.ASK_TAGS)), keys.home(words)),
    )
    return Screen(
        lines(plain(words("complaint")), plain(words("complaint-list"))), rows, line=about_you(words)
    )


def unsure(easy: Moves, words: Words) -> Screen:
    moves = keys.paired(Button(title, OpenExercise(ref.exercise)) for ref, title in easy)
    return Screen(plain(words("complaint-unsure")), (*moves, *keys.home_row(words)), line=about_you(words))


def in_which_move(done: Moves, words: Words) -> Screen:
    asked = "complaint-which-move" if done else "complaint-no-move"
    moves = keys.paired(Button(keys.cut(title), FoundTooMuch(ref.exercise, ref.form)) for ref, title in done)
    return Screen(plain(words(asked)), (*moves, *keys.home_row(words)), line=about_you(words))


def move_noted(title: str, words: Words) -> Screen:
    signs = (Button(words("button-something-more"), Go(Place.COMPLAINT)),)
    return Screen(
        plain(words("complaint-move-noted", title=title)),
        (signs, *keys.home_row(words)),
        line=about_you(words),
    )


def everyday(gentle: Today, words: Words) -> Screen:
    rows = (
        keys.primary(_gentle_label(gentle, words), gentle.what),
        (
            Button(words("button-choose-moves"), Go(Place.EXERCISES)),
            Button(words("button-something-more"), Go(Place.COMPLAINT)),
        ),
        *keys.home_row(words),
    )
    return Screen(plain(words("everyday")), rows, line=about_you(words))


def _gentle_label(gentle: Today, words: Words) -> str:
    return keys.label(
        words("choice-gentle-minutes", title=gentle.title, minutes=gentle.minutes),
        words("choice-start", minutes=gentle.minutes),
    )


def low_back(words: Words) -> Screen:
    more = (Button(words("button-something-more"), Go(Place.COMPLAINT)),)
    return Screen(plain(words("low-back")), (more, *keys.home_row(words)), line=about_you(words))


def ill(words: Words) -> Screen:
    more = (Button(words("button-something-more"), Go(Place.COMPLAINT)),)
    return Screen(plain(words("ill")), (more, *keys.home_row(words)), line=about_you(words))


def work_around(tags: Collection[Tag], words: Words) -> Screen:
    wire = "_".join(tag.value for tag in Tag if tag in tags)
    action = WorkAround(wire) if len(wire) <= ROOM else Go(Place.ASK_TAGS)
    rows = (
        keys.primary(words("choice-work-around"), action),
        (Button(words("button-something-more"), Go(Place.COMPLAINT)), keys.home(words)),
    )
    return Screen(plain(words("work-around-ask", tags=_named(tags, words))), rows, line=about_you(words))


def suits(tags: Collection[Tag], steps: Button | None, words: Words) -> Screen:
    """Asked during a move: whether it is right for a part of their body. Nobody can see that from here."""
    asked = work_around(tags, words)
    first, last = asked.rows
    rows = (first, (steps, *last) if steps else last)
    return replace(asked, text=lines(plain(words("session-suits")), asked.text), rows=rows)


def works_around(tags: Collection[Tag], words: Words, gentle: Today | None = None) -> Screen:
    """`gentle`: what they may begin with now; people often say it along with what they came for."""
    change = Button(words("button-settings-tags"), Go(Place.ASK_TAGS))
    start = ((Button(_gentle_label(gentle, words), gentle.what),),) if gentle else ()
    return Screen(
        plain(words("work-around-set", tags=_named(tags, words))),
        (*start, (change, keys.home(words))),
        line=about_you(words),
    )


def fits_now(tags: Collection[Tag], before: str | None, instead: str | None, words: Words) -> Screen:
    """During a session. `before`: the present move, if it gives way. `instead`: None if it is left out."""
    noted = works_around(tags, words)
    if before is None:
        return noted
    told = (
        words("suited-instead", title=instead, before=before)
        if instead
        else words("suited-out", title=before)
    )
    return replace(noted, text=lines(noted.text, plain(told)))


def _named(tags: Collection[Tag], words: Words) -> str:
    return words.all_of(words(f"tag-{tag.value}") for tag in Tag if tag in tags)
