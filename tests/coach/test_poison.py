"""Whatever stands in a column of Ana's rows, Bo is rung, reminded and answered, and Ana gets help and can delete everything."""

from collections.abc import Iterator
from datetime import time, timedelta
from itertools import count, islice

import pytest
from sqlite_utils.db import Column

from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.domain.admin.broadcast import Letter
from bot.domain.library.exercise import FormRef
from bot.domain.own.own_exercise import FileKind, SentFile
from bot.domain.own.own_routine import OwnLine
from bot.domain.person.check_ins import CheckIn
from bot.domain.person.daily_question import Daily
from bot.domain.person.pain_notes import NotedWhen, PainNote
from bot.domain.person.stages import Stage
from bot.domain.person.taste import Taste
from bot.domain.progress.days_off import DaysOff, OffKind
from bot.domain.progress.programme_pace import Enrolment
from bot.domain.session.passing_over import Passing
from bot.domain.typed.awaited import Awaited, Wanted
from bot.store.database import Store
from bot.store.reminders.deliveries import State
from bot.store.reminders.reminders import Occasion
from tests.coach.reminded import DUE, reminded_at
from tests.coach.talk import MORNING, Someone, World
from tests.new_store import store_in_memory

NUMBERS = ("0", "-1", "2", "128", "9223372036854775807", "-9223372036854775808")
TEXTS = (
    *("''", "'broken'", "'2026-01-05'", "'0001-01-01T00:00:00+14:00'", "'9999-12-31T23:59:59-00:01'"),
    *("cast(x'ff' as text)", "hex(zeroblob(5000))", "printf('%.99999c', '[')", '\'{"v":2,"beats":[{}]}\''),
)

ANAS = {
    "people": "id = 7",
    "chats": "chat = 7",
    "done": "session in (select id from sessions where person = 7)",
    "courses": "session in (select id from sessions where person = 7)",
    "own_lines": "routine in (select id from own_routines where person = 7)",
    "again": "reminder in (select id from reminders where person = 7)",
}
"""Which rows are hers, if no column says whose they are. Rows that belong to nobody are the bot's own, and all of them are tried."""


def _poisons_of_tables() -> dict[str, list[tuple[str, str]]]:
    """Each column of every table of ours, with everything that could stand in it."""
    db = store_in_memory().db
    tables = [name for name in db.table_names() if not name.startswith(("_", "sqlite_"))]
    return {name: [poison for column in db.table(name).columns for poison in _of(column)] for name in tables}


def _of(column: Column) -> Iterator[tuple[str, str]]:
    for value in NUMBERS if column.type == "INTEGER" else TEXTS:
        yield column.name, value
    if not column.notnull and not column.is_pk:
        yield column.name, "null"


POISONS = _poisons_of_tables()

EVERY = 5
"""One in this many is tried in the suite. Each column has at least as many, so each gets its turn."""


@pytest.fixture(scope="module")
def healthy(knowledge: Knowledge) -> Iterator[Store]:
    """Both play, and have a reminder for tomorrow; Ana has a row in everything."""
    store = store_in_memory()
    world = World(store, Coach(store, knowledge))
    ana, bo = world.someone(7, "Ana"), world.someone(8, "Bo")
    world.coach.claims.wake_up(MORNING)
    for someone in (ana, bo):
        reminded_at(someone, time(8, 30), "Europe/Berlin")
        for said in ("/routine morning", "do it", "ready"):
            someone.says(said)
        assert "Move for 15 s" in someone.sees.text
    _has_something_of_everything(store)
    yield store
    store.close()


