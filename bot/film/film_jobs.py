"""The jobs of the film process."""

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from bot.film.covers import cover
from bot.film.shelf import Shelf
from bot.film.sound.kept_bells import KeptBells
from bot.film.sound.soundtrack import sound
from bot.film.wanted import Content, cover_of, marked_loop, recording

if TYPE_CHECKING:
    from bot.film.picture.pieces import Pieces


class CannotKeep(Exception):
    """The folder can't be written."""


class FilmJobs:
    """What encodes and draws is loaded by the first job that needs it: a sound whose bells are kept needs none of it."""

    def __init__(self, content: Content, shelf: Shelf) -> None:
        self._content, self._shelf, self._bells = content, shelf, KeptBells(shelf)
        self._jobs: dict[str, Callable[[str], bytes]] = {
            "sound": self._sound,
            "video": self._video,
            "marked": self._marked,
            "cover": lambda value: cover(cover_of(value), content, shelf),
        }

    def made(self, job: str, value: str) -> bytes:
        """Raises LookupError for an unknown job, BadJob and NoRoom."""
        return self._jobs[job](value)

    def _sound(self, value: str) -> bytes:
        return sound(recording(value), self._content, self._bells)

    def _video(self, value: str) -> bytes:
        from bot.film.picture.picture_track import video

        return video(recording(value), self._content, self._pieces, self._bells)

    def _marked(self, value: str) -> bytes:
        return self._pieces.marked(marked_loop(value))

    @cached_property
    def _pieces(self) -> "Pieces":
        from bot.film.picture.pieces import Pieces

        return Pieces(self._content, self._shelf)


def make_ready(jobs: Iterable[tuple[str, str]], folder: Path, content: Path) -> None:
    """Keeps in `folder` what these jobs need, and removes what no job needs any more. Raises BadJob, NoRoom and CannotKeep."""
    shelf = Shelf(folder)
    makes = FilmJobs(Content(content), shelf)
    for job, value in jobs:
        if not shelf.keeps:
            raise CannotKeep(folder)
        makes.made(job, value)
    shelf.remove_unused()
