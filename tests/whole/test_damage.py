"""A page of the file is destroyed: whose rows were on it are passed over, and everybody else is served as ever."""

import logging
import random
import sqlite3
import tempfile
from collections import Counter
from contextlib import closing
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from bot.app.opening import alone_with
from bot.app.running import serve_on
from bot.app.wall_clock import now
from bot.chat.bot import TelegramLine
from bot.config import CannotStart, load
from bot.domain.reminders.reminder import Nod
from bot.phone.phone import Phone
from bot.phone.state.telegram import Change
from bot.store.database import open_store
from bot.store.file.private import PRIVATE_FILE
from bot.store.file.wholeness import faults_in
from bot.store.moments import text
from bot.store.troubles import Trouble
from tests.meaning import offers
from tests.store.forms_of_old import SCRIPTS
from tests.whole.running import BOT, CONTENT, MORNING, TOKEN, HandClock, bot_on
from tests.whole.subscribing import on_the_phone, subscribe

PAGE = 4096
HALF_PAST_EIGHT = MORNING + timedelta(hours=1)


def crowd(database: Path, people: range) -> None:
    """With a reminder each, and so much of everything that each table has many pages."""
    database.touch(PRIVATE_FILE)
    database.write_bytes(_crowded(people))


@cache
def _crowded(people: range) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "crowd.sqlite3"
        _begin(database, people)
        return database.read_bytes()


def _begin(database: Path, people: range) -> None:
    long_ago, longer_ago = (text(MORNING - timedelta(days=days)) for days in (1, 2))
    store = open_store(database, BOT)
    subscribe(store, people, MORNING)
    with store.transaction():
        for number in people:
            store.db.execute(
                "insert into chats (bot, chat, remains) values (?, ?, ?)", [BOT, number, "x" * 200]
            )
            store.db.execute(
                "insert into sessions (person, routine, script, phase, beat, turn, began_at, beat_at, live)"
                " values (?, 'morning', ?, 'left', 0, 1, ?, ?, 0)",
                [number, SCRIPTS[-1][0], longer_ago, longer_ago],
            )
            for at in (longer_ago, long_ago):
                store.db.execute(
                    "insert into deliveries (reminder, person, due_at, claimed_at, state, ended_at)"
                    " values (?1, ?1, ?2, ?2, 'sent', ?2)",
                    [number, at],
                )
    store.close()


def destroy_a_page(database: Path, of: str, rnd: random.Random) -> None:
    """One of the leaves of this table or index, but the last: whatever is added goes there."""
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as db:
        pages = db.execute(
            "select pageno from dbstat where name = ? and pagetype = 'leaf' order by path", [of]
        )
        leaves = [row[0] for row in pages]
    assert len(leaves) > 1
    with database.open("r+b") as file:
        file.seek((rnd.choice(leaves[:-1]) - 1) * PAGE)
        file.write(rnd.randbytes(PAGE))


def destroy_the_root(database: Path, of: str) -> None:
    with closing(sqlite3.connect(database)) as db:
        (page,) = db.execute("select rootpage from sqlite_master where name = ?", [of]).fetchone()
    with database.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(b"\xa5" * PAGE)


def readable(database: Path, people: range) -> set[int]:
    """Whose rows can all be read, and whose reminder can be moved on: a connection of its own tells."""
    with closing(sqlite3.connect(database, isolation_level=None)) as db:
        return {number for number in people if _can_be_served(db, number)}


def _can_be_served(db: sqlite3.Connection, number: int) -> bool:
    try:
        db.execute("begin")
        for table, person in (
            ("people", "id"),
            ("chats", f"bot = {BOT} and chat"),
            ("sessions", "person"),
            ("deliveries", "person"),
            ("reminders", "person"),
        ):
            db.execute(f"select * from {table} where {person} = ?", [number]).fetchall()
        db.execute("update reminders set next_at = null where person = ?", [number])
        db.execute(
            "insert into deliveries (reminder, person, due_at, claimed_at, state) select id, person, '', '', 'sent' from reminders where id = ?",
            [number],
        )
    except sqlite3.DatabaseError:
        return False
    else:
        return True
    finally:
        db.execute("rollback")


def errors(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]


def post_of(phone: Phone) -> Counter[int]:
    """How many messages of the bot came into each chat, from now on."""
    arrived: Counter[int] = Counter()

    def count(change: Change) -> None:
        if change.kind == "message":
            arrived[change.chat] += 1

    phone.changed.append(count)
    return arrived


async def all_but_the_hurt_are_reminded(phone: Phone, arrived: Counter[int], whole: set[int]) -> None:
    await phone.until(lambda: whole <= arrived.keys())
    await phone.time.bell.ring()
    assert set(arrived.values()) == {1}


