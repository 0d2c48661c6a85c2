"""Answers words about a choice in view: which of its buttons by where it stands, and what the difference is."""

from collections.abc import Sequence

from bot.coach.case import Answer, Case
from bot.coach.tapping import tapped
from bot.coach.typed.wishes import wishes
from bot.coach.view.in_view import actions_in_view, card_in_view
from bot.domain.typed.said.place_said import place_among
from bot.domain.typed.vocabulary import Vocabulary
from bot.screens.asked_again import asked_again
from bot.screens.buttons.actions import (
    Action,
    OpenExercise,
    OpenOwn,
    OpenReminder,
    OpenRoutine,
    OpenTopic,
    Rate,
    SetFloor,
    SetLanguage,
    SetLevel,
    SetPictures,
    SetSeen,
    SetVoice,
    SetZone,
)

_CHOICES = (
    *(SetLevel, SetPictures, SetVoice, SetFloor, SetSeen, SetLanguage, SetZone, Rate),
    *(OpenExercise, OpenOwn, OpenReminder, OpenRoutine, OpenTopic),
)
"""None of these ends anything, and none opens a way past the warning signs."""


def answer(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    choices = _choices(case)
    if not choices:
        return None
    place = place_among(text, len(choices), vocabulary.order, vocabulary.beside_order)
    if place is not None:
        return tapped(case, choices[place])
    return _difference(case, text) if isinstance(choices[0], SetLevel) else None


def _choices(case: Case) -> Sequence[Action]:
    """The buttons in view that are of one kind; empty where there are several kinds."""
    there = [each for each in actions_in_view(case) if isinstance(each, _CHOICES)]
    return there if len(there) > 1 and len({type(each) for each in there}) == 1 else []


def _difference(case: Case, text: str) -> Answer | None:
    """A question below the levels is about them, unless it surely asks for something else."""
    card, found = card_in_view(case), wishes.meant(case, text)
    if card is None or not ("?" in text or wishes.asks(case, text)) or (found and found.is_sure):
        return None
    return Answer(asked_again(card, case.words("level-difference")))
