"""Every file there ever was can be opened, with what was in it; one from the future is refused."""

import sqlite3
from datetime import time
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.domain.library.exercise import Equipment, Tag
from bot.domain.session.session import Led
from bot.screens.view import from_json
from bot.store.chat.shown import Loss
from bot.store.database import TooNew, open_store
from bot.store.file.unusable import Unusable
from bot.store.migrations import migrations
from bot.store.moments import text
from tests.examples import ANA, BO, MALLORY, MORNING, without_script
from tests.new_store import store_at, store_in_memory
from tests.store.conftest import BOT
from tests.store.forms_of_old import SCRIPTS, VIEWS

STEPS = [step.name for step in migrations.pending(Database(memory=True))]


def quoted(form: str) -> str:
    return "'" + form.replace("'", "''") + "'"


# A row for every table of a step, as that step made them: what a file of its time may hold.
ROWS = {
    "m001_people": [f"insert into people (id, name, language, met_at) values ({ANA}, 'Ana', 'en', '2026-01-05')"],
    "m002_sessions": [
        *(
            f"""insert into sessions (id, person, routine, script, phase, beat, turn, began_at, beat_at, live)
            values ({number}, {ANA}, 'morning', {quoted(form)}, 'left', 0, 3, '{text(MORNING)}', '{text(MORNING)}', 0)"""
            for number, (form, _) in enumerate(SCRIPTS, 1)
        ),
        "insert into done (session, number, exercise, form, side, seconds, at) values (1, 0, 'cat-cow', 'flow', null, 30, '2026-01-05')",
        f"insert into too_much values ({ANA}, 'cat-cow', 'flow', '2026-01-05')",
    ],
    "m003_chats": [
        *(
            f"""insert into chats (bot, chat, owed, message, shown, sent_at)
            values (1, {chat}, {quoted(form)}, 5, {quoted(form)}, '2026-01-05')"""
            for chat, (form, _) in enumerate(VIEWS, ANA)
        ),
        "insert into updates (bot, id, at) values (1, 5, '2026-01-05')",
        "insert into files values (1, 'abc', 'file-1')",
        "insert into batches values (1, '2026-01-05')",
    ],
    "m004_more_of_people": [
        f"insert into programmes values ({ANA}, 'four-weeks', 2, '2026-01-05')",
        f"insert into own_routines values (1, {ANA}, 'Mine', '2026-01-05')",
        "insert into own_lines (id, routine, place, exercise, form, hold, repetitions) values (1, 1, 0, 'cat-cow', 'flow', 5, 8)",
        f"insert into awaited values ({ANA}, 'name', '1', '2026-01-05')",
    ],
    "m005_reminders": [
        f"""insert into reminders (id, person, at, weekdays, starts, made_at, next_at)
        values (1, {ANA}, '08:30', 127, '', '2026-01-05', '2026-01-06')""",
        "insert into again (reminder, due_at, kind) values (1, '2026-01-05', 'snooze')",
        f"""insert into deliveries (id, reminder, person, due_at, claimed_at, state, ended_at)
        values (1, 1, {ANA}, '2026-01-05', '2026-01-05', 'sent', '2026-01-05')""",
        "insert into heartbeats (bot, at) values (1, '2026-01-05')",
        "insert into facts values ('tzdata', '2026.1')",
    ],
    "m010_what_remains": [f"update chats set stale = 4, remains = {quoted(VIEWS[-1][0])}"],
    "m012_sharp_stops": [
        f"insert into sharp_stops values (1, {ANA}, 'cat-cow', '2026-01-05', '2026-01-12', 'k', 0)",
    ],
    "m018_told": [
        f"insert into passed_over values (1, {ANA}, 'cat-cow', 'skip', '2026-01-05')",
        f"insert into tastes values ({ANA}, 'cat-cow', 'never', '2026-01-05')",
        f"insert into did_it values ({ANA}, '2026-01-05', '2026-01-05')",
    ],
    "m019_pain_notes": [
        f"""insert into pain_notes (person, at, moment, number, felt, words, session, morning)
        values ({ANA}, '2026-01-05', 'n', 6, 'moderate', 'stiff', 1, 'usual')""",
        f"insert into checkins (person, at, pain, stiffness) values ({ANA}, '2026-01-05', 4, 'short')",
    ],
    "m020_goal_and_questions": [f"insert into asked values ({ANA}, 'goal', '2026-01-05', '2026-01-05')"],
    "m021_days_off": [
        f"insert into days_off values ({ANA}, '2026-01-05', '2026-01-07', 'ill')",
        f"insert into drawn values (1, {ANA}, 'calendar', 'abc', 'file-1')",
    ],
    "m022_own_exercises": [
        f"""insert into own_exercises (id, person, name, how, hold, times, sides, made_at)
        values (1, {ANA}, 'Towel pull', 'Slowly.', 20, 3, 2, '2026-01-05')""",
        f"""insert into own_media values (1, {ANA}, 1, 1, 'file-1', 'unique-1', 'photo', 1000, '', '', 0, '2026-01-05')""",
    ],
    "m028_films": [f"insert into sent_films values (1, {ANA}, 9, 1, '2026-01-05')"],
    "m030_admission": [
        f"insert into bans values ({MALLORY}, {ANA}, '2026-01-05')",
        f"insert into admitted values ({ANA}, '2026-01-05')",
    ],
    "m031_admins": [
        (f"insert into broadcasts (id, bot, admin, words, stage, made_at, begun_at, reached, people, sent, lost, failed, is_told)"
        f" values (1, 1, {ANA}, 'A new move is here.', 'going', '2026-01-05', '2026-01-05', 7, 2, 1, 0, 0, 0)"),
        f"insert into letters (broadcast, person, since, due_at, is_out, tries) values (1, {ANA}, '2026-01-05', '2026-01-05', 0, 1)",
        "insert into weeks values ('2025-12-29', 3, 2)",
    ],
    "m033_strangers": [f"insert into strangers (person, at) values ({MALLORY}, '2026-01-05')"],
    "m034_stopped_by_columns": ["insert into courses values (1, 0, 12, 0, 'cat-cow', 'flow', 'left', 17, 5)"],
}  # fmt: skip


