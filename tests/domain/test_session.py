"""Sessions as people live them, and random ones under random clocks."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.library.exercise import Position, Side
from bot.domain.person.rings import Rings
from bot.domain.session.script import BeatKind, Getting, Part, Script, beats_of, write
from bot.domain.session.session import (
    HALTED_FOR,
    OPEN_FOR,
    OVERDUE,
    TO_TAP,
    Chime,
    Close,
    Completed,
    Done,
    Effect,
    Halt,
    Led,
    Move,
    Phase,
    Ring,
    Session,
    Tap,
    advance,
    begin,
    listen,
    reopened,
)
from tests.domain.laws import step
from tests.examples import ANA, BOOK, CAT, CAT_SEATED, CHILD, MORNING, ROLL, SQUEEZE, part
from tests.strategies import scripts

KNOWN = frozenset({"shoulder-roll", "shoulder-squeeze", "cat-cow", "open-book", "childs-pose"})


def started(*exercises: Part) -> Session:
    """Ana has done all of these before."""
    return begin(1, ANA, "morning", write(exercises, KNOWN), MORNING)


def tap(session: Session, move: Move, after: float = 0, instead: Script = ()) -> Session:
    """Ana taps so many seconds after the beat began."""
    now = session.beat_at + timedelta(seconds=after)
    return advance(session, Tap(move, session.turn, instead), now)[0]


def ring(session: Session) -> tuple[Session, tuple[Effect, ...]]:
    assert session.wake_at
    return advance(session, Ring(), session.wake_at)


def played(session: Session) -> tuple[Session, list[Effect]]:
    """Nobody touches it: time passes until it waits or ends."""
    effects: list[Effect] = []
    while session.wake_at:
        session, new = ring(session)
        effects += new
    return session, effects


def test_a_session_nobody_touches_runs_to_its_end_and_counts_once() -> None:
    session, effects = played(started(part(ROLL), part(SQUEEZE)))
    assert session.phase is Phase.FINISHED
    assert [effect for effect in effects if isinstance(effect, Completed)] == [
        Completed(MORNING + timedelta(seconds=12 + 15 + 5 + 15 + 12 + 21))
    ]
    assert session.seconds_done == 12 + 15 + 5 + 15 + 12 + 21
    new_cards = [effect.at for effect in effects if isinstance(effect, Chime) and effect.is_new_card]
    assert new_cards == [Rings.CHANGE, Rings.END, Rings.END], "the other way, the squeeze, the end"
    starts = [effect for effect in effects if isinstance(effect, Chime) and effect.at is Rings.START]
    assert len(starts) == 3, "each side of the rolls, and the first squeeze: the others are too short"


def test_it_waits_where_one_gets_down_to_the_floor() -> None:
    session, _ = played(started(part(ROLL), part(CAT)))
    assert (session.phase, session.wake_at) == (Phase.READY, None)
    assert session.now_playing.ref == CAT.ref
    assert tap(session, Move.READY).phase is Phase.WORKING


def test_a_tap_for_an_earlier_turn_changes_nothing() -> None:
    session = started(part(ROLL))
    ready = Tap(Move.READY, session.turn)
    working, _ = advance(session, ready, MORNING)
    assert advance(working, ready, MORNING) == (working, ())
    assert advance(working, ready, MORNING)[0] is working


def test_a_stretch_let_go_of_is_begun_anew_and_what_was_done_counts() -> None:
    session = tap(tap(started(part(CHILD)), Move.READY), Move.PAUSE, after=12)
    assert session.phase is Phase.PAUSED
    assert [done.seconds for done in session.done] == [12]
    onward = tap(session, Move.GO_ON, after=600)
    assert (onward.phase, onward.wake_at) == (Phase.WORKING, onward.beat_at + timedelta(seconds=30))


def test_reading_the_steps_in_the_midst_of_a_hold_ends_with_the_hold_begun_anew() -> None:
    reading = tap(tap(started(part(CHILD)), Move.READY), Move.STEPS, after=5)
    assert reading.phase is Phase.READING
    assert reading.wake_at is None
    again = tap(reading, Move.READY, after=60)
    assert (again.phase, again.beat) == (Phase.WORKING, reading.beat)


def test_skipping_while_getting_ready_skips_the_exercise() -> None:
    session = tap(started(part(BOOK), part(CHILD)), Move.SKIP)
    assert session.now_playing.ref == CHILD.ref


def test_skipping_within_an_exercise_skips_what_is_left_of_this_side() -> None:
    first = tap(started(part(BOOK), part(CHILD)), Move.READY)
    other = tap(first, Move.SKIP, after=3)
    assert other.now_playing.kind is BeatKind.SWITCH
    assert tap(other, Move.SKIP).now_playing.ref == CHILD.ref
    assert tap(tap(other, Move.READY), Move.SKIP).now_playing.ref == CHILD.ref


def test_back_leads_to_the_card_before_and_from_the_first_to_its_beginning() -> None:
    book = tap(started(part(BOOK), part(CHILD)), Move.READY)
    other = tap(book, Move.SKIP, after=1)
    back = tap(other, Move.BACK)
    assert (back.now_playing.kind, back.now_playing.side) == (BeatKind.GET_READY, book.now_playing.side)
    assert tap(back, Move.BACK).beat == 0


def test_something_easier_takes_the_place_of_this_exercise_alone() -> None:
    session = tap(started(part(ROLL), part(CAT), part(CHILD)), Move.SKIP)
    easier = beats_of(part(CAT_SEATED), 1, Position.KNEEL, is_known=True)
    after = tap(session, Move.EASIER, instead=easier)
    assert [beat.ref for beat in after.script if beat.kind is BeatKind.GET_READY] == [
        ROLL.ref,
        CAT_SEATED.ref,
        CHILD.ref,
    ]
    assert (after.phase, after.now_playing.ref) == (Phase.READY, CAT_SEATED.ref)
    assert after.items == 3


def test_what_is_too_much_is_left_out_where_nothing_is_easier() -> None:
    hurting = tap(tap(started(part(CHILD), part(SQUEEZE)), Move.READY), Move.HURTS, after=4)
    assert (hurting.phase, hurting.wake_at) == (Phase.HURTING, None)
    assert tap(hurting, Move.TOO_MUCH).now_playing.ref == SQUEEZE.ref
    alone = tap(tap(started(part(CHILD)), Move.READY), Move.HURTS)
    assert tap(alone, Move.TOO_MUCH).phase is Phase.FINISHED


def test_nothing_easier_is_no_reason_to_move() -> None:
    session = started(part(CHILD))
    assert tap(session, Move.EASIER) is session
    assert tap(session, Move.SWAP) is session


def test_a_ring_while_the_bot_was_down_pauses_in_silence_and_keeps_the_hold() -> None:
    session = tap(started(part(CHILD)), Move.READY)
    assert session.wake_at
    away, effects = advance(session, Ring(), session.wake_at + timedelta(hours=20))
    assert (away.phase, effects, away.wake_at) == (Phase.AWAY, (), None)
    assert away.done == (Done("childs-pose", "kneeling", None, 12 + 30, 30),)
    assert tap(away, Move.START_OVER).beat == 0


def test_a_clock_set_back_never_makes_a_hold_longer_than_it_is() -> None:
    session = tap(started(part(CHILD)), Move.READY)
    earlier = session.beat_at - timedelta(hours=1)
    again, effects = advance(session, Ring(), earlier)
    assert (again.beat, again.wake_at, effects) == (session.beat, earlier + timedelta(seconds=30), ())


def test_the_day_ends_and_what_was_done_is_kept() -> None:
    paused = tap(tap(started(part(CHILD)), Move.READY), Move.PAUSE, after=10)
    early = advance(paused, Close(), MORNING + OPEN_FOR - timedelta(seconds=1))
    assert early == (paused, ())
    closed, effects = advance(paused, Close(), MORNING + OPEN_FOR)
    assert (closed.phase, closed.done, effects) == (Phase.LEFT, paused.done, ())


def test_danger_halts_what_runs_and_ten_minutes_of_silence_end_it() -> None:
    holding = tap(started(part(CHILD)), Move.READY)
    halted, effects = advance(holding, Halt(), MORNING + timedelta(seconds=10))
    assert (halted.phase, effects) == (Phase.HALTED, ())
    later = MORNING + timedelta(minutes=9)
    again, _ = advance(halted, Halt(), later)
    assert advance(again, Ring(), later + HALTED_FOR - timedelta(seconds=1)) == (again, ())
    over, effects = advance(again, Ring(), later + HALTED_FOR)
    assert (over.phase, over.wake_at, over.done, effects) == (Phase.LEFT, None, halted.done, ())


def test_what_was_halted_begins_the_same_beat_anew() -> None:
    holding = tap(started(part(CHILD)), Move.READY)
    halted, _ = advance(holding, Halt(), holding.beat_at + timedelta(seconds=5))
    back = tap(halted, Move.GO_ON, after=60)
    assert (back.phase, back.beat) == (holding.phase, holding.beat)
    assert back.wake_at == back.beat_at + timedelta(seconds=30)


@given(scripts(), st.integers(0, 119))
def test_however_late_the_clock_knocks_a_session_left_alone_ends(script: Script, late: int) -> None:
    """Where it waits, somebody says so; else only the clock speaks, a little late each time."""
    session = begin(1, ANA, "", script, MORNING)
    for _ in range(2 * len(script) + 1):
        now: datetime = (session.wake_at or session.beat_at) + timedelta(seconds=late)
        session = step(session, Ring() if session.wake_at else Tap(Move.READY, session.turn), now)
    assert session.phase is Phase.FINISHED
    assert sum(done.held for done in session.done) == sum(
        beat.seconds or 0 for beat in script if beat.kind in (BeatKind.HOLD, BeatKind.REPEAT)
    )


def test_skipping_what_is_on_the_floor_hurries_nobody_down_to_the_next() -> None:
    """Cat-cow waits, child's pose would not: but whoever skips cat-cow is still standing."""
    at_cat, _ = played(started(part(ROLL), part(CAT), part(CHILD)))
    skipped = tap(at_cat, Move.SKIP)
    assert (skipped.now_playing.ref, skipped.wake_at) == (CHILD.ref, None)
    paused = tap(skipped, Move.PAUSE)
    assert tap(paused, Move.GO_ON).wake_at is None, "and it stays so"


