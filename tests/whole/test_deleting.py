"""Who deletes their data is gone from the file, from what stands beside it and from the log, and unknown afterwards."""

import asyncio
import logging
import re
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app.opening import open_database
from bot.chat import clearing_log, clearing_up
from bot.domain.person.person import Person
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.screens.buttons.actions import Place
from bot.store.database import Store, open_store
from bot.store.facts import ERASED, LOGGED
from bot.store.file.copies import write_copy
from bot.store.file.deletions import journal_of, read_journal
from tests.meaning import taps
from tests.store.filled import MARK, fill_beside
from tests.whole.running import BOT, MORNING, TOKEN, HandClock, bot_on

ID, NAME, ROUTINE = 7_431_905_528, "Anastaszja-Quux", "Wringing Zyx"
NOTED = f"{MARK}{ID}".encode()
"""What stands in every text of every table that is about her."""

A_MINUTE = 60


def held(database: Path, log: str = "") -> bytes:
    """The file, all beside it but the journal, and the log."""
    beside = (each for each in database.parent.iterdir() if each.is_file() and each != journal_of(database))
    return b"".join(each.read_bytes() for each in beside) + log.encode()


def traces(hay: bytes) -> list[bytes]:
    """Her id, as text and in the forms in which SQLite keeps it, her name and what she wrote: what is found of them."""
    as_number = [ID.to_bytes(6, "big"), ID.to_bytes(8, "big"), str(ID).encode()]
    rowid = bytes([*(0x80 | ID >> shift & 0x7F for shift in (28, 21, 14, 7)), ID & 0x7F])
    return [trace for trace in (*as_number, rowid, NAME.encode(), ROUTINE.encode()) if trace in hay]


async def lives(phone: Phone, ana: PhoneUser, clock: HandClock) -> None:
    """A session, a routine of her own, a reminder; the settings last."""
    for said, seen in (
        ("/start", "Hello"),
        ("two gentle minutes", "First, your safety"),
        ("none of these", ""),
        ("stop", ""),
        ("my routines", ""),
        ("remind me at 8:30 on weekdays", ""),
        ("keep", ""),
        ("/delete", "Delete everything"),
    ):
        clock.passes(5)
        shown = ana.messages[-1].id if ana.messages else 0
        ana.says(said)
        await phone.until(lambda shown=shown, seen=seen: ana.sees.id != shown and seen in ana.sees.text)  # type: ignore[misc]


def has_row(store: Store) -> bool:
    return bool(store.db.execute("select 1 from chats where chat = ?", [ID]).fetchone())


