"""What stands for a session to hear is small enough for Telegram, and a picture of the content."""

import io
import json
from pathlib import Path

import pytest
from PIL import Image

from bot.film.film_jobs import FilmJobs
from bot.film.shelf import Shelf
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