def test_going_back_up_from_the_floor_is_waited_for() -> None:
    at_cat, _ = played(started(part(ROLL), part(CAT)))
    on_the_floor = tap(at_cat, Move.READY)
    back = tap(on_the_floor, Move.BACK)
    assert (back.now_playing.ref, back.wake_at) == (ROLL.ref, None)


def test_what_takes_the_place_of_an_exercise_changes_what_comes_after() -> None:
    """Seated now, in place of kneeling: the child's pose after it is a way down again."""
    at_cat, _ = played(started(part(ROLL), part(CAT), part(CHILD)))
    seated = tap(at_cat, Move.EASIER, instead=beats_of(part(CAT_SEATED), 1, Position.SIT, is_known=True))
    assert seated.wake_at is None, "still standing, or on the way down"
    at_child, _ = played(tap(seated, Move.READY))
    assert (at_child.now_playing.ref, at_child.phase, at_child.wake_at) == (CHILD.ref, Phase.READY, None)


def test_where_nobody_gets_up_or_down_nothing_is_waited_for() -> None:
    session = tap(started(part(ROLL), part(SQUEEZE)), Move.SKIP)
    assert session.now_playing.ref == SQUEEZE.ref
    assert session.wake_at == MORNING + timedelta(seconds=12)


def test_a_session_in_the_midst_of_a_card_keeps_its_card() -> None:
    squeeze = replace(SQUEEZE, sides=())
    session = tap(started(part(squeeze)), Move.READY)
    resting, effects = ring(session)
    assert (resting.phase, effects) == (Phase.RESTING, ())


