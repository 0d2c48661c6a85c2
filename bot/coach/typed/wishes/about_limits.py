"""Tells what is left out for somebody, and takes back a limit that no longer holds, with one tap."""

from collections.abc import Callable, Sequence

from bot.coach.case import Answer, Case
from bot.coach.person import limits_noted
from bot.coach.session import play
from bot.coach.tapping import tapped
from bot.coach.typed.wishes.request import Request
from bot.domain.library.exercise import Tag
from bot.domain.person.person import GENTLE_UNTIL_YES, LOCKS, Floor
from bot.domain.typed.wishes import slots
from bot.domain.typed.wishes.ideas import KnownIdea
from bot.domain.typed.wishes.wish import Wish
from bot.screens.buttons.actions import Go, Place, SetFloor, TickTag
from bot.screens.person import wish_screens
from bot.screens.screen import Button

UNTICKED_BY_HAND = LOCKS | GENTLE_UNTIL_YES
"""A guess never talks anybody out of these: people untick them in the list of all conditions."""

MOST_AT_ONCE = 2
"""How many buttons a card that asks back has."""


def left_out(request: Request) -> Answer:
    play.pause_for(request.case)
    return limits_noted.left_out(request.case)


def _labels(case: Case, tags: Sequence[Tag]) -> str:
    return case.words.listed([case.words(f"tag-{tag.value}") for tag in tags])


def limit_gone(request: Request) -> Answer:
    """ "My knees are fine again": asks whether to stop sparing them. If nothing is worked around, it shows what is left out."""
    case = request.case
    play.pause_for(case)
    named = [tag for tag in slots.tags(request.ideas) if tag in case.who.tags]
    if not named:
        return _floor_again(request) if KnownIdea.FLOOR.value in request.ideas else left_out(request)
    if Tag.PREGNANT in named:  # asks how it ended, without assuming anything
        return tapped(case, TickTag(Tag.PREGNANT, on=False))
    if len(named) > MOST_AT_ONCE or UNTICKED_BY_HAND.intersection(named):
        return _by_hand(case, named)
    return ask_to_untick(request, named)


def ask_to_untick(request: Request, named: Sequence[Tag]) -> Answer:
    case = request.case
    question = case.words("ask-wish-limit-gone", tags=_labels(case, named))
    first, *others = (_untick(case, tag, is_only=len(named) == 1) for tag in named)
    return request.asks_which(question, first, next(iter(others), None))


def _untick(case: Case, tag: Tag, *, is_only: bool) -> Button:
    label = case.words("choice-limit-gone") if is_only else case.words(f"tag-{tag.value}")
    return Button(label, TickTag(tag, on=False))


def _by_hand(case: Case, named: Sequence[Tag]) -> Answer:
    ways = [Button(case.words("button-settings-tags"), Go(Place.ASK_TAGS))]
    return Answer(
        wish_screens.told(case.words("wish-limit-gone-by-hand", tags=_labels(case, named)), ways, case.words)
    )


def _floor_again(request: Request) -> Answer:
    case = request.case
    if case.who.floor is Floor.YES:
        return left_out(request)
    question = case.words("ask-wish-floor", floor=Floor.YES.value)
    return request.asks(question, case.words("choice-wish-yes"), SetFloor(Floor.YES))


GRANTS: dict[Wish, Callable[[Request], Answer]] = {Wish.LEFT_OUT: left_out, Wish.LIMIT_GONE: limit_gone}