def counts(db: Database) -> dict[str, int]:
    tables = [name for name in db.table_names() if not name.startswith(("_", "sqlite_"))]
    return {name: db.execute(f"select count(*) from {name}").fetchone()[0] for name in tables}


def file_after(file: Path, steps: int) -> dict[str, int]:
    """Make a file as it was after so many steps, with a row in each of its tables; says how many rows each has."""
    db = Database(sqlite3.connect(file, isolation_level=None))
    migrations.apply(db, stop_before=STEPS[steps:] or None)
    for statement in (row for step in STEPS[:steps] for row in ROWS.get(step, ())):
        db.execute(statement)
    before = counts(db)
    db.close()
    return before


def shape(file: Path) -> list[tuple[str, ...]]:
    db = sqlite3.connect(file)
    rows = db.execute(
        "select type, name, sql from sqlite_master where name not like 'sqlite_%' order by name"
    )
    found = rows.fetchall()
    db.close()
    return found


def test_an_empty_file_gets_every_step_once(file: Path) -> None:
    for _ in range(2):
        store = open_store(file, BOT)
        assert [step.name for step in migrations.applied(store.db)] == STEPS
        assert store.db.execute("pragma integrity_check").fetchone()[0] == "ok"
        store.close()


@pytest.mark.parametrize("steps", range(len(STEPS) + 1))
def test_a_file_of_any_time_is_brought_to_the_present_with_all_that_is_in_it(file: Path, steps: int) -> None:
    before = file_after(file, steps)
    assert all(before.values()), "every table of the time has a row in it"
    store = open_store(file, BOT)
    after = counts(store.db)
    assert {name: after[name] for name in before} == before
    assert store.db.execute("pragma foreign_key_check").fetchall() == []
    if steps:
        ana = store.people.get(ANA)
        assert ana
        assert ana.name == "Ana"
    if steps >= STEPS.index("m003_chats") + 1:
        sessions = [store.sessions.get(number, ANA) for number, _ in enumerate(SCRIPTS, 1)]
        assert [session and session.script for session in sessions] == [script for _, script in SCRIPTS]
        debts = [store.chats.debt(chat) for chat, _ in enumerate(VIEWS, ANA)]
        assert [from_json(debt.owed) for debt in debts] == [view for _, view in VIEWS]
        assert [from_json(debt.shown and debt.shown.view) for debt in debts] == [view for _, view in VIEWS]
    store.close()
    fresh = file.with_name("fresh.sqlite3")
    open_store(fresh, BOT).close()
    assert shape(file) == shape(fresh)


