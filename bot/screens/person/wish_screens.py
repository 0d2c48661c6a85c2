"""Short answers to wishes and questions, and a wish that is confirmed before it is granted."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.person.person import Floor
from bot.screens import keys
from bot.screens.buttons.actions import DoRoutine, Go, ListRoutines, OpenRoutine, OpenToday, Place, SetFloor
from bot.screens.person.welcome import FIRST_ROUTINE
from bot.screens.screen import Button, Screen, Words
from bot.screens.text import plain
from bot.screens.what_remains import about_you


def ask_back(question: str, guesses: Sequence[Button], words: Words) -> Screen:
    """`guesses`: the likeliest first."""
    first, *others = guesses
    last = (Button(words("button-something-else"), Go(Place.TYPING)), keys.home(words))
    rows = (keys.primary(first.label, first.action), *((each,) for each in others), last)
    return Screen(plain(question), rows)


def told(text: str, buttons: Sequence[Button], words: Words) -> Screen:
    return Screen(plain(text), (*keys.paired(buttons), *keys.home_row(words)))


def typing(words: Words) -> Screen:
    first = (
        Button(words("button-exercises"), Go(Place.EXERCISES)),
        Button(words("button-help"), Go(Place.HELP)),
    )
    return Screen(plain(words("typing")), (first, *keys.home_row(words)))


def not_understood(nearly: Button | None, words: Words) -> Screen:
    rows = (((nearly,),) if nearly else ()) + (keys.hurts_or_home(words),)
    return Screen(plain(words("not-sure-nearly" if nearly else "not-sure")), rows)


def without_floor(words: Words) -> Screen:
    rows = (
        (
            Button(words("button-no-floor-today"), OpenToday(no_floor=True)),
            Button(words("button-no-floor-always"), SetFloor(Floor.STAND)),
        ),
        (Button(words("routines-no-floor"), ListRoutines(no_floor=True, page=0)),),
        *keys.home_row(words),
    )
    return Screen(plain(words("ask-no-floor")), rows)


def seated(words: Words, *, is_always: bool) -> Screen:
    """For today it holds already."""
    always = (Button(words("button-seated-always"), SetFloor(Floor.SEATED)),)
    rows = (
        keys.primary(words("button-seated-today"), OpenToday()),
        *(() if is_always else (always,)),
        *keys.home_row(words),
    )
    return Screen(plain(words("wish-seated")), rows)


def sad(words: Words) -> Screen:
    return replace(motivation(words), text=plain(words("wish-sad")), line=about_you(words))


def motivation(words: Words) -> Screen:
    start = keys.primary(words("choice-first-minutes"), DoRoutine(FIRST_ROUTINE))
    begins = DoRoutine(FIRST_ROUTINE)
    return Screen(plain(words("wish-motivation")), (start, *keys.home_row(words)), begins=begins)


def stop_reminders(words: Words) -> Screen:
    rows = (
        (Button(words("choice-stop-a-while"), Go(Place.PAUSE)),),
        (Button(words("choice-stop-all"), Go(Place.STOP_REMINDING)),),
        (Button(words("button-reminders"), Go(Place.REMINDERS)), keys.home(words)),
    )
    return Screen(plain(words("wish-stop-reminders")), rows)


def too_many(words: Words) -> Screen:
    rows = (
        keys.primary(words("button-reminders"), Go(Place.REMINDERS)),
        (Button(words("choice-stop-a-while"), Go(Place.PAUSE)),),
        *keys.home_row(words),
    )
    return Screen(plain(words("wish-too-many")), rows)


def gentlest(words: Words) -> Screen:
    return told(words("wish-easiest"), [Button(words("choice-gentle-moves"), OpenRoutine("gentle"))], words)