@pytest.mark.parametrize(
    ("of", "people", "pages"),
    [
        ("people", range(1, 601), 1),
        ("people", range(1, 301), 3),
        ("reminders", range(1, 301), 1),
        ("sessions", range(1, 301), 1),
        ("deliveries", range(1, 301), 1),
    ],
)
async def test_everybody_else_is_reminded(  # noqa: PLR0917 - fixtures
    phone: Phone,
    clock: HandClock,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    of: str,
    people: range,
    pages: int,
) -> None:
    database, rnd = tmp_path / "a.sqlite3", random.Random(f"{of} {pages}")
    crowd(database, people)
    for _ in range(pages):
        destroy_a_page(database, of, rnd)
    whole = readable(database, people)
    hurt = set(people) - whole
    assert 0 < len(hurt) < len(people) * 0.7
    persons = {person.id: person for person in on_the_phone(phone, people)}
    arrived = post_of(phone)
    clock.now = HALF_PAST_EIGHT
    async with bot_on(phone, database, clock) as store:
        await all_but_the_hurt_are_reminded(phone, arrived, whole)
        for who in (min(hurt), min(whole)):
            persons[who].says("/help")
        bo = persons[min(whole)]
        await phone.until(lambda: "I lead you" in bo.sees.text)
        await phone.until(lambda: not len(phone.telegram.updates))
        if len(arrived) < len(people):
            assert [one.trouble for one in store.troubles.every()] == [Trouble.FILE]
    assert len(errors(caplog)) <= 8


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(1, 6))])
@pytest.mark.parametrize(
    "of",
    [
        "chats",
        "reminders_due",
        "deliveries_by_person",
        "sqlite_autoindex_deliveries_1",
        "reminders_by_person",
    ],
)
async def test_a_page_of_an_index_or_of_what_chats_show_is_made_anew_and_everybody_is_reminded(  # noqa: PLR0917 - fixtures
    phone: Phone, clock: HandClock, tmp_path: Path, caplog: pytest.LogCaptureFixture, of: str, seed: int
) -> None:
    """What is written may not fit on its page, and is to be spread over its neighbours, of which one is destroyed."""
    people, database = range(1, 301), tmp_path / "a.sqlite3"
    crowd(database, people)
    destroy_a_page(database, of, random.Random(f"{of} {seed}"))
    bo = on_the_phone(phone, people)[0]
    arrived = post_of(phone)
    clock.now = HALF_PAST_EIGHT
    async with bot_on(phone, database, clock) as store:
        await phone.until(store.heartbeats.last)
        await phone.until(lambda: set(people) == arrived.keys())
        await phone.time.bell.ring()
        assert set(arrived.values()) == {1}
        bo.says("/help")
        await phone.until(lambda: "I lead you" in bo.sees.text)
        if store.times_mended:
            await phone.until(lambda: [one.trouble for one in store.troubles.every()] == [Trouble.MENDED])
            assert faults_in(database) == []
    assert len(errors(caplog)) <= 8


async def test_a_page_that_is_destroyed_while_the_bot_runs(
    phone: Phone, clock: HandClock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    people, database, rnd = range(1, 301), tmp_path / "a.sqlite3", random.Random(7)
    crowd(database, people)
    on_the_phone(phone, people)
    arrived = post_of(phone)
    async with bot_on(phone, database, clock) as store:
        await phone.until(
            lambda: (
                [call for call in phone.calls if call.method == "getMyCommands"] or store.heartbeats.last()
            )
        )
        destroy_a_page(database, "people", rnd)
        store.db.execute("pragma shrink_memory").fetchall()
        whole = readable(database, people)
        assert len(whole) < len(people)
        clock.now = HALF_PAST_EIGHT
        await all_but_the_hurt_are_reminded(phone, arrived, whole)
    assert len(errors(caplog)) <= 8


async def test_an_index_is_made_anew_though_nothing_is_due(
    phone: Phone, clock: HandClock, tmp_path: Path
) -> None:
    """Each look at what is due meets it, and gets along without it."""
    database = tmp_path / "a.sqlite3"
    crowd(database, range(1, 3))
    destroy_the_root(database, "reminders_due")
    async with bot_on(phone, database, clock) as store:
        await phone.until(lambda: [one.trouble for one in store.troubles.every()] == [Trouble.MENDED])
        assert faults_in(database) == []


async def test_what_keeps_the_bot_from_beginning_is_made_anew_for_the_next_start(
    phone: Phone, clock: HandClock, tmp_path: Path
) -> None:
    """The index of the facts about the whole file, which each start reads."""
    database = tmp_path / "a.sqlite3"
    crowd(database, range(1, 3))
    destroy_the_root(database, "sqlite_autoindex_facts_1")
    config = load({"UNHUNCH_DATABASE": str(database)})
    line = TelegramLine(TOKEN, phone.address, CONTENT, None)
    with (
        pytest.raises(CannotStart, match="sqlite_autoindex_facts_1 in it was made anew: start again"),
        alone_with(database),
    ):
        await serve_on(config, line, database, now)
    persons = on_the_phone(phone, range(1, 3))
    clock.now = HALF_PAST_EIGHT
    async with bot_on(phone, database, clock) as store:
        await phone.until(lambda: all(offers(person.sees, Nod.NOT_TODAY) for person in persons))
        assert [one.trouble for one in store.troubles.every()] == [Trouble.MENDED]


async def test_a_file_that_serves_nobody_is_a_sentence(phone: Phone, tmp_path: Path) -> None:
    """What the bot begins with can't be written."""
    database = tmp_path / "a.sqlite3"
    crowd(database, range(1, 3))
    destroy_the_root(database, "heartbeats")
    config = load({"UNHUNCH_DATABASE": str(database)})
    line = TelegramLine(TOKEN, phone.address, CONTENT, None)
    refusal = pytest.raises(CannotStart, match=r"UNHUNCH_DATABASE: .* is damaged .* `unhunch restore`")
    with refusal, alone_with(database):
        await serve_on(config, line, database, now)
