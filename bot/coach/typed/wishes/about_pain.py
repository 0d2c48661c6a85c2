"""Wishes about pain that was noted: to see how it went over the weeks, to put a wrong number right, to have it forgotten."""

from collections.abc import Callable
from dataclasses import replace

from bot.coach.case import Answer
from bot.coach.person import complaints, pain_noting
from bot.coach.session import play
from bot.coach.tapping import tapped
from bot.coach.typed.wishes import wishes
from bot.coach.typed.wishes.request import Request
from bot.domain.person.pain_notes import HIGHEST, PainNote
from bot.domain.typed.danger.heard import Heard, Tier
from bot.domain.typed.wishes import slots
from bot.domain.typed.wishes.wish import Wish
from bot.screens.buttons.actions import Go, NotePain, Place, ProgressPart, SeeProgress
from bot.screens.person import wish_screens
from bot.screens.screen import Button
from bot.screens.session.player import noted as below_headline


def pain(request: Request) -> Answer:
    """ "Put me down as a six today": the only number there is notes how much it hurts."""
    told = {*slots.numbers(request.text, request.vocabulary.quantities)}
    number = next(iter(told)) if len(told) == 1 else HIGHEST + 1
    is_noted = request.meant.is_sure and number <= HIGHEST and "?" not in request.text
    return tapped(request.case, NotePain(number)) if is_noted else pain_noting.ask(request.case)


def over_time(request: Request) -> Answer:
    play.pause_for(request.case)
    return tapped(request.case, SeeProgress(ProgressPart.FELT))


def put_right(request: Request) -> Answer:
    """ "I put in a 9 by accident, meant 4": the last note takes the other number. Where that is not plain, it is asked."""
    case, last = request.case, wishes.last_number(request.case)
    number = _right_number(request, last) if last else None
    if last is None or number is None:
        return pain_noting.ask(case)
    play.pause_for(case)
    case.store.pain_notes.delete(last.id, case.person.id)
    noted = pain_noting.note(case, replace(last, id=0, number=number, at=case.now))
    if noted.screen is None:
        return noted
    told = case.words("pain-in-place", number=last.number or 0)
    return replace(noted, screen=below_headline(noted.screen, told))


def _right_number(request: Request, last: PainNote) -> int | None:
    told = {each for each in slots.numbers(request.text, request.vocabulary.quantities) if each <= HIGHEST}
    is_about_it = last.number in told or len(told) == 1
    others = told - {last.number}
    return others.pop() if is_about_it and len(others) == 1 else None


def went_down(request: Request) -> Answer:
    """ "Pain was 7, now 4" is noted as it is now. Where it has not gone down, it is a complaint."""
    case = request.case
    before, *later = slots.numbers(request.text, request.vocabulary.quantities)
    now = later[0] if later else HIGHEST + 1
    if not now < before <= HIGHEST:
        return complaints.told(case, Heard(Tier.COMPLAINT, case.language.tag))
    play.pause_for(case)
    return tapped(case, NotePain(now))


def forget(request: Request) -> Answer:
    play.pause_for(request.case)
    words = request.case.words
    ways = [
        Button(words("button-pain-notes"), Go(Place.PAIN_NOTES)),
        Button(words("button-settings-tags"), Go(Place.ASK_TAGS)),
        Button(words("button-delete"), Go(Place.DELETE)),
    ]
    return Answer(wish_screens.told(words("wish-forget-pain"), ways, words))


GRANTS: dict[Wish, Callable[[Request], Answer]] = {
    Wish.PAIN: pain,
    Wish.PAIN_OVER_TIME: over_time,
    Wish.PAIN_WRONG: put_right,
    Wish.PAIN_WENT_DOWN: went_down,
    Wish.FORGET_PAIN: forget,
}
