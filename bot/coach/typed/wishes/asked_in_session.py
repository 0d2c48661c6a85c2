"""Answers a question in a session that sounds like praise or a nod: a 👍 would look like a yes that the bot can't give."""

from bot.coach.case import Answer
from bot.coach.person import complaints
from bot.coach.session import play
from bot.coach.typed.wishes import wishes
from bot.coach.typed.wishes.request import Request
from bot.domain.session.session import Move, Stand, knows
from bot.domain.typed.danger.heard import Heard, Tier
from bot.domain.typed.wishes import slots
from bot.domain.typed.wishes.ideas import split
from bot.domain.typed.wishes.wish import Wish
from bot.screens.buttons.actions import Play
from bot.screens.person import complaint_screens
from bot.screens.screen import Button

_MAY_ASK = frozenset({Wish.OK, Wish.THANKS, Wish.LIKE, Wish.OTHER_SIDE})
"""Usually answered by a 👍, or by the card already in view."""

_EITHER = "either-side"
"""An idea: "left or right first" leads to neither."""

_ABOUT_A_PART = _MAY_ASK | {Wish.Q_SAFE, Wish.WORK_AROUND}


def answer(request: Request, live: Stand) -> Answer | None:
    if not is_asked(request):
        return None
    if request.wish in _ABOUT_A_PART and (asked := _about_a_part(request, live)):
        return asked
    if request.wish is Wish.OTHER_SIDE and "exercise" in request.ideas:
        return None  # "which moves left"
    return _steps(request, live) if request.wish in _MAY_ASK else None


def is_asked(request: Request) -> bool:
    names_either = request.wish is Wish.OTHER_SIDE and _EITHER in request.ideas
    return names_either or "?" in request.text or wishes.asks(request.case, request.text)


def may_be_asked(request: Request) -> bool:
    """ "Are my feet meant to be flat": its first word may open a question or a wish, and a 👍 suits only the wish."""
    opening = split(request.ideas.get("question", ""))
    return is_asked(request) or (bool(opening) and split(request.text)[: len(opening)] == opening)


def _about_a_part(request: Request, live: Stand) -> Answer | None:
    """ "Is it ok with my shoulder": the session waits, and offers to work around it, beside the steps."""
    case, tags = request.case, frozenset(slots.tags(request.ideas))
    if not tags:
        return None
    if tags <= case.who.tags:
        return complaints.told(case, Heard(Tier.WORK_AROUND, case.language.tag, tags))
    waits = play.pause_for(case) or live
    knows_steps = knows(waits.phase, Move.STEPS)
    shown = Button(case.words("move-steps"), Play(waits.id, waits.turn, Move.STEPS)) if knows_steps else None
    return Answer(complaint_screens.suits(tags, shown, case.words))


def _steps(request: Request, live: Stand) -> Answer | None:
    """Shows the steps, which is all that can be said. The bot can't see whether the move is right for them, or done right."""
    case = request.case
    if knows(live.phase, Move.STEPS):
        play.move(case, live, Move.STEPS, live.turn)
    return play.shown(case, case.words("session-not-seen"), fresh=True)
