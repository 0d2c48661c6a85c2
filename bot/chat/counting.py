"""Counts how much happens and how fast, for those who watch the bot, and never by whom."""

from typing import Protocol


class Tally(Protocol):
    """All names come from a few in the code, none from an update."""

    def took_in(self, kind: str) -> None:
        """`kind`: as in `News`, or "passed over"."""

    def dropped(self, why: str) -> None:
        """An update can't be decided, or is beyond the limit."""

    def answered(self, seconds: float) -> None:
        """`seconds`: from a tap or message coming in to Telegram taking its screen."""

    def sent(self, lane: str, result: str) -> None: ...

    def begun(self, kind: str) -> None: ...

    def made(self, kind: str, result: str) -> None: ...

    def heard(self) -> None: ...

    def wrote(self) -> None:
        """What was just written is in the file."""


class Uncounted:
    """For a bot that nobody watches."""

    def took_in(self, kind: str) -> None: ...
    def dropped(self, why: str) -> None: ...
    def answered(self, seconds: float) -> None: ...
    def sent(self, lane: str, result: str) -> None: ...
    def begun(self, kind: str) -> None: ...
    def made(self, kind: str, result: str) -> None: ...
    def heard(self) -> None: ...
    def wrote(self) -> None: ...


UNCOUNTED = Uncounted()
