"""Keeps what people answer when more or less is offered; it holds from the next session on."""

from dataclasses import replace

from bot.coach.case import Answer, Case, save_preferences
from bot.domain.person.person import Preferences
from bot.screens.buttons.actions import TakeFloor, TakeLevel, TakeMinutes, Taken
from bot.screens.session import level_offer


def taken(case: Case, action: Taken) -> Answer:
    save_preferences(case, _set(case.who, action))
    return Answer(level_offer.taken(action, case.words))


def _set(who: Preferences, action: Taken) -> Preferences:
    match action:
        case TakeLevel(level):
            return replace(who, level=level)
        case TakeMinutes(minutes):
            return replace(who, minutes=minutes)
        case TakeFloor(floor):
            return replace(who, floor=floor)
