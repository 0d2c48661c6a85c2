"""Routines that people made for themselves. Every look-up by id is also by person."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlite_utils import Database

from bot.domain.library.exercise import FormRef
from bot.domain.own.own_routine import OwnLine, OwnRoutine
from bot.store.moments import text

_SELECT = (
    "select own_routines.id, name, own_lines.id, exercise, form, hold, repetitions, rest from own_routines"
    " left join own_lines on own_lines.routine = own_routines.id where person = ?"
)
_ORDER = " order by made_at, own_routines.id, place, own_lines.id"


class OwnRoutines:
    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute

    def every(self, person: int) -> tuple[OwnRoutine, ...]:
        return tuple(_routines(self._execute(_SELECT + _ORDER, [person])))

    def get(self, id: int, person: int) -> OwnRoutine | None:  # noqa: A002
        rows = self._execute(_SELECT + " and own_routines.id = ?" + _ORDER, [person, id])
        return next(_routines(rows), None)

    def make(self, person: int, name: str, lines: Collection[OwnLine], now: datetime) -> OwnRoutine:
        cursor = self._execute(
            "insert into own_routines (person, name, made_at) values (?, ?, ?)", [person, name, text(now)]
        )
        return self.save(OwnRoutine(cursor.lastrowid or 0, name, tuple(lines)), person)

    def save(self, own: OwnRoutine, person: int) -> OwnRoutine:
        renamed = self._execute(
            "update own_routines set name = ? where id = ? and person = ?", [own.name, own.id, person]
        )
        if renamed.rowcount:
            self._save_lines(own)
        return self.get(own.id, person) or own

    def delete(self, id: int, person: int) -> None:  # noqa: A002
        self._execute("delete from own_routines where id = ? and person = ?", [id, person])

    def _save_lines(self, own: OwnRoutine) -> None:
        kept = {line.id for line in own.lines}
        for row in self._execute("select id from own_lines where routine = ?", [own.id]).fetchall():
            if row[0] not in kept:
                self._execute("delete from own_lines where id = ?", [row[0]])
        for place, line in enumerate(own.lines):
            self._save_line(own.id, place, line)

    def _save_line(self, routine: int, place: int, line: OwnLine) -> None:
        if line.id:
            self._execute(
                "update own_lines set place = ?, hold = ?, repetitions = ?, rest = ? where id = ? and routine = ?",
                [place, line.hold, line.repetitions, line.rest, line.id, routine],
            )
            return
        self._execute(
            "insert into own_lines (routine, place, exercise, form, hold, repetitions, rest) values (?, ?, ?, ?, ?, ?, ?)",
            [routine, place, line.ref.exercise, line.ref.form, line.hold, line.repetitions, line.rest],
        )


def _routines(rows: Iterable[tuple[Any, ...]]) -> Iterator[OwnRoutine]:
    for (id_, name), group in groupby(rows, key=lambda row: (row[0], row[1])):
        lines = (OwnLine(row[2], FormRef(row[3], row[4]), *row[5:8]) for row in group if row[2])
        yield OwnRoutine(id_, name, tuple(lines))
