"""Photos and videos of people's own exercises, by Telegram's names for them. Every look-up by id is also by person."""

from datetime import datetime

from sqlite_utils import Database

from bot.domain.own.own_exercise import FileKind, SentFile
from bot.store.known import known
from bot.store.moments import text

WAITING = 5
"""How many files without an exercise are kept for each person, the newest."""


class OwnMedia:
    """Telegram's names are good for this bot only."""

    def __init__(self, db: Database, bot: int) -> None:
        self._execute, self._bot = db.conn.execute, bot

    def add(self, person: int, sent: SentFile, caption: str, now: datetime) -> int:
        cursor = self._execute(
            "insert into own_media (person, bot, file_id, file_unique_id, kind, size, album, caption, sent_at)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [person, self._bot, sent.file, sent.unique, sent.kind.value, sent.size, sent.album, caption, text(now)],
        )  # fmt: skip
        self._execute(
            "delete from own_media where person = ? and exercise is null and id not in"
            " (select id from own_media where person = ? and exercise is null order by id desc limit ?)",
            [person, person, WAITING],
        )
        return cursor.lastrowid or 0

    def waiting(self, id: int, person: int) -> tuple[str, int | None] | None:  # noqa: A002
        """Its caption, and the exercise that has it by now, if any. None if it is not there."""
        row = self._execute(
            "select caption, exercise from own_media where id = ? and person = ? and bot = ?",
            [id, person, self._bot],
        ).fetchone()
        return (row[0], row[1]) if row else None

    def has_album(self, album: str, person: int) -> bool:
        rows = self._execute("select 1 from own_media where person = ? and album = ?", [person, album])
        return rows.fetchone() is not None

    def give(self, id: int, exercise: int, person: int) -> None:  # noqa: A002
        """Replaces what showed that exercise, but not another bot's name of the very same file."""
        self._execute(
            "delete from own_media where exercise = ? and person = ? and id != ? and (bot = ? or file_unique_id !="
            " (select file_unique_id from own_media where id = ?))",
            [exercise, person, id, self._bot, id],
        )
        self._execute(
            "update own_media set exercise = ?, caption = '' where id = ? and person = ? and bot = ? and exercise is null",
            [exercise, id, person, self._bot],
        )  # fmt: skip

    def take_away(self, exercise: int, person: int) -> None:
        self._execute("delete from own_media where exercise = ? and person = ?", [exercise, person])

    def discard(self, id: int, person: int) -> None:  # noqa: A002
        self._execute("delete from own_media where id = ? and person = ? and exercise is null", [id, person])

    def file(self, id: int, person: int) -> tuple[FileKind, str] | None:  # noqa: A002
        row = self._execute(
            "select kind, file_id from own_media where id = ? and person = ? and bot = ? and not is_gone",
            [id, person, self._bot],
        ).fetchone()
        kind = known(FileKind, row[0]) if row else None
        return (kind, row[1]) if kind else None

    def lose(self, id: int, person: int) -> bool:  # noqa: A002
        """Telegram no longer knows its name. False if it is not ours any more."""
        cursor = self._execute(
            "update own_media set is_gone = 1 where id = ? and person = ? and bot = ? and not is_gone",
            [id, person, self._bot],
        )
        return cursor.rowcount > 0
