"""Which updates have counted: Telegram delivers at least once, here each id counts once."""

from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.store.moments import text

KEPT = timedelta(hours=48)
"""Twice as long as Telegram keeps an update for redelivery (24 h)."""

PRUNED_AT_ONCE = 200
"""Twice as many as a batch brings: after days away, the first batch must not wait until millions are gone."""


class Updates:
    def __init__(self, db: Database, bot: int) -> None:
        self._execute, self.bot = db.conn.execute, bot

    def has_counted(self, update: int) -> bool:
        row = self._execute("select 1 from updates where bot = ? and id = ?", [self.bot, update]).fetchone()
        return row is not None

    def count(self, update: int, now: datetime) -> None:
        """Part of the decision's transaction. Raises sqlite3.IntegrityError if it has counted before."""
        self._execute("insert into updates (bot, id, at) values (?, ?, ?)", [self.bot, update, text(now)])

    def put_aside(self, update: int, why: str, now: datetime) -> None:
        """`why`: the kind of error, without a person's words."""
        self._execute(
            "insert or ignore into updates (bot, id, at, put_aside) values (?, ?, ?, ?)",
            [self.bot, update, text(now), why],
        )

    def put_aside_count(self) -> int:
        row = self._execute("select count(*) from updates where put_aside is not null").fetchone()
        return int(row[0])

    def close_batch(self, now: datetime) -> None:
        """Writes once for each batch, so that there is something to sync."""
        self._execute(
            "insert into batches (bot, at) values (?, ?) on conflict (bot) do update set at = excluded.at",
            [self.bot, text(now)],
        )
        self._execute(
            "delete from updates where (bot, id) in (select bot, id from updates where at < ? order by at limit ?)",
            [text(now - KEPT), PRUNED_AT_ONCE],
        )
