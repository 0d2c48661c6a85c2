"""A copy takes the place of the file: nothing is due in it, the old file is kept, and no kill leaves neither."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.person.person import Person
from bot.domain.typed.awaited import Awaited, Wanted
from bot.store.database import Store, TooNew, open_store
from bot.store.facts import ERASED, RESTORED
from bot.store.file.copies import write_copy
from bot.store.file.deletions import journal_of, read_journal
from bot.store.file.unusable import Unusable
from bot.store.moments import text
from bot.store.reminders.deliveries import State
from bot.store.restore import delete_again, restore
from tests.examples import ANA, BO, MALLORY, MORNING
from tests.store.conftest import BOT
from tests.store.file.test_copies import damage
from tests.store.file.test_write_ahead import Replicator
from tests.whole.subscribing import subscribe

LATER = MORNING + timedelta(days=3)


@pytest.fixture
def copy(store: Store, file: Path, tmp_path: Path) -> Path:
    """A copy of three days ago; since then Cem has come."""
    (tmp_path / "copies").mkdir()
    subscribe(store, [ANA], MORNING)
    store.chats.owe(ANA, "a screen")
    store.awaiting.expect(ANA, Awaited(Wanted.NAME, (1,)), MORNING)
    store.deliveries.claim(1, ANA, MORNING, State.PENDING, MORNING)
    write_copy(file, tmp_path / "copies" / "a.sqlite3")
    store.people.meet(Person(99, "Cem", "en"), LATER)
    store.close()
    return tmp_path / "copies" / "a.sqlite3"


def test_it_is_as_it_was_and_nothing_is_due(file: Path, copy: Path) -> None:
    before = copy.read_bytes()
    kept = restore(file, copy, LATER).kept
    assert copy.read_bytes() == before
    assert file.stat().st_mode & 0o777 == 0o600
    store = open_store(file, BOT)
    assert store.people.get(ANA)
    assert store.people.get(99) is None
    assert store.deliveries.pending() == ()
    assert store.chats.in_debt() == []
    assert store.awaiting.of(ANA, MORNING) is None
    assert store.sessions.next_due() is None
    assert store.facts.get(RESTORED) == text(LATER)
    assert store.reminders.of(ANA), "they come again"
    store.close()
    assert kept
    assert kept.name == "unhunch.sqlite3.before-2026-01-08T073000Z"
    old = open_store(kept, BOT)
    assert old.people.get(99), "what was there before is kept"
    old.close()


def test_nothing_is_left_beside_it(file: Path, copy: Path) -> None:
    kept = restore(file, copy, LATER).kept
    assert kept
    assert {path.name for path in file.parent.iterdir() if path.is_file()} == {file.name, kept.name}


def test_what_stands_in_the_log_of_the_old_file_is_kept_and_is_not_taken_for_the_new_ones(
    file: Path, copy: Path
) -> None:
    """The old process was killed: its log is still there."""
    code = (
        "import os, signal, sys; from bot.store.database import open_store; s = open_store(sys.argv[1], 1)\n"
        "s.db.execute(\"insert into people (id, name, language, met_at) values (100, 'Dee', 'en', '')\")\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code, str(file)], check=False)
    assert file.with_name(f"{file.name}-wal").stat().st_size
    kept = restore(file, copy, LATER).kept
    assert kept
    for path, known in ((kept, True), (file, False)):
        store = open_store(path, BOT)
        assert bool(store.people.get(100)) is known
        store.close()


def test_a_log_that_somebody_still_reads_is_kept_with_its_file(file: Path, copy: Path) -> None:
    """As a backup does that goes on for minutes: what was written since it began can't be moved into the file."""
    with closing(sqlite3.connect(file, isolation_level=None)) as reader:
        reader.execute("begin")
        reader.execute("select * from people").fetchall()
        store = open_store(file, BOT)
        store.people.meet(Person(100, "Dee", "en"), LATER)
        store.close()
        kept = restore(file, copy, LATER).kept
    assert kept
    assert not file.with_name(f"{file.name}-wal").exists()
    for path, known in ((kept, True), (file, False)):
        store = open_store(path, BOT)
        assert bool(store.people.get(100)) is known
        store.close()


def test_while_litestream_reads_it_it_is_refused_and_afterwards_litestream_begins_anew(
    file: Path, copy: Path
) -> None:
    """It would mix up the file that it has open with the one that has its name now."""
    folder = file.with_name(f".{file.name}-litestream")
    folder.mkdir()
    (folder / "generation").touch()
    replicator = Replicator(file)
    with pytest.raises(Unusable, match="stop it first"):
        restore(file, copy, LATER)
    assert (folder / "generation").exists()
    store = open_store(file, BOT)
    assert store.people.get(99), "the old one is still in its place"
    store.close()
    replicator.close()
    assert restore(file, copy, LATER).kept
    assert not folder.exists()


