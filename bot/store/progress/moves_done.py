"""Which moves somebody did, and which were too much, since a moment."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.domain.library.exercise import FormRef
from bot.store.moments import text


@dataclass(frozen=True, slots=True)
class Times:
    """`sessions`: in how many sessions it was done."""

    ref: FormRef
    sessions: int


class MovesDone:
    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute

    def done(self, person: int, since: datetime) -> list[Times]:
        rows = self._execute(
            "select exercise, form, count(distinct session) as times from sessions join done on done.session = sessions.id"
            " where person = ? and began_at >= ? group by exercise, form order by times desc, exercise, form",
            [person, text(since)],
        )
        return [Times(FormRef(row[0], row[1]), row[2]) for row in rows]

    def well_known(self, person: int) -> frozenset[str]:
        rows = self._execute(
            "select exercise from sessions join done on done.session = sessions.id where person = ?"
            " group by exercise having count(distinct session) >= 2",
            [person],
        )
        return frozenset(row[0] for row in rows)

    def too_much(self, person: int, since: datetime) -> list[FormRef]:
        rows = self._execute(
            "select exercise, form from too_much where person = ? and at >= ? order by at, exercise, form",
            [person, text(since)],
        )
        return [FormRef(row[0], row[1]) for row in rows]
