"""Stores the answer to an offer of more or less, which holds from the next session on."""

from dataclasses import replace
from typing import Any

from bot.coach.case import Answer, Case, save_preferences
from bot.coach.progress.after_session import after_level
from bot.domain.person.person import Floor, Preferences
from bot.domain.planner.limits import USUAL
from bot.domain.progress.taken_down import FLOOR, LEVEL, MINUTES, last_step, stepped_back, stepped_down
from bot.screens.buttons.actions import TakeFloor, TakeLevel, TakeMinutes, Taken
from bot.screens.session import level_offer

_USUALLY = {MINUTES: USUAL, FLOOR: Floor.STAND}


def taken(case: Case, action: Taken) -> Answer:
    was_seated = case.who.floor is Floor.SEATED
    after = save_preferences(case, _set(case.who, action))
    done = after_level(after, level_offer.said(action, case.words, was_seated=was_seated))
    return done or Answer(level_offer.taken(action, case.words, was_seated=was_seated))


def kept(case: Case) -> Answer:
    return after_level(case, case.words("level-kept")) or Answer(level_offer.kept(case.words))


def _set(who: Preferences, action: Taken) -> Preferences:
    match action:
        case TakeLevel(level):
            return _changed(who, LEVEL, level, is_less=level < who.level)
        case TakeMinutes(minutes):
            return _changed(who, MINUTES, minutes, is_less=minutes < (who.minutes or USUAL))
        case TakeFloor(floor):
            is_less = floor is Floor.SEATED or who.floor in (None, Floor.YES)
            return _changed(who, FLOOR, floor, is_less=is_less)


def _changed(who: Preferences, what: str, value: object, *, is_less: bool) -> Preferences:
    if is_less:
        return stepped_down(who, what, value)
    step = last_step(who)
    if step and step.what == what and value == (step.before or _USUALLY.get(what)):
        return stepped_back(who, step)
    change: dict[str, Any] = {what: value}
    return replace(who, **change)
