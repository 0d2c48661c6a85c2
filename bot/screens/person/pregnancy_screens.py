"""Asks people who are no longer pregnant how they are, without assuming why; moves stay closed until the people who
look after them say yes."""

from collections.abc import Sequence

from bot.domain.person.person import NoLonger
from bot.screens import keys
from bot.screens.buttons.actions import Go, Place, Pregnancy
from bot.screens.screen import Button, Screen, Words
from bot.screens.text import plain
from bot.screens.what_remains import about_you


def ask_how(words: Words, *, is_lost: bool = False) -> Screen:
    """`is_lost`: they said so themselves, and are not asked about a baby."""
    hows = (NoLonger.OVER, NoLonger.MISTAKE) if is_lost else (NoLonger.BORN, NoLonger.OVER, NoLonger.MISTAKE)
    return _asked(words("pregnancy-lost" if is_lost else "pregnancy-ask"), hows, words)


def ask_caesarean(words: Words) -> Screen:
    hows = (NoLonger.CAESAREAN, NoLonger.NO_CAESAREAN)
    return _asked(words("pregnancy-ask-caesarean"), hows, words)


def _asked(question: str, hows: Sequence[NoLonger], words: Words) -> Screen:
    rows = [(Button(words(f"choice-pregnancy-{how.value}"), Pregnancy(how)),) for how in hows]
    back = (Button(words("button-back"), Go(Place.ASK_TAGS)), keys.home(words))
    return Screen(plain(question), (*rows, back), line=about_you(words))


def locked(words: Words) -> Screen:
    rows = (
        (Button(words("choice-said-yes"), Go(Place.SAID_YES_AFTER_BIRTH)),),
        (Button(words("button-settings-tags"), Go(Place.ASK_TAGS)),),
        (Button(words("button-exercises"), Go(Place.EXERCISES)), keys.home(words)),
    )
    return Screen(plain(words("locked-after-birth")), rows, line=about_you(words))
