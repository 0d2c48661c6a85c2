"""Which programme each person is in."""

from sqlite_utils import Database

from bot.domain.progress.programme_pace import Enrolment
from bot.store.moments import moment, text


class Programmes:
    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute

    def get(self, person: int) -> Enrolment | None:
        row = self._execute(
            "select programme, week, since from programmes where person = ?", [person]
        ).fetchone()
        return Enrolment(row[0], row[1], moment(row[2])) if row else None

    def enrol(self, person: int, enrolment: Enrolment) -> None:
        self._execute(
            "insert or replace into programmes (person, programme, week, since) values (?, ?, ?, ?)",
            [person, enrolment.programme, enrolment.week, text(enrolment.since)],
        )

    def leave(self, person: int) -> None:
        self._execute("delete from programmes where person = ?", [person])
