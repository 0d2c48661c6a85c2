"""Troubles that do not end the bot: `doctor` shows each until it is over."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from sqlite_utils import Database

from bot.store.known import known
from bot.store.moments import moment, text

_PREFIX = "trouble:"


class Trouble(Enum):
    """The values stand in the file."""

    TOKEN = "token"  # noqa: S105 - a word
    """Telegram refuses the token."""
    ANOTHER = "another"
    """Another program asks for updates with the same token."""
    AWAY = "away"
    """Telegram gives no good answer."""
    WEBHOOK = "webhook"
    """Telegram can't deliver updates to the address of the webhook."""
    MANY_LOST = "many-lost"
    """Telegram says that very many people blocked the bot at once, and is not believed."""
    FILE = "file"
    """A check of the file has found damage, or some of it can't be read."""
    MENDED = "mended"
    """Some of the file was damaged and was made anew."""
    COPY = "copy"
    """The nightly copy could not be made."""


@dataclass(frozen=True, slots=True)
class Troubled:
    """`since`: UTC. `what`: details, without a person's words; "" when the kind says all."""

    trouble: Trouble
    since: datetime
    what: str = ""


class Troubles:
    """Each stands as a fact, so that it outlives the process and other processes see it."""

    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute

    def begin(self, trouble: Trouble, now: datetime, what: str = "") -> None:
        since = next((old.since for old in self.every() if old.trouble is trouble), now)
        self._execute(
            "insert or replace into facts (name, value) values (?, ?)",
            [_PREFIX + trouble.value, f"{text(since)} {what}"],
        )

    def end(self, trouble: Trouble) -> None:
        self._execute("delete from facts where name = ?", [_PREFIX + trouble.value])

    def end_all(self) -> None:
        self._execute("delete from facts where name glob ?", [f"{_PREFIX}*"])

    def every(self) -> tuple[Troubled, ...]:
        rows = self._execute("select name, value from facts where name glob ? order by name", [f"{_PREFIX}*"])
        named = [(known(Trouble, name.removeprefix(_PREFIX)), value) for name, value in rows]
        return tuple(_troubled(trouble, value) for trouble, value in named if trouble)


def _troubled(trouble: Trouble, value: str) -> Troubled:
    since, _, what = value.partition(" ")
    return Troubled(trouble, moment(since), what)
