"""The jobs of the film process."""

from collections.abc import Callable, Iterable
from pathlib import Path

from bot.film.covers import cover
from bot.film.picture.picture_track import video
from bot.film.picture.pieces import Pieces
from bot.film.shelf import Shelf
from bot.film.sound.soundtrack import sound
from bot.film.wanted import Content, marked_loop, recording


class CannotKeep(Exception):
    """The folder can't be written."""


class FilmJobs:
    def __init__(self, content: Content, shelf: Shelf) -> None:
        self._content, self._pieces = content, Pieces(content, shelf)
        self._jobs: dict[str, Callable[[str], bytes]] = {
            "sound": self._sound,
            "video": self._video,
            "marked": self._marked,
            "cover": lambda value: cover(value, content),
        }

    def made(self, job: str, value: str) -> bytes:
        """Raises LookupError for an unknown job, BadJob and NoRoom."""
        return self._jobs[job](value)

    def _sound(self, value: str) -> bytes:
        return sound(recording(value), self._content)

    def _video(self, value: str) -> bytes:
        return video(recording(value), self._content, self._pieces)

    def _marked(self, value: str) -> bytes:
        return self._pieces.marked(marked_loop(value))


def make_ready(jobs: Iterable[tuple[str, str]], folder: Path, content: Path) -> None:
    """Keeps in `folder` what these jobs need, and removes what no job needs any more. Raises BadJob, NoRoom and CannotKeep."""
    shelf = Shelf(folder)
    makes = FilmJobs(Content(content), shelf)
    for job, value in jobs:
        if not shelf.keeps:
            raise CannotKeep(folder)
        makes.made(job, value)
    shelf.remove_unused()
