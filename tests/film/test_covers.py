"""What stands for a session to hear is small enough for Telegram, and a picture of the content."""

import io
import json
import os
from pathlib import Path

import pytest
from PIL import Image

from bot.film.film_jobs import FilmJobs
from bot.film.shelf import UNFINISHED, Shelf
from bot.film.wanted import BadJob, Content
from tests.house import ROOT

PICTURE = "exercises/cat-cow/media/cat.jpg"


@pytest.fixture
def jobs(tmp_path: Path) -> FilmJobs:
    return FilmJobs(Content(ROOT / "content"), Shelf(tmp_path))


def test_a_cover_is_a_small_picture(jobs: FilmJobs) -> None:
    made = jobs.made("cover", json.dumps({"cover": PICTURE}))
    with Image.open(io.BytesIO(made)) as picture:
        assert picture.format == "JPEG"
        assert max(picture.size) == 320
    assert len(made) < 200 * 1024


@pytest.mark.parametrize("cover", ["", "nothing.jpg", "../README.md", "README.md", "words/en.ftl", 5])
def test_nothing_else_becomes_one(jobs: FilmJobs, cover: object) -> None:
    with pytest.raises(BadJob):
        jobs.made("cover", json.dumps({"cover": cover}))


def test_it_is_made_once_for_each_picture(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "a.jpg").write_bytes((ROOT / "content" / PICTURE).read_bytes())
    jobs = FilmJobs(Content(content), Shelf(tmp_path / "kept"))
    asked = json.dumps({"cover": "a.jpg"})
    first = jobs.made("cover", asked)
    (kept,) = (tmp_path / "kept").iterdir()
    Shelf(tmp_path / "kept").put(kept.name, b"as it was kept")
    assert jobs.made("cover", asked) == b"as it was kept"
    (content / "a.jpg").write_bytes((ROOT / "content/exercises/cat-cow/media/cow.jpg").read_bytes())
    assert jobs.made("cover", asked) not in {b"as it was kept", first}


def test_on_a_full_disk_it_is_made_all_the_same(jobs: FilmJobs, tmp_path: Path) -> None:
    (tmp_path / f"{UNFINISHED}{os.getpid()}").symlink_to("/dev/full")
    assert jobs.made("cover", json.dumps({"cover": PICTURE}))
    assert not list(tmp_path.glob("*.jpg"))
