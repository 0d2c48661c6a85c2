"""What was done is as long as what was offered: both are counted by one formula (docs/facts.md: duration-formula)."""

from datetime import timedelta

from hypothesis import given

from bot.domain.session.script import Part, duration, write
from bot.domain.session.session import Move, Phase, Ring, Session, Tap, advance, begin
from tests.examples import ANA, CHILD, MORNING, ROLL, SQUEEZE, part
from tests.strategies import known, parts


def played(session: Session, *, skips: int | None = None) -> Session:
    """To its end; `skips`: the exercise, from 0, that is passed over as soon as it is got ready for."""
    now = session.began_at
    while session.is_live:
        if session.phase is Phase.READY and session.now_playing.item == skips:
            session, _ = advance(session, Tap(Move.SKIP, session.turn), now)
        elif session.wake_at is None:
            now += timedelta(minutes=7)  # nobody hurries, and waiting counts for nothing
            session, _ = advance(session, Tap(Move.READY, session.turn), now)
        else:
            now = session.wake_at
            session, _ = advance(session, Ring(), now)
    return session


@given(parts, known)
def test_done_whole_it_is_as_long_as_was_said(parts: list[Part], known: frozenset[str]) -> None:
    some = [part for part in parts if part.dose.hold]
    if some:
        done = played(begin(1, ANA, "", write(some, known), MORNING))
        assert done.seconds_done == duration(some)


def test_what_is_passed_over_counts_for_nothing() -> None:
    both = [part(ROLL), part(SQUEEZE)]
    session = begin(1, ANA, "", write(both), MORNING)
    assert played(session).seconds_done == duration(both) == 80
    assert played(session, skips=1).seconds_done == duration(both[:1])


def test_a_hold_let_go_of_counts_for_its_seconds_and_once_done_again_for_all() -> None:
    session = begin(1, ANA, "", write([part(CHILD)], {"childs-pose"}), MORNING)
    ready, _ = advance(session, Tap(Move.READY, session.turn), MORNING)
    ten_in = MORNING + timedelta(seconds=10)
    paused, _ = advance(ready, Tap(Move.PAUSE, ready.turn), ten_in)
    assert [(done.seconds, done.held) for done in paused.done] == [(10, 10)]
    left, _ = advance(paused, Tap(Move.STOP, paused.turn), ten_in)
    assert left.seconds_done == 10
    again, _ = advance(paused, Tap(Move.GO_ON, paused.turn), ten_in)
    assert [(done.seconds, done.held) for done in played(again).done] == [(10, 10), (12 + 30, 30)]
