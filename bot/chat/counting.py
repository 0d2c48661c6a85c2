"""Counts how much happens and how fast, for those who watch the bot, and never by whom."""

from typing import Protocol


class Tally(Protocol):
    """Every name is one of a few in the code: none comes from an update."""

    def took_in(self, kind: str) -> None:
        """`kind`: as in `News`, or "passed over"."""

    def dropped(self, why: str) -> None:
        """An update can't be decided, or is more than anybody may send."""

    def answered(self, seconds: float) -> None:
        """Between a tap or a message coming in and Telegram taking its screen."""

    def sent(self, lane: str, result: str) -> None:
        """A call that shows something. `result`: "sent", or how it failed."""

    def begun(self, kind: str) -> None:
        """A chart, a paper or a film is being made."""

    def made(self, kind: str, result: str) -> None:
        """`result`: "made", or how it failed."""

    def heard(self) -> None:
        """Telegram has just given an update, or answered a request for some."""

    def wrote(self) -> None:
        """What was written just now is in the file."""


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
