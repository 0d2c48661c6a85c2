"""What is made beforehand is what most people get, so that nobody waits for it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bot.content.reader import load
from bot.domain.person.person import Floor, Preferences
from bot.domain.session.script import write
from bot.domain.session.session import begin
from bot.domain.session.suitable import settle
from bot.film.beforehand import jobs
from bot.film.film_jobs import CannotKeep, FilmJobs, make_ready
from bot.film.ready_made import ReadyMade
from bot.film.shelf import Shelf
from bot.film.wanted import Content
from bot.screens.session.marked_loop import MARKED
from bot.screens.session.player import player
from tests.examples import CONTENT, DRAWN, LIBRARY, MORNING
from tests.screens.test_gallery import words


def kept(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def made(folder: Path, wanted: list[str]) -> set[str]:
    make_ready([("video", job) for job in wanted], folder, CONTENT)
    return kept(folder)


def films() -> list[str]:
    return [value for job, value in jobs(LIBRARY, words(), {}) if job == "video"]


def test_every_ready_routine_is_wanted_at_each_level_for_the_first_time_and_later() -> None:
    wanted = [json.loads(job) for job in films()]
    assert len(wanted) == 6 * len(LIBRARY.routines)
    assert {job["title"] for job in wanted} == {routine.title for routine in LIBRARY.routines.values()}


def test_the_marked_loop_of_every_card_in_a_ready_routine_is_wanted() -> None:
    wanted = {value for job, value in jobs(DRAWN, words(), {}) if job == MARKED}
    for routine in DRAWN.routines.values():
        parts = settle(routine.lines, DRAWN, Preferences(floor=Floor.YES, level=2)).parts
        session = begin(1, 1, "", write(parts), MORNING)
        for number in range(len(session.script)):
            here = replace(session, beat=number)
            form = DRAWN.form(here.now_playing.ref)
            screen = player(here, None, form, words())
            assert screen.marked is None or screen.marked.value in wanted
    assert wanted


def test_the_cover_of_every_ready_routine_is_wanted(tmp_path: Path) -> None:
    library = load(CONTENT)
    wanted = {value for job, value in jobs(library, words(), {}) if job == "cover"}
    assert {json.loads(value)["title"] for value in wanted} == {
        routine.title for routine in library.routines.values()
    }
    make_ready([("cover", min(wanted))], tmp_path, CONTENT)
    (kept,) = tmp_path.iterdir()
    assert kept.suffix == ".jpg"


def test_where_there_is_no_picture_no_cover_is_wanted() -> None:
    assert "cover" not in {job for job, _ in jobs(LIBRARY, words(), {})}


def beginning(job: str, title: str) -> str:
    """Its first beat alone: encoding all of it takes its time."""
    told = json.loads(job)
    first = told["segments"][:1]
    return json.dumps(
        told | {"segments": first, "seconds": first[0]["seconds"], "sounds": [], "title": title}
    )


def test_a_film_of_the_same_moves_adds_no_piece(tmp_path: Path) -> None:
    job = films()[0]
    pieces = made(tmp_path, [beginning(job, "Two minutes")])
    assert sorted(name[-4:] for name in pieces) == [".m4a", ".mp4"], "the beat, and the silence"
    assert made(tmp_path, [beginning(job, "Another")]) == pieces


def test_what_no_film_needs_any_more_goes(tmp_path: Path) -> None:
    (tmp_path / "old.mp4").write_bytes(b"of another version")
    assert "old.mp4" not in made(tmp_path, [beginning(films()[0], "Two minutes")])


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "ready").write_bytes(b"no folder")
    with pytest.raises(CannotKeep):
        made(tmp_path / "ready", films()[:1])


def test_what_was_made_beforehand_is_found_by_the_process_that_makes_films(tmp_path: Path) -> None:
    """And is only read there: the bot's own folder stays empty, and nothing of it is touched."""
    ready, own, job = tmp_path / "ready", tmp_path / "own", beginning(films()[0], "Two minutes")
    before = {name: (ready / name).stat().st_mtime_ns for name in made(ready, [job])}
    film = FilmJobs(Content(CONTENT), Shelf(own, ready=ready)).made("video", job)
    assert film
    assert kept(own) == set()
    assert {name: (ready / name).stat().st_mtime_ns for name in kept(ready)} == before


def test_a_loop_that_was_made_beforehand_is_found_without_that_process(tmp_path: Path) -> None:
    value = next(value for job, value in jobs(load(CONTENT), words(), {}) if job == MARKED)
    make_ready([(MARKED, value)], tmp_path, CONTENT)
    found = ReadyMade(tmp_path, CONTENT)
    assert found.marked(value) == FilmJobs(Content(CONTENT), Shelf(tmp_path)).made(MARKED, value)
    assert found.marked(value.replace('"seconds":', '"second":')) is None
    assert found.marked("{}") is None
    (piece,) = tmp_path.iterdir()
    piece.write_bytes(piece.read_bytes()[:-1])
    assert found.marked(value) is None, "damaged"
    assert ReadyMade(tmp_path / "none", CONTENT).marked(value) is None
