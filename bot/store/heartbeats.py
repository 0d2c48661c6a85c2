"""When the bot was last there, and when it was away before: the words of a late reminder depend on it."""

from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.store.moments import moment, text

BETWEEN = timedelta(seconds=10)
"""The least time between two beats: each is a write."""

AWAY = timedelta(minutes=1)
"""A longer silence counts as an absence."""


class Heartbeats:
    def __init__(self, db: Database, bot: int) -> None:
        self._execute, self._bot = db.conn.execute, bot
        self._last: datetime | None = None
        self._away: tuple[datetime, datetime] | None = None
        self._gone_since: datetime | None = None

    def wake_up(self, now: datetime, wall: datetime | None = None) -> None:
        last = self.last()
        if last:
            self.note_absence(last, now)
        self._write(now, wall or now)
        self._away = self._absence()

    def begin_absence(self, since: datetime) -> None:
        self._gone_since = self._gone_since or since

    def note_absence(self, since: datetime, until: datetime) -> None:
        self._gone_since = None
        if until - since <= AWAY:
            return
        self._execute(
            "update heartbeats set was_down_from = ?, was_down_until = ? where bot = ?",
            [text(since), text(until), self._bot],
        )
        self._away = (since, until)

    def is_due(self, now: datetime) -> bool:
        """True also when the last beat lies in the future, since the clock was set back."""
        return self._last is None or not timedelta() <= now - self._last < BETWEEN

    def beat(self, now: datetime, wall: datetime | None = None) -> None:
        """`wall`: what the machine's own clock shows, if the bot goes by another time."""
        self._write(now, wall or now)

    def was_away_at(self, due: datetime) -> bool:
        """True also during an absence that is not over. Of ended absences only the last is known."""
        if self._gone_since and self._gone_since <= due:
            return True
        return self._away is not None and self._away[0] <= due <= self._away[1]

    def last(self) -> datetime | None:
        row = self._execute("select at from heartbeats where bot = ?", [self._bot]).fetchone()
        return moment(row[0]) if row else None

    def latest(self) -> datetime | None:
        at: datetime | None = moment(self._execute("select max(at) from heartbeats").fetchone()[0])
        return at

    def latest_wall(self) -> datetime | None:
        row = self._execute("select wall_at from heartbeats order by at desc limit 1").fetchone()
        return moment(row[0]) if row else None

    def belongs_to_others(self) -> bool:
        return self.last() is None and self.has_other_bots()

    def has_other_bots(self) -> bool:
        row = self._execute("select exists (select 1 from heartbeats where bot <> ?)", [self._bot]).fetchone()
        return bool(row[0])

    def _absence(self) -> tuple[datetime, datetime] | None:
        row = self._execute(
            "select was_down_from, was_down_until from heartbeats where bot = ?", [self._bot]
        ).fetchone()
        return (moment(row[0]), moment(row[1])) if row and row[0] and row[1] else None

    def _write(self, now: datetime, wall: datetime) -> None:
        self._execute(
            "insert into heartbeats (bot, at, wall_at) values (?, ?, ?)"
            " on conflict (bot) do update set at = excluded.at, wall_at = excluded.wall_at",
            [self._bot, text(now), text(wall)],
        )
        self._last = now
