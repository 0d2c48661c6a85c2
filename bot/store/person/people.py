"""People and what they told about themselves; also whether this bot can reach them, which stands with their chats."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any

from sqlite_utils import Database

from bot.domain.library.exercise import FormRef
from bot.domain.person.person import Person, Preferences
from bot.store.moments import moment, text
from bot.store.person.columns import columns_of

_ELSEWHERE = ("too_much", "resting", "stage", "never", "liked")
"""Fields that come from tables of their own."""
_COLUMNS = columns_of(Preferences, but=_ELSEWHERE)
_NAMES = [column.name for column in _COLUMNS]
_VALUES = attrgetter(*_NAMES)
_IS_LOST = (
    "exists (select 1 from chats indexed by chats_lost where bot = ?1 and chat = ?2 and lost_at is not null)"
)
"""By an index of few rows, so that no chat's long row is read for it."""
_GET = f"select id, name, language, {_IS_LOST}, {', '.join(_NAMES)} from people where id = ?2"  # noqa: S608
_PREFER = f"update people set {', '.join(f'{name} = ?' for name in _NAMES)} where id = ?"  # noqa: S608


@dataclass(frozen=True, slots=True)
class PersonRow:
    """`answers`: by the fields of Preferences, without those that stand in tables of their own."""

    id: int
    name: str
    language: str
    is_lost: bool
    answers: Mapping[str, Any]

    def read(self, **elsewhere: Any) -> Person:  # noqa: ANN401 - fields of Preferences
        preferences = Preferences(**self.answers, **elsewhere)
        return Person(self.id, self.name, self.language, preferences, self.is_lost)


class People:
    def __init__(self, db: Database, bot: int) -> None:
        self._execute, self._bot = db.conn.execute, bot

    def get(self, person: int) -> Person | None:
        row = self.row(person)
        return row.read() if row else None

    def row(self, person: int) -> PersonRow | None:
        row = self._execute(_GET, [self._bot, person]).fetchone()
        return _row(row) if row else None

    def meet(self, who: Person, now: datetime) -> None:
        self._execute(
            "insert into people (id, name, language, met_at) values (?, ?, ?, ?)"
            " on conflict (id) do update set name = excluded.name, language = excluded.language"
            " where name is not excluded.name or language is not excluded.language",
            [who.id, who.name, who.language, text(now)],
        )

    def languages(self, person: int) -> tuple[str | None, str]:
        """The language they chose, and that of their Telegram (an IETF tag, "" when not known)."""
        row = self._execute("select speaks, language from people where id = ?", [person]).fetchone()
        return (row[0], row[1]) if row else (None, "")

    def prefer(self, person: int, preferences: Preferences) -> None:
        self._execute(_PREFER, [*_kept(preferences), person])

    def next_words(self, person: int, count: int) -> int:
        """The number of the next greeting, below `count`. Each comes in turn, so none comes twice running."""
        rows = self._execute(
            "update people set last_words = (abs(last_words % ?1) + 1) % ?1 where id = ?2 returning last_words",
            [count, person],
        ).fetchall()
        return int(rows[0][0]) if rows else 0

    def is_lost(self, person: int) -> bool:
        return bool(self._execute(f"select {_IS_LOST}", [self._bot, person]).fetchone()[0])

    def forget(self, person: int) -> None:
        self._execute("delete from people where id = ?", [person])

    def is_known(self, person: int) -> bool:
        return bool(
            self._execute("select exists (select 1 from people where id = ?)", [person]).fetchone()[0]
        )

    def count(self, since: datetime | None = None) -> int:
        if since is None:
            return int(self._execute("select count(*) from people").fetchone()[0])
        return int(
            self._execute("select count(*) from people where met_at >= ?", [text(since)]).fetchone()[0]
        )

    def was_met_before(self, person: int, at: datetime) -> bool:
        row = self._execute("select met_at from people where id = ?", [person]).fetchone()
        return bool(row) and moment(row[0]) <= at

    def found_too_much(self, person: int, exercise: str, form: str, now: datetime) -> None:
        self._execute(
            "insert or replace into too_much (person, exercise, form, at) values (?, ?, ?, ?)",
            [person, exercise, form, text(now)],
        )

    def too_much(self, person: int) -> frozenset[FormRef]:
        rows = self._execute("select exercise, form from too_much where person = ?", [person])
        return frozenset(FormRef(row[0], row[1]) for row in rows)


def _kept(preferences: Preferences) -> Iterator[Any]:
    return (column.kept(value) for column, value in zip(_COLUMNS, _VALUES(preferences), strict=True))


def _row(row: tuple[Any, ...]) -> PersonRow:
    number, name, language, is_lost, *told = row
    answers = {column.name: column.read(stored) for column, stored in zip(_COLUMNS, told, strict=True)}
    return PersonRow(number, name, language, bool(is_lost), answers)
