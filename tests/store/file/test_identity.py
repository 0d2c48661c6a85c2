"""Our file is known by the number in its header; another program's is refused, and left as it was."""

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.store.database import open_store
from bot.store.file.identity import APPLICATION_ID
from bot.store.file.unusable import Unusable
from tests.store.conftest import BOT
from tests.store.test_migrations import STEPS, file_after

NOBODY = 65534


def number(file: Path) -> int:
    with closing(sqlite3.connect(file)) as db:
        return int(db.execute("pragma application_id").fetchone()[0])


def all_in(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def refused(file: Path, why: str) -> None:
    """And neither the file nor the folder is changed."""
    before = all_in(file.parent)
    with pytest.raises(Unusable, match=why) as refusal:
        open_store(file, BOT)
    assert not refusal.value.may_pass
    assert all_in(file.parent) == before


def test_a_new_file_says_whose_it_is(file: Path) -> None:
    open_store(file, BOT).close()
    assert APPLICATION_ID.to_bytes(4) == b"unhu"
    assert file.read_bytes()[68:72] == b"unhu"


@pytest.mark.parametrize("steps", range(len(STEPS)))
def test_a_file_of_ours_from_before_there_was_a_number_is_adopted(file: Path, steps: int) -> None:
    file_after(file, steps)
    assert number(file) == 0
    open_store(file, BOT).close()
    assert number(file) == APPLICATION_ID


@pytest.mark.parametrize("mode", ["wal", "delete"])
@pytest.mark.parametrize("theirs", [0, 1234])
def test_another_programs_file_is_refused_and_left_as_it_was(file: Path, mode: str, theirs: int) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute(f"pragma journal_mode = {mode}")
        db.execute(f"pragma application_id = {theirs}")
        db.execute("create table people (id integer primary key, salary integer)")
    refused(file, "another program")
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("pragma journal_mode").fetchone()[0] == mode


def test_another_programs_file_is_refused_while_that_program_runs(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute("pragma journal_mode = wal")
        db.execute("create table people (id integer primary key, salary integer)")
        names = {path.name for path in file.parent.iterdir()}
        with pytest.raises(Unusable, match="another program"):
            open_store(file, BOT)
        assert {path.name for path in file.parent.iterdir()} == names
        db.execute("insert into people values (1, 1)")


def test_another_program_that_counts_its_migrations_as_we_do_is_another_program(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("create table _sqlite_migrations (migration_set text, name text, applied_at text)")
        db.execute("insert into _sqlite_migrations values ('payroll', 'm001', '')")
        db.execute("create table people (id integer primary key, salary integer)")
    refused(file, "another program")


def test_an_empty_file_becomes_ours(file: Path) -> None:
    file.touch()
    open_store(file, BOT).close()
    assert number(file) == APPLICATION_ID


def test_an_empty_file_that_a_replicator_found_first_becomes_ours(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute("pragma journal_mode = wal")
        db.execute("create table _litestream_seq (id integer primary key, seq integer)")
        db.execute("create table _litestream_lock (id integer)")
    open_store(file, BOT).close()
    assert number(file) == APPLICATION_ID


def test_a_file_that_was_made_by_a_process_killed_at_once_is_ours(file: Path) -> None:
    """All it wrote still stands in the log beside the file."""
    store = open_store(file, BOT)
    wrecked = file.with_name("wrecked.sqlite3")
    for ending in ("", "-wal"):
        wrecked.with_name(wrecked.name + ending).write_bytes(file.with_name(file.name + ending).read_bytes())
    store.close()
    assert b"_sqlite_migrations" not in wrecked.read_bytes()
    open_store(wrecked, BOT).close()


def test_what_is_no_file_of_a_database_is_refused(file: Path) -> None:
    file.write_text("Dear diary, today I stretched.\n" * 100)
    refused(file, "not a database")


def test_a_link_to_nothing_is_refused_and_nothing_is_made_where_it_leads(file: Path) -> None:
    """A disk that is not there yet would otherwise get a new, empty file in its place."""
    file.symlink_to(file.with_name("gone.sqlite3"))
    with pytest.raises(Unusable, match="a link to a file that is not there"):
        open_store(file, BOT)
    assert not file.with_name("gone.sqlite3").exists()


def test_a_link_to_a_file_is_followed(file: Path) -> None:
    open_store(file, BOT).close()
    link = file.with_name("link.sqlite3")
    link.symlink_to(file)
    open_store(link, BOT).close()


def test_a_device_is_refused() -> None:
    with pytest.raises(Unusable, match="not a file"):
        open_store(Path(os.devnull), BOT)
    assert not Path(f"{os.devnull}-wal").exists()


def test_a_folder_is_refused(file: Path) -> None:
    with pytest.raises(Unusable, match="a folder"):
        open_store(file.parent, BOT)


@pytest.fixture
def nobodys() -> Iterator[Path]:
    """A folder of a user who is not root, whom no rights bind: while the test lasts, this process is that user."""
    with tempfile.TemporaryDirectory() as folder:
        is_root = os.geteuid() == 0
        if is_root:
            os.chown(folder, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        try:
            yield Path(folder)
        finally:
            if is_root:
                os.seteuid(0)
            Path(folder).chmod(0o700)


@pytest.mark.parametrize(("file_rights", "folder_rights"), [(0o400, 0o700), (0o000, 0o700), (0o600, 0o500)])
def test_a_file_or_folder_that_cant_be_written_is_refused(
    nobodys: Path, file_rights: int, folder_rights: int
) -> None:
    file = nobodys / "a.sqlite3"
    open_store(file, BOT).close()
    file.chmod(file_rights)
    nobodys.chmod(folder_rights)
    with pytest.raises(Unusable) as refusal:
        open_store(file, BOT)
    assert not refusal.value.may_pass


def test_a_file_that_cant_be_made_is_refused(nobodys: Path) -> None:
    nobodys.chmod(0o500)
    with pytest.raises(Unusable, match="permission denied"):
        open_store(nobodys / "a.sqlite3", BOT)
