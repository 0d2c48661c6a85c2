"""When a skip or a swap says that somebody would rather not do a move."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.session.passing_over import Passing, passed_over
from bot.domain.session.script import BeatKind, beats_of, write
from bot.domain.session.session import Move, Ring, Session, Tap, advance, begin
from tests.examples import ANA, BOOK, CAT, MORNING, ROLL, SQUEEZE, part

KNOWN = ["open-book", "cat-cow", "shoulder-roll", "shoulder-squeeze"]
SCRIPT = write([part(ROLL), part(BOOK), part(SQUEEZE)], KNOWN)


def at(kind: BeatKind, item: int, number: int = 0) -> Session:
    """A session in the `number`th beat of that kind of that exercise, with all that comes before it done."""
    wanted = [n for n, beat in enumerate(SCRIPT) if beat.item == item and beat.kind is kind][number]
    session = begin(1, ANA, "", SCRIPT, MORNING)
    while session.beat < wanted:
        if session.wake_at is None:
            session, _ = advance(session, Tap(Move.READY, session.turn), session.beat_at)
        else:
            session, _ = advance(session, Ring(), session.wake_at)
    return session


def said_by(session: Session, move: Move, seconds: float = 0) -> Passing | None:
    instead = beats_of(part(CAT), session.now_playing.item, None, is_known=True)
    tap = Tap(move, session.turn, instead if move in {Move.SWAP, Move.EASIER} else ())
    after, _ = advance(session, tap, session.beat_at + timedelta(seconds=seconds))
    assert after is not session
    return passed_over(session, after, move)


def test_a_skip_while_getting_ready_passes_over_the_whole_exercise() -> None:
    assert said_by(at(BeatKind.GET_READY, 1), Move.SKIP) is Passing.SKIP


@pytest.mark.parametrize(("seconds", "said"), [(0, Passing.SKIP), (14, Passing.SKIP), (15, None)])
def test_half_of_it_done_is_enough(seconds: int, said: Passing | None) -> None:
    """Rolls: fifteen seconds backward, as many forward. What is left of a side is skipped after so many of the first."""
    assert said_by(at(BeatKind.REPEAT, 0), Move.SKIP, seconds) is said


def test_a_side_that_is_skipped_after_the_other_was_done_says_nothing() -> None:
    assert said_by(at(BeatKind.SWITCH, 1), Move.SKIP) is None


def test_the_rest_of_a_last_repetition_says_nothing() -> None:
    assert said_by(at(BeatKind.HOLD, 2, 2), Move.SKIP, 1) is None
    assert said_by(at(BeatKind.REST, 2, 2), Move.SKIP, 1) is None


def test_a_rest_after_the_first_of_three_still_passes_over_it() -> None:
    assert said_by(at(BeatKind.REST, 2), Move.SKIP, 1) is Passing.SKIP


def test_what_was_done_of_another_exercise_does_not_help() -> None:
    assert said_by(at(BeatKind.HOLD, 1), Move.SKIP, 1) is Passing.SKIP


@pytest.mark.parametrize("kind", [BeatKind.GET_READY, BeatKind.SWITCH])
def test_a_swap_always_says_it(kind: BeatKind) -> None:
    assert said_by(at(kind, 1), Move.SWAP) is Passing.SWAP


@pytest.mark.parametrize("move", [Move.EASIER, Move.PAUSE, Move.STOP, Move.HURTS, Move.BACK])
def test_other_moves_say_nothing(move: Move) -> None:
    assert said_by(at(BeatKind.GET_READY, 1), move) is None


def test_an_exercise_of_no_time_is_passed_over_by_nobody() -> None:
    session = at(BeatKind.GET_READY, 1)
    empty = replace(session, script=tuple(replace(beat, seconds=0) for beat in session.script))
    assert passed_over(empty, empty, Move.SKIP) is None
