"""Messages with a session as audio or video that were sent to somebody, since they may have to be taken back."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.store.moments import text

KEPT = timedelta(hours=48)
"""How long a bot may delete its messages in a private chat (Bot API, deleteMessage)."""


class SentFilms:
    """Keeps nothing about people who were forgotten meanwhile."""

    def __init__(self, db: Database, bot: int) -> None:
        self._execute, self._bot = db.conn.execute, bot

    def note(self, person: int, message: int, session: int, now: datetime) -> None:
        self._execute(
            "insert or replace into sent_films (bot, person, message, session, sent_at) select ?, id, ?, ?, ? from people"
            " where id = ?",
            [self._bot, message, session, text(now), person],
        )
        self._execute("delete from sent_films where person = ? and sent_at <= ?", [person, text(now - KEPT)])

    def is_sent(self, person: int, session: int) -> bool:
        row = self._execute(
            "select exists (select 1 from sent_films where bot = ? and person = ? and session = ?)",
            [self._bot, person, session],
        ).fetchone()
        return bool(row[0])

    def to_take_back(self, person: int, now: datetime) -> list[int]:
        rows = self._execute(
            "select message from sent_films where bot = ? and person = ? and sent_at > ? order by message",
            [self._bot, person, text(now - KEPT)],
        )
        return [row[0] for row in rows]

    def of_session(self, person: int, session: int, now: datetime) -> list[int]:
        rows = self._execute(
            "select message from sent_films where bot = ? and person = ? and session = ? and sent_at > ?"
            " order by message",
            [self._bot, person, session, text(now - KEPT)],
        )
        return [row[0] for row in rows]

    def forget(self, person: int, messages: Sequence[int]) -> None:
        for message in messages:
            self._execute(
                "delete from sent_films where bot = ? and person = ? and message = ?",
                [self._bot, person, message],
            )
