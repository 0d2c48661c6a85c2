"""When people want to be reminded. Every look-up by id is also by person; what is due is a query on an index."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any

from sqlite_utils import Database

from bot.domain.reminders.reminder import Reminder
from bot.domain.reminders.weekday_bits import from_bits, to_bits
from bot.store.file.damage import suppress_damage, until_damaged
from bot.store.known import known
from bot.store.moments import EPOCH, moment, text

_COLUMNS = "id, person, at, weekdays, starts, next_at, is_paused, paused_until, on_day, is_done, paused_from"
_AGAIN = "again cross join reminders on reminders.id = again.reminder"
"""Cross join: SQLite is to walk the few rows of `again`, not all reminders."""

SOON = timedelta(hours=2)
"""Reminders put off by a span come again within this time: people put off by an hour at most, the bot by an hour and a half."""

PRUNED_AT_ONCE = 50
"""At each beat. A day may have many, and each goes with its rows in other tables."""


class NoReminder(ValueError):
    """The row can't be read as a reminder."""


class Occasion(Enum):
    """Why a reminder is due: its own time, put off by the person, or once more because there was no answer."""

    TIME = "time"
    SNOOZE = "snooze"
    FOLLOW_UP = "follow-up"


@dataclass(frozen=True, slots=True)
class Due:
    """`at`: when it was due (UTC); if it had to wait for another reminder, when it was first due."""

    reminder: Reminder
    at: datetime
    kind: Occasion


@dataclass(frozen=True, slots=True)
class DueRow:
    """A due reminder as it stands in the file: a row that can't be read must not stop the others."""

    reminder: int
    at: str
    kind: str
    fields: tuple[Any, ...]

    def read(self) -> Due:
        """Raises NoReminder. An occasion that this version does not know counts as SNOOZE."""
        return Due(_reminder(self.fields), moment(self.at), known(Occasion, self.kind) or Occasion.SNOOZE)


MOST_PAST = 50
"""How many past one-time reminders are kept of each person: all of them are read often."""


