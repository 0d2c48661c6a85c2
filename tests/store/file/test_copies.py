"""Copies of a file in use: whole, checked, their owner's alone; one that fails leaves everything as it was."""

import fcntl
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.person.person import Person
from bot.store.database import Store, open_store
from bot.store.file import copies
from bot.store.file.copies import copies_of, copy_into, refuse_small_disk, write_copy
from bot.store.file.identity import APPLICATION_ID
from bot.store.file.unusable import Unusable
from bot.store.file.wholeness import faults_in
from tests.examples import ANA, MORNING
from tests.store.conftest import BOT


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def knows(file: Path, person: int) -> bool:
    with closing(sqlite3.connect(file)) as db:
        return bool(db.execute("select count(*) from people where id = ?", [person]).fetchone()[0])


def damage(file: Path, of: str = "people") -> None:
    with closing(sqlite3.connect(file)) as db:
        (page,) = db.execute("select rootpage from sqlite_master where name = ?", [of]).fetchone()
    with file.open("r+b") as opened:
        opened.seek((page - 1) * 4096)
        opened.write(b"\xa5" * 4096)


def test_a_copy_is_made_while_the_bot_runs(store: Store, file: Path, tmp_path: Path) -> None:
    """What was committed a moment ago, and stands in the log beside the file, is in it."""
    store.people.meet(Person(99, "Cem", "en"), MORNING)
    to = tmp_path / "copies"
    with store.transaction():
        store.people.meet(Person(100, "Dee", "en"), MORNING)
        made = copy_into(file, to, 7, MORNING)
    assert made.name == "unhunch-2026-01-05T073000Z.sqlite3"
    assert names(to) == [made.name]
    assert (made.stat().st_mode & 0o777, to.stat().st_mode & 0o777) == (0o600, 0o700)
    assert (knows(made, 99), knows(made, 100)) == (True, False)
    assert made.read_bytes()[68:72] == APPLICATION_ID.to_bytes(4)
    assert faults_in(made) == []


def test_the_newest_stay_and_nothing_else_is_touched(store: Store, file: Path, tmp_path: Path) -> None:
    to = tmp_path / "copies"
    to.mkdir()
    (to / "holiday.sqlite3").write_text("mine")
    made = [copy_into(file, to, 3, MORNING + timedelta(days=day)) for day in range(5)]
    assert copies_of(file, to) == made[-3:]
    assert (to / "holiday.sqlite3").exists()
    one = copy_into(file, to, 1, MORNING - timedelta(days=1))
    assert copies_of(file, to) == [one], "the one that was made stays, even where the clock was set back"


def test_a_copy_may_have_a_name_of_its_own_and_takes_the_place_of_an_older_one(
    store: Store, file: Path, tmp_path: Path
) -> None:
    target = tmp_path / "mine.sqlite3"
    write_copy(file, target)
    store.people.meet(Person(99, "Cem", "en"), MORNING)
    write_copy(file, target)
    assert knows(target, 99)


def fails(file: Path, target: Path, why: str) -> None:
    """And all that was there is there as before."""
    before = {path: path.read_bytes() for path in target.parent.iterdir() if path.is_file()}
    with pytest.raises(Unusable, match=why):
        write_copy(file, target)
    assert {path: path.read_bytes() for path in target.parent.iterdir() if path.is_file()} == before


@pytest.fixture
def older(store: Store, file: Path, tmp_path: Path) -> Path:
    """A good copy of yesterday."""
    (tmp_path / "to").mkdir()
    write_copy(file, tmp_path / "to" / "a.sqlite3")
    return tmp_path / "to" / "a.sqlite3"


def test_a_damaged_file_displaces_no_older_copy(store: Store, file: Path, older: Path) -> None:
    store.close()
    damage(file)
    fails(file, older, "malformed")


