"""What holds for every event in every state of a session, whatever the script: asserted by the walk and by chance."""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.domain.person.rings import Rings
from bot.domain.session.script import BeatKind, Script
from bot.domain.session.session import (
    CHANGES_EXERCISE,
    HALTED_FOR,
    KEYS,
    OPEN_FOR,
    TO_TAP,
    Chime,
    Close,
    Completed,
    DidPart,
    Effect,
    Event,
    Halt,
    Led,
    Move,
    Phase,
    Ring,
    Session,
    Tap,
    advance,
)

# A second book: what screens.md gives each phase, by the letters of the wire, buttons | what can only be said.
GRAMMAR = {
    Phase.READY: "y t w k x | p b e h",
    Phase.READING: "y w x | p b k e h",
    Phase.WORKING: "p k h | t b e w x",
    Phase.RESTING: "p k h | t b e w x",
    Phase.PAUSED: "g b e w x | t k h",
    Phase.AWAY: "g o x | b k h",
    Phase.HURTING: "m s n c g | e w x h",
    Phase.HALTED: "g x | h",
    Phase.LISTENING: "d x h | ",
    Phase.ASKED: "d x | h",
    Phase.FINISHED: " | ",
    Phase.LEFT: " | ",
    Phase.STOPPED: " | ",
}
KNOWN_IN = {phase: frozenset(letters.replace("|", " ").split()) for phase, letters in GRAMMAR.items()}
RUNNING = frozenset({Phase.READY, Phase.WORKING, Phase.RESTING})
BEGUN_BY = {
    BeatKind.GET_READY: Phase.READY,
    BeatKind.SWITCH: Phase.READY,
    BeatKind.HOLD: Phase.WORKING,
    BeatKind.REPEAT: Phase.WORKING,
    BeatKind.REST: Phase.RESTING,
}


def is_accepted(session: Session, event: Event, now: datetime) -> bool:
    """By the book above, not by the code."""
    match event:
        case Tap(move, turn, instead):
            if turn != session.turn or move.value not in KNOWN_IN[session.phase]:
                return False
            return bool(instead) or move not in (Move.EASIER, Move.SWAP)
        case Ring():
            return session.wake_at is not None and (now >= session.wake_at or now < session.beat_at)
        case DidPart(_, turn):
            return turn == session.turn and session.phase is Phase.ASKED
        case Halt():
            return session.is_live
        case Close():
            return session.is_live and now >= session.began_at + OPEN_FOR


def step(before: Session, event: Event, now: datetime) -> Session:
    """Apply one event, and see that every law holds."""
    after, effects = advance(before, event, now)
    if not is_accepted(before, event, now):
        assert after is before, f"{event} is out of place in {before.phase} and changed something"
        assert effects == ()
        return after
    assert after is not before, f"{event} was refused in {before.phase}"
    assert after.turn == before.turn + 1
    assert (after.id, after.person, after.routine, after.began_at) == (
        before.id, before.person, before.routine, before.began_at,
    )  # fmt: skip
    _lawful_state(after, now)
    _lawful_done(before, after, now)
    _lawful_wait(before, event, after)
    _lawful_effects(before, event, after, effects)
    if isinstance(event, Halt):
        assert (after.phase, effects) == (Phase.HALTED, ()), "danger halts whatever runs, without a sound"
    if isinstance(event, Ring) and before.phase is Phase.HALTED and now >= before.beat_at:
        assert (after.phase, effects) == (Phase.LEFT, ()), "after ten minutes of silence it is over"
    elif isinstance(event, Ring) and before.phase is Phase.LISTENING and now >= before.beat_at:
        assert (after.phase, effects) == (Phase.ASKED, (Chime(Rings.END),)), "however late, it is asked once"
    elif (
        isinstance(event, Ring)
        and before.phase not in (Phase.HALTED, Phase.LISTENING)
        and before.wake_at
        and now - before.wake_at > timedelta(minutes=2)
    ):
        assert (after.phase, effects) == (Phase.AWAY, ()), "nobody is on the mat any more: not a sound"
    return after


