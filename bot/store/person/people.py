"""People and what they told of themselves."""

from collections.abc import Iterator
from datetime import datetime
from operator import attrgetter
from typing import Any

from sqlite_utils import Database

from bot.domain.library.exercise import FormRef
from bot.domain.person.person import Person, Preferences
from bot.store.moments import text
from bot.store.person.columns import columns_of

_COLUMNS = columns_of(Preferences, but=("too_much", "resting"))  # from tables of their own
_NAMES = [column.name for column in _COLUMNS]
_VALUES = attrgetter(*_NAMES)
_GET = f"select id, name, language, blocked_at, {', '.join(_NAMES)} from people where id = ?"  # noqa: S608
_PREFER = f"update people set {', '.join(f'{name} = ?' for name in _NAMES)} where id = ?"  # noqa: S608


class People:
    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute  # the wrapper's extras are not worth their time here

    def get(self, person: int) -> Person | None:
        row = self._execute(_GET, [person]).fetchone()
        return _person(row) if row else None

    def meet(self, who: Person, now: datetime) -> None:
        """Note who is writing, under the name they go by today. Whoever writes has not blocked the bot."""
        self._execute(
            "insert into people (id, name, language, met_at) values (?, ?, ?, ?)"
            " on conflict (id) do update set name = excluded.name, language = excluded.language, blocked_at = null"
            " where name is not excluded.name or language is not excluded.language or blocked_at is not null",
            [who.id, who.name, who.language, text(now)],
        )

    def languages(self, person: int) -> tuple[str | None, str]:
        """The one they chose, and that of their Telegram, an IETF tag; "" where it is not known."""
        row = self._execute("select speaks, language from people where id = ?", [person]).fetchone()
        return (row[0], row[1]) if row else (None, "")

    def prefer(self, person: int, preferences: Preferences) -> None:
        self._execute(_PREFER, [*_kept(preferences), person])

    def next_words(self, person: int, count: int) -> int:
        """The number, below `count`, of what they are greeted with next: each in turn, so that none comes twice running."""
        rows = self._execute(
            "update people set last_words = (abs(last_words % ?1) + 1) % ?1 where id = ?2 returning last_words",
            [count, person],
        ).fetchall()
        return int(rows[0][0]) if rows else 0

    def lose(self, person: int, now: datetime) -> None:
        """They blocked the bot, or are gone: nothing is sent until they write again."""
        self._execute(
            "update people set blocked_at = ? where id = ? and blocked_at is null", [text(now), person]
        )

    def is_lost(self, person: int) -> bool:
        row = self._execute("select blocked_at is not null from people where id = ?", [person]).fetchone()
        return bool(row and row[0])

    def forget(self, person: int) -> None:
        """All of theirs goes with them."""
        self._execute("delete from people where id = ?", [person])

    def found_too_much(self, person: int, exercise: str, form: str, now: datetime) -> None:
        self._execute(
            "insert or replace into too_much (person, exercise, form, at) values (?, ?, ?, ?)",
            [person, exercise, form, text(now)],
        )

    def too_much(self, person: int) -> frozenset[FormRef]:
        """The forms that were too much for them."""
        rows = self._execute("select exercise, form from too_much where person = ?", [person])
        return frozenset(FormRef(row[0], row[1]) for row in rows)


def _kept(preferences: Preferences) -> Iterator[Any]:
    return (column.kept(value) for column, value in zip(_COLUMNS, _VALUES(preferences), strict=True))


def _person(row: tuple[Any, ...]) -> Person:
    number, name, language, blocked_at, *told = row
    answers = {column.name: column.read(stored) for column, stored in zip(_COLUMNS, told, strict=True)}
    return Person(number, name, language, Preferences(**answers), blocked_at is not None)