async def test_nothing_of_her_is_left_within_a_minute_and_she_comes_back_as_a_stranger(
    phone: Phone,
    clock: HandClock,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(clearing_up, "LOOK_EVERY", 0.05)
    ana, file = phone.person(ID, NAME), tmp_path / "a.sqlite3"
    async with bot_on(phone, file, clock) as store:
        await lives(phone, ana, clock)
        store.own.make(ID, ROUTINE, [], clock())
        with store.transaction():
            store.db.execute("insert into chats (bot, chat, shown) values (99, ?, ?)", [ID, NAME])
            fill_beside(store.db, ID)
        assert len(traces(held(file))) >= 4
        assert NOTED in held(file)
        await phone.until(lambda: not store.chats.owed(ID))  # as of now it is read
        clock.passes(5)
        taps(ana, Place.DELETE_SURELY)
        await phone.until(lambda: "All of it is gone" in ana.sees.text and not has_row(store))
        clock.passes(A_MINUTE - 1)
        await phone.until(lambda: store.facts.get(ERASED) is None)
        log = re.sub(rf"{ID}\d+", "", caplog.text)  # rows that were filled begin with her number
        assert traces(held(file, log)) == []
        assert NOTED not in held(file, log)
        assert [each.person for each in read_journal(file).deletions] == [ID]
        ana.says("/start")
        await phone.until(lambda: "Hello" in ana.sees.text)
        assert not store.own.every(ID)
        assert not store.sessions.count_done(ID)
    assert "Traceback" not in caplog.text


async def deletes_unheard(phone: Phone, ana: PhoneUser, clock: HandClock) -> None:
    """From now on Telegram takes no message, so that nobody is told that all is gone."""
    await lives(phone, ana, clock)
    clock.passes(5)
    for method in ("sendMessage", "editMessageText"):
        phone.faults.delay(method, seconds=600, times=None)
    taps(ana, Place.DELETE_SURELY)


async def test_where_telegram_takes_no_goodbye_the_chat_goes_all_the_same(
    phone: Phone, clock: HandClock, tmp_path: Path
) -> None:
    ana, file = phone.person(ID, NAME), tmp_path / "b.sqlite3"
    async with bot_on(phone, file, clock) as store:
        await deletes_unheard(phone, ana, clock)
        await phone.until(lambda: store.people.get(ID) is None)
    phone.faults.clear()
    assert traces(held(file)), "what she is still to be told"
    clock.passes(31)
    async with bot_on(phone, file, clock) as store:
        await phone.until(lambda: not has_row(store))


async def test_who_blocks_the_bot_right_after_is_gone_too(
    phone: Phone, clock: HandClock, tmp_path: Path
) -> None:
    ana, file = phone.person(ID, NAME), tmp_path / "c.sqlite3"
    async with bot_on(phone, file, clock) as store:
        await deletes_unheard(phone, ana, clock)
        ana.blocks()
        await phone.until(lambda: store.people.get(ID) is None and not has_row(store))


async def test_killed_before_the_goodbye_it_is_said_and_kept_after_the_start(
    phone: Phone, clock: HandClock, tmp_path: Path
) -> None:
    ana, file = phone.person(ID, NAME), tmp_path / "d.sqlite3"
    async with bot_on(phone, file, clock) as store:
        await deletes_unheard(phone, ana, clock)
        await phone.until(lambda: store.people.get(ID) is None)
    phone.faults.clear()
    async with bot_on(phone, file, clock) as store:
        await phone.until(lambda: "All of it is gone" in ana.sees.text and not has_row(store))


async def test_while_a_copy_is_being_made_nobody_waits_and_what_is_left_goes_later(
    phone: Phone, clock: HandClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clearing_up, "LOOK_EVERY", 0.05)
    monkeypatch.setattr(clearing_log, "LOOK_EVERY", 0.05)
    monkeypatch.setattr(clearing_log, "ASK_EVERY", 0.1)
    monkeypatch.setattr(clearing_log, "SETTLED", 0.1)
    ana, file = phone.person(ID, NAME), tmp_path / "e.sqlite3"
    async with bot_on(phone, file, clock) as store:
        await lives(phone, ana, clock)
        reader = open_store(file, BOT)
        reader.db.execute("begin")
        reader.db.execute("select count(*) from people").fetchall()
        await phone.until(lambda: not store.chats.owed(ID))  # as of now it is read
        clock.passes(5)
        taps(ana, Place.DELETE_SURELY)
        await phone.until(lambda: not has_row(store))  # the reader goes on reading
        clock.passes(timedelta(minutes=1).total_seconds())
        await asyncio.sleep(1.0)
        assert traces(held(file)), "the reader still sees her"
        await phone.until(lambda: store.facts.get(LOGGED) is not None)
        reader.db.execute("commit")
        reader.close()
        await phone.until(lambda: store.facts.get(LOGGED) is None)
        assert traces(held(file)) == []


def test_an_older_file_that_somebody_else_put_back_brings_nobody_back(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """At its start the bot reads the journal beside it, which another program than `unhunch restore` does not."""
    file, older = tmp_path / "f.sqlite3", tmp_path / "older.sqlite3"
    with closing(open_store(file, BOT)) as store:
        store.people.meet(Person(ID, NAME, "en"), MORNING)
        store.heartbeats.wake_up(MORNING)
        write_copy(file, older)
        with store.transaction():
            store.forget(ID, MORNING + timedelta(minutes=1))
    older.replace(file)
    with closing(open_database(file, TOKEN)) as store:
        assert not store.people.is_known(ID)
        assert store.facts.get(ERASED), "what is left of them is taken out as after any deletion"
    assert "people deleted again: 1" in caplog.text
    assert str(ID) not in caplog.text
