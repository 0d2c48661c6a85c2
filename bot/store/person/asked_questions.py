"""Which question each person was asked on which day, in rows, and when the colours of pictures were explained. Days are in the
person's own time zone.
"""

from datetime import date, datetime

from sqlite_utils import Database

from bot.domain.person.daily_question import Daily
from bot.store.known import known
from bot.store.moments import moment, text

COLOURS = "colours"
"""Stands among the questions; it is none."""


class Asked:
    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute

    def note(self, person: int, question: Daily, day: date, now: datetime) -> None:
        self._note(person, question.value, day, now)

    def note_colours(self, person: int, day: date, now: datetime) -> None:
        self._note(person, COLOURS, day, now)

    def _note(self, person: int, what: str, day: date, now: datetime) -> None:
        self._execute(
            "insert or ignore into asked (person, question, day, at) values (?, ?, ?, ?)",
            [person, what, day.isoformat(), text(now)],
        )

    def colours_told(self, person: int) -> datetime | None:
        row = self._execute(
            "select min(at) from asked where person = ? and question = ?", [person, COLOURS]
        ).fetchone()
        at: str | None = row[0]
        return moment(at)

    def on(self, person: int, day: date) -> frozenset[Daily]:
        rows = self._execute(
            "select question from asked where person = ? and day = ?", [person, day.isoformat()]
        )
        questions = (known(Daily, row[0]) for row in rows)
        return frozenset(question for question in questions if question)

    def last(self, person: int, question: Daily, before: date = date.max) -> date | None:
        row = self._execute(
            "select max(day) from asked where person = ? and question = ? and day < ?",
            [person, question.value, before.isoformat()],
        ).fetchone()
        return date.fromisoformat(row[0]) if row[0] else None
