"""Sessions, and what was done in them. Every look-up by id is also by person."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database

from bot.domain.library.exercise import FormRef, Side
from bot.domain.session.script import Script
from bot.domain.session.session import (
    OPEN_FOR,
    OVER,
    AnyStand,
    Done,
    Led,
    Phase,
    Session,
    Stand,
    begin,
    course_of,
    done_whole,
    listen,
)
from bot.store.file.damage import suppress_damage
from bot.store.known import known
from bot.store.moments import known_moment, moment, text
from bot.store.new_number import new_number
from bot.store.session import scripts
from bot.store.session.courses import Courses, columns, whole

_STAND = (
    "id, person, routine, phase, beat, turn, began_at, beat_at, wake_at, live, led,"
    " beat_exercise, beat_form, beat_side, beat_counts, beat_held"
)


LATELY = 400
"""Rows of what was done that are looked at first: people with years of sessions need not wait for all of them."""

MOST_TURNS = 2**31

_BEGIN = f"""
insert into sessions (
    id, person, routine, script, began_at, led, phase, beat, turn, beat_at, wake_at,
    beat_exercise, beat_form, beat_side, beat_counts, beat_held, live
)
values ({new_number("sessions")}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"""  # noqa: S608


class Unreadable(Exception):
    """This version can't read the session's row."""

    def __init__(self, id: int, person: int) -> None:  # noqa: A002
        super().__init__(f"session {id}")
        self.id, self.person = id, person


@dataclass(frozen=True, slots=True)
class Rated:
    """A session's id and its rating, as it stands in the row; None if it was not rated."""

    id: int
    rating: str | None


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session as it stands in the file: a row that can't be read must not stop the others."""

    id: int
    person: int
    fields: tuple[Any, ...]
    done: tuple[Done, ...]

    def read(self) -> Session:
        """Raises Unreadable."""
        try:
            return _session(self.fields, self.done)
        except ValueError as error:
            raise Unreadable(self.id, self.person) from error


class Sessions:
    """`get`, `live`, `stand` and `live_stand` raise Unreadable. A name with `done` speaks only about sessions in which something was done."""

    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute
        self._courses = Courses(db)

    def begin(
        self, person: int, routine: str, script: Script, now: datetime, *, led: Led = Led.BY_TAPS
    ) -> Session:
        blank = begin(0, person, routine, script, now, led=led)
        cursor = self._execute(
            _BEGIN,
            [person, routine, scripts.to_json(script), text(now), led.value, *_state(blank)],
        )
        session = begin(cursor.lastrowid or 0, person, routine, script, now, led=led)
        self._courses.keep(session.id, session.course)
        return session

    def stand(self, id: int, person: int) -> Stand | None:  # noqa: A002
        return self._stand("id = ? and person = ?", [id, person])

    def live_stand(self, person: int) -> Stand | None:
        return self._stand("person = ? and live", [person])

    def get(self, id: int, person: int) -> Session | None:  # noqa: A002
        row = self._one("id = ? and person = ?", [id, person])
        return row.read() if row else None

    def live(self, person: int) -> Session | None:
        row = self._one("person = ? and live", [person])
        return row.read() if row else None

    def due(self, now: datetime, but: Collection[int] = ()) -> SessionRow | None:
        """A session that is due, or whose beat begins in the future because the clock was set back. Leaves out those in
        `but`.
        """
        number = self.due_id(now, but)
        return self.row(number) if number is not None else None

    def due_id(self, now: datetime, but: Collection[int] = ()) -> int | None:
        """As `due`, but by indexes alone, because the row may be damaged."""
        without = f"and id not in ({', '.join(map(str, map(int, but)))})" if but else ""
        for where, values in (
            (f"wake_at <= ? {without} order by wake_at", [text(now)]),
            (f"beat_at > ? and wake_at is not null {without}", [text(now)]),
            (f"live and began_at <= ? {without}", [text(now - OPEN_FOR)]),
        ):
            with suppress_damage():
                row = self._execute(f"select id from sessions where {where} limit 1", values).fetchone()  # noqa: S608
                if row:
                    return int(row[0])
        return None

    def row(self, id: int) -> SessionRow | None:  # noqa: A002
        return self._one("id = ?", [id])

    def next_due(self) -> datetime | None:
        wake_at, began_at = self._execute(
            "select (select min(wake_at) from sessions where wake_at is not null),"
            " (select min(began_at) from sessions where live)"
        ).fetchone()
        moments = (moment(wake_at), moment(began_at) + OPEN_FOR if began_at else None)
        return min(filter(None, moments), default=None)

    def save(self, before: AnyStand, after: AnyStand, now: datetime) -> None:
        """Writes only what changed: an update rewrites the indexes of all columns that it names, changed or not."""
        self._execute(
            "update sessions set phase = ?, beat = ?, turn = ?, beat_at = ?, wake_at = ?,"
            " beat_exercise = ?, beat_form = ?, beat_side = ?, beat_counts = ?, beat_held = ? where id = ? and person = ?",
            [*_state(after), after.id, after.person],
        )
        if before.is_live and not after.is_live:
            self._execute("update sessions set live = 0 where id = ?", [after.id])
        if after.is_live and not before.is_live:
            self._execute("update sessions set live = 1 where id = ?", [after.id])
        if after.led is not before.led:
            self._execute("update sessions set led = ? where id = ?", [after.led.value, after.id])
        if before.course and not (after.course and after.is_live):
            self._courses.forget(after.id)
        if isinstance(before, Session) and isinstance(after, Session) and after.script is not before.script:
            self._execute(
                "update sessions set script = ? where id = ?", [scripts.to_json(after.script), after.id]
            )
        for number in range(len(before.done), len(after.done)):
            self._done(after.id, number, after.done[number], now)

    def start_listening(self, id: int, person: int, now: datetime) -> None:  # noqa: A002
        """The recording of the session has arrived: its time runs from here. Raises Unreadable."""
        session = self.get(id, person)
        if session and session.phase is Phase.LISTENING:
            heard = listen(session, now)
            self._execute(
                "update sessions set beat_at = ?, wake_at = ? where id = ?",
                [text(heard.beat_at), text(heard.wake_at), id],
            )

    def close(self, id: int, person: int) -> bool:  # noqa: A002
        """Closes it without reading its script, which may be damaged. False if there was nothing to close."""
        closed = self._execute(
            "update sessions set phase = ?, wake_at = null, live = 0 where id = ? and person = ?"
            " and (live or wake_at is not null)",
            [Phase.LEFT.value, id, person],
        )
        if closed.rowcount:
            self._courses.forget(id)
        return closed.rowcount > 0

    def leave_all(self) -> None:
        self._execute(
            "update sessions set phase = ?, wake_at = null, live = 0 where live or wake_at is not null",
            [Phase.LEFT.value],
        )
        self._courses.forget_all()

    def put_off(self, session: SessionRow, until: datetime) -> None:
        """A session that can't be advanced must not hold up the others. One that waits for a tap goes on waiting."""
        self._execute(
            "update sessions set beat_at = min(beat_at, ?), wake_at = iif(wake_at is null, null, ?),"
            " began_at = max(began_at, ?) where id = ? and person = ?",
            [
                *(text(until - timedelta(hours=1)), text(until), text(until - OPEN_FOR)),
                *(session.id, session.person),
            ],
        )

    def rate(self, id: int, person: int, rating: str) -> None:  # noqa: A002
        self._execute("update sessions set rating = ? where id = ? and person = ?", [rating, id, person])

    def rating(self, id: int, person: int) -> str | None:  # noqa: A002
        row = self._execute(
            "select rating from sessions where id = ? and person = ?", [id, person]
        ).fetchone()
        return row[0] if row else None

    def was_rated_before(self, id: int, person: int) -> bool:  # noqa: A002
        row = self._execute(
            "select exists (select 1 from sessions where person = ? and id < ? and rating is not null)",
            [person, id],
        ).fetchone()
        return bool(row[0])

    def first_began_at(self, person: int) -> datetime | None:
        row = self._execute("select min(began_at) from sessions where person = ?", [person]).fetchone()
        return moment(row[0]) if row[0] else None

    def begun_since(self, person: int, then: datetime) -> list[tuple[int, datetime, str, str | None]]:
        """For each session: id, when it began (UTC), phase and rating as stored."""
        rows = self._execute(
            "select id, began_at, phase, rating from sessions where person = ? and began_at >= ? order by began_at",
            [person, text(then)],
        )
        return [(row[0], moment(row[1]), row[2], row[3]) for row in rows]

    def count_begun_since(self, person: int, then: datetime) -> int:
        row = self._execute(
            "select count(*) from sessions where person = ? and began_at >= ?", [person, text(then)]
        ).fetchone()
        return int(row[0])

    def last_ended_done(self, person: int, since: datetime) -> Rated | None:
        row = self._execute(
            "select id, rating from sessions where person = ? and began_at >= ? and not live"
            " and exists (select 1 from done where session = sessions.id) order by began_at desc limit 1",
            [person, text(since)],
        ).fetchone()
        return Rated(*row) if row else None

    def exercises_done(self, person: int) -> frozenset[str]:
        rows = self._execute(
            "select distinct exercise from done join sessions on sessions.id = done.session where person = ?",
            [person],
        )
        return frozenset(row[0] for row in rows)

    def last_done(self, person: int) -> tuple[Done, ...]:
        row = self._execute(
            "select max(session) from done join sessions on sessions.id = done.session where person = ?",
            [person],
        ).fetchone()
        return self._all_done(row[0]) if row[0] is not None else ()

    def held_before(self, session: int, person: int, refs: Set[FormRef]) -> Mapping[FormRef, int]:
        """Seconds, in the last earlier session that had the form. If none had it, other forms of its exercise count."""
        lately = _longest_of_last(self._held(session, person, LATELY), {ref.exercise for ref in refs})
        missing = {ref.exercise for ref in refs - lately.keys()}
        return {**self._held_ever(session, person, missing), **lately} if missing else lately

    def _held(self, session: int, person: int, most: int) -> Iterator[tuple[int, FormRef, int]]:
        rows = self._execute(
            "select session, exercise, form, coalesce(held, seconds) from sessions join done on done.session = sessions.id"
            " where person = ? and session < ? order by began_at desc, session desc limit ?",
            [person, session, most],
        )
        return ((number, FormRef(exercise, form), held) for number, exercise, form, held in rows)

    def _held_ever(self, session: int, person: int, slugs: Collection[str]) -> Mapping[FormRef, int]:
        places = ", ".join("?" * len(slugs))
        rows = self._execute(
            "select exercise, form, max(coalesce(held, seconds))"  # noqa: S608
            " from done join sessions on sessions.id = done.session"
            f" where person = ? and session < ? and exercise in ({places})"
            " group by session, exercise, form order by session",
            [person, session, *slugs],
        )
        return {FormRef(exercise, form): held for exercise, form, held in rows}

    def those_done(self, person: int, slugs: Collection[str]) -> frozenset[str]:
        missing = set(slugs).difference(self._lately(person))
        if not missing:
            return frozenset(slugs)
        places = ", ".join("?" * len(missing))
        rows = self._execute(
            "select distinct exercise from done join sessions on sessions.id = done.session"  # noqa: S608
            f" where person = ? and exercise in ({places})",
            [person, *missing],
        )
        return frozenset(slugs) - (missing - {row[0] for row in rows})

    def has_done_one_of(self, person: int, slugs: Collection[str]) -> bool:
        return not self._lately(person).isdisjoint(slugs) or bool(self.those_done(person, slugs))

    def _lately(self, person: int) -> set[str]:
        rows = self._execute(
            "select exercise from sessions join done on done.session = sessions.id where person = ?"
            " order by began_at desc limit ?",
            [person, LATELY],
        )
        return {row[0] for row in rows}

    def last_done_before(self, session: int, person: int) -> int | None:
        row = self._execute(
            "select id from sessions where person = ? and id < ?"
            " and exists (select 1 from done where session = sessions.id) order by began_at desc, id desc limit 1",
            [person, session],
        ).fetchone()
        return int(row[0]) if row else None

    def has_done_since(self, person: int, since: datetime) -> bool:
        row = self._execute(
            "select exists (select 1 from sessions join done on done.session = sessions.id"
            " where person = ? and began_at >= ?)",
            [person, text(since)],
        ).fetchone()
        return bool(row[0])

    def count_done_to(self, most: int, person: int) -> int:
        """Stops counting at `most`, because people may have years of sessions."""
        row = self._execute(
            "select count(*) from (select 1 from sessions where person = ?"
            " and exists (select 1 from done where session = sessions.id) limit ?)",
            [person, most],
        ).fetchone()
        return int(row[0])

    def last_done_at(self, person: int) -> datetime | None:
        row = self._execute(
            "select began_at from sessions where person = ?"
            " and exists (select 1 from done where session = sessions.id) order by began_at desc limit 1",
            [person],
        ).fetchone()
        return moment(row[0]) if row else None

    def count_done(self, person: int) -> int:
        row = self._execute(
            "select count(*) from sessions where person = ? and exists (select 1 from done where session = sessions.id)",
            [person],
        ).fetchone()
        return int(row[0])

    def _one(self, where: str, values: Sequence[object]) -> SessionRow | None:
        row = self._execute(f"select {_STAND}, script from sessions where {where}", values).fetchone()  # noqa: S608
        return SessionRow(row[0], row[1], row, self._all_done(row[0])) if row else None

    def _stand(self, where: str, values: Sequence[object]) -> Stand | None:
        row = self._execute(f"select {_STAND} from sessions where {where}", values).fetchone()  # noqa: S608
        if row is None:
            return None
        try:
            return self._stand_in(row)
        except ValueError as error:
            raise Unreadable(row[0], row[1]) from error

    def _stand_in(self, row: tuple[Any, ...]) -> Stand:
        fields = _fields(row, self._all_done(row[0]))
        counts_later = fields["led"] is not Led.BY_TAPS and fields["phase"] not in OVER
        course = self._courses.of(row[0]) if counts_later else ()
        if counts_later and fields["beat"] >= len(course):
            raise ValueError("a beat that the course has not got")
        return Stand(**fields, here=whole(row[-5:]), course=course)

    def _all_done(self, session: int) -> tuple[Done, ...]:
        rows = self._execute(
            "select exercise, form, side, seconds, coalesce(held, seconds) from done where session = ? order by number",
            [session],
        )
        return tuple(Done(row[0], row[1], known(Side, row[2]), row[3], row[4]) for row in rows)

    def _done(self, session: int, number: int, done: Done, now: datetime) -> None:
        side = done.side.value if done.side else None
        self._execute(
            "insert into done (session, number, exercise, form, side, seconds, held, at) values (?, ?, ?, ?, ?, ?, ?, ?)",
            [session, number, done.exercise, done.form, side, done.seconds, done.held, text(now)],
        )


def _longest_of_last(held: Iterable[tuple[int, FormRef, int]], slugs: Collection[str]) -> dict[FormRef, int]:
    """`held`: session, form and seconds, the newest first."""
    longest, last = dict[FormRef, int](), dict[FormRef, int]()
    for session, ref, seconds in held:
        if ref.exercise in slugs and last.setdefault(ref, session) == session:
            longest[ref] = max(seconds, longest.get(ref, 0))
    return longest


def _state(s: Stand) -> list[Any]:
    return [s.phase.value, s.beat, s.turn, text(s.beat_at), text(s.wake_at), *columns(s.here)]


def _session(row: tuple[Any, ...], done: tuple[Done, ...]) -> Session:
    script, fields = scripts.from_json(row[-1]), _fields(row, done)
    if fields["beat"] >= len(script):
        raise ValueError("a beat that the script has not got")
    course = () if fields["led"] is Led.BY_TAPS else course_of(script)
    return Session(**fields, here=done_whole(script, fields["beat"]), course=course, script=script)


def _fields(row: tuple[Any, ...], done: tuple[Done, ...]) -> dict[str, Any]:
    """The fields of a Stand, but for `here` and `course`. Raises ValueError."""
    number, person, routine, phase, beat, turn, began_at, beat_at, wake_at, live, led, *_ = row
    if beat < 0:
        raise ValueError("a beat before the first")
    if not 0 <= turn < MOST_TURNS:
        raise ValueError("a turn that nobody comes to")
    is_over = Phase(phase) in OVER
    if bool(live) is is_over or (is_over and wake_at is not None):
        raise ValueError("over by its phase and not by the rest of the row, or the other way round")
    return {
        "id": number,
        "person": person,
        "routine": routine,
        "phase": Phase(phase),
        "beat": beat,
        "turn": turn,
        "began_at": known_moment(began_at),
        "beat_at": known_moment(beat_at),
        "wake_at": known_moment(wake_at) if wake_at is not None else None,
        "done": done,
        "led": known(Led, led) or Led.BY_TAPS,
    }