def begun(led: Led, *parts: Part, known: frozenset[str] = KNOWN) -> Session:
    script = write(parts, known, Getting(takes=25, is_timed=True))
    assert all(beat.seconds for beat in script)
    session = begin(1, ANA, "", script, MORNING, led=led)
    return listen(session, MORNING) if led is Led.BY_FILE else session


def length(session: Session) -> timedelta:
    return timedelta(seconds=sum(beat.seconds or 0 for beat in session.script))


def test_hands_free_the_way_to_the_floor_is_timed_by_what_it_takes() -> None:
    session = begun(Led.HANDS_FREE, part(ROLL), part(CHILD))
    down = next(beat for beat in session.script if beat.item == 1)
    assert (down.kind, down.seconds) == (BeatKind.GET_READY, 25)


def test_untouched_to_its_end_nothing_counts_until_somebody_says_so() -> None:
    asked, effects = played(begun(Led.HANDS_FREE, part(ROLL), part(CHILD)))
    assert (asked.phase, asked.done, asked.wake_at) == (Phase.ASKED, (), None)
    assert not any(isinstance(effect, Completed) for effect in effects)
    assert tap(asked, Move.STOP).done == ()
    done = tap(asked, Move.DONE)
    by_taps, _ = played(begun(Led.BY_TAPS, part(ROLL), part(CHILD)))
    assert (done.phase, done.done) == (Phase.FINISHED, by_taps.done)


