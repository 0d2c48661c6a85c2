"""An offer of more or less, after easy or hard sessions: the question, and answers to the answer."""

from bot.domain.person.person import Floor
from bot.domain.progress.tally import BackTo, Level, LevelOffer, Longer, OffTheFloor, Shorter
from bot.domain.session.session import Stand
from bot.screens import keys
from bot.screens.buttons.actions import Go, Place, TakeFloor, TakeLevel, TakeMinutes, Taken
from bot.screens.screen import Button, Rows, Screen, Words
from bot.screens.session.ending import card_of, line_of
from bot.screens.text import plain


def question(offer: LevelOffer, level: int, words: Words) -> str:
    """Plain text. `level`: the current one."""
    match offer:
        case Level(other):
            return words("level-offer-up" if other > level else "level-offer-down")
        case Shorter(minutes):
            return words("level-offer-shorter", minutes=minutes)
        case OffTheFloor(floor):
            return words("level-offer-seated" if floor is Floor.SEATED else "level-offer-stand")
        case Longer(minutes):
            return words("level-offer-longer", minutes=minutes)
        case BackTo(floor):
            return words("level-offer-standing-again" if floor is Floor.STAND else "level-offer-floor-again")


def ask(session: Stand, title: str, offer: LevelOffer, level: int, words: Words) -> Screen:
    rows = (*_answers(offer, words), *keys.home_row(words))
    text = plain(question(offer, level, words))
    return Screen(text, rows, None, card_of(session), line_of(session, title, words))


def _answers(offer: LevelOffer, words: Words) -> Rows:
    keep = (Button(words("choice-level-keep"), Go(Place.KEEP_LEVEL)),)
    return keys.primary(words("choice-level-yes"), _yes(offer)), keep


def _yes(offer: LevelOffer) -> Taken:
    match offer:
        case Level(level):
            return TakeLevel(level)
        case Shorter(minutes) | Longer(minutes):
            return TakeMinutes(minutes)
        case OffTheFloor(floor) | BackTo(floor):
            return TakeFloor(floor)


def taken(action: Taken, words: Words, *, was_seated: bool = False) -> Screen:
    rows = ((Button(words("button-settings"), Go(Place.SETTINGS)), keys.home(words)),)
    return Screen(plain(said(action, words, was_seated=was_seated)), rows)


def said(action: Taken, words: Words, *, was_seated: bool) -> str:
    match action:
        case TakeLevel(level):
            return words("level-taken", level=level)
        case TakeMinutes(minutes):
            return words("level-taken-minutes", minutes=minutes)
        case TakeFloor(floor):
            stands_again = was_seated and floor is Floor.STAND
            return words("level-taken-floor", floor="standing-too" if stands_again else floor.value)


def kept(words: Words) -> Screen:
    return Screen(plain(words("level-kept")), keys.home_row(words))
