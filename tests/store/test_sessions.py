"""Sessions in the file: theirs alone, one at a time, due when they are due, and back as they were."""

import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import given

from bot.domain.library.exercise import FormRef
from bot.domain.session.script import Script, write
from bot.domain.session.session import OPEN_FOR, Move, Phase, Session, Tap, advance
from bot.store.database import Store
from bot.store.session import scripts as stored_scripts
from bot.store.session.sessions import LATELY, Unreadable
from tests.examples import ANA, BO, CAT, MALLORY, MORNING, ROLL, SQUEEZE, part
from tests.strategies import scripts

SECOND, HOUR = timedelta(seconds=1), timedelta(hours=1)
KNOWN = frozenset({"shoulder-roll", "shoulder-squeeze"})


def begun(store: Store, person: int = ANA, now: datetime = MORNING) -> Session:
    """Timed from the start: what is played has been done before."""
    return store.sessions.begin(person, "morning", write([part(ROLL), part(SQUEEZE)], KNOWN), now)


def due(store: Store, now: datetime) -> Session | None:
    row = store.sessions.due(now)
    return row.read() if row else None


def put_off(store: Store, now: datetime, until: datetime) -> None:
    """The one that is due now."""
    row = store.sessions.due(now)
    assert row
    store.sessions.put_off(row, until)


def moved(store: Store, session: Session, move: Move, now: datetime) -> Session:
    after, _ = advance(session, Tap(move, session.turn), now)
    assert after is not session
    store.sessions.save(session, after, now)
    return after


def played(store: Store, person: int, now: datetime = MORNING) -> Session:
    """Both ways of the shoulder roll for three seconds, and stopped."""
    session = moved(store, begun(store, person, now), Move.READY, now)
    return moved(store, session, Move.STOP, now + 3 * SECOND)


def test_a_session_comes_back_as_it_was(store: Store) -> None:
    session = begun(store)
    assert session.wake_at == MORNING + 12 * SECOND
    assert store.sessions.get(session.id, ANA) == session == store.sessions.live(ANA)


def test_what_an_event_changed_is_kept(store: Store) -> None:
    session = played(store, ANA)
    assert store.sessions.get(session.id, ANA) == session
    assert [done.seconds for done in session.done] == [3]
    assert store.sessions.live(ANA) is None


def test_an_exchanged_exercise_is_kept(store: Store) -> None:
    session = begun(store)
    after, _ = advance(session, Tap(Move.SWAP, 0, write([part(CAT)])), MORNING)
    store.sessions.save(session, after, MORNING)
    again = store.sessions.get(session.id, ANA)
    assert again == after
    assert again.script != session.script


def test_mallory_gets_nothing_of_anas(store: Store) -> None:
    session = played(store, ANA)
    live = begun(store)
    assert store.sessions.get(session.id, MALLORY) is None
    assert store.sessions.get(live.id, MALLORY) is None
    assert store.sessions.live(MALLORY) is None
    assert store.sessions.exercises_done(MALLORY) == frozenset()
    assert store.sessions.count_done(MALLORY) == 0
    store.sessions.rate(session.id, MALLORY, "u")
    assert _ratings(store) == [None, None]
    store.sessions.rate(session.id, ANA, "e")
    assert _ratings(store) == ["e", None]


def _ratings(store: Store) -> list[str | None]:
    return [row[0] for row in store.db.execute("select rating from sessions order by id")]


def test_a_person_has_one_live_session_at_most(store: Store) -> None:
    begun(store)
    with pytest.raises(sqlite3.IntegrityError):
        begun(store)
    begun(store, BO)


def test_there_may_be_another_when_it_is_over(store: Store) -> None:
    first, second = played(store, ANA), begun(store)
    assert second.id > first.id


def test_an_id_is_never_given_twice(store: Store) -> None:
    """An old button must not move somebody's new session."""
    first = played(store, ANA)
    store.people.forget(ANA)
    assert played(store, BO).id > first.id


def test_what_was_done_is_known_and_counted(store: Store) -> None:
    assert store.sessions.exercises_done(ANA) == frozenset()
    played(store, ANA)
    moved(store, begun(store), Move.STOP, MORNING)
    played(store, BO)
    assert store.sessions.exercises_done(ANA) == {"shoulder-roll"}
    assert store.sessions.count_done(ANA) == 1, "one in which nothing was done does not count"


def test_nothing_is_due_before_its_time(store: Store) -> None:
    session = begun(store)
    assert session.wake_at
    assert due(store, session.wake_at - timedelta(microseconds=1)) is None
    assert due(store, session.wake_at) == session


def test_the_longest_overdue_is_first(store: Store) -> None:
    begun(store, ANA, MORNING + SECOND)
    first = begun(store, BO, MORNING)
    begun(store, MALLORY, MORNING + 2 * SECOND)
    assert due(store, MORNING + HOUR) == first


def test_a_clock_set_back_makes_running_sessions_due(store: Store) -> None:
    session = begun(store)
    assert due(store, MORNING - timedelta(microseconds=1)) == session
    assert due(store, MORNING) is None


def test_a_clock_set_back_leaves_paused_sessions_alone(store: Store) -> None:
    moved(store, begun(store), Move.PAUSE, MORNING)
    assert due(store, MORNING - HOUR) is None


def test_a_session_of_yesterday_is_due_whatever_it_waits_for(store: Store) -> None:
    session = moved(store, begun(store), Move.PAUSE, MORNING)
    assert due(store, MORNING + OPEN_FOR - timedelta(microseconds=1)) is None
    assert due(store, MORNING + OPEN_FOR) == session
    moved(store, session, Move.STOP, MORNING)
    assert due(store, MORNING + OPEN_FOR) is None


