"""Which exercises people like, and which they never want, in rows."""

from collections.abc import Mapping
from datetime import datetime

from sqlite_utils import Database

from bot.domain.person.taste import Taste
from bot.store.known import known
from bot.store.moments import text


class Tastes:
    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute

    def of(self, person: int) -> Mapping[str, Taste]:
        rows = self._execute(
            "select exercise, taste from tastes where person = ? order by at, exercise", [person]
        )
        read = ((slug, known(Taste, taste)) for slug, taste in rows)
        return {slug: taste for slug, taste in read if taste}

    def set(self, person: int, exercise: str, taste: Taste, now: datetime) -> None:
        self._execute(
            "insert into tastes (person, exercise, taste, at) values (?, ?, ?, ?)"
            " on conflict (person, exercise) do update set taste = excluded.taste, at = excluded.at"
            " where taste <> excluded.taste",
            [person, exercise, taste.value, text(now)],
        )

    def clear(self, person: int, exercise: str) -> None:
        self._execute("delete from tastes where person = ? and exercise = ?", [person, exercise])
