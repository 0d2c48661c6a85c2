"""A person's sessions of the last days, which the planner goes by: what was begun, and what was done."""

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
    """`stored`: the session's script, as it stands in the row."""

    id: int
    routine: str
    began_at: datetime
    phase: Phase
    rating: Rating | None
    stored: str

    @property
    def script(self) -> Script:
        try:
            return scripts.from_json(self.stored)
        except scripts.NoScript:
            return ()

    @property
    def hurt(self) -> bool:
        return self.rating is Rating.HURT or self.phase is Phase.STOPPED


class Lately:
    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute

    def newest_first(self, person: int, since: datetime) -> Iterator[Begun]:
        rows = self._execute(
            "select id, routine, began_at, phase, rating, script from sessions where person = ? and began_at >= ?"
            " and exists (select 1 from done where session = sessions.id) order by began_at desc",
            [person, text(since)],
        )
        for number, routine, began_at, phase, rating, script in rows:
            ended = known(Phase, phase) or Phase.LEFT
            yield Begun(number, routine, moment(began_at), ended, known(Rating, rating), script)

    def times_done(self, person: int, since: datetime) -> Mapping[str, int]:
        rows = self._execute(
            "select exercise from sessions join done on done.session = sessions.id"
            " where person = ? and began_at >= ? group by session, exercise",
            [person, text(since)],
        )
        return Counter(row[0] for row in rows)