def test_what_is_due_next_is_the_soonest_of_all_people(store: Store) -> None:
    assert store.sessions.next_due() is None
    waiting = moved(store, begun(store), Move.PAUSE, MORNING)
    assert store.sessions.next_due() == MORNING + OPEN_FOR
    running = begun(store, BO, MORNING + HOUR)
    assert running.wake_at
    assert store.sessions.next_due() == running.wake_at
    assert due(store, running.wake_at) == running
    for session in (running, waiting):
        moved(store, session, Move.STOP, MORNING + HOUR)
    assert store.sessions.next_due() is None


def test_what_was_put_off_lets_the_others_pass_and_comes_again(store: Store) -> None:
    stuck, waiting = begun(store), begun(store, BO, MORNING + SECOND)
    now = MORNING + HOUR
    assert due(store, now) == stuck
    put_off(store, now, now + HOUR)
    assert due(store, now) == waiting
    put_off(store, now, now + 2 * HOUR)
    assert due(store, now + HOUR - SECOND) is None
    again = due(store, now + HOUR)
    assert again
    assert (again.id, again.turn) == (stuck.id, stuck.turn)


def test_a_paused_session_put_off_stays_paused_until_it_is_tried_again(store: Store) -> None:
    """Given a time to wake, it would go on by itself."""
    moved(store, begun(store), Move.PAUSE, MORNING)
    now = MORNING + OPEN_FOR
    put_off(store, now, now + HOUR)
    assert due(store, now) is None
    again = due(store, now + HOUR)
    assert again
    assert (again.phase, again.wake_at) == (Phase.PAUSED, None)


def test_a_row_that_cant_be_read_is_handed_out_as_it_stands(store: Store) -> None:
    stuck, waiting = begun(store), begun(store, BO, MORNING + SECOND)
    store.db.execute("update sessions set script = 'broken' where id = ?", [stuck.id])
    row = store.sessions.due(MORNING + HOUR)
    assert row
    assert (row.id, row.person) == (stuck.id, ANA)
    reads: tuple[Callable[[], Session | None], ...] = (
        row.read,
        lambda: store.sessions.live(ANA),
        lambda: store.sessions.get(stuck.id, ANA),
    )
    for read in reads:
        with pytest.raises(Unreadable) as unreadable:
            read()
        assert (unreadable.value.id, unreadable.value.person) == (stuck.id, ANA)
    assert store.sessions.close(row.id, row.person)
    assert due(store, MORNING + HOUR) == waiting
    assert store.sessions.live(ANA) is None
    assert begun(store).id > waiting.id


def test_a_session_is_closed_once_and_by_its_owner_alone(store: Store) -> None:
    session = begun(store)
    assert not store.sessions.close(session.id, MALLORY)
    assert store.sessions.live(ANA) == session
    assert store.sessions.close(session.id, ANA)
    assert not store.sessions.close(session.id, ANA)
    over = store.sessions.get(session.id, ANA)
    assert over
    assert (over.phase, over.wake_at) == (Phase.LEFT, None)


@given(scripts())
def test_a_script_comes_back_from_its_row(script: Script) -> None:
    assert stored_scripts.from_json(stored_scripts.to_json(script)) == script


def test_a_session_that_is_ahead_of_the_clock_can_be_put_off_too(store: Store) -> None:
    session, now = begun(store), MORNING - 5 * HOUR
    assert due(store, now) == session
    put_off(store, now, now + HOUR)
    assert due(store, now) is None
    assert due(store, now + HOUR)


def test_a_session_with_the_highest_number_there_is_keeps_nobody_from_beginning_one(store: Store) -> None:
    damaged = begun(store)
    store.db.execute("update sessions set id = ?, live = 0 where id = ?", [2**63 - 1, damaged.id])
    mine, another = begun(store, BO), begun(store, ANA)
    assert 0 < mine.id < another.id < 2**53
    assert store.sessions.live(BO) == mine


def test_what_was_done_years_ago_is_known_too(store: Store) -> None:
    """Beyond what is looked at first: one squeeze, and then so many rolls."""
    squeezed = moved(store, begun(store), Move.STOP, MORNING)
    done = "insert into done (session, number, exercise, form, seconds, held, at) values (?, ?, ?, 'usual', 9, ?, '')"
    store.db.execute(done, [squeezed.id, 0, "shoulder-squeeze", 7])
    for day in range(1, 3):
        rolled = moved(
            store, begun(store, now=MORNING + day * 24 * HOUR), Move.STOP, MORNING + day * 24 * HOUR
        )
        for number in range(LATELY):
            store.db.execute(done, [rolled.id, number, "shoulder-roll", day])
    last = begun(store, now=MORNING + 72 * HOUR)
    usual, never = FormRef("shoulder-squeeze", "usual"), FormRef("cat-cow", "usual")
    roll = FormRef("shoulder-roll", "usual")
    held = store.sessions.held_before(last.id, ANA, {usual, roll, never})
    assert held == {usual: 7, roll: 2}
    asked = ("shoulder-squeeze", "shoulder-roll", "cat-cow")
    assert store.sessions.those_done(ANA, asked) == {"shoulder-squeeze", "shoulder-roll"}
    assert store.sessions.those_done(MALLORY, asked) == frozenset()
    assert store.sessions.has_done_one_of(ANA, ("cat-cow", "shoulder-squeeze"))
    assert not store.sessions.has_done_one_of(ANA, ("cat-cow",))
