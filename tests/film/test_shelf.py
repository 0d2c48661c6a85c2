"""The folder of what was made once: bounded, and never anything half in it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.film.film_command import can_keep
from bot.film.shelf import DIGEST, UNFINISHED, NoRoom, Shelf
from tests.house import ROOT

KILLED = """
import os, signal, sys
from pathlib import Path
from bot.film.shelf import Shelf
shelf = Shelf(Path(sys.argv[1]))
os.fsync = lambda number: os.kill(os.getpid(), signal.SIGKILL)
shelf.put("b", b"half of it")
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_was_put_there_is_there_after_a_restart(tmp_path: Path) -> None:
    Shelf(tmp_path / "new").put("a", b"all of it")
    assert Shelf(tmp_path / "new").get("a") == b"all of it"
    assert Shelf(tmp_path / "new").get("b") is None


def test_who_is_killed_while_writing_leaves_nothing(tmp_path: Path) -> None:
    Shelf(tmp_path).put("a", b"all of it")
    ended = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], cwd=ROOT, check=False)
    assert ended.returncode < 0
    assert len(names(tmp_path)) == 2
    shelf = Shelf(tmp_path)
    assert names(tmp_path) == ["a"]
    assert shelf.get("b") is None


def test_what_another_is_still_writing_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / f"{UNFINISHED}{os.getppid()}").write_bytes(b"half")
    Shelf(tmp_path)
    assert names(tmp_path) == [f"{UNFINISHED}{os.getppid()}"]


def test_a_full_disk_is_told_and_nothing_is_kept(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    (tmp_path / f"{UNFINISHED}{os.getpid()}").symlink_to("/dev/full")
    with pytest.raises(NoRoom):
        shelf.put("a", b"all of it")
    assert names(tmp_path) == []
    shelf.put("a", b"all of it")
    assert shelf.get("a") == b"all of it"


def test_what_was_not_used_for_longest_goes_when_there_is_too_much(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, room=1000)
    for number, name in enumerate("abcd"):
        shelf.put(name, bytes(240 - DIGEST))
        os.utime(tmp_path / name, (number, number))
    shelf.get("a")
    shelf.put("e", bytes(240 - DIGEST))
    assert names(tmp_path) == ["a", "d", "e"]
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 900


def test_what_is_there_at_the_start_is_counted(tmp_path: Path) -> None:
    for number, name in enumerate("abcd"):
        (tmp_path / name).write_bytes(bytes(240))
        os.utime(tmp_path / name, (number, number))
    Shelf(tmp_path, room=1000).put("e", bytes(240 - DIGEST))
    assert names(tmp_path) == ["c", "d", "e"]


@pytest.mark.parametrize("left", [b"", b"junk", b"all of", bytes(50)])
def test_what_the_disk_has_damaged_is_not_taken_for_whole(tmp_path: Path, left: bytes) -> None:
    Shelf(tmp_path).put("a", b"all of it")
    (tmp_path / "a").write_bytes(left)
    assert Shelf(tmp_path).get("a") is None
    Shelf(tmp_path).put("a", b"all of it")
    assert Shelf(tmp_path).get("a") == b"all of it"


def test_where_nothing_can_be_kept_everything_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "films").write_bytes(b"no folder")
    shelf = Shelf(tmp_path / "films")
    shelf.put("a", b"all of it")
    assert (shelf.keeps, shelf.get("a")) == (False, None)
    assert not can_keep(tmp_path / "films")
    assert can_keep(tmp_path / "new")
