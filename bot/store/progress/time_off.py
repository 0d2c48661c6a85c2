"""When people were ill or away, in rows."""

from dataclasses import replace
from datetime import date

from sqlite_utils import Database

from bot.domain.progress.days_off import DAY, DaysOff, OffKind
from bot.store.known import known


class TimeOff:
    """Days are in the person's own time zone. No day stands in two rows."""

    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute

    def of(self, person: int) -> list[DaysOff]:
        rows = self._execute(
            "select first, last, kind from days_off where person = ? order by first", [person]
        )
        return [off for row in rows if (off := _read(*row))]

    def take(self, person: int, off: DaysOff) -> None:
        self.clear(person, off.first, off.last)
        self._add(person, off)

    def clear(self, person: int, first: date, last: date) -> None:
        for before in self.of(person):
            if before.first <= last and first <= before.last:
                self._execute(
                    "delete from days_off where person = ? and first = ?", [person, before.first.isoformat()]
                )
                self._add(person, replace(before, last=min(before.last, first - DAY)))
                self._add(person, replace(before, first=max(before.first, last + DAY)))

    def _add(self, person: int, off: DaysOff) -> None:
        if off.first <= off.last:
            self._execute(
                "insert or replace into days_off (person, first, last, kind) values (?, ?, ?, ?)",
                [person, off.first.isoformat(), off.last.isoformat(), off.kind.value],
            )


def _read(first: str, last: str, kind: str) -> DaysOff | None:
    why = known(OffKind, kind)
    try:
        return DaysOff(date.fromisoformat(first), date.fromisoformat(last), why) if why else None
    except ValueError:
        return None
