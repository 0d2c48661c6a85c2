"""A person's sessions, as the diary and the figures of progress read them."""

from collections.abc import Iterator
from datetime import datetime
from itertools import takewhile

from sqlite_utils import Database

from bot.domain.progress.diary import Entry, Rating
from bot.domain.progress.kind_words import About
from bot.domain.session.session import Phase
from bot.store.known import known
from bot.store.moments import moment, text


class Diary:
    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute

    def newest_first(self, person: int) -> Iterator[Entry]:
        """Reads rows as they are asked for: mostly only the last few matter."""
        rows = self._execute(
            "select routine, began_at, phase, rating,"
            " (select exercise from done where session = sessions.id order by number limit 1),"
            " (select total(seconds) from done where session = sessions.id)"
            " from sessions where person = ? order by began_at desc",
            [person],
        )
        for routine, began_at, phase, rating, exercise, seconds in rows:
            ended = known(Phase, phase) or Phase.LEFT
            how = known(Rating, rating)
            yield Entry(routine, exercise or "", moment(began_at), int(seconds), ended, how)

    def since(self, person: int, then: datetime) -> list[Entry]:
        return list(takewhile(lambda entry: entry.began_at >= then, self.newest_first(person)))

    def spans(self, person: int, then: datetime) -> list[tuple[datetime, int]]:
        """Sessions since then in which something was done: when each began (UTC), and the seconds done. The oldest first."""
        rows = self._execute(
            "select began_at, (select total(seconds) from done where session = sessions.id) as seconds"
            " from sessions where person = ? and began_at >= ? and seconds > 0 order by began_at",
            [person, text(then)],
        )
        return [(moment(began_at), int(seconds)) for began_at, seconds in rows]

    def began(self, person: int) -> list[datetime]:
        rows = self._execute(
            "select began_at from sessions where person = ?"
            " and exists (select 1 from done where session = sessions.id and seconds > 0) order by began_at",
            [person],
        )
        return [moment(row[0]) for row in rows]

    def last_done(self, person: int) -> dict[str, datetime]:
        """By routine slug, when something of it was last done; "" stands for single exercises."""
        rows = self._execute(
            "select routine, max(began_at) from sessions"
            " where person = ? and exists (select 1 from done where session = sessions.id) group by routine",
            [person],
        )
        return {row[0]: moment(row[1]) for row in rows}

    def said(self, person: int) -> Iterator[tuple[int, datetime, About]]:
        """What the sentence at each session's end was about: session, when it began (UTC), subject. The newest first."""
        rows = self._execute(
            "select id, began_at, kind_word from sessions where person = ? and kind_word is not null"
            " order by began_at desc",
            [person],
        )
        for session, began_at, about in rows:
            if read := known(About, about):
                yield session, moment(began_at), read

    def said_of(self, session: int, person: int) -> About | None:
        row = self._execute(
            "select kind_word from sessions where id = ? and person = ?", [session, person]
        ).fetchone()
        return known(About, row[0]) if row and row[0] else None

    def say(self, session: int, person: int, about: About) -> None:
        self._execute(
            "update sessions set kind_word = ? where id = ? and person = ?", [about.value, session, person]
        )
