"""Pain notes and weekly check-ins, in rows. Every look-up is also by person."""

from datetime import datetime

from sqlite_utils import Database

from bot.domain.person.check_ins import CheckIn, InTheWay, Overall, Stiffness
from bot.domain.person.pain_notes import HIGHEST, Morning, NotedWhen, PainNote
from bot.domain.person.stages import Stage
from bot.store.known import known
from bot.store.moments import moment, text

_NOTE = "id, at, moment, number, felt, words, session, morning"
_WEEK = "id, at, pain, function, stiffness, change, in_the_way"


class PainNotes:
    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute

    def add(self, person: int, note: PainNote) -> int:
        felt, morning = note.felt and note.felt.value, note.morning and note.morning.value
        row = self._execute(
            "insert into pain_notes (person, at, moment, number, felt, words, session, morning)"
            " values (?, ?, ?, ?, ?, ?, ?, ?) returning id",
            [person, text(note.at), note.moment.value, note.number, felt, note.words, note.session, morning],
        ).fetchall()[0]
        return int(row[0])

    def since(self, person: int, then: datetime) -> list[PainNote]:
        rows = self._execute(
            f"select {_NOTE} from pain_notes where person = ? and at >= ? order by at, id",  # noqa: S608
            [person, text(then)],
        )
        return [_note(*row) for row in rows]

    def last(self, person: int, count: int) -> list[PainNote]:
        rows = self._execute(
            f"select {_NOTE} from pain_notes where person = ? order by at desc, id desc limit ?",  # noqa: S608
            [person, count],
        )
        return [_note(*row) for row in rows]

    def get(self, id: int, person: int) -> PainNote | None:  # noqa: A002
        row = self._execute(
            f"select {_NOTE} from pain_notes where id = ? and person = ?",  # noqa: S608
            [id, person],
        ).fetchone()
        return _note(*row) if row else None

    def say(self, id: int, person: int, words: str) -> None:  # noqa: A002
        self._execute("update pain_notes set words = ? where id = ? and person = ?", [words, id, person])

    def delete(self, id: int, person: int) -> None:  # noqa: A002
        self._execute("delete from pain_notes where id = ? and person = ?", [id, person])


class CheckIns:
    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute

    def add(self, person: int, week: CheckIn) -> int:
        row = self._execute(
            "insert into checkins (person, at, pain, function, stiffness, change, in_the_way)"
            " values (?, ?, ?, ?, ?, ?, ?) returning id",
            [person, text(week.at), *_told(week)],
        ).fetchall()[0]
        return int(row[0])

    def save(self, person: int, week: CheckIn) -> None:
        self._execute(
            "update checkins set pain = ?, function = ?, stiffness = ?, change = ?, in_the_way = ?"
            " where id = ? and person = ?",
            [*_told(week), week.id, person],
        )

    def get(self, id: int, person: int) -> CheckIn | None:  # noqa: A002
        row = self._execute(
            f"select {_WEEK} from checkins where id = ? and person = ?",  # noqa: S608
            [id, person],
        ).fetchone()
        return _week(*row) if row else None

    def since(self, person: int, then: datetime) -> list[CheckIn]:
        rows = self._execute(
            f"select {_WEEK} from checkins where person = ? and at >= ? order by at, id",  # noqa: S608
            [person, text(then)],
        )
        return [_week(*row) for row in rows]


def _note(  # noqa: PLR0913, PLR0917 - the columns of a row
    id: int,  # noqa: A002
    at: str,
    when: str,
    number: int | None,
    felt: str | None,
    words: str,
    session: int | None,
    morning: str | None,
) -> PainNote:
    return PainNote(
        moment(at),
        known(NotedWhen, when) or NotedWhen.ANY,
        _within(number),
        known(Stage, felt),
        words,
        session,
        known(Morning, morning),
        id,
    )


def _week(  # noqa: PLR0913, PLR0917 - the columns of a row
    id: int,  # noqa: A002
    at: str,
    pain: int | None,
    function: int | None,
    stiffness: str | None,
    change: str | None,
    in_the_way: str | None,
) -> CheckIn:
    return CheckIn(
        moment(at),
        _within(pain),
        _within(function),
        known(Stiffness, stiffness),
        known(Overall, change),
        known(InTheWay, in_the_way),
        id,
    )


def _told(week: CheckIn) -> tuple[int | str | None, ...]:
    words = (each and each.value for each in (week.stiffness, week.change, week.in_the_way))
    return (week.pain, week.function, *words)


def _within(number: int | None) -> int | None:
    return number if number is not None and 0 <= number <= HIGHEST else None
