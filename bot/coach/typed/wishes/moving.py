"""Wishes to move: today's session, a number of minutes, something gentle, a move by its name, the same again."""

from collections.abc import Callable

from bot.coach.case import Answer, Case
from bot.coach.choose import narrowing, planned, ready_routines
from bot.coach.person.complaints import GENTLE
from bot.coach.person.main_menu import home_of
from bot.coach.progress import once_more
from bot.coach.progress.todays import todays
from bot.coach.session import play
from bot.coach.session.live import live_of
from bot.coach.tapping import tapped
from bot.coach.typed.finding import search
from bot.coach.typed.wishes import wishes
from bot.coach.typed.wishes.about_moves import named_slug
from bot.coach.typed.wishes.about_oneself import seated
from bot.coach.typed.wishes.request import Request
from bot.coach.view.in_view import card_in_view
from bot.domain.person.person import Cleared
from bot.domain.session.session import Led, Phase
from bot.domain.typed.wishes import slots
from bot.domain.typed.wishes.ideas import KnownIdea
from bot.domain.typed.wishes.wish import Wish
from bot.screens.buttons.actions import By, DoAgain, Find, Moves, OpenRoutine, ShowMistake, ToHear, ToSee
from bot.screens.choose.choices import BED
from bot.screens.person import wish_screens
from bot.screens.person.welcome import FIRST_MINUTES
from bot.screens.screen import Button

NAMED_BY = ("move", "part", "described")
"""Ideas that name a move, for a sentence that finds none as a whole."""

SEATED = frozenset({"stays-seated", "seated-only", "in.sit"})
"""Beside minutes, each of these ideas asks for a seated session: "5 min sitting down"."""

_STANDING = frozenset({"in.stand", "only"})
"""Ideas which together keep off the floor."""

SHORTER = (5, 2)
"""The minutes to offer to people who find more than this too long."""


def start(request: Request) -> Answer:
    """People who have not been asked about the signs are greeted once, because the first minutes are one tap away there."""
    case = request.case
    if request.wish is Wish.START and case.who.cleared is Cleared.UNASKED and card_in_view(case):
        return request.does_or_asks(case.words("choice-wish-begin"), FIRST_MINUTES)
    if case.who.cleared is Cleared.UNASKED or not request.meant.is_sure:
        return home_of(case)
    return request.does_or_asks(case.words("choice-wish-begin"), todays(case).what)


def as_file(request: Request) -> Answer:
    case, live = request.case, live_of(request.case)
    is_on_card = live is not None and live.led is not Led.BY_FILE and live.phase is not Phase.HALTED
    what = DoAgain(live.id) if live and is_on_card else todays(case).what
    if case.who.cleared is Cleared.UNASKED:
        return start(request)
    is_heard = request.wish is Wish.LISTEN
    if not case.known.has_films:
        return _no_file(case, what, is_heard=is_heard)
    label = case.words("button-listen" if is_heard else "button-watch")
    return request.does_or_asks(label, ToHear(what) if is_heard else ToSee(what))


def _no_file(case: Case, what: Moves, *, is_heard: bool) -> Answer:
    """Says so, and begins nothing: people who want to watch it first are not on the mat yet."""
    play.pause_for(case)
    told = case.words("wish-no-audio" if is_heard else "wish-no-film")
    ways = () if live_of(case) else (Button(case.words("choice-wish-begin"), what),)
    return Answer(wish_screens.told(told, ways, case.words))


def repeat(request: Request) -> Answer:
    case, said = request.case, request.ideas
    if "some-number" in said:
        return once_more.every_again(case)
    what = once_more.last_again(case, days=1 if said.get("last-time") == "yesterday" else None)
    if what is None:
        return (
            Answer(wish_screens.told(case.words("wish-nothing-before"), (), case.words))
            if _has_none(case)
            else home_of(case)
        )
    return request.does_or_asks(case.words("choice-wish-again"), what)


def for_minutes(request: Request) -> Answer:
    case = request.case
    if SEATED & request.ideas.keys():
        return seated(request)
    is_named = request.meant.is_sure and not without_floor(request)
    if is_named and (found := search.anything(case, request.text, request.vocabulary)):
        return found
    minutes = slots.minutes(request.text, request.ideas, request.vocabulary.quantities)
    if minutes is None:
        return ready_routines.every_routine(case)
    if KnownIdea.TOO_LONG.value in request.ideas and KnownIdea.FLOOR.value not in request.ideas:
        minutes = next((each for each in SHORTER if each < minutes), SHORTER[-1])
    wanted = planned.within(minutes, no_floor=without_floor(request))
    return request.does_or_asks(case.words("button-length", minutes=minutes), wanted)


def without_floor(request: Request) -> bool:
    """ "5 min and no floor", "5 min standing only"."""
    ideas = request.ideas.keys()
    stands = ideas >= _STANDING
    return stands or (KnownIdea.FLOOR.value in ideas and bool({"cannot", "lack"} & ideas))


def gentle(request: Request) -> Answer:
    routine = request.case.library.routines.get(GENTLE)
    if routine is None:
        return ready_routines.every_routine(request.case)
    return request.does_or_asks(routine.title, OpenRoutine(routine.slug))


def find(request: Request) -> Answer:
    case = request.case
    if wishes.hurts(case, request.text):
        return narrowing.every_exercise(case)
    if position := _position(request):
        return narrowing.found(case, Find(By.POSITION, position, 0))
    if not request.meant.is_sure:
        return search.ask_which(case, request.text) or narrowing.every_exercise(case)
    if "a-mistake" in request.ideas and (slug := named_slug(request)):
        usual = case.library.exercises[slug].usual.ref
        return tapped(case, ShowMistake(usual.exercise, usual.form))
    said = (request.text, *(request.ideas[idea] for idea in NAMED_BY if idea in request.ideas))
    found = (search.anything(case, text, request.vocabulary) for text in said)
    return next(filter(None, found), None) or narrowing.every_exercise(case)


def _position(request: Request) -> str | None:
    """If somebody lies in bed, that counts more than the part of the body that they name."""
    position = slots.position(request.ideas)
    is_named = bool({"move", "part"} & request.ideas.keys())
    return None if is_named and position != BED else position


def _has_none(case: Case) -> bool:
    return case.who.cleared is not Cleared.UNASKED


GRANTS: dict[Wish, Callable[[Request], Answer]] = {
    Wish.START: start,
    Wish.SURPRISE: start,
    Wish.LISTEN: as_file,
    Wish.WATCH: as_file,
    Wish.REPEAT: repeat,
    Wish.MINUTES: for_minutes,
    Wish.GENTLE: gentle,
    Wish.FIND: find,
}
