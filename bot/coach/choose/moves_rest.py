"""Removes offers of moves from every card until something has been looked after."""

from dataclasses import replace

from bot.coach.case import Answer, Case
from bot.coach.session.gate import locked
from bot.screens.buttons.actions import (
    Go,
    Instead,
    LearnStep,
    OpenGroup,
    OpenRoutine,
    OpenToday,
    Place,
    PlayAnyway,
    What,
)
from bot.screens.person import danger_screens
from bot.screens.screen import Button, Screen
from bot.screens.text import lines, plain

_OFFERS = (What, OpenToday, OpenRoutine, PlayAnyway, Instead)
_READS = (LearnStep, OpenGroup)


def offering_none(case: Case, answer: Answer) -> Answer:
    """Reads the person again, because this very tap may have let them move again."""
    if answer.screen is None or answer.plays or not _offers(answer.screen):
        return answer
    known = case.store.people.get(case.person.id)
    if known is None or not known.preferences.waits_to_be_clear:
        return answer
    case = case.as_if(known.preferences)
    rests = locked(case) or danger_screens.until_clear(case.words)
    screen = _to_read(answer.screen, case) if _is_read(answer.screen) else rests
    return replace(answer, screen=screen, awaits=None)


def _to_read(screen: Screen, case: Case) -> Screen:
    kept = (tuple(b for b in row if not isinstance(b.action, _OFFERS)) for row in screen.rows)
    text = lines(screen.text, plain(case.words("danger-rests")))
    after = (Button(case.words("choice-looked-after"), Go(Place.SIGNS)),)
    return replace(screen, text=text, rows=(after, *(row for row in kept if row)), begins=None)


def _is_read(screen: Screen) -> bool:
    actions = [button.action for row in screen.rows for button in row]
    return Go(Place.LEARN) in actions or any(isinstance(action, _READS) for action in actions)


def _offers(screen: Screen) -> bool:
    return any(isinstance(button.action, _OFFERS) for row in screen.rows for button in row)
