"""What is counted for whoever watches the bot: how much happens and how fast, never by whom."""

from typing import Protocol


class Tally(Protocol):
    """Every name is one of a few that stand in the code: none comes from an update."""

    def took_in(self, kind: str) -> None:
        """An update, decided: `kind` as in `News`, or "passed over"."""

    def dropped(self, why: str) -> None:
        """An update that nobody can decide, or more of them than anybody may send."""

    def answered(self, seconds: float) -> None:
        """From the moment a tap or a message came in until its screen was taken by Telegram."""

    def sent(self, lane: str, result: str) -> None:
        """A call to Telegram that shows something: `result` is "sent", or what became of it."""

    def begun(self, kind: str) -> None:
        """Something is to be made beside the bot: a chart, a paper, a film."""

    def made(self, kind: str, result: str) -> None:
        """What has begun is over: `result` is "made", or what became of it."""

    def heard(self) -> None:
        """Telegram is there: just now it gave an update, or answered a request for some."""

    def wrote(self) -> None:
        """What was written just now stands in the file."""


class Uncounted:
    """Nobody watches."""

    def took_in(self, kind: str) -> None: ...
    def dropped(self, why: str) -> None: ...
    def answered(self, seconds: float) -> None: ...
    def sent(self, lane: str, result: str) -> None: ...
    def begun(self, kind: str) -> None: ...
    def made(self, kind: str, result: str) -> None: ...
    def heard(self) -> None: ...
    def wrote(self) -> None: ...


UNCOUNTED = Uncounted()
