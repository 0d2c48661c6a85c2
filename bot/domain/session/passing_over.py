"""Decides when a move says that the person would rather not do the present exercise."""

from enum import Enum

from bot.domain.session.script import Beat
from bot.domain.session.session import PHASE_OF, Move, Phase, Session


class Passing(Enum):
    """The values stand in people's rows."""

    SKIP = "skip"
    SWAP = "swap"


def passed_over(before: Session, after: Session, move: Move) -> Passing | None:
    """None for any other move, or for skipping the rest of a move of which half was done."""
    if move is Move.SWAP:
        return Passing.SWAP
    if move is not Move.SKIP:
        return None
    here = before.now_playing
    is_half_done = 2 * _seconds_done(after, here) >= _seconds_in_all(before, here)
    return None if is_half_done else Passing.SKIP


def _seconds_done(session: Session, here: Beat) -> int:
    return sum(done.held for done in session.done if done.exercise == here.ref.exercise)


def _seconds_in_all(session: Session, here: Beat) -> int:
    return sum(
        beat.seconds or 0
        for beat in session.script
        if beat.item == here.item and PHASE_OF[beat.kind] is Phase.WORKING
    )
