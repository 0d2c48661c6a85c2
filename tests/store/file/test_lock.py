"""One process at a time holds the lock of a file; the system lets go of it, however the process ends."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.store.file.lock import Taken, lock_of, locked
from bot.store.file.unusable import Unusable

HOLDS = """
import sys
from pathlib import Path
from bot.store.file.lock import locked
with locked(Path(sys.argv[1])):
    print("mine", flush=True)
    sys.stdin.readline()
"""


def holder(database: Path) -> subprocess.Popen[str]:
    """Another process; what it says first is "mine", or nothing."""
    command = [sys.executable, "-c", HOLDS, str(database)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, text=True, **pipes)  # type: ignore[call-overload, no-any-return]


def says(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def test_the_second_is_refused_until_the_first_is_done(file: Path) -> None:
    with locked(file), pytest.raises(Taken), locked(file):
        pass
    with locked(file):
        pass
    assert lock_of(file).stat().st_mode & 0o777 == 0o600


def test_a_second_name_of_the_file_is_the_same_file(file: Path) -> None:
    """Each name would have a write-ahead log of its own, and the file be spoilt."""
    file.touch()
    link = file.with_name("link.sqlite3")
    link.hardlink_to(file)
    with locked(file), pytest.raises(Taken), locked(link):
        pass
    with locked(link):
        pass


def test_a_killed_process_leaves_no_lock(file: Path) -> None:
    process = holder(file)
    assert says(process) == "mine"
    with pytest.raises(Taken), locked(file):
        pass
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with locked(file):
        pass


def test_of_many_at_once_one_wins(file: Path) -> None:
    processes = [holder(file) for _ in range(5)]
    won = [process for process in processes if says(process) == "mine"]
    assert len(won) == 1
    for process in processes:
        process.communicate("\n")
    assert sorted(bool(process.returncode) for process in processes) == [False, True, True, True, True]


def test_a_link_to_the_file_has_the_lock_of_the_file(file: Path) -> None:
    file.touch()
    link = file.with_name("link.sqlite3")
    link.symlink_to(file)
    with locked(file), pytest.raises(Taken), locked(link):
        pass


def test_where_there_can_be_no_lock_the_reason_is_told(file: Path) -> None:
    with pytest.raises(Unusable, match="no such file"), locked(file / "folder" / "a.sqlite3"):
        pass
    lock_of(file).symlink_to(file.with_name("somewhere else"))
    with pytest.raises(Unusable, match="symbolic links"), locked(file):
        pass
    assert not file.with_name("somewhere else").exists()
