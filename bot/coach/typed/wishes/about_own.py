"""Wishes about what somebody put together themselves: a move into a routine of their own or out of it, and an exercise they were shown."""

from collections.abc import Callable, Sequence

from bot.coach.case import Answer
from bot.coach.own import making_exercises, own_lines, own_list
from bot.coach.session import play
from bot.coach.typed.finding.ranking import find
from bot.coach.typed.wishes import about_moves
from bot.coach.typed.wishes.request import Request
from bot.domain.own.own_routine import OwnLine, OwnRoutine
from bot.domain.plain_text import phrase
from bot.domain.typed.wishes.wish import Wish
from bot.screens.buttons.actions import Go, Place
from bot.screens.person import wish_screens
from bot.screens.screen import Button

_PUTS_IN, _TAKES_OUT, _OF_MY_OWN = "put-into", "take-from", "of-my-own"
"""Ideas."""


def change_own(request: Request) -> Answer:
    """ "Add doorway stretch to my morning one": done in the routine that is named, or in the only one there is."""
    case = request.case
    play.pause_for(case)
    theirs, slug = case.store.own.every(case.person.id), _move(request)
    if not theirs:
        new = Button(case.words("button-own-new"), Go(Place.NEW_OWN))
        return Answer(wish_screens.told(case.words("wish-no-own-yet"), [new], case.words))
    own = _named(request, theirs)
    if own is None:
        return own_list.every_own(case, case.words("wish-which-own"))
    if _TAKES_OUT not in request.ideas:
        return own_lines.add(case, own, slug) if slug else own_lines.ask_what(case, own)
    line = _line(own, slug)
    return own_lines.remove(case, own, line) if line else own_lines.edit(case, own)


def _move(request: Request) -> str | None:
    """Its name stands between what shall be done with it and where: "add *doorway stretch* to my morning one"."""
    case, ideas = request.case, request.ideas
    said = f" {phrase(request.text)} "
    does = ideas.get(_TAKES_OUT) or ideas.get(_PUTS_IN, "")
    between = said.partition(f" {does} ")[2].partition(f" {ideas.get(_OF_MY_OWN, '')} ")[0].strip()
    if own := making_exercises.by_name(case, between):
        return own.ref.exercise
    found = find(between, case.language.library, case.words) if between else []
    return found[0].slug if found else about_moves.named_slug(request)


def _line(own: OwnRoutine, slug: str | None) -> OwnLine | None:
    return next((line for line in own.lines if line.ref.exercise == slug), None)


def _named(request: Request, theirs: Sequence[OwnRoutine]) -> OwnRoutine | None:
    """The one whose name stands in what they say, or shares a word with it that tells it from the others."""
    said = phrase(request.text)
    whole = [own for own in theirs if f" {phrase(own.name)} " in f" {said} "]
    words = {*said.split()} - request.vocabulary.said.fillers
    sharing = [own for own in theirs if words & ({*phrase(own.name).split()} - _common(theirs))]
    found = whole or sharing or list(theirs)
    return found[0] if len(found) == 1 else None


def _common(theirs: Sequence[OwnRoutine]) -> set[str]:
    """Words that stand in several names tell nothing apart."""
    every = [{*phrase(own.name).split()} for own in theirs]
    return {word for words in every for word in words if sum(word in other for other in every) > 1}


def own_exercise(request: Request) -> Answer:
    play.pause_for(request.case)
    return making_exercises.every(request.case)


GRANTS: dict[Wish, Callable[[Request], Answer]] = {
    Wish.CHANGE_OWN: change_own,
    Wish.OWN_EXERCISE: own_exercise,
}
