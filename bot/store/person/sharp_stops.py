"""Moves that were sharp or new pain for people: at most one for each session. Every look-up is also by person."""

from datetime import datetime

from sqlite_utils import Database

from bot.domain.person.what_rests import RESTS_FOR, SharpStop, SoreSpot
from bot.store.known import known
from bot.store.moments import moment, text

_COLUMNS = "session, exercise, at, rests_until, place, is_back"


class SharpStops:
    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute

    def add(self, person: int, session: int, exercise: str, now: datetime) -> None:
        self._execute(
            "insert into sharp_stops (session, person, exercise, at, rests_until) values (?, ?, ?, ?, ?)"
            " on conflict (session) do update set exercise = excluded.exercise where person = excluded.person",
            [session, person, exercise, text(now), text(now + RESTS_FOR)],
        )

    def of(self, person: int) -> list[SharpStop]:
        rows = self._execute(
            f"select {_COLUMNS} from sharp_stops where person = ? order by at, session",  # noqa: S608
            [person],
        )
        return [_stop(*row) for row in rows]

    def get(self, session: int, person: int) -> SharpStop | None:
        row = self._execute(
            f"select {_COLUMNS} from sharp_stops where session = ? and person = ?",  # noqa: S608
            [session, person],
        ).fetchone()
        return _stop(*row) if row else None

    def was_in(self, session: int, person: int, where: SoreSpot) -> None:
        self._execute(
            "update sharp_stops set place = ? where session = ? and person = ?",
            [where.value, session, person],
        )

    def bring_back(self, person: int, exercise: str, now: datetime) -> None:
        self._execute(
            "update sharp_stops set is_back = 1 where person = ? and exercise = ? and rests_until <= ?",
            [person, exercise, text(now)],
        )

    def rest_on(self, person: int, exercise: str, now: datetime, until: datetime) -> None:
        self._execute(
            "update sharp_stops set rests_until = ? where person = ? and exercise = ? and rests_until <= ?"
            " and not is_back",
            [text(until), person, exercise, text(now)],
        )

    def take_back(self, session: int, person: int) -> None:
        self._execute("delete from sharp_stops where session = ? and person = ?", [session, person])


def _stop(  # noqa: PLR0913, PLR0917 - the columns of a row
    session: int, exercise: str, at: str, until: str, place: str | None, is_back: int
) -> SharpStop:
    return SharpStop(session, exercise, moment(at), moment(until), known(SoreSpot, place), bool(is_back))
