"""How every reminder that came due ended: one row each, unique by reminder and due moment."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from sqlite_utils import Database

from bot.store.file.damage import suppress_damage, until_damaged
from bot.store.known import known
from bot.store.moments import moment, text
from bot.store.new_number import new_number

PRUNED_AT_ONCE = 150
"""At each beat: more than a million a day. Taps wait a few hundredths of a second for it, on a full disk too."""

KEPT = timedelta(days=90)
"""How long rows are kept."""

MAY_BE_PENDING = timedelta(days=2)
"""A reminder due longer ago is no longer welcome."""

_UNSENT = "(state in ('quiet', 'missed', 'lost', 'failed'))"

_UNTOLD = """
    person = ?1 and to_tell and (told_in is null or told_in = ?2 or not exists (
        select 1 from deliveries as telling where telling.id = missed.told_in
        and telling.state in ('pending', 'sent', 'answered', 'done', 'not-today')
    ))
"""


class State(Enum):
    """PENDING: claimed, and not known to be sent. QUIET: nothing was to be sent. LOST: the person blocked the bot.

    ANSWERED: begun or put off. DONE and NOT_TODAY: answers that hold for the rest of the day.
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
        """The id of the new row; None if this reminder has one for that moment. A row that ended unsent gives way."""
        row = [reminder, person, text(due_at), text(now), state.value]
        row.append(None if state is State.PENDING else text(now))
        number = self._add(row)
        if number is None and state is State.PENDING and self._delete_unsent(reminder, due_at):
            return self._add(row)
        return number

    def _add(self, row: list[object]) -> int | None:
        cursor = self._execute(
            "insert or ignore into deliveries (id, reminder, person, due_at, claimed_at, state, ended_at)"  # noqa: S608
            f" values ({new_number('deliveries')}, ?, ?, ?, ?, ?, ?)",
            row,
        )
        return cursor.lastrowid if cursor.rowcount else None

    def _delete_unsent(self, reminder: int, due_at: datetime) -> bool:
        forgotten = self._execute(
            f"delete from deliveries where reminder = ? and due_at = ? and {_UNSENT}",  # noqa: S608
            [reminder, text(due_at)],
        )
        return bool(forgotten.rowcount)

    def end(self, id: int, state: State, now: datetime) -> None:  # noqa: A002
        """Changes only a delivery that has not ended; but an ANSWERED one can still be answered for the whole day."""
        self._execute(
            "update deliveries set state = ?1, ended_at = ?2 where id = ?3 and (state in ('pending', 'sent')"
            " or state = 'answered' and ?1 in ('done', 'not-today'))",
            [state.value, text(now), id],
        )

    def mark_to_tell(self, id: int) -> None:  # noqa: A002
        self._execute("update deliveries set to_tell = 1 where id = ?", [id])

    def untold_misses(self, person: int, delivery: int = 0) -> list[datetime]:
        """Due moments (UTC). A delivery that ended unsent has told nothing."""
        rows = self._execute(f"select due_at from deliveries as missed where {_UNTOLD}", [person, delivery])  # noqa: S608
        return [moment(row[0]) for row in rows]

    def mark_told_in(self, person: int, delivery: int) -> None:
        self._execute(f"update deliveries as missed set told_in = ?2 where {_UNTOLD}", [person, delivery])  # noqa: S608

    def mark_told(self, person: int) -> None:
        self._execute("update deliveries set to_tell = 0 where person = ? and to_tell", [person])

    def mark_all_told(self) -> None:
        self._execute("update deliveries set to_tell = 0 where to_tell")

    def mark_lost(self, person: int, now: datetime) -> None:
        self._execute(
            "update deliveries set state = 'lost', ended_at = ? where person = ? and state = 'pending'",
            [text(now), person],
        )

    def mark_pending_again(self, id: int) -> None:  # noqa: A002
        self._execute(
            "update deliveries set state = 'pending', ended_at = null where id = ? and state = 'lost'", [id]
        )

    def mark_pending_missed(self, now: datetime) -> None:
        self._execute(
            "update deliveries set state = 'missed', ended_at = ? where state = 'pending'", [text(now)]
        )

    def get(self, id: int, person: int) -> Delivery | None:  # noqa: A002
        return self._one("id = ? and person = ?", [id, person])

    def last_sent(self, person: int) -> Delivery | None:
        return self._one("person = ? and state in ('pending', 'sent') order by due_at desc limit 1", [person])

    def has_answer_since(self, person: int, since: datetime) -> bool:
        row = self._execute(
            "select exists (select 1 from deliveries where person = ? and due_at >= ?"
            " and state in ('done', 'not-today'))",
            [person, text(since)],
        ).fetchone()
        return bool(row[0])

    def count_sent_since(self, person: int, since: datetime) -> int:
        row = self._execute(
            f"select count(*) from deliveries where person = ? and due_at >= ? and not {_UNSENT}",  # noqa: S608
            [person, text(since)],
        ).fetchone()
        return int(row[0])

    def count_due_since(self, reminder: int, since: datetime) -> int:
        row = self._execute(
            "select count(*) from deliveries where reminder = ? and due_at >= ?", [reminder, text(since)]
        ).fetchone()
        return int(row[0])

    def was_sent_between(self, reminder: int, since: datetime, before: datetime) -> bool:
        row = self._execute(
            "select exists (select 1 from deliveries where reminder = ? and due_at >= ? and due_at < ?"  # noqa: S608
            f" and not {_UNSENT})",
            [reminder, text(since), text(before)],
        ).fetchone()
        return bool(row[0])

    def ended_unsent_after(self, reminder: int, after: datetime) -> bool:
        """True only when the clock was set back since."""
        row = self._execute(
            f"select exists (select 1 from deliveries where reminder = ? and due_at > ? and {_UNSENT})",  # noqa: S608
            [reminder, text(after)],
        ).fetchone()
        return bool(row[0])

    def pending(self) -> tuple[Delivery, ...]:
        rows = self._execute(
            "select id, reminder, person, due_at, state from deliveries where state = 'pending' order by claimed_at"
        )
        return tuple(_delivery(row) for row in rows)

    def pending_ids(self, now: datetime) -> list[int]:
        """For a file with damaged rows: the ids of all that may be pending, due since MAY_BE_PENDING."""
        rows = self._execute("select id from deliveries where state = 'pending' order by claimed_at")
        with suppress_damage():
            return [row[0] for row in rows]
        recent = "select id from deliveries indexed by deliveries_by_person where due_at >= ?"
        return [row[0] for row in until_damaged(self._execute(recent, [text(now - MAY_BE_PENDING)]))]

    def get_pending(self, id: int) -> Delivery | None:  # noqa: A002
        return self._one("id = ? and state = 'pending'", [id])

    def prune(self, before: datetime) -> None:
        self._execute(
            "delete from deliveries where id in (select id from deliveries order by id limit ?) and claimed_at < ?",
            [PRUNED_AT_ONCE, text(before)],
        )

    def count_pending(self, until: datetime) -> int:
        row = self._execute(
            "select count(*) from deliveries where state = 'pending' and due_at <= ?", [text(until)]
        ).fetchone()
        return int(row[0])

    def count_stranded(self, until: datetime) -> int:
        row = self._execute(
            "select count(*) from deliveries where state = 'pending' and claimed_at <= ?", [text(until)]
        ).fetchone()
        return int(row[0])

    def count_by_state(self, since: datetime) -> dict[State, int]:
        rows = self._execute(
            "select state, count(*) from ("
            " select state from deliveries where id >= ? and claimed_at >= ? and state <> 'pending'"
            " union all select state from deliveries where state = 'pending') group by state",
            [self._first_claimed(since), text(since)],
        )
        return _by_state(rows)

    def estimate_claimed(self, since: datetime) -> int:
        """Goes by ids alone, since a day may have a million."""
        newest = self._execute("select max(id) from deliveries").fetchone()[0]
        if newest is None or self._claimed_at(newest) < text(since):
            return 0
        return int(newest) - self._first_claimed(since) + 1

    def count_failed_and_lost(self, since: datetime) -> dict[State, int]:
        rows = self._execute(
            "select state, count(*) from deliveries indexed by deliveries_in_vain"
            " where state in ('failed', 'lost') and claimed_at >= ? group by state",
            [text(since)],
        )
        return _by_state(rows)

    def _first_claimed(self, since: datetime) -> int:
        first, last = self._execute(
            "select (select min(id) from deliveries), (select max(id) from deliveries)"
        ).fetchone()
        ids = range(first or 0, last or 0)
        return ids.start + bisect_left(ids, text(since), key=self._claimed_at)

    def _claimed_at(self, id: int) -> str:  # noqa: A002
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


def _by_state(rows: Iterable[tuple[str, int]]) -> dict[State, int]:
    counted = ((known(State, state), count) for state, count in rows)
    return {state: count for state, count in counted if state}


def _delivery(row: tuple[Any, ...]) -> Delivery:
    number, reminder, person, due_at, state = row
    return Delivery(number, reminder, person, moment(due_at), known(State, state))
