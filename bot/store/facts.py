"""Facts about the file as a whole, by name."""

from sqlite_utils import Database

RESTORED = "restored"
"""When the file was put in place as a copy of an older time."""

ERASED = "erased"
"""When somebody was last deleted. Removed once the unused parts of the file hold nothing of them."""

LOGGED = "logged"
"""Which write-ahead log still holds data of deleted people. Removed once nothing of that log is left."""

ADMINS, MENU_OF = "admins of ", ": the menu of "
"""Names of facts, each with a bot's number behind it, and the second with the admin's: who has an admin's menu in their chat."""


class Facts:
    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute

    def get(self, name: str) -> str | None:
        row = self._execute("select value from facts where name = ?", [name]).fetchone()
        return str(row[0]) if row else None

    def set(self, name: str, value: str) -> None:
        self._execute("insert or replace into facts (name, value) values (?, ?)", [name, value])

    def forget(self, name: str, value: str | None = None) -> None:
        self._execute("delete from facts where name = ?1 and value = coalesce(?2, value)", [name, value])

    def forget_admin(self, person: int) -> None:
        """The next start notes the admin again if the settings still name them."""
        self._execute("delete from facts where name like ? || '%' || ? || ?", [ADMINS, MENU_OF, person])
        lists = self._execute(
            "select name, value from facts where name like ?1 || '%' and ',' || value || ',' like '%,' || ?2 || ',%'",
            [ADMINS, person],
        ).fetchall()
        for name, value in lists:
            others = [number for number in str(value).split(",") if number != str(person)]
            self.set(name, ",".join(others))
