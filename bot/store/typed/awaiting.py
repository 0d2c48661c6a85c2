"""Which question each person was asked and will answer with plain words."""

from datetime import datetime

from sqlite_utils import Database

from bot.domain.typed.awaited import WAITS, Awaited, Wanted
from bot.store.known import is_number, known
from bot.store.moments import moment, text


class Awaiting:
    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute

    def of(self, person: int, now: datetime) -> Awaited | None:
        """None also if it was asked too long ago, or this version does not know it."""
        row = self._execute("select what, about, at from awaited where person = ?", [person]).fetchone()
        if row is None or now - moment(row[2]) > WAITS:
            return None
        wanted, about = known(Wanted, row[0]), row[1].split(".") if row[1] else []
        if wanted is None or not all(map(is_number, about)):
            return None
        return Awaited(wanted, tuple(map(int, about)))

    def expect_nothing(self) -> None:
        self._execute("delete from awaited")

    def expect(self, person: int, awaited: Awaited | None, now: datetime) -> None:
        if awaited is None:
            self._execute("delete from awaited where person = ?", [person])
            return
        self._execute(
            "insert or replace into awaited (person, what, about, at) values (?, ?, ?, ?)",
            [person, awaited.what.value, ".".join(map(str, awaited.about)), text(now)],
        )
