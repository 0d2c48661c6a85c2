"""Lets a limit count that somebody told and was asked about, where they go on to moves without an answer: that is the safe side."""

from dataclasses import dataclass

from bot.coach.case import Answer, Case
from bot.coach.person import limits_noted
from bot.coach.session.live import live_of
from bot.coach.tapping import tapped
from bot.coach.typed import meaning
from bot.coach.typed.finding import search
from bot.coach.typed.replying import Asking, asking_in_view
from bot.coach.typed.wishes import wishes
from bot.domain.library.exercise import Tag
from bot.domain.person.limits_told import LimitsTold, limits_read
from bot.domain.person.person import Floor
from bot.domain.person.taste import Taste
from bot.domain.plain_text import phrase
from bot.domain.session.session import Move
from bot.domain.typed.quantities import minutes_in
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.wishes.ideas import is_length_of_time
from bot.screens.buttons.actions import (
    Action,
    NoteLimits,
    Play,
    SayTaste,
    SetFloor,
    TickEquipment,
    WorkAround,
)

_GOES_ON = (Move.READY, Move.GO_ON, Move.DONE)


@dataclass(frozen=True, slots=True)
class LimitNoted:
    """`case`: in which the limit counts. `told`: a sentence for the answer, as text."""

    case: Case
    told: str


def goes_on(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """What runs goes on with moves that suit the limit, as its button does."""
    asking = asking_in_view(case)
    limit = asking.one(WorkAround) if asking and _limits(asking) else None
    wants_on = vocabulary.moves.get(phrase(text)) in _GOES_ON
    return tapped(case, limit) if limit and wants_on and live_of(case) else None


def noted(case: Case, text: str, vocabulary: Vocabulary) -> LimitNoted | None:
    asking = asking_in_view(case)
    told = _limits(asking) if asking else None
    if told is None or live_of(case) or not _is_for_moves(case, text, vocabulary):
        return None
    sentence = case.words("limit-counts", what=limits_noted.told_in_line(case, told))
    return LimitNoted(limits_noted.keep(case, told), sentence)


def _limits(asking: Asking) -> LimitsTold | None:
    """What a question to be answered with a tap is about; None for a card that shows something else, too."""
    if not asking.asks or asking.one(Play):
        return None
    return next((told for told in map(_limit, asking.actions) if told), None)


def _limit(action: Action) -> LimitsTold | None:
    match action:
        case WorkAround(tags):
            return LimitsTold(tags=frozenset(tag for tag in Tag if tag.value in tags.split("_")))
        case NoteLimits(limits):
            return limits_read(limits)
        case TickEquipment(thing, on=False):
            return LimitsTold(lacks=frozenset({thing}))
        case SetFloor(floor) if floor is not Floor.YES:
            return LimitsTold(floor=floor)
        case SayTaste(slug, Taste.NEVER):
            return LimitsTold(never=frozenset({slug}))
        case _:
            return None


def _is_for_moves(case: Case, text: str, vocabulary: Vocabulary) -> bool:
    if minutes_in(text, vocabulary.quantities):
        return True
    if is_length_of_time(text, vocabulary.said):  # "24 weeks?" tells of the limit
        return False
    if wishes.leads_to_moves(case, text):
        return True
    return meaning.button(case, text) is None and search.is_a_name(case, text)
