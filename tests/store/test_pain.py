"""What people noted of how it feels: kept as noted, in its order, nobody else's, and gone with them."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.person.check_ins import CheckIn, InTheWay, Overall, Stiffness
from bot.domain.person.pain_notes import Morning, NotedWhen, PainNote
from bot.domain.person.stages import Stage
from bot.store.database import Store
from tests.examples import ANA, BO, MALLORY, MORNING

DAY = timedelta(days=1)
NOTE = PainNote(MORNING, NotedWhen.BEFORE, 6, Stage.HIGH, "neck stiff, slept badly", 3)
WEEK = CheckIn(MORNING, 4, 7, Stiffness.SHORT, Overall.BETTER, InTheWay.TIME)


def test_notes_come_back_as_noted_the_oldest_first(store: Store) -> None:
    later = PainNote(MORNING + DAY, NotedWhen.MORNING, morning=Morning.WORSE)
    second = store.pain_notes.add(ANA, later)
    first = store.pain_notes.add(ANA, NOTE)
    store.pain_notes.add(BO, NOTE)
    kept = [replace(NOTE, id=first), replace(later, id=second)]
    assert store.pain_notes.since(ANA, MORNING) == kept
    assert store.pain_notes.since(ANA, MORNING + DAY) == kept[1:]
    assert store.pain_notes.last(ANA, 5) == kept[::-1]
    assert store.pain_notes.last(ANA, 1) == kept[1:]


def test_a_note_is_only_its_owners(store: Store) -> None:
    id_ = store.pain_notes.add(ANA, NOTE)
    assert store.pain_notes.get(id_, MALLORY) is None
    store.pain_notes.say(id_, MALLORY, "mine")
    store.pain_notes.delete(id_, MALLORY)
    assert store.pain_notes.get(id_, ANA) == replace(NOTE, id=id_)
    store.pain_notes.say(id_, ANA, "better")
    assert store.pain_notes.get(id_, ANA) == replace(NOTE, id=id_, words="better")
    store.pain_notes.delete(id_, ANA)
    assert store.pain_notes.get(id_, ANA) is None


def test_weeks_come_back_and_fill_up(store: Store) -> None:
    id_ = store.check_ins.add(ANA, CheckIn(MORNING))
    assert store.check_ins.get(id_, ANA) == CheckIn(MORNING, id=id_)
    store.check_ins.save(MALLORY, replace(WEEK, id=id_))
    assert store.check_ins.get(id_, MALLORY) is None
    store.check_ins.save(ANA, replace(WEEK, id=id_))
    assert store.check_ins.since(ANA, MORNING) == [replace(WEEK, id=id_)]
    assert store.check_ins.since(ANA, MORNING + DAY) == []


def test_what_this_version_does_not_know_is_passed_over(store: Store) -> None:
    note, week = store.pain_notes.add(ANA, NOTE), store.check_ins.add(ANA, WEEK)
    store.db.execute("update pain_notes set moment = '?', number = 11, felt = 'blue', morning = '?'")
    store.db.execute(
        "update checkins set pain = -1, function = 99, stiffness = '?', change = '?', in_the_way = '?'"
    )
    assert store.pain_notes.get(note, ANA) == PainNote(
        MORNING, NotedWhen.ANY, words=NOTE.words, session=3, id=note
    )
    assert store.check_ins.get(week, ANA) == CheckIn(MORNING, id=week)


def test_they_go_with_the_person(store: Store) -> None:
    for person in (ANA, BO):
        store.pain_notes.add(person, NOTE)
        store.check_ins.add(person, WEEK)
    store.people.forget(ANA)
    for table in ("pain_notes", "checkins"):
        assert store.db.execute(f"select person from {table}").fetchall() == [(BO,)]


def test_they_are_found_by_an_index(store: Store) -> None:
    for table in ("pain_notes", "checkins"):
        plan = store.db.execute(f"explain query plan select at from {table} where person = 1 and at >= ''")
        assert f"USING COVERING INDEX {table}_by_person" in plan.fetchone()[3]
