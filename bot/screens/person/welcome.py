"""The first minute: the greeting; and answers to people who had better not move now."""

from bot.domain.library.exercise import Picture, Tag
from bot.domain.person.person import Cleared
from bot.screens import keys
from bot.screens.buttons.actions import DoRoutine, Go, Place, SaidYes
from bot.screens.screen import Button, Screen, Style, Words
from bot.screens.text import bold, folded, lines, plain
from bot.screens.what_remains import about_you

FIRST_ROUTINE = "first-two-minutes"
FIRST_MINUTES = DoRoutine(FIRST_ROUTINE)


def hello(name: str, picture: Picture | None, words: Words) -> Screen:
    greeting = words("welcome", name=name) if name else words("welcome-nameless")
    rows = (
        keys.primary(words("choice-first-minutes"), FIRST_MINUTES),
        (Button(words("button-what-is-this"), Go(Place.WHAT)),),
    )
    about = plain(words("welcome-about"))
    return Screen(lines(bold(greeting), about), rows, picture, asides=(about,), begins=FIRST_MINUTES)


def what_is_this(picture: Picture | None, words: Words) -> Screen:
    rows = (
        keys.primary(words("choice-first-minutes"), FIRST_MINUTES),
        (Button(words("button-exercises"), Go(Place.EXERCISES)), keys.home(words)),
    )
    text = lines(plain(words("what-is-this")), folded(words("disclaimer")))
    return Screen(text, rows, picture, begins=FIRST_MINUTES)


def signs_answer(tier: Cleared, words: Words) -> Screen:
    again = Button(words("choice-red-flags-again"), Go(Place.SIGNS))
    reading = Button(words("button-exercises"), Go(Place.EXERCISES))
    if tier is Cleared.SOON:
        first = keys.primary(words("choice-gentle-moves"), FIRST_MINUTES)
        rows = (first, (again,), *keys.home_row(words))
        return Screen(
            plain(words("red-flags-soon-answer")), rows, line=about_you(words), begins=FIRST_MINUTES
        )
    answer = bold if tier is Cleared.EMERGENCY else plain
    text = answer(words(f"red-flags-{tier.value}-answer"))
    return Screen(text, ((again,), (reading, keys.home(words))), line=about_you(words))


def closed(tier: Cleared, words: Words) -> Screen:
    why = words("red-flags-closed", list=words(f"red-flags-{tier.value}-title"))
    rows = (
        (Button(words("choice-red-flags-again"), Go(Place.SIGNS), Style.PRIMARY),),
        (Button(words("button-exercises"), Go(Place.EXERCISES)), keys.home(words)),
    )
    return Screen(lines(plain(why), plain(words("red-flags-change"))), rows, line=about_you(words))


def locked(tag: Tag, words: Words) -> Screen:
    """Closed until the people who treat it say yes, never until a date."""
    rows = (
        (Button(words("choice-said-yes"), SaidYes(tag)),),
        (Button(words("button-settings-tags"), Go(Place.ASK_TAGS)),),
        (Button(words("button-exercises"), Go(Place.EXERCISES)), keys.home(words)),
    )
    return Screen(plain(words(f"locked-{tag.value}")), rows, line=about_you(words))


def opened(tag: Tag, count: int, words: Words) -> Screen:
    """`count`: how many exercises suit now."""
    rows = ((Button(words("button-settings-tags"), Go(Place.ASK_TAGS)), keys.home(words)),)
    text = words("opened", tag=words(f"tag-{tag.value}"), count=count)
    return Screen(plain(text), rows, line=about_you(words))


def minor(words: Words) -> Screen:
    rows = ((Button(words("button-settings-age"), Go(Place.ASK_AGE)), keys.home(words)),)
    text = lines(plain(words("age-0-answer")), plain(words("age-0-change")))
    return Screen(text, rows)