class Reminders:
    """A row that is no reminder is left out: it never comes, and goes with its owner."""

    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute

    def add(self, blank: Reminder, now: datetime) -> int:
        cursor = self._execute(
            "insert into reminders (person, at, weekdays, starts, made_at, next_at, on_day) values (?, ?, ?, ?, ?, ?, ?)",
            [
                blank.person,
                _clock(blank.at),
                to_bits(blank.weekdays),
                blank.starts,
                text(now),
                text(blank.next_at),
                _written(blank.on),
            ],
        )
        self._execute(
            "delete from reminders where person = ? and is_done and id not in"
            " (select id from reminders where person = ? and is_done order by id desc limit ?)",
            [blank.person, blank.person, MOST_PAST],
        )
        return cursor.lastrowid or 0

    def save(self, reminder: Reminder) -> None:
        self._execute(
            "update reminders set at = ?, weekdays = ?, starts = ?, next_at = ?, is_paused = ?, paused_until = ?,"
            " paused_from = ?, on_day = ?, is_done = ? where id = ? and person = ?",
            [
                _clock(reminder.at),
                to_bits(reminder.weekdays),
                reminder.starts,
                text(reminder.next_at),
                reminder.is_paused,
                _written(reminder.paused_until),
                _written(reminder.paused_from),
                _written(reminder.on),
                reminder.is_done,
                reminder.id,
                reminder.person,
            ],
        )

    def move_on(self, reminder: int, next_at: datetime | None) -> None:
        self._execute("update reminders set next_at = ? where id = ?", [text(next_at), reminder])

    def finish(self, reminder: int) -> None:
        self._execute("update reminders set next_at = null, is_done = 1 where id = ?", [reminder])

    def prune(self, before: date) -> None:
        self._execute(
            "delete from reminders where id in (select id from reminders where on_day < ? limit ?)",
            [before.isoformat(), PRUNED_AT_ONCE],
        )

    def get(self, id: int, person: int) -> Reminder | None:  # noqa: A002
        row = self._execute(
            f"select {_COLUMNS} from reminders where id = ? and person = ?",  # noqa: S608
            [id, person],
        ).fetchone()
        return next(_readable([row]), None) if row else None

    def of(self, person: int) -> tuple[Reminder, ...]:
        rows = self._execute(
            f"select {_COLUMNS} from reminders where person = ? order by at, id",  # noqa: S608
            [person],
        )
        return tuple(_readable(rows))

    def delete(self, id: int, person: int) -> None:  # noqa: A002
        self._execute("delete from reminders where id = ? and person = ?", [id, person])

    def due(self, now: datetime, limit: int, but: Collection[int] = ()) -> list[DueRow]:
        """At most `limit`, without those in `but`. Those put off come first: they are few, and people asked for them."""
        again = self._execute(
            f"select coalesce(since, due_at), kind, {_COLUMNS} from {_AGAIN}"  # noqa: S608
            f" where due_at <= ? {_but('reminder', but)} order by due_at limit ?",
            [text(now), limit],
        ).fetchall()
        own = self._execute(
            f"select {_COLUMNS} from reminders"  # noqa: S608
            f" where next_at <= ? {_but('id', but)} order by next_at limit ?",
            [text(now), limit - len(again)],
        ).fetchall()
        return [*map(_put_off, again), *map(_own, own)]

    def due_ids(self, now: datetime, limit: int, but: Collection[int] = ()) -> list[int]:
        values = [text(now), limit]
        queries = (
            f"select reminder from again where due_at <= ? {_but('reminder', but)} order by due_at limit ?",  # noqa: S608
            f"select id from reminders where next_at <= ? {_but('id', but)} order by next_at limit ?",  # noqa: S608
            f"select id from reminders not indexed where next_at <= ? {_but('id', but)} limit ?",  # noqa: S608
        )
        for query in queries:
            with suppress_damage():
                if numbers := [row[0] for row in until_damaged(self._execute(query, values))]:
                    return numbers
        return []

    def due_rows(self, reminder: int, now: datetime) -> list[DueRow]:
        again = self._execute(
            f"select coalesce(since, due_at), kind, {_COLUMNS} from {_AGAIN} where reminder = ? and due_at <= ?",  # noqa: S608
            [reminder, text(now)],
        ).fetchall()
        own = self._execute(
            f"select {_COLUMNS} from reminders where id = ? and next_at <= ?",  # noqa: S608
            [reminder, text(now)],
        ).fetchall()
        return [*map(_put_off, again), *map(_own, own)]

    def is_due(self, now: datetime, but: Collection[int] = ()) -> bool:
        row = self._execute(
            f"select exists (select 1 from reminders where next_at <= ? {_but('id', but)})"  # noqa: S608
            f" or exists (select 1 from {_AGAIN} where due_at <= ? {_but('reminder', but)})",
            [text(now), text(now)],
        ).fetchone()
        return bool(row[0])

    def next_due(self) -> datetime | None:
        row = self._execute(
            "select min(at) from (select min(next_at) as at from reminders where next_at is not null"  # noqa: S608
            f" union all select min(due_at) from {_AGAIN})"
        ).fetchone()
        at: datetime | None = moment(row[0])
        return at

    def count_due(self, now: datetime) -> int:
        row = self._execute(
            "select (select count(*) from reminders where next_at <= ?)"  # noqa: S608
            f" + (select count(*) from {_AGAIN} where due_at <= ?)",
            [text(now), text(now)],
        ).fetchone()
        return int(row[0])

    def count_scheduled(self) -> int:
        row = self._execute("select count(*) from reminders where next_at is not null").fetchone()
        return int(row[0])

    def count_scheduled_people(self) -> int:
        row = self._execute(
            "select count(distinct person) from reminders where next_at is not null"
        ).fetchone()
        return int(row[0])

    def count_unreachable_people(self) -> int:
        row = self._execute(
            "select count(distinct person) from reminders join chats on chat = person"
            " where next_at is not null and lost_at is not null"
            " and bot = (select bot from heartbeats order by at desc limit 1)"
        ).fetchone()
        return int(row[0])

    def come_again(self, reminder: int, at: datetime, kind: Occasion, since: datetime | None = None) -> None:
        """`since`: when it was first due, if lateness is judged by that."""
        self._execute(
            "insert or replace into again (reminder, due_at, kind, since) values (?, ?, ?, ?)",
            [reminder, text(at), kind.value, text(since)],
        )

    def come_no_more(self, reminder: int) -> None:
        self._execute("delete from again where reminder = ?", [reminder])

    def set_back(self, old: datetime, new: datetime) -> None:
        """A reminder put off by an hour still comes in an hour. One put off to a time of day keeps that time."""
        self._execute(
            "update again set due_at = coalesce(strftime('%Y-%m-%dT%H:%M:%f', due_at, ?) || '000+00:00', due_at)"
            " where due_at <= ?",
            [f"{(new - old).total_seconds():.3f} seconds", text(old + SOON)],
        )

    def put_off(self, reminder: int, until: datetime | None) -> None:
        """`until` None: for good."""
        self.come_no_more(reminder)
        self.move_on(reminder, until)

    def rest_all(self, person: int) -> None:
        self._execute("update reminders set next_at = null where person = ?", [person])
        self._execute(
            "delete from again where reminder in (select id from reminders where person = ?)", [person]
        )

    def people_after(self, person: int, limit: int) -> list[int]:
        rows = self._execute(
            "select distinct person from reminders where person > ? order by person limit ?", [person, limit]
        )
        return [row[0] for row in rows]


def _but(column: str, numbers: Collection[int]) -> str:
    return f"and {column} not in ({', '.join(map(str, map(int, numbers)))})" if numbers else ""


def _put_off(row: tuple[Any, ...]) -> DueRow:
    return DueRow(row[2], row[0], row[1], row[2:])


def _own(row: tuple[Any, ...]) -> DueRow:
    return DueRow(row[0], row[5], Occasion.TIME.value, row)


def _readable(rows: Iterable[tuple[Any, ...]]) -> Iterator[Reminder]:
    for row in rows:
        with suppress(NoReminder):
            yield _reminder(row)


def _reminder(row: tuple[Any, ...]) -> Reminder:
    number, person, at, weekdays, starts, next_at, is_paused, paused_until, on_day, is_done, paused_from = row
    days = from_bits(weekdays)
    if not days:
        raise NoReminder("never")
    until = _day(paused_until) if paused_until is not None else None
    on = _day(on_day) if on_day is not None else None
    resting = (bool(is_paused), until)
    begins = _day(paused_from) if paused_from is not None else None
    return Reminder(
        number, person, _time(at), days, starts, moment(next_at), *resting, on, bool(is_done), begins
    )


def _time(stored: str) -> time:
    try:
        at = time.fromisoformat(stored)
    except ValueError as error:
        raise NoReminder("at no time") from error
    if at.tzinfo:
        raise NoReminder("at a time of elsewhere")
    return at


def _day(stored: str) -> date:
    """A day in the years that moments can have. Raises NoReminder."""
    begins = moment(f"{stored}T00:00+00:00")
    if begins is EPOCH:
        raise NoReminder("until no day")
    return begins.date()


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _clock(at: time) -> str:
    return at.isoformat(timespec="minutes")
