"""A decision is kept whole or not at all: through errors, a full disk, another process, and being killed."""

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bot.domain.person.person import Person
from bot.store.database import Store, open_store
from tests.examples import ANA, MORNING
from tests.store.conftest import BOT

PROCESS = [sys.executable, "-m", "tests.store.other_process"]


class Mishap(Exception):
    pass


def other_process(file: Path, what: str) -> subprocess.Popen[str]:
    """Another process with the same file; it has opened it and waits for a line before it begins."""
    command = [*PROCESS, str(file), what]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert line(process) == "open"
    return process


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin
    process.stdin.write("go\n")
    process.stdin.flush()


def test_what_was_decided_together_is_kept_together(store: Store) -> None:
    with store.transaction():
        store.files.keep("a", "1")
        store.updates.count(5, MORNING)
    assert (store.files.file_id("a"), store.updates.has_counted(5)) == ("1", True)


@pytest.mark.parametrize("error", [Mishap, KeyboardInterrupt])
def test_nothing_is_left_of_what_went_wrong_half_way(store: Store, error: type[BaseException]) -> None:
    def half_way() -> None:
        with store.transaction():
            store.files.keep("a", "1")
            store.people.forget(ANA)
            raise error

    with pytest.raises(error):
        half_way()
    assert store.files.file_id("a") is None
    assert store.people.get(ANA)
    with store.transaction():
        store.files.keep("a", "2")
    assert store.files.file_id("a") == "2"


def much(store: Store) -> None:
    with store.transaction():
        store.files.keep("small", "1")
        store.chats.owe(ANA, "x" * 100_000)


def test_a_full_disk_undoes_the_decision_and_the_store_goes_on_when_there_is_room(store: Store) -> None:
    pages = store.db.execute("pragma page_count").fetchone()[0]
    store.db.execute(f"pragma max_page_count = {pages + 2}")
    with pytest.raises(sqlite3.OperationalError, match="full"):
        much(store)
    assert store.files.file_id("small") is None
    assert not store.db.conn.in_transaction
    store.db.execute("pragma max_page_count = 1000000")
    much(store)
    assert store.chats.owed(ANA)


def test_a_transaction_inside_another_is_a_mistake(store: Store) -> None:
    def two_in_one() -> None:
        with store.transaction():
            store.files.keep("a", "1")
            much(store)

    with pytest.raises(sqlite3.OperationalError, match="within a transaction"):
        two_in_one()
    assert store.files.file_id("a") is None


def test_two_processes_count_together_without_losing_one(store: Store, file: Path) -> None:
    """Each reads, adds one and writes. Begun deferred, one would fail as locked, or lose what the other wrote."""
    store.files.keep("count", "0")
    processes = [other_process(file, "count") for _ in range(2)]
    for process in processes:
        go(process)
    assert [process.communicate(timeout=300)[0].strip() for process in processes] == ["done", "done"]
    assert store.files.file_id("count") == "1000"


def test_a_writer_waits_for_another_process(store: Store, file: Path) -> None:
    holder = other_process(file, "hold")
    go(holder)
    assert line(holder) == "holding"
    store.db.execute("pragma busy_timeout = 0")
    with pytest.raises(sqlite3.OperationalError, match="locked"), store.transaction():
        pass
    store.db.execute("pragma busy_timeout = 30000")
    go(holder)
    with store.transaction():
        assert store.files.file_id("held") == "1", "our turn came when theirs was done"
    holder.communicate(timeout=300)


def test_who_serves_many_waits_once_until_the_other_lets_go(store: Store, file: Path) -> None:
    def waits() -> int:
        return int(store.db.execute("pragma busy_timeout").fetchone()[0])

    assert waits() == 10_000
    store.serve_many()
    assert waits() == 1_000
    holder = other_process(file, "hold")
    go(holder)
    assert line(holder) == "holding"
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        store.files.keep("alone", "in no transaction")
    assert waits() == 0
    with pytest.raises(sqlite3.OperationalError, match="locked"), store.transaction():
        pass
    store.empty_log()
    assert waits() == 0
    go(holder)
    holder.communicate(timeout=300)
    with store.transaction():
        pass
    assert waits() == 1_000


def test_what_was_committed_survives_being_killed_and_nothing_else_does(file: Path) -> None:
    process = other_process(file, "write until killed")
    go(process)
    committed = [line(process) for _ in range(5)]
    assert line(process) == "half way"
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=300)
    store = open_store(file, BOT)
    assert [store.files.file_id(each) for each in committed] == committed
    assert store.files.file_id("never") is None
    assert store.db.execute("pragma integrity_check").fetchone()[0] == "ok"
    store.close()


def test_a_batch_is_synced_and_only_that(store: Store) -> None:
    said: list[str] = []
    store.db.conn.set_trace_callback(said.append)
    store.sync(MORNING)
    store.db.conn.set_trace_callback(None)
    order = [said.index(words) for words in ("pragma synchronous = full", "begin immediate", "commit")]
    assert order == sorted(order)
    assert said[-1] == "pragma synchronous = normal"
    assert store.db.execute("pragma synchronous").fetchone()[0] == 1


def test_a_sync_that_fails_leaves_the_store_as_it_was(store: Store) -> None:
    store.db.execute("alter table batches rename to elsewhere")
    with pytest.raises(sqlite3.OperationalError):
        store.sync(MORNING)
    assert store.db.execute("pragma synchronous").fetchone()[0] == 1
    assert not store.db.conn.in_transaction


def test_two_bots_in_one_process_do_not_meet(tmp_path: Path) -> None:
    one, other = open_store(tmp_path / "one", BOT), open_store(tmp_path / "other", BOT)
    one.people.meet(Person(ANA, "Ana", "en"), MORNING)
    assert other.people.get(ANA) is None
    one.close()
    other.close()


def test_several_programs_may_open_an_empty_file_at_once(tmp_path: Path) -> None:
    code = "import sys; from bot.store.database import open_store; open_store(sys.argv[1], 1).close()"
    command = [sys.executable, "-c", code, str(tmp_path / "new.sqlite3")]
    started = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(4)]
    assert [(one.communicate()[1], one.returncode) for one in started] == [(b"", 0)] * 4
