"""What a take-over makes of odd files and settings, beside a Litestream that fetches whatever lies ready."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.domain.person.person import Person
from bot.store.database import open_store
from tests.examples import ANA, MORNING
from tests.house import ROOT

BOT = 1

FETCH = """#!/bin/sh
while [ "$1" != -o ]; do shift; done
printenv LITESTREAM_SECRET_ACCESS_KEY > "$TOLD"
cp "$READY" "$2"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the bot's file is to be; what is fetched has Ana in it."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "litestream").write_text(FETCH)
    (tmp_path / "bin" / "litestream").chmod(0o700)
    with closing(open_store(tmp_path / "ready", BOT)) as store:
        store.people.meet(Person(ANA, "Ana", "en"), MORNING)
    (tmp_path / "a folder").mkdir()
    return tmp_path / "a folder" / "unhunch.sqlite3"


def takes_over(file: Path, **more: str) -> tuple[int, str]:
    top = file.parents[1]
    settings = {
        "PATH": f"{top / 'bin'}:{os.environ['PATH']}",
        "READY": str(top / "ready"),
        "TOLD": str(top / "told"),
        "UNHUNCH_DATABASE": str(file),
        "LITESTREAM_SETTINGS": str(top / "litestream.env"),
        "PYTHON": sys.executable,
        "STOP": "true",
        "START": "echo the bot starts",
    }
    done = subprocess.run(
        [ROOT / "deploy/take-over"], env=settings | more, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def is_refused_for(file: Path, why: str) -> None:
    before = {each.name: each.is_dir() or each.read_bytes() for each in file.parent.iterdir()}
    code, said = takes_over(file)
    assert code == 1
    assert why in said
    assert "the bot starts" not in said
    assert {each.name: each.is_dir() or each.read_bytes() for each in file.parent.iterdir()} == before


def test_what_is_fetched_empty_takes_no_place(file: Path) -> None:
    file.write_bytes(b"the good one")
    (file.parents[1] / "ready").write_bytes(b"")
    is_refused_for(file, "damaged (there is nothing in it): nothing was changed here.")


def test_a_folder_in_the_place_of_the_file_stays(file: Path) -> None:
    file.mkdir()
    is_refused_for(file, "is no file: nothing was done.")


def test_twice_within_a_second_keeps_both(file: Path) -> None:
    file.write_bytes(b"the good one")
    for _ in range(2):
        code, said = takes_over(file)
        assert code == 0, said
    kept = sorted(file.parent.glob("unhunch.sqlite3.before-*Z"))
    assert len(kept) == 2
    assert kept[0].read_bytes() == b"the good one"


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ('a$HOME`touch made`$(touch made)"c', 'a$HOME`touch made`$(touch made)"c'),
        ("two words ; touch made  ", "two words ; touch made"),
        ('\'single $x\' "double \\" \\x"', 'single $xdouble " \\x'),
        ("back\\slash", "backslash"),
    ],
)
def test_settings_are_read_as_systemd_reads_them_and_never_carried_out(
    file: Path, written: str, key: str
) -> None:
    settings = file.parents[1] / "litestream.env"
    settings.write_text(
        f"# touch made\n; no\ntouch made\nSTART=false\nLITESTREAM_SECRET_ACCESS_KEY={written}\nUNHUNCH_DATABASE={file}\n"
    )
    code, said = takes_over(file, UNHUNCH_DATABASE="/nowhere")
    assert code == 0, said
    assert (file.parents[1] / "told").read_text() == f"{key}\n"
    assert file.is_file()
    assert not list(Path.cwd().glob("made"))