def test_the_first_tap_counts_what_has_passed_by_itself() -> None:
    session = begun(Led.HANDS_FREE, part(ROLL), part(CHILD))
    for _ in range(4):
        session, _ = ring(session)
    paused = tap(session, Move.PAUSE)
    assert (paused.led, [done.held for done in paused.done]) == (Led.BY_TAPS, [15, 15])
    finished, _ = played(tap(paused, Move.GO_ON))
    assert finished.phase is Phase.FINISHED


def test_a_file_that_was_followed_counts_when_they_say_so() -> None:
    listening = begun(Led.BY_FILE, part(ROLL), part(CHILD))
    done, effects = advance(listening, Tap(Move.DONE, 0), MORNING + length(listening))
    by_taps, _ = played(begun(Led.BY_TAPS, part(ROLL), part(CHILD)))
    assert (done.phase, done.done, done.seconds_done) == (
        Phase.FINISHED, by_taps.done, by_taps.seconds_done,
    )  # fmt: skip
    assert Completed(MORNING + length(listening)) in effects


def test_a_file_left_early_counts_what_there_was_time_for_and_tells_where_it_was() -> None:
    listening = begun(Led.BY_FILE, part(ROLL), part(CHILD))
    left, _ = advance(listening, Tap(Move.STOP, 0), MORNING + timedelta(seconds=12 + 15 + 5 + 14))
    assert (left.phase, left.now_playing.side) == (Phase.LEFT, Side.FORWARD)
    assert [done.held for done in left.done] == [15]


def test_a_file_that_nobody_said_anything_of_is_asked_about_once() -> None:
    listening = begun(Led.BY_FILE, part(ROLL))
    early, _ = advance(listening, Ring(), MORNING + length(listening))
    assert early is listening
    asked, _ = advance(listening, Ring(), MORNING + length(listening) + TO_TAP)
    assert (asked.phase, asked.wake_at, asked.done) == (Phase.ASKED, None, ())
    closed, _ = advance(asked, Close(), MORNING + OPEN_FOR)
    assert (closed.phase, closed.done) == (Phase.LEFT, ())


def test_where_it_hurts_in_a_file_it_plays_on_or_the_card_goes_on_with_less() -> None:
    listening = begun(Led.BY_FILE, part(ROLL), part(CHILD))
    hurting, _ = advance(
        listening, Tap(Move.HURTS, 0), MORNING + timedelta(seconds=12 + 15 + 5 + 15 + 25 + 3)
    )
    assert (hurting.phase, hurting.led) == (Phase.HURTING, Led.BY_FILE)
    listens, _ = advance(hurting, Tap(Move.GO_ON, hurting.turn), MORNING + timedelta(seconds=90))
    assert (listens.phase, listens.led, listens.beat_at) == (Phase.LISTENING, Led.BY_FILE, MORNING)
    easier = beats_of(part(CAT_SEATED), 1, Position.SIT, is_known=True)
    less, _ = advance(hurting, Tap(Move.TOO_MUCH, hurting.turn, easier), MORNING + timedelta(seconds=80))
    assert (less.phase, less.led, less.now_playing.ref) == (Phase.READY, Led.BY_TAPS, CAT_SEATED.ref)
    assert [done.held for done in less.done] == [15, 15]


def test_danger_is_no_answer_to_whether_it_was_done() -> None:
    asked, _ = played(begun(Led.HANDS_FREE, part(ROLL), part(CHILD)))
    halted, _ = advance(asked, Halt(), MORNING + timedelta(hours=1))
    assert (halted.phase, halted.done) == (Phase.HALTED, ())


