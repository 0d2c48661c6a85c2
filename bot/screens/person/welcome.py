"""The first minute: greeting, and the warning signs with their three answers."""

from bot.domain.library.exercise import Picture
from bot.domain.person.person import Cleared
from bot.screens import keys
from bot.screens.buttons.actions import ClearSigns, DoRoutine, Go, Place, What
from bot.screens.screen import Button, Screen, Style, Words
from bot.screens.text import bold, folded, lines, plain
from bot.screens.what_remains import about_you

FIRST_ROUTINE = "first-two-minutes"
_TIERS = ("emergency", "urgent", "soon")


def hello(name: str, picture: Picture | None, words: Words) -> Screen:
    greeting = words("welcome", name=name) if name else words("welcome-nameless")
    rows = (
        keys.primary(words("choice-first-minutes"), DoRoutine(FIRST_ROUTINE)),
        (Button(words("button-what-is-this"), Go(Place.WHAT)),),
    )
    return Screen(lines(bold(greeting), plain(words("welcome-about"))), rows, picture)


def what_is_this(picture: Picture | None, words: Words) -> Screen:
    """Under the picture of the greeting, which it follows."""
    rows = (
        keys.primary(words("choice-first-minutes"), DoRoutine(FIRST_ROUTINE)),
        (Button(words("button-exercises"), Go(Place.EXERCISES)), keys.home(words)),
    )
    return Screen(lines(plain(words("what-is-this")), folded(words("disclaimer"))), rows, picture)


def signs(then: What | None, words: Words) -> Screen:
    """The warning signs, before anything is begun."""
    text = lines(plain(words("red-flags")), folded(_full_list(words)), plain(words("red-flags-note")))
    rows = (
        keys.primary(words("choice-red-flags-none"), ClearSigns(then)),
        (Button(words("choice-red-flags-some"), Go(Place.SIGNS_WHICH)),),
    )
    return Screen(text, rows, line=about_you(words))


def _full_list(words: Words) -> str:
    tiers = (lines(words(f"red-flags-{tier}-title"), words(f"red-flags-{tier}-list")) for tier in _TIERS)
    return "\n\n".join((words("red-flags-full-list"), *tiers))


def which_sign(words: Words) -> Screen:
    shown = (
        lines(bold(words(f"red-flags-{tier}-title")), folded(words(f"red-flags-{tier}-list")))
        for tier in _TIERS
    )
    places = (Place.SIGNS_EMERGENCY, Place.SIGNS_URGENT, Place.SIGNS_SOON)
    tiers = (
        (Button(words(f"choice-red-flags-{tier}"), Go(place)),)
        for tier, place in zip(_TIERS, places, strict=True)
    )
    none = (Button(words("choice-red-flags-back"), ClearSigns()),)
    return Screen(lines(plain(words("red-flags-which")), *shown), (*tiers, none), line=about_you(words))


def signs_answer(tier: Cleared, words: Words) -> Screen:
    """What to do about a sign: help now, a doctor first, or gentle moves with advice."""
    again = Button(words("choice-red-flags-again"), Go(Place.SIGNS))
    reading = Button(words("button-exercises"), Go(Place.EXERCISES))
    if tier is Cleared.SOON:
        first = keys.primary(words("choice-gentle-moves"), DoRoutine(FIRST_ROUTINE))
        rows = (first, (again,), *keys.home_row(words))
        return Screen(plain(words("red-flags-soon-answer")), rows, line=about_you(words))
    answer = bold if tier is Cleared.EMERGENCY else plain
    text = answer(words(f"red-flags-{tier.value}-answer"))
    return Screen(text, ((again,), (reading, keys.home(words))), line=about_you(words))


def closed(tier: Cleared, words: Words) -> Screen:
    """The moves are closed by an answer: which one, and how to change it."""
    why = words("red-flags-closed", list=words(f"red-flags-{tier.value}-title"))
    rows = (
        (Button(words("choice-red-flags-again"), Go(Place.SIGNS), Style.PRIMARY),),
        (Button(words("button-exercises"), Go(Place.EXERCISES)), keys.home(words)),
    )
    return Screen(lines(plain(why), plain(words("red-flags-change"))), rows, line=about_you(words))


def surgery(words: Words) -> Screen:
    rows = (
        (Button(words("button-settings-tags"), Go(Place.ASK_TAGS)),),
        (Button(words("button-exercises"), Go(Place.EXERCISES)), keys.home(words)),
    )
    return Screen(plain(words("surgery-advice")), rows, line=about_you(words))


def minor(words: Words) -> Screen:
    rows = ((Button(words("button-settings-age"), Go(Place.ASK_AGE)), keys.home(words)),)
    return Screen(plain(words("age-0-answer")), rows)
