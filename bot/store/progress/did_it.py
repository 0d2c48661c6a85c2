"""On which days people said that they did it, in answer to a reminder, in rows."""

from datetime import date, datetime

from sqlite_utils import Database

from bot.store.moments import moment, text


class DidIt:
    """Days are those where the person is."""

    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute  # the wrapper's extras are not worth their time here

    def add(self, person: int, day: date, now: datetime) -> None:
        """A day counts once."""
        self._execute(
            "insert into did_it (person, day, at) values (?, ?, ?) on conflict (person, day) do nothing",
            [person, day.isoformat(), text(now)],
        )

    def days_since(self, person: int, day: date) -> set[date]:
        """That day among them."""
        rows = self._execute(
            "select day from did_it where person = ? and day >= ?", [person, day.isoformat()]
        )
        return {read for (stored,) in rows if (read := _day(stored))}

    def last(self, person: int) -> datetime | None:
        """When they said so the last time (UTC)."""
        (at,) = self._execute("select max(at) from did_it where person = ?", [person]).fetchone()
        return moment(str(at)) if at is not None else None


def _day(stored: str) -> date | None:
    try:
        return date.fromisoformat(stored)
    except ValueError:
        return None
