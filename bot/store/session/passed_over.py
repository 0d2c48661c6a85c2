"""Exercises that were skipped or swapped away, by session, in rows."""

from collections.abc import Mapping
from datetime import datetime

from sqlite_utils import Database

from bot.domain.session.passing_over import Passing
from bot.store.moments import text


class PassedOver:
    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute

    def add(self, session: int, person: int, exercise: str, how: Passing, now: datetime) -> None:
        self._execute(
            "insert into passed_over (session, person, exercise, how, at) values (?, ?, ?, ?, ?)"
            " on conflict (session, exercise) do nothing",
            [session, person, exercise, how.value, text(now)],
        )

    def since(self, person: int, then: datetime) -> Mapping[str, int]:
        rows = self._execute(
            "select exercise, count(*) from passed_over where person = ? and at >= ? group by exercise",
            [person, text(then)],
        )
        return {slug: int(count) for slug, count in rows}

    def was_any(self, session: int, person: int) -> bool:
        row = self._execute(
            "select exists (select 1 from passed_over where session = ? and person = ?)", [session, person]
        ).fetchone()
        return bool(row[0])
