"""Exercises that people made for themselves. Every look-up by id is also by person."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.own.own_exercise import (
    HOW_LENGTH,
    NAME_LENGTH,
    FileKind,
    OwnExercise,
    OwnPicture,
    bounded,
    bounded_rest,
)
from bot.store.known import known
from bot.store.moments import text

_SELECT = """
    select own.id, own.name, own.how, own.hold, own.times, own.sides, own.rest, media.id, media.kind,
        media.id is null and exists (select 1 from own_media where exercise = own.id)
    from own_exercises as own
    left join own_media as media on media.exercise = own.id and media.bot = ? and not media.is_gone
    where own.person = ?
"""


class OwnExercises:
    """Pictures are those that this bot can send. `every`: the oldest first."""

    def __init__(self, db: Database, bot: int) -> None:
        self._execute, self._bot = db.conn.execute, bot

    def every(self, person: int) -> tuple[OwnExercise, ...]:
        rows = self._execute(f"{_SELECT} order by own.id", [self._bot, person])
        return tuple(map(_exercise, rows))

    def get(self, id: int, person: int) -> OwnExercise | None:  # noqa: A002
        row = self._execute(f"{_SELECT} and own.id = ?", [self._bot, person, id]).fetchone()
        return _exercise(row) if row else None

    def make(self, person: int, name: str, times: int, now: datetime) -> OwnExercise:
        cursor = self._execute(
            "insert into own_exercises (person, name, times, made_at) values (?, ?, ?, ?)",
            [person, name, times, text(now)],
        )
        return OwnExercise(cursor.lastrowid or 0, name, times=times)

    def save(self, own: OwnExercise, person: int) -> None:
        self._execute(
            "update own_exercises set name = ?, how = ?, hold = ?, times = ?, sides = ?, rest = ? where id = ? and person = ?",
            [own.name, own.how, own.hold, own.times, own.sides, own.rest, own.id, person],
        )

    def delete(self, id: int, person: int) -> None:  # noqa: A002
        self._execute("delete from own_exercises where id = ? and person = ?", [id, person])


def _exercise(row: Sequence[Any]) -> OwnExercise:
    kind = known(FileKind, row[8]) if row[8] else None
    picture = OwnPicture(row[7], kind) if kind else None
    id_, name, how, hold, times, sides, rest = row[:7]
    # A damaged row may hold any number.
    hold, times = bounded(hold, times)
    rest = None if rest is None else bounded_rest(rest)
    how = how[:HOW_LENGTH]
    return OwnExercise(id_, name[:NAME_LENGTH], how, hold, times, sides, picture, bool(row[9]), rest)
