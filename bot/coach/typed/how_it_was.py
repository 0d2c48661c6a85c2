"""Takes words as the answer to how a session was, or how the next morning was, just like the buttons."""

from collections.abc import Sequence
from dataclasses import replace

from bot.coach.case import Answer, Case
from bot.coach.own import own_list
from bot.coach.tapping import tapped
from bot.coach.typed import meaning
from bot.coach.typed.finding import search
from bot.coach.typed.wishes import wishes
from bot.coach.view.in_view import card_in_view
from bot.domain.person.pain_notes import Morning
from bot.domain.plain_text import phrase
from bot.domain.progress.diary import Rating
from bot.domain.typed.danger.heard import Heard
from bot.domain.typed.said.how_said import HowSaid, morning_said, rating_said
from bot.domain.typed.said.said_back import SaidBack, said_back
from bot.domain.typed.wishes.wish import Wish
from bot.screens.asked_again import asked_again
from bot.screens.buttons.actions import Rate, SaidMorning
from bot.screens.buttons.wire import decode

_MAY_SAY_HOW = frozenset(
    {
        *(Wish.EASIER, Wish.HARDER, Wish.THANKS, Wish.OK, Wish.BETTER, Wish.OFF_TOPIC),
        *(Wish.HURTS, Wish.UNWELL, Wish.Q_WORSE),
    }
)
"""While the bot asks how it was, an answer may sound like one of these wishes without being one."""

_UNCLEAR = (Wish.OFF_TOPIC, Wish.OK, Wish.THANKS, Wish.BETTER, Wish.MOTIVATION, Wish.COMPLAINT_ABOUT_BOT)
"""Wishes heard in words that neither say how it was nor name anything."""


def answer(case: Case, text: str, heard: Heard | None) -> Answer | None:
    asked = _asked(case)
    if not asked or "?" in text:
        return None
    found = _found(case, text, asked)
    if found is None or not (
        found.is_all or _may_say_how(case, text, None if _holds_beside_stiffness(found.how) else heard)
    ):
        return None
    action = next((each for each in asked if _how(each) is found.how), None)
    return tapped(case, action) if action else None


def is_expected(case: Case, text: str) -> bool:
    asked = _asked(case)
    found = _found(case, text, asked) if asked and "?" not in text else None
    return found is not None and found.is_all


def ask_again_if_unclear(case: Case, text: str) -> Answer | None:
    return ask_again(case) if _asked(case) and not _is_clear(case, text) else None


def ask_again(case: Case) -> Answer | None:
    view = card_in_view(case)
    return Answer(replace(asked_again(view, ""), card=view.card)) if view else None


def is_number(case: Case, text: str) -> bool:
    """Such a number may be on any scale: it means neither minutes nor pain."""
    return bool(_asked(case)) and _is_number(case, text)


def _asked(case: Case) -> list[Rate | SaidMorning]:
    view = card_in_view(case)
    wires = [data for row in (view.keys if view else ()) for _, data, _ in row]
    return [action for action in map(decode, wires) if isinstance(action, Rate | SaidMorning)]


def _found(
    case: Case, text: str, asked: Sequence[Rate | SaidMorning]
) -> HowSaid[Rating] | HowSaid[Morning] | None:
    words = case.language.vocabulary.how
    return rating_said(text, words) if isinstance(asked[0], Rate) else morning_said(text, words)


def _holds_beside_stiffness(how: Rating | Morning) -> bool:
    return how is Rating.HURT or isinstance(how, Morning)


def _how(action: Rate | SaidMorning) -> Rating | Morning:
    return action.rating if isinstance(action, Rate) else action.morning


def _is_number(case: Case, text: str) -> bool:
    hurting = case.language.vocabulary.hurting
    words = phrase(text).split()
    between = {word for each in hurting.of for word in each.split()}
    return any(word not in between for word in words) and all(
        word.isdecimal() or word in hurting.numbers or word in between for word in words
    )


def _may_say_how(case: Case, text: str, heard: Heard | None) -> bool:
    """Words about what is stiff or sore do not rate a session in passing, and neither do words that surely wish for something."""
    wish, found = meaning.wish(text, case.language.vocabulary), wishes.meant(case, text)
    if heard or (wish and wish not in _MAY_SAY_HOW):
        return False
    return found is None or not found.is_sure or found.wish in _MAY_SAY_HOW


def _is_clear(case: Case, text: str) -> bool:
    wish, found = meaning.wish(text, case.language.vocabulary), wishes.meant(case, text)
    if (wish and wish not in _UNCLEAR) or own_list.by_name(case, text) or search.is_a_name(case, text):
        return True
    if SaidBack.LATER in said_back(text, case.language.vocabulary.replies):
        return True
    return found is not None and found.is_sure and found.wish not in _UNCLEAR
