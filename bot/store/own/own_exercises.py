"""Exercises that people made for themselves. Every look-up by id is also by person."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.own.own_exercise import HOW_LENGTH, NAME_LENGTH, FileKind, OwnExercise, OwnPicture, bounded
from bot.store.known import known
from bot.store.moments import moment, text

_SELECT = """
    select own.id, own.name, own.how, own.hold, own.times, own.sides, media.id, media.kind,
        media.id is null and exists (select 1 from own_media where exercise = own.id)
    from own_exercises as own
    left join own_media as media on media.exercise = own.id and media.bot = ? and not media.is_gone
    where own.person = ?
"""


@dataclass(frozen=True, slots=True)
class KeptMedia:
    """What shows an exercise, by Telegram's names for it, which are good for the bot `bot` alone; `unique` for every one."""

    bot: int
    file: str
    unique: str
    kind: str
    size: int
    is_gone: bool


@dataclass(frozen=True, slots=True)
class KeptExercise:
    """An exercise with all that is kept of it. `hold`: seconds, None where it goes by times alone."""

    id: int
    name: str
    how: str
    hold: int | None
    times: int
    sides: int
    made_at: datetime
    media: tuple[KeptMedia, ...] = field(default=())


class OwnExercises:
    """`bot`: whose pictures are shown."""

    def __init__(self, db: Database, bot: int) -> None:
        self._execute, self._bot = db.conn.execute, bot  # the wrapper's extras are not worth their time here

    def every(self, person: int) -> tuple[OwnExercise, ...]:
        """From the oldest to the newest."""
        rows = self._execute(f"{_SELECT} order by own.id", [self._bot, person])
        return tuple(map(_exercise, rows))

    def get(self, id: int, person: int) -> OwnExercise | None:  # noqa: A002
        row = self._execute(f"{_SELECT} and own.id = ?", [self._bot, person, id]).fetchone()
        return _exercise(row) if row else None

    def make(self, person: int, name: str, times: int, now: datetime) -> OwnExercise:
        """A new one, under a new id."""
        cursor = self._execute(
            "insert into own_exercises (person, name, times, made_at) values (?, ?, ?, ?)",
            [person, name, times, text(now)],
        )
        return OwnExercise(cursor.lastrowid or 0, name, times=times)

    def save(self, own: OwnExercise, person: int) -> None:
        """Write what is said of it, as it is now. Somebody else's is left alone."""
        self._execute(
            "update own_exercises set name = ?, how = ?, hold = ?, times = ?, sides = ? where id = ? and person = ?",
            [own.name, own.how, own.hold, own.times, own.sides, own.id, person],
        )

    def delete(self, id: int, person: int) -> None:  # noqa: A002
        self._execute("delete from own_exercises where id = ? and person = ?", [id, person])

    def of(self, person: int) -> tuple[KeptExercise, ...]:
        """All that is kept, for whoever wants their data: of every bot that has shown them."""
        rows = self._execute(
            "select id, name, how, hold, times, sides, made_at from own_exercises where person = ? order by id",
            [person],
        ).fetchall()
        return tuple(
            KeptExercise(id_, name, how, hold, times, sides, moment(made_at), self._media_of(id_))
            for id_, name, how, hold, times, sides, made_at in rows
        )

    def _media_of(self, exercise: int) -> tuple[KeptMedia, ...]:
        rows = self._execute(
            "select bot, file_id, file_unique_id, kind, size, is_gone from own_media where exercise = ? order by id",
            [exercise],
        )
        return tuple(
            KeptMedia(bot, file, unique, kind, size, bool(is_gone))
            for bot, file, unique, kind, size, is_gone in rows
        )


def _exercise(row: Sequence[Any]) -> OwnExercise:
    kind = known(FileKind, row[7]) if row[7] else None
    picture = OwnPicture(row[6], kind) if kind else None
    id_, name, how, hold, times, sides = row[:6]
    hold, times = bounded(hold, times)  # whatever stands there
    return OwnExercise(id_, name[:NAME_LENGTH], how[:HOW_LENGTH], hold, times, sides, picture, bool(row[8]))
