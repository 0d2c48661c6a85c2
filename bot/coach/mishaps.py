"""How the log is told of what went wrong: by the kind of error and the way to it, as what it says may quote a person."""

import traceback
from logging import Logger

REMEMBERED = 1000


def where_it_failed(error: BaseException | None) -> str:
    way = traceback.format_tb(error.__traceback__) if error else []
    return f"{type(error).__name__}\n{''.join(way)}"


class ToldOnce:
    """What is tried again and again, as a row that can't be used is, is told of once while the bot runs."""

    def __init__(self, log: Logger) -> None:
        self._log = log
        self._told: set[str] = set()

    def tell(self, what: str, error: Exception | None = None) -> None:
        if what in self._told:
            return
        if len(self._told) >= REMEMBERED:
            self._told.clear()
        self._told.add(what)
        self._log.error("%s", f"{what}: {where_it_failed(error)}" if error else what)