def test_a_second_one_within_the_same_second_leaves_what_was_kept(file: Path, copy: Path) -> None:
    first = restore(file, copy, LATER).kept
    second = restore(file, copy, LATER).kept
    assert first
    assert second
    for kept, known in ((first, True), (second, False)):
        with closing(open_store(kept, BOT)) as store:
            assert bool(store.people.get(99)) is known


def test_a_damaged_file_is_replaced_and_kept(file: Path, copy: Path) -> None:
    damage(file)
    kept = restore(file, copy, LATER).kept
    assert kept
    store = open_store(file, BOT)
    assert store.people.get(ANA)
    store.close()


def test_where_there_was_no_file_there_is_one(file: Path, copy: Path) -> None:
    file.unlink()
    assert restore(file, copy, LATER).kept is None
    open_store(file, BOT).close()


def test_a_link_to_the_file_stays_one(file: Path, copy: Path, tmp_path: Path) -> None:
    """The file may be on another disk."""
    link = tmp_path / "link.sqlite3"
    link.symlink_to(file)
    kept = restore(link, copy, LATER).kept
    assert kept
    assert kept.parent == file.parent
    assert kept.name.startswith(file.name)
    assert not kept.is_symlink()
    assert link.readlink() == file
    store = open_store(link, BOT)
    assert store.people.get(99) is None
    store.close()


def refused(file: Path, copy: Path, why: str, kind: type[Exception] = Unusable) -> None:
    before = {path: path.read_bytes() for path in file.parent.rglob("*") if path.is_file()}
    with pytest.raises(kind, match=why):
        restore(file, copy, LATER)
    assert {path: path.read_bytes() for path in file.parent.rglob("*") if path.is_file()} == before


def test_what_is_no_good_copy_is_refused_and_the_file_stays(file: Path, copy: Path) -> None:
    diary, payroll, empty = (copy.with_name(name) for name in ("diary.db", "payroll.db", "empty.db"))
    diary.write_text("Today I stretched." * 100)
    empty.touch()
    with closing(sqlite3.connect(payroll)) as db:
        db.execute("create table salaries (x)")
    refused(file, diary, "not a database")
    refused(file, payroll, "another program")
    refused(file, empty, "nothing in it")
    refused(file, copy.with_name("gone.db"), "no such file")
    refused(file, file, "in use")
    with closing(sqlite3.connect(copy)) as db, db:
        db.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at) values ('unhunch', 'm999_x', '')"
        )
    refused(file, copy, "m999_x", TooNew)
    damage(copy)
    refused(file, copy, "damaged")


@pytest.mark.parametrize(
    "moment", ["Path.rename", "_bring_to_the_present", "_keep", "_empty_the_log", "_give_second_name", "sync"]
)
def test_killed_in_the_middle_the_old_file_or_the_new_one_is_there(
    file: Path, copy: Path, moment: str
) -> None:
    code = (
        "import os, signal, sys; from datetime import UTC, datetime; from pathlib import Path; from bot.store import restore as r\n"
        f"real = r.{moment}\n"
        "def killed(*given):\n"
        "    is_other = len(given) == 2 and str(given[0]).endswith('.part')\n"
        f"    if is_other or {moment != 'Path.rename'}: real(*given)\n"
        "    if not is_other: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"r.{moment} = killed\n"
        "r.restore(Path(sys.argv[1]), Path(sys.argv[2]), datetime(2026, 1, 8, tzinfo=UTC))"
    )
    result = subprocess.run([sys.executable, "-c", code, str(file), str(copy)], check=False)
    assert result.returncode == -signal.SIGKILL
    store = open_store(file, BOT)
    assert store.people.get(ANA)
    assert store.db.execute("pragma integrity_check").fetchone()[0] == "ok"
    store.close()
    restore(file, copy, LATER)
    store = open_store(file, BOT)
    assert store.people.get(99) is None
    store.close()


def deletes(file: Path, person: int, at: datetime) -> None:
    store = open_store(file, BOT)
    with store.transaction():
        store.forget(person, at)
    store.close()


def comes(file: Path, person: int, name: str, at: datetime) -> None:
    store = open_store(file, BOT)
    store.people.meet(Person(person, name, "en"), at)
    store.close()


def is_there(file: Path, person: int) -> bool:
    store = open_store(file, BOT)
    found = store.people.get(person) is not None
    chats = store.db.execute("select count(*) from chats where chat = ?", [person]).fetchone()[0]
    store.close()
    assert found or not chats
    return found


def test_who_was_deleted_since_stays_deleted(file: Path, copy: Path) -> None:
    deletes(file, ANA, LATER)
    restored = restore(file, copy, LATER)
    assert restored.deleted == 1
    assert restored.unreadable == 0
    assert not is_there(file, ANA)
    assert is_there(file, BO)
    assert b"Ana" not in file.read_bytes()


