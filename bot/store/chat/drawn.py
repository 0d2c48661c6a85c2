"""Which picture was last drawn for a person, of each kind, and Telegram's name of it: it goes when they go."""

from sqlite_utils import Database


class Drawn:
    """`job`: what drew it. `hash`: of all that it was told; where that changes, it is drawn anew."""

    def __init__(self, db: Database, bot: int) -> None:
        self._execute, self.bot = db.conn.execute, bot

    def file_id(self, person: int, job: str, hash: str) -> str | None:  # noqa: A002
        row = self._execute(
            "select file_id from drawn where bot = ? and person = ? and job = ? and hash = ?",
            [self.bot, person, job, hash],
        ).fetchone()
        return row[0] if row else None

    def keep(self, person: int, job: str, hash: str, file_id: str) -> None:  # noqa: A002
        """In place of the one before. Nothing is kept of people who have been forgotten meanwhile."""
        self._execute(
            "insert or replace into drawn (bot, person, job, hash, file_id) select ?, id, ?, ?, ? from people where id = ?",
            [self.bot, job, hash, file_id, person],
        )

    def forget(self, person: int, job: str) -> bool:
        """Telegram does not know it any more. False if there was none."""
        gone = self._execute(
            "delete from drawn where bot = ? and person = ? and job = ?", [self.bot, person, job]
        )
        return gone.rowcount > 0
