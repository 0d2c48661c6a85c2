"""What stands behind the write-ahead log is taken off while somebody reads it, and nothing else goes."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from bot.domain.person.person import Person
from bot.store.database import Store, open_store
from bot.store.file.tidying import tidy
from bot.store.file.write_ahead import cut, log_of, sync_log, which_log
from tests.examples import ANA, BO, MORNING
from tests.store.conftest import BOT

MARK = "Anastaszja-Quux"
ERASES = """
import sys
from pathlib import Path
from bot.store import database
from bot.store.file import tidying

database.PATIENCE = tidying.PATIENCE = 1e6
file = Path(sys.argv[1])
store = database.open_store(file, 1)
print(store.empty_log(), tidying.tidy(file))
"""
"""With such patience it would never end beside somebody who reads the log for ever, if it waited for them."""


class Replicator:
    """Reads the log all the time, as Litestream does: one connection holds it, another has it begun anew."""

    def __init__(self, file: Path) -> None:
        self._reading, self._writing = (sqlite3.connect(file, isolation_level=None) for _ in range(2))
        self._writing.execute(
            "create table if not exists _litestream_seq (id integer primary key, seq integer)"
        )
        self._writing.execute("pragma wal_autocheckpoint = 0")
        self._read()

    def checkpoint(self) -> None:
        self._reading.execute("rollback")
        self._writing.execute("pragma wal_checkpoint(passive)").fetchall()
        self._read()
        self._writing.execute(
            "insert into _litestream_seq values (1, 1) on conflict (id) do update set seq = seq + 1"
        )

    def sees(self) -> str:
        return str(self._reading.execute("select name from people where id = ?", [ANA]).fetchone())

    def close(self) -> None:
        self._reading.close()
        self._writing.close()

    def _read(self) -> None:
        self._reading.execute("begin")
        self._reading.execute("select count(1) from _litestream_seq").fetchall()


def has_mark(file: Path) -> list[str]:
    return [each.name for each in (file, log_of(file)) if MARK.encode() in each.read_bytes()]


def is_whole(store: Store) -> bool:
    return bool(store.db.execute("pragma integrity_check").fetchone()[0] == "ok")


def test_beside_a_replicator_what_was_deleted_is_gone_once_it_has_read_on(store: Store, file: Path) -> None:
    replicator = Replicator(file)
    for number in range(60):
        store.chats.owe(BO, "x" * 100 * number)
    store.people.meet(Person(99, MARK, "en"), MORNING)
    with store.transaction():
        store.forget(99, MORNING)
        store.remember_log()
    assert store.empty_log() is False
    assert tidy(file) == ""
    assert has_mark(file)
    assert store.is_log_held() is True
    replicator.checkpoint()
    replicator.checkpoint()
    assert has_mark(file) == [log_of(file).name], (
        "SQLite leaves it there, for as long as nobody writes over it"
    )
    assert store.is_log_held() is False
    store.cut_log()
    assert has_mark(file) == []
    assert store.is_log_held() is None
    assert "Ana" in replicator.sees()
    replicator.close()
    assert is_whole(store)


def test_erasing_and_tidying_do_not_wait_for_a_replicator_and_keep_no_writer_waiting(
    store: Store, file: Path
) -> None:
    """Who waits for a reader of the log holds the right to write: then a write would fail, once SQLite's patience is over."""
    replicator = Replicator(file)
    with subprocess.Popen(
        [sys.executable, "-c", ERASES, str(file)], stdout=subprocess.PIPE, text=True
    ) as erasing:
        try:
            while erasing.poll() is None:
                store.chats.owe(BO, "x")
                time.sleep(0.005)
        finally:
            erasing.kill()
        assert erasing.stdout
        assert erasing.stdout.read() == "False \n"
    replicator.close()


def test_cut_at_any_moment_nothing_is_lost(file: Path) -> None:
    rnd = random.Random(7)
    store = open_store(file, BOT)
    replicator, expected, cuts = Replicator(file), {}, 0
    for number in range(1500):
        chat = rnd.randrange(40)
        expected[chat] = str(number) * rnd.randrange(1, 2000)
        with store.transaction():
            store.chats.owe(chat, expected[chat])
        if rnd.random() < 0.05:
            replicator.checkpoint()
        if rnd.random() < 0.05:
            with store.transaction():
                cuts += bool(cut(file))
                cut(file)
    assert cuts > 10, "this test is about cutting"
    assert {chat: store.chats.owed(chat) for chat in expected} == expected
    assert is_whole(store)
    replicator.close()
    store.close()
    again = open_store(file, BOT)
    assert {chat: again.chats.owed(chat) for chat in expected} == expected
    again.close()


def test_killed_after_a_cut_all_that_was_committed_is_there(file: Path) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path; from bot.store.database import open_store\n"
        "from tests.store.file.test_write_ahead import Replicator; file = Path(sys.argv[1]); s = open_store(file, 1)\n"
        "r = Replicator(file)\n"
        "for n in range(200): s.chats.owe(n, 'x' * 500)\n"
        "r.checkpoint(); r.checkpoint(); s.chats.owe(1000, 'last'); s.cut_log(); s.chats.owe(1001, 'very last')\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    killed = subprocess.run([sys.executable, "-c", code, str(file)], check=False)
    assert killed.returncode == -signal.SIGKILL
    store = open_store(file, BOT)
    assert store.chats.owed(1000) == "last"
    assert store.chats.owed(1001) == "very last"
    assert is_whole(store)
    store.close()


def test_without_a_log_there_is_nothing_to_cut(store: Store, file: Path) -> None:
    assert store.empty_log()
    assert which_log(file) == ""
    assert cut(file) == 0
    store.remember_log()
    assert store.is_log_held() is None
    store.close()
    assert not log_of(file).exists()
    assert which_log(file) == ""
    assert cut(file) == 0
    sync_log(file)


def test_a_log_that_was_only_begun_is_cut_off_whole(file: Path) -> None:
    log_of(file).write_bytes(b"too short")
    assert cut(file) == 9
    assert log_of(file).read_bytes() == b""


def test_a_link_leads_to_the_log_of_the_file(store: Store, file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.sqlite3"
    link.symlink_to(file)
    store.chats.owe(BO, "x")
    assert which_log(link) == which_log(file) != ""


def test_the_log_begun_anew_is_another(store: Store, file: Path) -> None:
    store.chats.owe(BO, "x")
    first = which_log(file)
    assert store.empty_log()
    store.chats.owe(BO, "y")
    assert which_log(file) not in {first, ""}
    with closing(sqlite3.connect(file)) as other:
        assert other.execute("select count(*) from people").fetchone()
    assert first != which_log(file)