def test_a_store_that_a_test_begins_with_is_one_that_the_bot_has_begun(file: Path) -> None:
    begun = open_store(file, BOT)
    for one in (store_in_memory(), store_at(file.with_name("copied.sqlite3"), BOT)):
        assert one.db.schema == begun.db.schema
        assert [step.name for step in migrations.applied(one.db)] == STEPS
        for setting in ("application_id", "secure_delete", "foreign_keys", "synchronous"):
            (theirs,), (ours,) = (each.db.execute(f"pragma {setting}").fetchone() for each in (begun, one))
            assert ours == theirs, setting
        assert one.db.conn.text_factory is begun.db.conn.text_factory
        one.close()
    begun.close()


def test_answers_between_blanks_become_lists_and_say_the_same(file: Path) -> None:
    file_after(file, STEPS.index("m007_sets_of_answers"))
    db = sqlite3.connect(file)
    told = [(ANA, "eyes knees thin-bones", "chair towel"), (BO, "heart", ""), (MALLORY, "", None)]
    db.executemany(
        "insert or replace into people (id, name, language, met_at, tags, equipment) values (?, '', 'en', '', ?, ?)",
        told,
    )
    db.commit()
    db.close()
    store = open_store(file, BOT)
    kept = [store.people.get(person) for person in (ANA, BO, MALLORY)]
    assert [who and (who.preferences.tags, who.preferences.equipment) for who in kept] == [
        ({Tag.EYES, Tag.KNEES, Tag.THIN_BONES}, {Equipment.CHAIR, Equipment.TOWEL}),
        ({Tag.HEART}, frozenset()),
        (frozenset(), None),
    ]
    assert store.db.execute("select tags, equipment from people order by id").fetchall() == [
        ('["eyes", "knees", "thin-bones"]', '["chair", "towel"]'),
        ('["heart"]', "[]"),
        ("[]", None),
    ]
    store.close()


def test_what_a_reminder_starts_gets_the_spelling_of_sessions(file: Path) -> None:
    before = ["", "morning", "own-5", "own-12", "own-made", "own-5-minutes"]
    file_after(file, STEPS.index("m008_one_spelling"))
    db = sqlite3.connect(file)
    for starts in before:
        db.execute(
            f"insert into reminders (person, at, weekdays, starts, made_at) values ({ANA}, '09:00', 1, ?, '')",
            [starts],
        )
    db.commit()
    db.close()
    store = open_store(file, BOT)
    found = [reminder.starts for reminder in store.reminders.of(ANA) if reminder.at == time(9)]
    assert found == ["", "morning", "own.5", "own.12", "own-made", "own-5-minutes"]
    store.close()


def test_who_blocked_the_bot_is_lost_to_every_bot_of_the_file(file: Path) -> None:
    file_after(file, STEPS.index("m015_reach"))
    db = sqlite3.connect(file)
    db.executescript(f"""
        update people set blocked_at = '{text(MORNING)}' where id = {ANA};
        insert into people (id, name, language, met_at, blocked_at) values ({BO}, 'Bo', 'en', '', '{text(MORNING)}');
        insert into people (id, name, language, met_at) values ({MALLORY}, 'Mallory', 'en', '');
        insert into heartbeats (bot, at) values (3, '');
        delete from chats where chat = {BO};
    """)
    db.close()
    for bot in (1, 3):
        store = open_store(file, bot)
        assert [store.people.is_lost(who) for who in (ANA, BO, MALLORY)] == [True, True, False]
        assert store.chats.loss(BO) == Loss(1, None)
        store.close()
    assert "blocked_at" not in str(shape(file))


