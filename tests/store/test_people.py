"""People, and what they told of themselves: kept as told, changed as they say, gone when they want."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.library.exercise import FormRef, Tag
from bot.domain.person.person import Age, Cleared, Floor, Person, Preferences, Seen
from bot.domain.session.script import write
from bot.domain.session.session import Move, Tap, advance
from bot.store.chat.shown import Loss
from bot.store.database import Store, look_into, open_store
from bot.store.person.columns import columns_of
from bot.store.person.everything import OUTLASTS
from tests.examples import ANA, BO, CHILD, MALLORY, MORNING, part
from tests.new_store import store_in_memory

ANSWERS = Preferences(
    Cleared.SOON, MORNING, Age.OLDER, Seen.NEW, frozenset({Tag.KNEES, Tag.THIN_BONES}), Floor.SEATED, 3
)


def test_nobody_is_known_before_they_write(store: Store) -> None:
    assert store.people.get(404) is None
    assert not store.people.is_lost(404)


def test_a_stranger_has_told_nothing_yet(store: Store) -> None:
    assert store.people.get(ANA) == Person(ANA, "Ana", "en", Preferences())


def test_answers_are_kept_apart_and_outlive_a_new_name(store: Store) -> None:
    store.people.prefer(ANA, ANSWERS)
    store.people.meet(Person(ANA, "Anička", "cs"), MORNING)
    assert store.people.get(ANA) == Person(ANA, "Anička", "cs", ANSWERS)
    assert store.people.get(BO) == Person(BO, "Bo", "en", Preferences())


def test_the_language_of_somebody_is_known_by_itself(store: Store) -> None:
    store.people.prefer(ANA, replace(ANSWERS, speaks="pt-br"))
    assert store.people.languages(ANA) == ("pt-br", "en")
    assert store.people.languages(BO) == (None, "en")
    assert store.people.languages(404) == (None, "")


VALUES = {
    name: st.from_type(kind)
    for name, kind in get_type_hints(Preferences).items()
    if name not in ("too_much", "resting", "stage", "never", "liked")
}
for moment in ("no_floor_at", "seated_at", "cleared_at", "news_at", "rests_until", "easy_until"):
    VALUES[moment] = st.none() | st.just(MORNING)
VALUES["level"], VALUES["goal"] = st.integers(1, 3), st.none() | st.integers(1, 7)
VALUES["minutes"] = st.none() | st.integers(1, 15)
VALUES["check_in_day"] = st.none() | st.integers(0, 6)
VALUES["zone"] = st.none() | st.just("Europe/Berlin")


@given(st.builds(Preferences, **VALUES))
def test_any_answers_come_back_as_given(preferences: Preferences) -> None:
    store = store_in_memory()
    store.people.meet(Person(ANA, "Ana", "en"), MORNING)
    store.people.prefer(ANA, preferences)
    ana = store.people.get(ANA)
    store.close()
    assert ana
    assert ana.preferences == preferences


def test_what_no_version_knows_is_passed_over_and_all_else_is_there(store: Store) -> None:
    store.people.prefer(ANA, ANSWERS)
    store.db.execute(
        """update people set cleared = 'clearish', age = '999', pictures = 'holograms', floor = 'ceiling',
        tags = '["knees", "moon-knees"]', equipment = '["jetpack"]' where id = ?""",
        [ANA],
    )
    ana = store.people.get(ANA)
    assert ana
    assert ana.preferences == replace(
        ANSWERS,
        cleared=Cleared.UNASKED,
        age=None,
        floor=None,
        tags=frozenset({Tag.KNEES}),
        equipment=frozenset(),
    )


JUNK = [
    "",
    "x",
    "{}",
    "[]",
    "7",
    '["a", {}]',
    "[[]]",
    "2026-13-77",
    "\ud7ff",
    "Mars/Phobos",
    "../etc/passwd",
    "[" * 99999,
]


@pytest.mark.parametrize("junk", JUNK)
def test_whatever_stands_in_a_row_the_person_is_known(store: Store, junk: str) -> None:
    for column in (
        *("cleared", "cleared_at", "age", "seen", "tags", "floor", "equipment", "zone", "pictures"),
        *("signs_text", "news_at", "allowed", "will_ask"),
    ):
        store.people.prefer(ANA, ANSWERS)
        store.db.execute(f"update people set {column} = ? where id = ?", [junk, ANA])
        ana = store.people.get(ANA)
        assert ana
        assert replace(ana.preferences, **{column: getattr(ANSWERS, column)}) == ANSWERS


@pytest.mark.parametrize("number", [0, -1, 99, 2**63 - 1, -(2**63)])
def test_a_number_that_nobody_can_say_is_as_if_nothing_was_said(store: Store, number: int) -> None:
    store.db.execute("update people set level = ?1, goal = ?1, last_words = ?1 where id = ?2", [number, ANA])
    ana = store.people.get(ANA)
    assert ana
    assert ana.preferences == Preferences()
    assert 0 <= store.people.next_words(ANA, 5) < 5


@pytest.mark.parametrize("see", [open_store, look_into])
def test_text_that_is_no_utf_8_is_read_as_a_sign_that_says_so(
    store: Store, file: Path, see: Callable[[Path, int], Store]
) -> None:
    store.db.execute("update people set name = cast(x'416eff61' as text) where id = ?", [ANA])
    seen = see(file, 1)
    assert seen.people.get(ANA) == Person(ANA, "\N{REPLACEMENT CHARACTER}", "en")
    seen.close()


@dataclass(frozen=True)
class _Odd:
    weights: tuple[float, ...] = ()


@dataclass(frozen=True)
class _Bare:
    level: int


@pytest.mark.parametrize("odd", [_Odd, _Bare])
def test_what_has_no_column_yet_is_refused_at_import(odd: type[Any]) -> None:
    with pytest.raises(TypeError):
        columns_of(odd)


def test_who_is_lost_is_lost_to_one_bot(store: Store, file: Path) -> None:
    other = open_store(file, 2)
    store.heartbeats.wake_up(MORNING)
    store.chats.mark_lost(ANA, MORNING, Loss(2, MORNING))
    assert [store.people.is_lost(who) for who in (ANA, BO)] == [True, False]
    assert [(who.id, who.is_lost) for who in map(store.people.get, (ANA, BO)) if who] == [
        (ANA, True),
        (BO, False),
    ]
    assert (store.chats.loss(ANA), other.chats.loss(ANA)) == (Loss(2, MORNING), None)
    assert not other.people.is_lost(ANA)
    assert store.chats.count_lost() == 1
    assert store.chats.mark_found(ANA)
    assert not store.chats.mark_found(ANA)
    assert (store.people.is_lost(ANA), store.chats.loss(ANA), store.chats.count_lost()) == (False, None, 0)
    other.close()


def test_what_was_found_out_anew_is_not_taken_back(store: Store) -> None:
    later = MORNING.replace(hour=9)
    store.chats.mark_lost(ANA, later, Loss(1, None))
    assert not store.chats.mark_found(ANA, lost_at=MORNING)
    assert store.people.is_lost(ANA)
    assert store.chats.mark_found(ANA, lost_at=later)


def test_to_a_new_bot_all_are_strangers_but_those_who_wrote_to_it(store: Store, file: Path) -> None:
    other = open_store(file, 2)
    store.chats.owe(ANA, "hello")
    other.chats.owe(BO, "hello")
    for _ in range(2):
        other.chats.mark_strangers_lost(MORNING)
    assert [other.people.is_lost(who) for who in (ANA, BO, MALLORY)] == [True, False, True]
    assert other.chats.loss(ANA) == Loss(0, None)
    assert [store.people.is_lost(who) for who in (ANA, BO, MALLORY)] == [False] * 3
    other.close()


def test_what_was_too_much_is_kept_once_for_each(store: Store) -> None:
    for _ in range(2):
        store.people.found_too_much(ANA, "cat-cow", "flow", MORNING)
    store.people.found_too_much(ANA, "childs-pose", "kneeling", MORNING)
    assert store.people.too_much(ANA) == {FormRef("cat-cow", "flow"), FormRef("childs-pose", "kneeling")}
    assert store.people.too_much(MALLORY) == frozenset()
    with pytest.raises(sqlite3.IntegrityError):
        store.people.found_too_much(404, "cat-cow", "flow", MORNING)


def _a_life(store: Store, person: int) -> None:
    store.people.prefer(person, ANSWERS)
    store.people.found_too_much(person, "childs-pose", "kneeling", MORNING)
    session = store.sessions.begin(person, "morning", write([part(CHILD)], {"childs-pose"}), MORNING)
    ready, _ = advance(session, Tap(Move.READY, 0), MORNING)
    done, _ = advance(ready, Tap(Move.STOP, 1), MORNING.replace(second=20))
    store.sessions.save(session, done, MORNING)
    store.sharp_stops.add(person, session.id, "childs-pose", MORNING)


def _rows(store: Store) -> dict[str, int]:
    tables = ("people", "sessions", "done", "too_much", "sharp_stops")
    return {table: store.db.execute(f"select count(*) from {table}").fetchone()[0] for table in tables}


def test_who_is_forgotten_leaves_nothing_and_nobody_else_goes(store: Store) -> None:
    _a_life(store, ANA)
    _a_life(store, BO)
    store.people.forget(ANA)
    assert store.people.get(ANA) is None
    assert _rows(store) == {"people": 2, "sessions": 1, "done": 1, "too_much": 1, "sharp_stops": 1}
    assert store.sessions.count_done(BO) == 1
    assert store.db.execute("pragma foreign_key_check").fetchall() == []


def test_every_table_about_people_is_emptied_by_forgetting(store: Store) -> None:
    """A table added later must be forgotten too."""
    has_person = [name for name in store.db.table_names() if "person" in store.db.table(name).columns_dict]
    tables = set(has_person) - OUTLASTS - {"strangers"}  # who stand in no other
    assert {"sessions", "too_much", "sharp_stops"} <= set(tables)
    for name in tables:
        keys = store.db.execute(
            f"select on_delete from pragma_foreign_key_list('{name}') where \"from\" = 'person'"
        )
        assert [row[0] for row in keys] == ["CASCADE"], name


def test_not_even_the_bytes_of_who_was_forgotten_stay_in_the_file(file: Path) -> None:
    store = open_store(file, 1)
    name = "Anastasia-Sophie"
    store.people.meet(Person(ANA, name, "en"), MORNING)
    store.close()
    assert name.encode() in file.read_bytes()
    store = open_store(file, 1)
    store.people.forget(ANA)
    store.close()
    assert name.encode() not in b"".join(each.read_bytes() for each in file.parent.iterdir())
