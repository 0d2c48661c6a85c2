"""What became of every reminder that came due: one row each, unique by reminder and due moment."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from sqlite_utils import Database

from bot.store.file.damage import suppress_damage, until_damaged
from bot.store.known import known
from bot.store.moments import moment, text

PRUNED_AT_ONCE = 150
"""At each beat: more than a million a day, and taps wait for them for some hundredths of a second, from a full disk too."""

KEPT = timedelta(days=90)
"""What became of a reminder is known for so long."""

MAY_BE_PENDING = timedelta(days=2)
"""What was due longer ago is no longer welcome."""


_UNTOLD = """
    person = ?1 and to_tell and (told_in is null or told_in = ?2 or not exists (
        select 1 from deliveries as telling where telling.id = missed.told_in
        and telling.state in ('pending', 'sent', 'answered', 'done', 'not-today')
    ))
"""


class State(Enum):
    """PENDING: claimed, and not known to be sent. QUIET: nothing was to be sent. LOST: the person blocked the bot.

    ANSWERED, and the two answers that hold for the rest of the day: DONE and NOT_TODAY.
    """

    PENDING = "pending"
    SENT = "sent"
    ANSWERED = "answered"
    DONE = "done"
    NOT_TODAY = "not-today"
    QUIET = "quiet"
    MISSED = "missed"
    LOST = "lost"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Delivery:
    """Moments are UTC. `state`: None for one that this version does not know."""

    id: int
    reminder: int
    person: int
    due_at: datetime
    state: State | None


class Deliveries:
    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute

    def claim(self, reminder: int, person: int, due_at: datetime, state: State, now: datetime) -> int | None:
        """The id of a new row; None where this reminder has had one for that moment. One that never came is no hindrance: the
        moment comes again, as the time was set back."""
        row = [reminder, person, text(due_at), text(now), state.value]
        row.append(None if state is State.PENDING else text(now))
        number = self._add(row)
        if number is None and state is State.PENDING and self._forget_what_never_came(reminder, due_at):
            return self._add(row)
        return number

    def _add(self, row: list[object]) -> int | None:
        cursor = self._execute(
            "insert or ignore into deliveries (reminder, person, due_at, claimed_at, state, ended_at)"
            " values (?, ?, ?, ?, ?, ?)",
            row,
        )
        return cursor.lastrowid if cursor.rowcount else None

    def _forget_what_never_came(self, reminder: int, due_at: datetime) -> bool:
        forgotten = self._execute(
            "delete from deliveries where reminder = ? and due_at = ?"
            " and state in ('quiet', 'missed', 'lost', 'failed')",
            [reminder, text(due_at)],
        )
        return bool(forgotten.rowcount)

    def end(self, id: int, state: State, now: datetime) -> None:  # noqa: A002
        """What has ended stays so; but one that was put off can still be answered for the whole day."""
        self._execute(
            "update deliveries set state = ?1, ended_at = ?2 where id = ?3 and (state in ('pending', 'sent')"
            " or state = 'answered' and ?1 in ('done', 'not-today'))",
            [state.value, text(now), id],
        )

    def tell_of(self, id: int) -> None:  # noqa: A002
        """One that never came: the person is to be told."""
        self._execute("update deliveries set to_tell = 1 where id = ?", [id])

    def untold(self, person: int, delivery: int = 0) -> list[datetime]:
        """When those were due that never came and of which the person has not been told yet, or only in this delivery. One
        that ended unsent has told nothing."""
        rows = self._execute(f"select due_at from deliveries as missed where {_UNTOLD}", [person, delivery])  # noqa: S608
        return [moment(row[0]) for row in rows]

    def tell_in(self, person: int, delivery: int) -> None:
        """It tells of all of them."""
        self._execute(f"update deliveries as missed set told_in = ?2 where {_UNTOLD}", [person, delivery])  # noqa: S608

    def have_told(self, person: int) -> None:
        """On a screen that they are looking at."""
        self._execute("update deliveries set to_tell = 0 where person = ? and to_tell", [person])

    def tell_nobody(self) -> None:
        """Who has been told what is not known, since this is an older copy of the file."""
        self._execute("update deliveries set to_tell = 0 where to_tell")

    def lose(self, person: int, now: datetime) -> None:
        """They blocked the bot: what was on its way will not arrive."""
        self._execute(
            "update deliveries set state = 'lost', ended_at = ? where person = ? and state = 'pending'",
            [text(now), person],
        )

    def take_back(self, id: int) -> None:  # noqa: A002
        """They are not lost after all: it is on its way again."""
        self._execute(
            "update deliveries set state = 'pending', ended_at = null where id = ? and state = 'lost'", [id]
        )

    def miss_all(self, now: datetime) -> None:
        """Whatever was on its way when the file was copied."""
        self._execute(
            "update deliveries set state = 'missed', ended_at = ? where state = 'pending'", [text(now)]
        )

    def get(self, id: int, person: int) -> Delivery | None:  # noqa: A002
        return self._one("id = ? and person = ?", [id, person])

    def last_sent(self, person: int) -> Delivery | None:
        return self._one("person = ? and state in ('pending', 'sent') order by due_at desc limit 1", [person])

    def has_answer_since(self, person: int, since: datetime) -> bool:
        """Whether one that was due since then was answered for the whole day."""
        row = self._execute(
            "select exists (select 1 from deliveries where person = ? and due_at >= ?"
            " and state in ('done', 'not-today'))",
            [person, text(since)],
        ).fetchone()
        return bool(row[0])

    def count_since(self, person: int, since: datetime) -> int:
        """Those that were sent, or are to be, of what was due since then."""
        row = self._execute(
            "select count(*) from deliveries where person = ? and due_at >= ?"
            " and state not in ('quiet', 'missed', 'lost', 'failed')",
            [person, text(since)],
        ).fetchone()
        return int(row[0])

    def count_of(self, reminder: int, since: datetime) -> int:
        """How often it came due since then."""
        row = self._execute(
            "select count(*) from deliveries where reminder = ? and due_at >= ?", [reminder, text(since)]
        ).fetchone()
        return int(row[0])

    def has_come(self, reminder: int, since: datetime, before: datetime) -> bool:
        """Whether it was sent, or is to be, for a moment from the first of these on, and before the second."""
        row = self._execute(
            "select exists (select 1 from deliveries where reminder = ? and due_at >= ? and due_at < ?"
            " and state not in ('quiet', 'missed', 'lost', 'failed'))",
            [reminder, text(since), text(before)],
        ).fetchone()
        return bool(row[0])

    def never_came(self, reminder: int, after: datetime) -> bool:
        """Whether it was closed, without being sent, for a moment later than this; only where the time was set back since."""
        row = self._execute(
            "select exists (select 1 from deliveries where reminder = ? and due_at > ?"
            " and state in ('quiet', 'missed', 'lost', 'failed'))",
            [reminder, text(after)],
        ).fetchone()
        return bool(row[0])

    def pending(self) -> tuple[Delivery, ...]:
        rows = self._execute(
            "select id, reminder, person, due_at, state from deliveries where state = 'pending' order by claimed_at"
        )
        return tuple(_delivery(row) for row in rows)

    def pending_numbers(self, now: datetime) -> list[int]:
        """The ids of those pending. Where rows are damaged, of all that may be: those that were due a short while ago."""
        rows = self._execute("select id from deliveries where state = 'pending' order by claimed_at")
        with suppress_damage():
            return [row[0] for row in rows]
        recent = "select id from deliveries indexed by deliveries_by_person where due_at >= ?"
        return [row[0] for row in until_damaged(self._execute(recent, [text(now - MAY_BE_PENDING)]))]

    def pending_one(self, id: int) -> Delivery | None:  # noqa: A002
        return self._one("id = ? and state = 'pending'", [id])

    def prune(self, before: datetime) -> None:
        """Some of the oldest, if they were claimed before then: done often, it keeps up."""
        self._execute(
            "delete from deliveries where id in (select id from deliveries order by id limit ?) and claimed_at < ?",
            [PRUNED_AT_ONCE, text(before)],
        )

    def count_pending(self, until: datetime) -> int:
        """How many that were due until then are still on their way."""
        row = self._execute(
            "select count(*) from deliveries where state = 'pending' and due_at <= ?", [text(until)]
        ).fetchone()
        return int(row[0])

    def count_stranded(self, until: datetime) -> int:
        """How many that were claimed until then are still not known to be sent."""
        row = self._execute(
            "select count(*) from deliveries where state = 'pending' and claimed_at <= ?", [text(until)]
        ).fetchone()
        return int(row[0])

    def counts(self, since: datetime) -> dict[State, int]:
        """How many ended in each state since then; pending ones whenever they were claimed."""
        rows = self._execute(
            "select state, count(*) from ("
            " select state from deliveries where id >= ? and claimed_at >= ? and state <> 'pending'"
            " union all select state from deliveries where state = 'pending') group by state",
            [self._first_claimed(since), text(since)],
        )
        states = ((known(State, row[0]), row[1]) for row in rows)
        return {state: count for state, count in states if state}

    def count_claimed(self, since: datetime) -> int:
        """About how many came due since then, whatever became of them: by their ids alone, as a day may have a million."""
        newest = self._execute("select max(id) from deliveries").fetchone()[0]
        if newest is None or self._claimed_at(newest) < text(since):
            return 0
        return int(newest) - self._first_claimed(since) + 1

    def count_in_vain(self, since: datetime) -> dict[State, int]:
        """How many of those claimed since then failed, and how many met somebody who had blocked the bot."""
        rows = self._execute(
            "select state, count(*) from deliveries indexed by deliveries_in_vain"
            " where state in ('failed', 'lost') and claimed_at >= ? group by state",
            [text(since)],
        )
        states = ((known(State, row[0]), row[1]) for row in rows)
        return {state: count for state, count in states if state}

    def _first_claimed(self, since: datetime) -> int:
        """The id from which on all were claimed since then: ids grow with time, so the file need not be read through."""
        first, last = self._execute(
            "select (select min(id) from deliveries), (select max(id) from deliveries)"
        ).fetchone()
        ids = range(first or 0, last or 0)
        return ids.start + bisect_left(ids, text(since), key=self._claimed_at)

    def _claimed_at(self, id: int) -> str:  # noqa: A002
        """When this one was claimed, or the next one that is there."""
        row = self._execute(
            "select claimed_at from deliveries where id >= ? order by id limit 1", [id]
        ).fetchone()
        return str(row[0])

    def _one(self, where: str, values: list[object]) -> Delivery | None:
        row = self._execute(
            f"select id, reminder, person, due_at, state from deliveries where {where}",  # noqa: S608
            values,
        ).fetchone()
        return _delivery(row) if row else None


def _delivery(row: tuple[Any, ...]) -> Delivery:
    number, reminder, person, due_at, state = row
    return Delivery(number, reminder, person, moment(due_at), known(State, state))
