"""How much everybody together did in each week: counts without a person."""

from datetime import date, datetime, timedelta

from sqlite_utils import Database

from bot.store.known import LARGEST_COUNT
from bot.store.moments import day


class Weeks:
    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute

    def count(self, session: int, person: int, began_at: datetime) -> None:
        monday = began_at.date() - timedelta(days=began_at.weekday())
        others = self._execute(
            "select exists (select 1 from sessions where person = ? and began_at >= ? and began_at < ? and id <> ?"
            " and not live and exists (select 1 from done where session = sessions.id))",
            [person, monday.isoformat(), (monday + timedelta(days=7)).isoformat(), session],
        ).fetchone()
        self._execute(
            "insert into weeks (monday, sessions, people) values (?1, 1, ?2) on conflict (monday)"
            " do update set sessions = max(0, min(sessions, ?3)) + 1, people = max(0, min(people, ?3)) + ?2",
            [monday.isoformat(), 0 if others[0] else 1, LARGEST_COUNT],
        )

    def since(self, monday: date) -> dict[date, tuple[int, int]]:
        """By Monday (UTC): sessions in which something was done, and how many people had them. Leaves out empty weeks."""
        rows = self._execute(
            "select monday, sessions, people from weeks where monday >= ?", [monday.isoformat()]
        )
        return {week: (sessions, people) for stored, sessions, people in rows if (week := day(stored))}
