"""Telegram's name for each uploaded file, by the file's content."""

from sqlite_utils import Database


class Files:
    """`hash` is of the file's content: a picture that is drawn anew is uploaded anew."""

    def __init__(self, db: Database, bot: int) -> None:
        self._execute, self.bot = db.conn.execute, bot

    def file_id(self, hash: str) -> str | None:  # noqa: A002
        row = self._execute(
            "select file_id from files where bot = ? and hash = ?", [self.bot, hash]
        ).fetchone()
        return row[0] if row else None

    def keep(self, hash: str, file_id: str) -> None:  # noqa: A002
        self._execute(
            "insert or replace into files (bot, hash, file_id) values (?, ?, ?)", [self.bot, hash, file_id]
        )

    def forget(self, hash: str) -> None:  # noqa: A002
        self._execute("delete from files where bot = ? and hash = ?", [self.bot, hash])
