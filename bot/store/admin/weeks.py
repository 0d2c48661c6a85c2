"""How much was done in each week by all together: counts without a person."""

from datetime import date, datetime, timedelta

from sqlite_utils import Database

MOST = 10**12
"""The largest count that is believed: a larger one in the file was not written by the bot."""


class Weeks:
    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute

    def count(self, session: int, person: int, began_at: datetime) -> None:
        """A session in which something was done is over. Who had one in that week already counts once."""
        monday = began_at.date() - timedelta(days=began_at.weekday())
        others = self._execute(
            "select exists (select 1 from sessions where person = ? and began_at >= ? and began_at < ? and id <> ?"
            " and not live and exists (select 1 from done where session = sessions.id))",
            [person, monday.isoformat(), (monday + timedelta(days=7)).isoformat(), session],
        ).fetchone()
        self._execute(
            "insert into weeks (monday, sessions, people) values (?1, 1, ?2) on conflict (monday)"
            " do update set sessions = max(0, min(sessions, ?3)) + 1, people = max(0, min(people, ?3)) + ?2",
            [monday.isoformat(), 0 if others[0] else 1, MOST],
        )

    def since(self, monday: date) -> dict[date, tuple[int, int]]:
        """By Monday (UTC): sessions in which something was done, and how many people they were of. Without weeks in which nothing was."""
        rows = self._execute(
            "select monday, sessions, people from weeks where monday >= ?", [monday.isoformat()]
        )
        return {day: (sessions, people) for stored, sessions, people in rows if (day := _day(stored))}


def _day(stored: str) -> date | None:
    """None for what can't be read."""
    try:
        return date.fromisoformat(stored)
    except ValueError:
        return None