def test_a_full_disk_displaces_no_older_copy(store: Store, file: Path, older: Path) -> None:
    """Another process, which may write little into one file: the system's limit stands for a full disk."""
    store.db.execute("create table filler as select zeroblob(1000000) as x")
    code = (
        "import resource, signal, sys; from pathlib import Path; from bot.store.file.copies import write_copy\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))\n"
        "write_copy(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    before = older.read_bytes()
    result = subprocess.run(
        [sys.executable, "-c", code, str(file), str(older)], capture_output=True, text=True, check=False
    )
    assert "Unusable" in result.stderr.splitlines()[-1]
    assert older.read_bytes() == before
    assert names(older.parent) == [older.name]


def test_what_is_no_copy_of_ours_is_not_written_over(store: Store, file: Path, older: Path) -> None:
    fails(file, file, "the file itself")
    payroll = older.with_name("payroll.db")
    with closing(sqlite3.connect(payroll)) as db:
        db.execute("create table salaries (x)")
    fails(file, payroll, "another program")
    (older.parent / "diary.db").write_text("Today I stretched." * 100)
    fails(file, older.parent / "diary.db", "not a database")


def test_what_is_not_there_or_not_ours_is_not_copied(store: Store, file: Path, older: Path) -> None:
    (older.parent / "diary.db").write_text("Today I stretched." * 100)
    fails(older.parent / "diary.db", older, "not a database")
    fails(older.parent / "gone.sqlite3", older, "no such file")
    assert not (older.parent / "gone.sqlite3").exists()


def test_what_a_killed_process_left_is_in_nobodys_way(store: Store, file: Path, older: Path) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path; from bot.store.file import copies\n"
        "copies._put_in_place = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "copies.write_copy(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    result = subprocess.run([sys.executable, "-c", code, str(file), str(older)], check=False)
    assert result.returncode == -signal.SIGKILL
    assert names(older.parent) == [f".{older.name}.part", older.name]
    write_copy(file, older)
    assert names(older.parent) == [older.name]


def test_what_a_killed_process_left_is_swept_away_before_the_next_copy(
    store: Store, file: Path, tmp_path: Path
) -> None:
    """It had the name of its moment, which comes no more; what somebody else is writing stays."""
    to = tmp_path / "copies"
    to.mkdir()
    begun = to / ".unhunch-2026-01-04T034000Z.sqlite3.part"
    for left in (
        begun,
        begun.with_name(f"{begun.name}-journal"),
        to / ".other-2026-01-04T034000Z.sqlite3.part",
    ):
        left.write_bytes(b"x" * 4096)
    with begun.open() as writing:
        fcntl.flock(writing, fcntl.LOCK_EX)
        copy_into(file, to, 7, MORNING)
        assert begun.exists()
    made = copy_into(file, to, 7, MORNING + timedelta(days=1))
    assert names(to) == [
        ".other-2026-01-04T034000Z.sqlite3.part",
        "unhunch-2026-01-05T073000Z.sqlite3",
        made.name,
    ]


def test_two_files_in_one_folder_have_their_copies_apart(store: Store, file: Path, tmp_path: Path) -> None:
    """They are made in the same second of the night, and neither takes the other's place."""
    other, to = tmp_path / "other.sqlite3", tmp_path / "copies"
    open_store(other, BOT).close()
    made = [copy_into(each, to, 1, MORNING) for each in (file, other)]
    assert [knows(copy, ANA) for copy in made] == [True, False]
    copy_into(other, to, 1, MORNING + timedelta(days=1))
    assert copies_of(file, to) == made[:1]


def test_a_file_with_nothing_in_it_displaces_no_older_copy(store: Store, file: Path, older: Path) -> None:
    """A failing disk may cut it off."""
    empty = older.parent / "empty.sqlite3"
    empty.touch()
    fails(empty, older, "nothing in it")


def test_of_a_file_that_is_cut_off_it_is_said_that_it_is_damaged(
    store: Store, file: Path, older: Path
) -> None:
    """While the newest of it still stands in the log."""
    store.empty_log()
    store.people.meet(Person(99, "Cem", "en"), MORNING)
    os.truncate(file, 9 * 4096)
    fails(file, older, "it is damaged: database disk image is malformed")


def test_too_little_room_is_told(store: Store, file: Path) -> None:
    refuse_small_disk(file, file.parent)
    huge = file.with_name(f"{file.name}-huge")
    with huge.open("wb") as sparse:
        sparse.truncate(shutil.disk_usage(file.parent).free // copies.ROOM + 1)
    with pytest.raises(Unusable, match="free") as refused:
        refuse_small_disk(file, file.parent)
    assert refused.value.may_pass


def test_a_check_finds_damage_and_changes_nothing(store: Store, file: Path) -> None:
    assert faults_in(file) == []
    store.close()
    damage(file)
    before = file.read_bytes()
    assert faults_in(file)
    assert file.read_bytes() == before
    assert open_store(file.with_name("other.sqlite3"), BOT).people.get(ANA) is None
