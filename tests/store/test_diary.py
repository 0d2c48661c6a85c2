"""What is remembered of sessions, and who is in which programme: each person's own, and gone with them."""

from datetime import timedelta
from itertools import islice

from bot.domain.progress.diary import Entry, Rating
from bot.domain.progress.programme_pace import Enrolment
from bot.domain.session.script import write
from bot.domain.session.session import Move, Phase, Session, Tap, advance
from bot.store.database import Store
from tests.examples import ANA, BO, MALLORY, MORNING, ROLL, SQUEEZE, part

DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
KNOWN = frozenset({"shoulder-roll", "shoulder-squeeze"})


def plays(store: Store, person: int, routine: str, days: int, seconds: int = 3) -> Session:
    """A session of so many seconds, that many days after MORNING, and stopped."""
    now = MORNING + days * DAY
    session = store.sessions.begin(person, routine, write([part(ROLL), part(SQUEEZE)], KNOWN), now)
    for move, at in ((Move.READY, now), (Move.STOP, now + seconds * SECOND)):
        after, _ = advance(session, Tap(move, session.turn), at)
        store.sessions.save(session, after, at)
        session = after
    return session


def test_entries_come_newest_first_with_what_was_done(store: Store) -> None:
    plays(store, ANA, "morning", 0)
    second = plays(store, ANA, "", 1, seconds=0)
    plays(store, BO, "evening", 2)
    store.sessions.rate(second.id, ANA, Rating.HARD.value)
    assert list(store.diary.newest_first(ANA)) == [
        Entry("", "", MORNING + DAY, 0, Phase.LEFT, Rating.HARD),
        Entry("morning", "shoulder-roll", MORNING, 3, Phase.LEFT, None),
    ]
    assert list(store.diary.newest_first(MALLORY)) == []


def test_since_stops_where_it_is_told(store: Store) -> None:
    for days in range(4):
        plays(store, ANA, "morning", days)
    since = store.diary.since(ANA, MORNING + 2 * DAY)
    assert [entry.began_at for entry in since] == [MORNING + 3 * DAY, MORNING + 2 * DAY]


def test_reading_only_the_first_holds_up_nothing(store: Store) -> None:
    for days in range(4):
        plays(store, ANA, "morning", days)
    with store.transaction():
        assert len(list(islice(store.diary.newest_first(ANA), 2))) == 2
        left = store.diary.newest_first(ANA)
        next(left)
    with store.transaction():
        store.people.forget(ANA)
    assert list(store.diary.newest_first(ANA)) == []


def test_when_each_routine_was_last_done(store: Store) -> None:
    for days, routine in enumerate(("morning", "four-weeks.1.a", "morning", "")):
        plays(store, ANA, routine, days)
    plays(store, ANA, "evening", 4, seconds=0)
    assert store.diary.last_done(ANA) == {
        "four-weeks.1.a": MORNING + DAY,
        "morning": MORNING + 2 * DAY,
        "": MORNING + 3 * DAY,
    }
    assert store.diary.last_done(MALLORY) == {}


def test_a_person_is_in_one_programme_or_none(store: Store) -> None:
    assert store.programmes.get(ANA) is None
    for week in (1, 2):
        store.programmes.enrol(ANA, Enrolment("four-weeks", week, MORNING + week * DAY))
    store.programmes.enrol(BO, Enrolment("other", 1, MORNING))
    assert store.programmes.get(ANA) == Enrolment("four-weeks", 2, MORNING + 2 * DAY)
    store.programmes.leave(ANA)
    assert store.programmes.get(ANA) is None
    store.people.forget(BO)
    assert store.programmes.get(BO) is None
