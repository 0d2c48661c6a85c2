"""The beats of sessions that are not led by taps, in rows: what has passed of them is counted without the script."""

from collections.abc import Sequence
from typing import Any

from sqlite_utils import Database

from bot.domain.library.exercise import Side
from bot.domain.session.session import Done, Leg
from bot.store.known import known
from bot.store.session.scripts import NUMBERS, is_slug


class Courses:
    def __init__(self, db: Database) -> None:
        self._execute, self._execute_many = db.conn.execute, db.conn.executemany

    def keep(self, session: int, course: Sequence[Leg]) -> None:
        self._execute_many(
            "insert into courses (session, beat, lasts, item, exercise, form, side, seconds, held)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(session, beat, leg.lasts, leg.item, *columns(leg.whole)) for beat, leg in enumerate(course)],
        )

    def of(self, session: int) -> tuple[Leg, ...]:
        """Raises ValueError."""
        rows = self._execute(
            "select lasts, item, exercise, form, side, seconds, held from courses where session = ? order by beat",
            [session],
        )
        return tuple(Leg(_number(lasts), _number(item), whole(row)) for lasts, item, *row in rows)

    def forget(self, session: int) -> None:
        self._execute("delete from courses where session = ?", [session])

    def forget_all(self) -> None:
        self._execute("delete from courses")


def columns(whole: Done) -> tuple[str, str, str | None, int, int]:
    return whole.exercise, whole.form, whole.side.value if whole.side else None, whole.seconds, whole.held


def whole(stored: Sequence[Any]) -> Done:
    """Raises ValueError."""
    exercise, form, side, seconds, held = stored
    if not (is_slug(exercise) and is_slug(form)):
        raise ValueError("a beat of no exercise")
    return Done(exercise, form, known(Side, side), _number(seconds), _number(held))


def _number(stored: int) -> int:
    if stored not in NUMBERS:
        raise ValueError("a number that nobody can keep to")
    return stored
