"""One bot to a file: a second copy says so and stops, and what is no file of ours is refused in a sentence."""

import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.app.running import run_bot
from bot.coach.doctor import examination
from bot.config import CannotStart, load
from bot.phone.given.parameters import Parameters
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.store.database import open_store
from bot.store.file.copies import COPIES, copy_into
from bot.store.file.lock import Taken, locked
from tests.whole.machine import ROOT, Machine
from tests.whole.running import BOT, MORNING, TOKEN, HandClock, bot_on

NOWHERE = "http://127.0.0.1:9"


def told(database: Path) -> tuple[int, str]:
    """What a bot says that is refused, and its exit code."""
    ours = {"UNHUNCH_TOKEN": TOKEN, "UNHUNCH_API_ROOT": NOWHERE, "UNHUNCH_DATABASE": str(database)}
    theirs = {name: value for name, value in os.environ.items() if not name.startswith("UNHUNCH_")}
    result = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        cwd=ROOT,
        env=theirs | ours,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return result.returncode, result.stdout + result.stderr


def refused_for_good(database: Path) -> str:
    """What a bot in this process says, in one sentence; it is never tried again."""
    settings = {"UNHUNCH_TOKEN": TOKEN, "UNHUNCH_API_ROOT": NOWHERE, "UNHUNCH_DATABASE": str(database)}
    with pytest.raises(CannotStart) as refused:
        run_bot(load(settings).make_database_folder())
    assert refused.value.exit_code == 2
    assert is_one_sentence(f"{refused.value}\n"), refused.value
    return str(refused.value)


def is_one_sentence(said: str) -> bool:
    return said.startswith("UNHUNCH_DATABASE: ") and said.count("\n") == 1 and "Traceback" not in said


def is_served(database: Path) -> bool:
    try:
        with locked(database):
            return False
    except Taken:
        return True


async def test_a_second_copy_says_so_and_stops_and_a_killed_one_is_in_nobodys_way(tmp_path: Path) -> None:
    async with Phone(token=TOKEN, floods=Floods.off()) as phone:
        machine = Machine(phone, tmp_path / "a.sqlite3")
        ana = phone.person(7, "Ana")
        await machine.starts()
        ana.says("/start")
        await phone.until(lambda: ana.sees.labels)
        code, said = told(machine.database)
        assert code == 1
        assert is_one_sentence(said), said
        assert "another copy" in said
        assert machine.database.stat().st_mode & 0o777 == 0o600
        await machine.is_killed()
        assert b"chmod" not in machine.said[-1]
        assert not is_served(machine.database)
        machine.database.chmod(0o644)
        await machine.starts()
        ana.says("/help")
        await phone.until(lambda: "I lead you" in ana.sees.text)
        await machine.is_stopped()
        assert f"chmod 600 {machine.database}".encode() in machine.said[-1]


def foreign(folder: Path) -> Path:
    with closing(sqlite3.connect(folder / "payroll.sqlite3")) as db:
        db.execute("create table people (id integer primary key, salary integer)")
    return folder / "payroll.sqlite3"


def diary(folder: Path) -> Path:
    (folder / "diary.txt").write_text("Today I stretched.\n" * 100)
    return folder / "diary.txt"


def leads_nowhere(folder: Path) -> Path:
    (folder / "link.sqlite3").symlink_to(folder / "gone.sqlite3")
    return folder / "link.sqlite3"


@pytest.mark.parametrize(
    "make",
    [
        foreign,
        diary,
        leads_nowhere,
        lambda folder: folder,
        lambda _: Path(os.devnull),
        lambda _: Path("/proc/none/unhunch.sqlite3"),
        lambda _: Path(os.devnull) / "unhunch.sqlite3",
    ],
    ids=[
        "foreign",
        "no database",
        "link to nothing",
        "folder",
        "device",
        "folder not to be made",
        "in a device",
    ],
)
def test_what_does_not_mend_itself_is_a_sentence_and_never_tried_again(tmp_path: Path, make: object) -> None:
    """/proc stands for a disk that takes nothing: as root, no rights would bind this process."""
    assert callable(make)
    refused_for_good(make(tmp_path))
    assert not list(tmp_path.glob("*-wal"))


@pytest.fixture
def immutable() -> Iterator[Path]:
    """Not in the memory that other tests write to: its files can't be made so."""
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        file = Path(folder) / "unhunch.sqlite3"
        open_store(file, bot=BOT).close()
        if not marked("+i", file):
            pytest.skip("Only root makes a file immutable, and not on every disk.")
        yield file
        marked("-i", file)


def marked(how: str, file: Path) -> bool:
    return subprocess.run(["chattr", how, file], check=False, stderr=subprocess.DEVNULL).returncode == 0


def test_a_file_that_nothing_may_change_is_a_sentence_and_never_tried_again(immutable: Path) -> None:
    assert "can't be used" in refused_for_good(immutable)


async def test_a_disk_that_is_full_at_the_start_is_a_sentence_and_tried_again(tmp_path: Path) -> None:
    async with Phone(token=TOKEN, floods=Floods.off()) as phone:
        machine = Machine(phone, tmp_path / "full.sqlite3", besides={"UNHUNCH_LOG_LEVEL": "ERROR"})

        def disk_is_full(_: Parameters) -> bool:
            """No file may grow beyond a page: the system says so of a process as of a disk."""
            assert machine.process
            resource.prlimit(machine.process.pid, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
            return False

        # It asks between opening its file and writing into it.
        phone.faults.refuse("getMe", when=disk_is_full)
        await machine.starts()
        assert machine.process
        _, said = await machine.process.communicate()
        assert machine.process.returncode == 1
        assert is_one_sentence(said.decode()), said.decode()


@pytest.mark.parametrize("is_there", [False, True])
def test_a_file_that_is_gone_while_its_copies_are_there_is_not_begun_anew(
    tmp_path: Path, *, is_there: bool
) -> None:
    """Nobody would be reminded any more, and nobody would hear why."""
    database = tmp_path / "unhunch.sqlite3"
    open_store(database, BOT).close()
    copy_into(database, tmp_path / COPIES, 7, MORNING)
    database.unlink()
    if is_there:
        database.touch()
    assert "`unhunch restore` puts the newest in its place" in refused_for_good(database)
    assert database.exists() == is_there


def test_a_file_that_is_gone_while_what_litestream_kept_beside_it_is_there_is_not_begun_anew(
    tmp_path: Path,
) -> None:
    (tmp_path / ".unhunch.sqlite3-litestream").mkdir()
    assert "`litestream restore` fetches it" in refused_for_good(tmp_path / "unhunch.sqlite3")


async def test_a_file_that_is_deleted_under_the_bot_is_told_again_and_again(
    phone: Phone, clock: HandClock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever is served goes on being served, but all that is written would be gone at the end, without a word."""
    database = tmp_path / "a.sqlite3"
    ana = phone.person(7, "Ana")
    async with bot_on(phone, database, clock) as store:
        ana.says("/start")
        await phone.until(lambda: ana.sees.labels)
        assert not examination.is_silenced(store)
        database.unlink()
        clock.passes(20)
        await phone.until(lambda: f"{database} was moved, replaced or deleted" in caplog.text)
        assert examination.is_silenced(store), "the heartbeat address hears of it"
        clock.passes(20)
        ana.says("/settings")
        await phone.until(lambda: "settings" in ana.sees.text)
    assert caplog.text.count("was moved, replaced or deleted") == 1
