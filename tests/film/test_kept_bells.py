"""Bells are encoded once. From then on the first sound loads nothing that encodes or draws."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.domain.session.bells import BellStroke
from bot.film.packets import encode
from bot.film.shelf import UNFINISHED, Shelf
from bot.film.sound import kept_bells
from bot.film.sound.kept_bells import KeptBells
from bot.film.sound.strokes import bell
from tests.house import ROOT

LOADED = """
import json, sys
from pathlib import Path
from bot.film import film_desk
from bot.film.film_jobs import FilmJobs
from bot.film.shelf import Shelf
from bot.film.wanted import Content
jobs = FilmJobs(Content(Path("content")), Shelf(Path(sys.argv[1])))
sounds = [(1 + 3 * number, f"bell:{name}") for number, name in enumerate(("start", "half", "change", "end", "done"))]
sounds.append((20, next(Path("content").glob("voice/en/*.m4a")).relative_to("content").as_posix()))
assert jobs.made("sound", json.dumps({"seconds": 30, "sounds": sounds, "title": "Ana"}))
assert jobs.made("cover", json.dumps({"cover": "exercises/cat-cow/media/cat.jpg"}))
print([name for name in ("av", "numpy", "PIL", "importlib.metadata") if name in sys.modules])
"""


def loaded(folder: Path) -> str:
    asked = [sys.executable, "-c", LOADED, str(folder)]
    return subprocess.run(asked, capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip()


def test_the_first_sound_of_a_process_loads_nothing_that_encodes_or_draws_once_the_bells_are_kept(
    tmp_path: Path,
) -> None:
    assert "numpy" in loaded(tmp_path)
    kept = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    assert loaded(tmp_path) == "[]"
    assert len(kept) == len(BellStroke) + len(["silence", "cover"])
    assert sum(kept.values()) < 100_000


@pytest.mark.parametrize("which", BellStroke)
def test_a_kept_bell_is_the_bell(which: BellStroke, tmp_path: Path) -> None:
    made, again = (KeptBells(Shelf(tmp_path)).bell(which) for _ in range(2))
    assert made == again == [packet.content for packet in encode(bell(which))]
    assert len(list(tmp_path.iterdir())) == 1


def test_a_bell_that_the_disk_has_damaged_is_made_anew(tmp_path: Path) -> None:
    made = KeptBells(Shelf(tmp_path)).bell(BellStroke.END)
    (kept,) = tmp_path.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-40])
    assert KeptBells(Shelf(tmp_path)).bell(BellStroke.END) == made
    assert kept.read_bytes() == whole


def test_a_kept_file_that_is_no_sound_is_made_anew(tmp_path: Path) -> None:
    made = KeptBells(Shelf(tmp_path)).bell(BellStroke.END)
    (kept,) = tmp_path.iterdir()
    Shelf(tmp_path).put(kept.name, b"of somebody else")
    assert KeptBells(Shelf(tmp_path)).bell(BellStroke.END) == made


def test_on_a_full_disk_it_is_made_all_the_same(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    (tmp_path / f"{UNFINISHED}{os.getpid()}").symlink_to("/dev/full")
    assert KeptBells(shelf).bell(BellStroke.END)
    assert not list(tmp_path.iterdir())


def test_where_the_strokes_have_changed_the_bells_are_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    KeptBells(Shelf(tmp_path)).bell(BellStroke.END)
    changed = tmp_path / "strokes.py"
    changed.write_bytes(kept_bells.STROKES.read_bytes() + b"# louder")
    monkeypatch.setattr(kept_bells, "STROKES", changed)
    KeptBells(Shelf(tmp_path)).bell(BellStroke.END)
    assert len(list(tmp_path.glob("*.m4a"))) == 2
