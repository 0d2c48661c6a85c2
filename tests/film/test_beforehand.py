"""What is made beforehand is what most people get, so that nobody waits for it."""

import json
from pathlib import Path

from bot.film.beforehand import jobs
from bot.film.film_jobs import warm
from tests.examples import CONTENT, LIBRARY
from tests.screens.test_gallery import words


def kept(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def made(folder: Path, wanted: list[str]) -> set[str]:
    warm(wanted, folder, CONTENT)
    return kept(folder)


def test_every_ready_routine_is_wanted_at_each_level_for_the_first_time_and_later() -> None:
    wanted = [json.loads(job) for job in jobs(LIBRARY, words(), {})]
    assert len(wanted) == 6 * len(LIBRARY.routines)
    assert {job["title"] for job in wanted} == {routine.title for routine in LIBRARY.routines.values()}


def beginning(job: str, title: str) -> str:
    """Its first beat alone: encoding all of it takes its time."""
    told = json.loads(job)
    first = told["segments"][:1]
    return json.dumps(
        told | {"segments": first, "seconds": first[0]["seconds"], "sounds": [], "title": title}
    )


def test_a_film_of_the_same_moves_adds_no_piece(tmp_path: Path) -> None:
    job = next(jobs(LIBRARY, words(), {}))
    pieces = made(tmp_path, [beginning(job, "Two minutes")])
    assert len(pieces) == 1
    assert made(tmp_path, [beginning(job, "Another")]) == pieces
