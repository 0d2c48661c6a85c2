"""Routines of people's own making: kept as made, changed as they say, nobody else's; and what words are waited for."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.library.exercise import FormRef
from bot.domain.own.own_routine import OwnLine, OwnRoutine
from bot.domain.typed.awaited import WAITS, Awaited, Wanted
from bot.store.database import Store
from tests.examples import ANA, BO, BOOK, CAT, MALLORY, MORNING, ROLL

LINES = (OwnLine(0, CAT.ref), OwnLine(0, BOOK.ref, 15, 3), OwnLine(0, CAT.ref, repetitions=4))


def _made(store: Store, person: int = ANA, name: str = "Evening") -> OwnRoutine:
    return store.own.make(person, name, LINES, MORNING)


def _count(store: Store, table: str) -> int:
    return int(store.db.execute(f"select count(*) from {table}").fetchone()[0])


def test_what_was_made_comes_back_in_its_order_with_ids_of_its_own(store: Store) -> None:
    made = _made(store)
    assert store.own.get(made.id, ANA) == made
    assert tuple(replace(line, id=0) for line in made.lines) == LINES
    assert len({line.id for line in made.lines}) == 3


def test_an_empty_one_is_kept_too(store: Store) -> None:
    made = store.own.make(ANA, "Empty", (), MORNING)
    assert store.own.every(ANA) == (OwnRoutine(made.id, "Empty"),)


def test_they_stand_from_the_oldest_to_the_newest(store: Store) -> None:
    late = store.own.make(ANA, "Late", LINES, MORNING + timedelta(days=1))
    early = store.own.make(ANA, "Early", LINES, MORNING)
    _made(store, BO)
    assert store.own.every(ANA) == (early, late)


def test_it_is_saved_as_it_has_become(store: Store) -> None:
    made = _made(store)
    first, second, third = made.lines
    after = replace(made, name="Night", lines=(replace(third, hold=9), OwnLine(0, ROLL.ref), first))
    saved = store.own.save(after, ANA)
    assert saved == store.own.get(made.id, ANA)
    assert saved.name == "Night"
    assert saved.lines[0] == replace(third, hold=9)
    assert saved.lines[1].ref == ROLL.ref
    assert saved.lines[1].id not in {0, first.id, second.id, third.id}
    assert saved.lines[2] == first
    assert _count(store, "own_lines") == 3


def test_a_lines_id_is_never_used_again(store: Store) -> None:
    made = _made(store)
    shorter = store.own.save(replace(made, lines=made.lines[:2]), ANA)
    longer = store.own.save(replace(shorter, lines=(*shorter.lines, OwnLine(0, ROLL.ref))), ANA)
    assert longer.lines[2].id > made.lines[2].id


def test_nobody_sees_changes_or_deletes_what_is_another_persons(store: Store) -> None:
    made = _made(store)
    assert store.own.get(made.id, MALLORY) is None
    assert store.own.every(MALLORY) == ()
    store.own.save(replace(made, name="Mine now", lines=()), MALLORY)
    store.own.delete(made.id, MALLORY)
    assert store.own.get(made.id, ANA) == made


def test_a_line_of_another_routine_cannot_be_saved_into_ones_own(store: Store) -> None:
    made, mine = _made(store), _made(store, MALLORY, "Mine")
    stolen = replace(made.lines[0], hold=99)
    store.own.save(replace(mine, lines=(*mine.lines, stolen)), MALLORY)
    assert store.own.get(made.id, ANA) == made
    assert store.own.get(mine.id, MALLORY) == mine


def test_what_is_deleted_is_gone_with_its_lines(store: Store) -> None:
    made, other = _made(store), _made(store, name="Other")
    store.own.delete(made.id, ANA)
    assert store.own.every(ANA) == (other,)
    assert _count(store, "own_lines") == 3


def test_who_is_forgotten_leaves_no_routine_no_line_and_no_question(store: Store) -> None:
    _made(store)
    bos = _made(store, BO)
    store.awaiting.expect(ANA, Awaited(Wanted.NAME, (1,)), MORNING)
    store.people.forget(ANA)
    assert store.own.every(BO) == (bos,)
    assert [_count(store, table) for table in ("own_routines", "own_lines", "awaited")] == [1, 3, 0]


def test_a_retired_form_stays_as_it_was_written(store: Store) -> None:
    gone = OwnLine(0, FormRef("long-gone", "usual"), 10, 2)
    made = store.own.make(ANA, "Old", (gone,), MORNING)
    assert replace(made.lines[0], id=0) == gone


def test_one_thing_is_waited_for_at_a_time_and_from_one_person(store: Store) -> None:
    store.awaiting.expect(ANA, Awaited(Wanted.NAME, (12,)), MORNING)
    store.awaiting.expect(ANA, Awaited(Wanted.AMOUNT, (12, 34)), MORNING)
    assert store.awaiting.of(ANA, MORNING) == Awaited(Wanted.AMOUNT, (12, 34))
    assert store.awaiting.of(BO, MORNING) is None
    store.awaiting.expect(ANA, None, MORNING)
    assert store.awaiting.of(ANA, MORNING) is None


def test_nothing_is_waited_for_forever(store: Store) -> None:
    store.awaiting.expect(ANA, Awaited(Wanted.NAME), MORNING)
    assert store.awaiting.of(ANA, MORNING + WAITS) == Awaited(Wanted.NAME)
    assert store.awaiting.of(ANA, MORNING + WAITS + timedelta(seconds=1)) is None
