"""Collects what was decided because time has passed, and reports it to the log once it is in the file."""

from collections.abc import Callable

Hears = Callable[[str, int, bool | None], None]
"""Called with what came due (one of a few words in the code), for whom, and whether a new message answers it; None if nothing does."""


class ByTheClock:
    def __init__(self) -> None:
        self._hears: Hears | None = None
        self._noted: list[tuple[str, int, bool | None]] = []

    def listen(self, hears: Hears) -> None:
        self._hears = hears

    def note(self, what: str, person: int, *, is_fresh: bool | None) -> None:
        if self._hears:
            self._noted.append((what, person, is_fresh))

    def tell(self) -> None:
        noted, self._noted = self._noted, []
        if self._hears:
            for each in noted:
                self._hears(*each)

    def take_back(self) -> None:
        self._noted = []