def test_a_goal_that_nobody_chose_is_nobodys(file: Path) -> None:
    file_after(file, STEPS.index("m020_goal_and_questions"))
    db = sqlite3.connect(file)
    people = [(ANA, 4), (BO, 6), (MALLORY, 1)]
    db.executemany(
        "insert or replace into people (id, name, language, met_at, goal) values (?, '', 'en', '', ?)", people
    )
    db.commit()
    db.close()
    store = open_store(file, BOT)
    found = [store.people.get(who) for who, _ in people]
    assert [person and person.preferences.goal for person in found] == [None, 6, 1]
    store.close()


def test_deliveries_of_a_file_of_old_keep_their_numbers_and_the_next_is_a_new_one(file: Path) -> None:
    file_after(file, STEPS.index("m034_stopped_by_columns"))
    db = sqlite3.connect(file)
    (newest,) = db.execute("select max(id) from deliveries").fetchone()
    beside = open_store(file, BOT)
    beside.db.execute("delete from deliveries")
    db.execute(
        "insert into deliveries (reminder, person, due_at, claimed_at, state) values (1, ?, '', '', 'sent')",
        [ANA],
    )
    assert db.execute("select id from deliveries").fetchall() == [(newest + 1,)], (
        "told to who has it open already"
    )
    db.close()
    beside.close()


@pytest.mark.parametrize("led", Led)
def test_sessions_that_are_open_can_be_interrupted_whatever_stands_in_others(file: Path, led: Led) -> None:
    file_after(file, STEPS.index("m034_stopped_by_columns"))
    db = sqlite3.connect(file)
    poisons = (
        "broken",
        "",
        "[" * 5000,
        '{"beats":["abc",5,null,{"kind":[]},{"item":"x","seconds":1e300}]}',
        "{}",
    )
    stored = [*(form for form, _ in SCRIPTS), *poisons]
    for person, script in enumerate(stored, 100):
        db.execute("insert into people (id, name, language, met_at) values (?, '', 'en', '')", [person])
        for beat in (0, 1):
            db.execute(
                "insert into sessions (person, routine, script, phase, beat, turn, began_at, beat_at, live, led)"
                " values (?, '', ?, ?, ?, 0, ?, ?, ?, ?)",
                [
                    person,
                    script,
                    ("left", "ready")[beat],
                    beat,
                    text(MORNING),
                    text(MORNING),
                    beat,
                    led.value,
                ],
            )
    db.commit()
    db.close()
    store = open_store(file, BOT)
    for person, _ in enumerate(SCRIPTS, 100):
        session, stand = store.sessions.live(person), store.sessions.live_stand(person)
        assert session
        assert stand == without_script(session)
    kept = store.db.execute("select count(*) from courses").fetchone()[0]
    assert bool(kept) is (led is not Led.BY_TAPS)
    store.close()


def test_a_file_from_the_future_is_refused_and_left_alone(file: Path) -> None:
    store = open_store(file, BOT)
    store.db.execute(
        "insert into _sqlite_migrations (migration_set, name, applied_at) values ('unhunch', 'm999_mind_reading', '')"
    )
    store.close()
    with pytest.raises(TooNew, match="m999_mind_reading"):
        open_store(file, BOT)
    assert any("m999" in row for row in _applied(file))


def _applied(file: Path) -> list[str]:
    db = sqlite3.connect(file)
    names = [row[0] for row in db.execute("select name from _sqlite_migrations")]
    db.close()
    return names


def test_what_is_no_database_is_refused(file: Path) -> None:
    file.write_text("Dear diary, today I stretched.\n" * 100)
    with pytest.raises(Unusable):
        open_store(file, BOT)


def test_the_file_is_opened_as_the_design_wants_it(file: Path) -> None:
    store = open_store(file, BOT)
    wanted = {"journal_mode": "wal", "synchronous": 1, "secure_delete": 1, "foreign_keys": 1}
    assert {name: store.db.execute(f"pragma {name}").fetchone()[0] for name in wanted} == wanted
    strict = store.db.execute("select name, strict from pragma_table_list where type = 'table'").fetchall()
    assert [
        name for name, is_strict in strict if not is_strict and not name.startswith(("_", "sqlite_"))
    ] == []
    store.close()
