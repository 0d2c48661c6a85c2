"""What of a person's last days the planner goes by: what was begun, and what was done of it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.domain.progress.diary import Rating
from bot.domain.session.script import Script
from bot.domain.session.session import Phase
from bot.store.known import known
from bot.store.moments import moment, text
from bot.store.session import scripts


@dataclass(frozen=True, slots=True)
class Begun:
    """A session. `stored`: its script, as it stands in the row."""

    id: int
    routine: str
    began_at: datetime
    phase: Phase
    rating: Rating | None
    stored: str

    @property
    def script(self) -> Script:
        """Empty where it can't be read."""
        try:
            return scripts.from_json(self.stored)
        except scripts.NoScript:
            return ()

    @property
    def hurt(self) -> bool:
        return self.rating is Rating.HURT or self.phase is Phase.STOPPED


class Lately:
    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute  # the wrapper's extras are not worth their time here

    def newest_first(self, person: int, since: datetime) -> Iterator[Begun]:
        """The sessions begun since then in which something was done, read as they are asked for."""
        rows = self._execute(
            "select id, routine, began_at, phase, rating, script from sessions where person = ? and began_at >= ?"
            " and exists (select 1 from done where session = sessions.id) order by began_at desc",
            [person, text(since)],
        )
        for number, routine, began_at, phase, rating, script in rows:
            ended = known(Phase, phase) or Phase.LEFT
            yield Begun(number, routine, moment(began_at), ended, known(Rating, rating), script)

    def times_done(self, person: int, since: datetime) -> Mapping[str, int]:
        """In how many sessions begun since then each exercise was done, by its slug."""
        rows = self._execute(
            "select exercise from sessions join done on done.session = sessions.id"
            " where person = ? and began_at >= ? group by session, exercise",
            [person, text(since)],
        )
        return Counter(row[0] for row in rows)

    def first(self, person: int) -> datetime | None:
        """When they began their first session."""
        row = self._execute("select min(began_at) from sessions where person = ?", [person]).fetchone()
        return moment(row[0]) if row[0] else None