def _has_something_of_everything(store: Store) -> None:
    store.db.execute("update sessions set led = 'hands-free' where person = 7")
    store.db.execute(
        "insert into courses (session, beat, lasts, item, exercise, form, side, seconds, held)"
        " select sessions.id, key, 5, 0, 'cat-cow', 'flow', 'left', 5, 5 from sessions, json_each(script, '$.beats')"
    )
    store.db.execute(
        "insert into done (session, number, exercise, form, side, seconds, at)"
        " select id, 0, 'cat-cow', 'flow', 'left', 5, began_at from sessions"
    )
    for person in (7, 8):
        store.asked.note(person, Daily.NEWS, MORNING.date(), MORNING)
    store.own.make(7, "Mine", [OwnLine(0, FormRef("cat-cow", "flow"), None, 5)], MORNING)
    store.programmes.enrol(7, Enrolment("four-weeks", 1, MORNING))
    store.people.found_too_much(7, "cat-cow", "flow", MORNING)
    store.sharp_stops.add(7, 1, "cat-cow", MORNING)
    store.passed_over.add(1, 7, "cat-cow", Passing.SKIP, MORNING)
    store.pain_notes.add(7, PainNote(MORNING, NotedWhen.ANY, 6, Stage.MODERATE, "stiff", 1))
    store.check_ins.add(7, CheckIn(MORNING, 4))
    store.tastes.set(7, "cat-cow", Taste.NEVER, MORNING)
    store.did_it.add(7, MORNING.date(), MORNING)
    store.time_off.take(7, DaysOff(MORNING.date(), MORNING.date(), OffKind.AWAY))
    store.drawn.keep(7, "calendar", "hash", "file")
    store.sent_films.note(7, 9, 1, MORNING)
    store.awaiting.expect(7, Awaited(Wanted.NAME, (1,)), MORNING)
    (reminder,), (bos,) = ((one.id for one in store.reminders.of(person)) for person in (7, 8))
    store.reminders.come_again(reminder, DUE - timedelta(minutes=1), Occasion.SNOOZE)
    store.deliveries.claim(reminder, 7, MORNING, State.PENDING, MORNING)
    store.deliveries.claim(bos, 8, MORNING, State.SENT, MORNING)
    store.files.keep("hash", "file")
    own = store.own_exercises.make(7, "Towel pull", 10, MORNING)
    sent = store.own_media.add(7, SentFile("file-1", "unique-1", FileKind.PHOTO), "", MORNING)
    store.own_media.give(sent, own.id, 7)
    store.admission.ban(9, 7, MORNING)
    store.admission.note_stranger(9, MORNING)
    store.admission.admit(7, MORNING)
    draft = store.broadcasts.draft(7, "A new move is here.", MORNING)
    store.broadcasts.begin(draft.id, 7, MORNING, 1)
    store.broadcasts.wait(Letter(draft.id, 8, MORNING), MORNING)
    store.weeks.count(1, 7, MORNING)
    store.facts.set("zones", "new")
    store.updates.close_batch(MORNING)
    empty = [table for table in POISONS if not store.db.table(table).count]
    assert not empty, "a new table wants a row of Ana's"


def test_some_of_all_that_could_stand_in_a_column_is_tried_in_every_column() -> None:
    tried = {table: {column for column, _ in poisons[::EVERY]} for table, poisons in POISONS.items()}
    assert tried == {table: {column for column, _ in poisons} for table, poisons in POISONS.items()}
    values = {value for poisons in POISONS.values() for _, value in poisons[::EVERY]}
    assert values == {*NUMBERS, *TEXTS, "null"}


@pytest.mark.parametrize("every", [EVERY, pytest.param(1, marks=pytest.mark.soak)])
@pytest.mark.parametrize("table", POISONS)
def test_what_stands_in_a_row_concerns_its_owner_alone(
    healthy: Store, knowledge: Knowledge, table: str, every: int
) -> None:
    store = store_in_memory()
    hurt = {}
    for column, poison in POISONS[table][::every]:
        healthy.db.conn.backup(store.db.conn)
        _poison(store, f"update or ignore {table} set {column} = {poison}", table)
        try:
            _lives(World(store, Coach(store, knowledge), MORNING, count(2000)))
        except Exception as error:  # noqa: BLE001 - whatever it is, all of them should be seen
            hurt[column, poison] = repr(error)[:200]
    store.close()
    assert hurt == {}


def _poison(store: Store, update: str, table: str) -> None:
    has_owner = any(column == "person" for column, _ in POISONS[table])
    whose = ANAS.get(table, "person = 7" if has_owner else "true")
    store.db.execute("pragma foreign_keys = off")
    store.db.execute(f"{update} where {whose}")
    store.db.execute("pragma foreign_keys = on")


def _lives(world: World) -> None:
    ana, bo = world.someone(7, "Ana"), world.someone(8, "Bo")
    world.coach.claims.wake_up(world.now)
    world.coach.next_due()
    _is_rung(world, bo)
    ana.says("I have chest pain")
    assert "Call for help now" in ana.sees.text
    world.now = DUE
    _is_reminded(world, bo)
    for said in ("/delete", "delete it all"):
        ana.says(said)
    assert world.store.people.get(7) is None


def _is_rung(world: World, bo: Someone) -> None:
    world.now += timedelta(seconds=15)
    rung = [reply.chat for reply in islice(world.coach.ring(world.now), 9)]
    assert 8 in rung
    assert len(rung) < 9, "it rings for ever"
    world.deliver(8)
    bo.says("/stop")
    assert "Stopped" in bo.sees.text


def _is_reminded(world: World, bo: Someone) -> None:
    claims = world.coach.claims
    reminded = [reply.chat for _ in range(5) if claims.is_due(DUE) for reply in claims.claim(DUE, 8)]
    assert 8 in reminded
    assert not claims.is_due(DUE), "it is claimed for ever"
    world.deliver(8)
    assert bo.sees.delivery
