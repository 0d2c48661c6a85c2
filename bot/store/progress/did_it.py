"""On which days people answered a reminder with "I did it", in rows."""

from datetime import date, datetime

from sqlite_utils import Database

from bot.store.moments import day, moment, text


class DidIt:
    """Days are in the person's own time zone."""

    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute

    def add(self, person: int, on: date, now: datetime) -> None:
        self._execute(
            "insert into did_it (person, day, at) values (?, ?, ?) on conflict (person, day) do nothing",
            [person, on.isoformat(), text(now)],
        )

    def days_since(self, person: int, first: date) -> set[date]:
        rows = self._execute(
            "select day from did_it where person = ? and day >= ?", [person, first.isoformat()]
        )
        return {read for (stored,) in rows if (read := day(stored))}

    def last(self, person: int) -> datetime | None:
        (at,) = self._execute("select max(at) from did_it where person = ?", [person]).fetchone()
        return moment(str(at)) if at is not None else None