def test_a_deletion_that_did_not_come_to_be_deletes_nobody_later(file: Path, copy: Path) -> None:
    """Something failed after it: in the whole decision, or in a part that was tried by itself."""
    store = open_store(file, BOT)
    with suppress(ZeroDivisionError), store.transaction():
        store.forget(ANA, LATER)
        raise ZeroDivisionError
    assert not read_journal(file).deletions
    with store.transaction():
        store.forget(BO, LATER)
        with suppress(ZeroDivisionError), store.attempt():
            store.forget(ANA, LATER)
            raise ZeroDivisionError
    store.close()
    assert [each.person for each in read_journal(file).deletions] == [BO]
    assert is_there(file, ANA)
    assert restore(file, copy, LATER).deleted == 1
    assert is_there(file, ANA)
    assert not is_there(file, BO)


def test_who_came_back_after_they_were_deleted_is_not_deleted_again(file: Path, copy: Path) -> None:
    deletes(file, ANA, MORNING + timedelta(days=1))
    comes(file, ANA, "Ana again", MORNING + timedelta(days=2))
    later_copy = copy.with_name("b.sqlite3")
    write_copy(file, later_copy)
    assert restore(file, later_copy, LATER).deleted == 0
    assert is_there(file, ANA)
    assert restore(file, copy, LATER).deleted == 1, "but what they were before is gone"
    assert not is_there(file, ANA)


def test_without_the_journal_and_with_a_broken_one_it_says_so(file: Path, copy: Path) -> None:
    deletes(file, ANA, LATER)
    journal_of(file).unlink()
    restored = restore(file, copy, LATER)
    assert (restored.unreadable, restored.deleted) == (None, 0)
    assert is_there(file, ANA)
    journal_of(file).write_bytes(b"\x00\x01\n2026-01-08")
    deletes(file, ANA, LATER)
    restored = restore(file, copy, LATER)
    assert (restored.unreadable, restored.deleted) == (2, 1)


def test_a_copy_older_than_the_journal_reaches_is_told(file: Path, copy: Path) -> None:
    deletes(file, ANA, LATER)
    old, newer = (copy.with_name(f"unhunch-2026-01-0{day}T034000Z.sqlite3") for day in (2, 7))
    write_copy(file, newer)
    assert restore(file, newer, LATER).is_known_from is None
    elsewhere = file.with_name(old.name)
    write_copy(file, elsewhere)
    assert restore(file, elsewhere, LATER).is_known_from == datetime(2026, 1, 7, 3, 40, tzinfo=UTC)


def test_without_nightly_copies_it_is_told_that_nobody_knows_further_back_than_ninety_days(
    file: Path, copy: Path
) -> None:
    by_hand = file.with_name("unhunch-2026-01-05T073000Z.sqlite3")
    write_copy(copy, by_hand)
    assert restore(file, by_hand, MORNING + timedelta(days=95)).is_known_from == MORNING + timedelta(days=5)


def beats(store: Store, now: datetime) -> None:
    with store.transaction():
        store.heartbeats.beat(now)


def test_whoever_puts_an_older_file_back_the_journal_beside_it_holds(file: Path, tmp_path: Path) -> None:
    """As Litestream does, or `cp`: nobody asks them to read it."""
    store, older = open_store(file, BOT), tmp_path / "older.sqlite3"
    subscribe(store, [ANA, BO, MALLORY], MORNING)
    store.chats.owe(ANA, "a screen")
    beats(store, MORNING)
    write_copy(file, older)
    for person in (ANA, BO):
        with store.transaction():
            store.forget(person, MORNING + timedelta(minutes=5))
    store.close()
    older.replace(file)
    store = open_store(file, BOT)
    store.people.forget(BO)
    store.people.meet(Person(BO, "Bo", "en"), MORNING + timedelta(minutes=6))
    assert delete_again(store, LATER) == 1
    assert [store.people.is_known(person) for person in (ANA, BO, MALLORY)] == [False, True, True]
    assert store.chats.shown(ANA) is None
    assert store.facts.get(ERASED) == text(LATER)
    store.close()


def test_who_came_back_is_not_deleted_at_each_start(file: Path) -> None:
    store = open_store(file, BOT)
    assert delete_again(store, LATER) == 0, "it has never served anybody"
    subscribe(store, [ANA], MORNING)
    with store.transaction():
        store.forget(ANA, LATER + timedelta(days=365))  # by a clock that is a year ahead
        store.forget(BO, MORNING)
    beats(store, MORNING + timedelta(seconds=10))
    subscribe(store, [ANA, BO], MORNING - timedelta(days=1))  # by one that is behind
    assert delete_again(store, LATER) == 0
    assert store.people.is_known(ANA)
    store.close()
