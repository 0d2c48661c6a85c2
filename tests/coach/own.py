"""Routines of one's own, as tests make and see them."""

from bot.domain.own.own_routine import OwnRoutine
from bot.screens.buttons.actions import AddTo
from tests.coach.talk import GETS_DOWN, Someone


def past_the_signs(someone: Someone) -> Someone:
    for said in ("/start", "two gentle minutes", "none of these", "stop", *GETS_DOWN):
        someone.says(said)
    return someone


def own(someone: Someone) -> tuple[OwnRoutine, ...]:
    return someone.world.store.own.every(someone.sender.id)


def slugs(routine: OwnRoutine) -> list[str]:
    return [line.ref.exercise for line in routine.lines]


def made_of(someone: Someone, *texts: str) -> OwnRoutine:
    """A new routine of these exercises, made by typing; it is left in view, open for changes."""
    someone.taps_data("on")
    for text in texts:
        someone.taps(AddTo)
        someone.says(text)
    return own(someone)[-1]
