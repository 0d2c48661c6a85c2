"""What somebody did and found too much since a moment, by moves."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.domain.library.exercise import FormRef
from bot.store.moments import text


@dataclass(frozen=True, slots=True)
class Times:
    """`sessions`: in how many."""

    ref: FormRef
    sessions: int


class MovesDone:
    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute  # the wrapper's extras are not worth their time here

    def done(self, person: int, since: datetime) -> list[Times]:
        """The most often done first."""
        rows = self._execute(
            "select exercise, form, count(distinct session) as times from sessions join done on done.session = sessions.id"
            " where person = ? and began_at >= ? group by exercise, form order by times desc, exercise, form",
            [person, text(since)],
        )
        return [Times(FormRef(row[0], row[1]), row[2]) for row in rows]

    def well_known(self, person: int) -> frozenset[str]:
        """Slugs of what they have done in two sessions or more."""
        rows = self._execute(
            "select exercise from sessions join done on done.session = sessions.id where person = ?"
            " group by exercise having count(distinct session) >= 2",
            [person],
        )
        return frozenset(row[0] for row in rows)

    def too_much(self, person: int, since: datetime) -> list[FormRef]:
        rows = self._execute(
            "select exercise, form from too_much where person = ? and at >= ? order by at, exercise, form",
            [person, text(since)],
        )
        return [FormRef(row[0], row[1]) for row in rows]
