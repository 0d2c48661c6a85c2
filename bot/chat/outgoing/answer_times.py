"""Measures how long people wait: from what they sent coming in to Telegram taking the last screen that follows from it."""

import time
from collections.abc import Callable

from bot.chat.counting import Tally


class AnswerTimes:
    def __init__(self, tally: Tally, seconds: Callable[[], float] = time.monotonic) -> None:
        self._tally, self._seconds = tally, seconds
        self._since: dict[int, float] = {}

    def begin(self, chat: int, came_at: float | None) -> None:
        """If they tap twice, the first tap counts. `came_at`: by the same clock; None: just now."""
        self._since.setdefault(chat, self._seconds() if came_at is None else came_at)

    def is_waiting(self, chat: int) -> bool:
        return chat in self._since

    def end(self, chat: int) -> None:
        self._tally.answered(self._seconds() - self._since.pop(chat))

    def drop(self, chat: int) -> None:
        self._since.pop(chat, None)
