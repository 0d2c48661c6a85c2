"""The last picture of each kind that was drawn for a person, by Telegram's name of it: it is deleted with the person."""

from sqlite_utils import Database


class Drawn:
    """`job`: the kind of picture. `hash`: of all its inputs; when they change, it is drawn anew. Keeps nothing about people who were
    forgotten meanwhile."""

    def __init__(self, db: Database, bot: int) -> None:
        self._execute, self.bot = db.conn.execute, bot

    def file_id(self, person: int, job: str, hash: str) -> str | None:  # noqa: A002
        row = self._execute(
            "select file_id from drawn where bot = ? and person = ? and job = ? and hash = ?",
            [self.bot, person, job, hash],
        ).fetchone()
        return row[0] if row else None

    def keep(self, person: int, job: str, hash: str, file_id: str) -> None:  # noqa: A002
        self._execute(
            "insert or replace into drawn (bot, person, job, hash, file_id) select ?, id, ?, ?, ? from people where id = ?",
            [self.bot, job, hash, file_id, person],
        )

    def forget(self, person: int, job: str) -> bool:
        gone = self._execute(
            "delete from drawn where bot = ? and person = ? and job = ?", [self.bot, person, job]
        )
        return gone.rowcount > 0