def test_until_the_file_has_come_nobody_is_asked_about_it() -> None:
    script = write([part(ROLL)], KNOWN, Getting(takes=25, is_timed=True))
    session = begin(1, ANA, "", script, MORNING, led=Led.BY_FILE)
    assert (session.phase, session.wake_at) == (Phase.LISTENING, None)


def test_pain_is_no_answer_to_whether_it_was_done_either() -> None:
    asked, _ = played(begun(Led.HANDS_FREE, part(ROLL), part(CHILD)))
    hurting = tap(asked, Move.HURTS)
    assert (hurting.phase, hurting.done) == (Phase.HURTING, ())


def test_a_knock_that_is_late_goes_on_up_to_the_limit_and_then_finds_nobody() -> None:
    session = started(part(ROLL))
    assert session.wake_at
    on_time, _ = advance(session, Ring(), session.wake_at + OVERDUE)
    assert on_time.phase is Phase.WORKING
    late, _ = advance(session, Ring(), session.wake_at + OVERDUE + timedelta(seconds=1))
    assert late.phase is Phase.AWAY


def test_a_floor_that_is_skipped_to_waits_for_a_tap_and_nothing_else_changes() -> None:
    script = write([part(SQUEEZE), part(CHILD), part(BOOK)], KNOWN, Getting(takes=25, is_timed=True))
    session = begin(1, ANA, "", script, MORNING, led=Led.HANDS_FREE)
    there = tap(session, Move.SKIP)
    assert (there.now_playing.ref, there.wake_at) == (CHILD.ref, None)
    number = there.beat
    assert script[number].seconds
    assert there.script == (*script[:number], replace(script[number], seconds=None), *script[number + 1 :])


def listening() -> Session:
    """Ana listens to a file of three moves."""
    script = write([part(SQUEEZE), part(CHILD), part(BOOK)], KNOWN, Getting(takes=25, is_timed=True))
    return listen(begin(1, ANA, "", script, MORNING, led=Led.BY_FILE), MORNING)


def test_a_file_is_heard_to_its_end_and_then_asked_about() -> None:
    session = listening()
    length = timedelta(seconds=sum(beat.seconds or 0 for beat in session.script))
    assert session.wake_at == MORNING + length + TO_TAP
    assert advance(session, Ring(), session.wake_at - timedelta(seconds=1)) == (session, ())
    asked, effects = advance(session, Ring(), session.wake_at)
    assert (asked.phase, effects) == (Phase.ASKED, (Chime(Rings.END),))
    finished, effects = advance(asked, Tap(Move.DONE, asked.turn), session.wake_at)
    assert finished.phase is Phase.FINISHED
    assert effects == (Chime(Rings.END), Completed(session.wake_at))


def test_a_file_that_is_heard_while_the_clock_is_set_back_is_heard_from_its_beginning() -> None:
    earlier = MORNING - timedelta(hours=1)
    again, effects = advance(listening(), Ring(), earlier)
    assert (again.phase, again.beat_at, effects) == (Phase.LISTENING, earlier, ())
    assert again.wake_at == earlier + ((listening().wake_at or MORNING) - MORNING)


def test_a_stop_that_is_taken_back_stands_still_where_it_was() -> None:
    working = tap(started(part(ROLL), part(CAT)), Move.READY)
    stopped = tap(working, Move.STOP, after=4)
    back = reopened(stopped, MORNING)
    assert (back.phase, back.beat, back.done) == (Phase.PAUSED, working.beat, stopped.done)
    assert back.turn == stopped.turn + 1
    assert tap(back, Move.GO_ON).phase is Phase.WORKING


def test_what_ended_in_another_way_stays_as_it_is() -> None:
    working = tap(started(part(ROLL)), Move.READY)
    sharp = tap(tap(working, Move.HURTS), Move.SHARP)
    by_itself = begin(1, ANA, "", write((part(ROLL),), KNOWN), MORNING, led=Led.HANDS_FREE)
    for each in (working, sharp, advance(by_itself, Close(), MORNING + OPEN_FOR)[0]):
        assert reopened(each, MORNING) is each