def _lawful_state(after: Session, now: datetime) -> None:
    here = after.now_playing
    if after.phase is Phase.HALTED:
        assert (after.beat_at, after.wake_at) == (now, now + HALTED_FOR)
        return
    if after.phase is Phase.LISTENING:
        lasts = timedelta(seconds=sum(beat.seconds or 0 for beat in after.script))
        assert after.led is Led.BY_FILE
        assert after.wake_at == max(after.beat_at + lasts, now) + TO_TAP
        return
    timed = after.phase in RUNNING and here.seconds is not None
    assert (after.wake_at is not None) == timed
    if after.wake_at is not None:
        assert after.wake_at == now + timedelta(seconds=here.seconds or 0), f"{here} is timed wrongly"
        assert after.beat_at == now, f"{here} did not begin now"
    if after.phase in RUNNING:
        assert BEGUN_BY[here.kind] is after.phase
    assert bool(KEYS[after.phase]) == after.is_live, "whoever is in a session has a button"


def _lawful_wait(before: Session, event: Event, after: Session) -> None:
    """By whatever way: nobody is hurried down to the floor or up from it (docs/facts.md: floor-time), but by a script made for it."""
    here, there = before.now_playing, after.now_playing
    if after.beat == before.beat + 1 and before.script[after.beat].seconds == there.seconds:
        return
    if after.phase is Phase.READY and here.on_floor is not there.on_floor:
        assert after.wake_at is None, f"{event} leads from {here} to {there}"


def _lawful_done(before: Session, after: Session, now: datetime) -> None:
    assert after.done[: len(before.done)] == before.done, "what was done stays done"
    if before.led is not Led.BY_TAPS:
        _lawful_catching_up(before, after, now)
        return
    new = after.done[len(before.done) :]
    passed = max((now - before.beat_at).total_seconds(), 0)
    assert 0 <= sum(done.held for done in new) <= min(passed, before.now_playing.seconds or 0)
    assert all(done.seconds >= done.held > 0 for done in new)
    if new:
        assert before.phase is Phase.WORKING
        here = before.now_playing
        assert [(d.exercise, d.form, d.side) for d in new] == [(here.ref.exercise, here.ref.form, here.side)]


def _lawful_catching_up(before: Session, after: Session, now: datetime) -> None:
    """Nothing counts before somebody is heard of; then no more than there was time for, and none of it twice."""
    if after.led is not Led.BY_TAPS:
        assert (after.led, after.done) == (before.led, ())
        return
    held = sum(done.held for done in after.done)
    assert held <= sum(beat.seconds or 0 for beat in before.script if BEGUN_BY[beat.kind] is Phase.WORKING)
    if before.led is Led.BY_FILE and before.phase is not Phase.ASKED:
        assert held <= max((now - before.beat_at).total_seconds(), 0)


def _lawful_effects(before: Session, event: Event, after: Session, effects: tuple[Effect, ...]) -> None:
    changed = isinstance(event, Tap) and event.move in CHANGES_EXERCISE and bool(event.instead)
    new_card = after.now_playing.card != before.now_playing.card or changed
    ended_by_itself = isinstance(event, Close) or (before.phase is Phase.HALTED and isinstance(event, Ring))
    is_heard = any(isinstance(effect, Chime) and effect.is_new_card for effect in effects)
    if before.led is Led.BY_TAPS:
        assert is_heard == (new_card or (not after.is_live and not ended_by_itself))
    completed = [effect for effect in effects if isinstance(effect, Completed)]
    assert len(completed) == (after.phase is Phase.FINISHED)


def events(session: Session, instead: Callable[[Session], Script]) -> list[tuple[Event, datetime]]:
    """All that can happen in a state, allowed or not, at the moments that matter: early, due, overdue, clock set back.

    A button of another turn does nothing at any moment, so it is pressed at one.
    """
    at = session.beat_at
    due = session.wake_at or at + timedelta(seconds=30)
    moments = [
        at - timedelta(hours=1), at, at + timedelta(seconds=1), due - timedelta(milliseconds=1), due,
        due + timedelta(minutes=2), due + timedelta(minutes=2, milliseconds=1), session.began_at + OPEN_FOR,
    ]  # fmt: skip
    other = instead(session)
    ways = [(move, beats) for move in Move for beats in ((), other)]
    return [
        *((event, moment) for moment in moments for event in (Ring(), Close(), Halt())),
        *((Tap(move, session.turn, beats), moment) for move, beats in ways for moment in moments[:3]),
        *((Tap(move, session.turn + off, beats), at) for move, beats in ways for off in (-1, 1)),
        *((DidPart(item, session.turn + off), at) for item in (0, 1) for off in (0, -1)),
    ]
