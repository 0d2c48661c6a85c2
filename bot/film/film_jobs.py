"""What the process that joins films can be asked for."""

from collections.abc import Callable

from bot.film.shelf import Shelf
from bot.film.soundtrack import sound
from bot.film.wanted import Content, recording


class FilmJobs:
    """`shelf`: where pieces are kept that other films need, too."""

    def __init__(self, content: Content, shelf: Shelf) -> None:
        self._content, self._shelf = content, shelf
        self._jobs: dict[str, Callable[[str], bytes]] = {"sound": self._sound}

    def made(self, job: str, value: str) -> bytes:
        """Raises LookupError for a job that there is not, BadJob and NoRoom."""
        return self._jobs[job](value)

    def _sound(self, value: str) -> bytes:
        return sound(recording(value), self._content)
