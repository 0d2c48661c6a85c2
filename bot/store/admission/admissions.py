"""Who was shut out, which outlasts all else that is kept of them; and who said the word that lets them in."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.store.moments import moment, text

KEPT = timedelta(hours=48)
"""So long the chat of a stranger is kept."""

PRUNED_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Ban:
    """`by`: the number of the admin. `at`: UTC."""

    person: int
    by: int
    at: datetime


class Admissions:
    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute  # the wrapper's extras are not worth their time here

    def ban(self, person: int, by: int, now: datetime) -> bool:
        """Also somebody who never wrote. False where they were shut out before, which stays as it was."""
        added = self._execute(
            "insert into bans (person, banned_by, at) values (?, ?, ?) on conflict (person) do nothing",
            [person, by, text(now)],
        )
        return bool(added.rowcount)

    def unban(self, person: int) -> bool:
        """False where they were not shut out."""
        return bool(self._execute("delete from bans where person = ?", [person]).rowcount)

    def is_banned(self, person: int) -> bool:
        return self._execute("select 1 from bans where person = ?", [person]).fetchone() is not None

    def banned(self) -> list[Ban]:
        """The latest first."""
        rows = self._execute("select person, banned_by, at from bans order by at desc, person")
        return [Ban(person, by, moment(str(at))) for person, by, at in rows]

    def note_stranger(self, person: int, now: datetime) -> None:
        """They wrote, and are not known: their chat is kept until it is quiet."""
        self._execute("insert or replace into strangers (person, at) values (?, ?)", [person, text(now)])

    def forget_stranger(self, person: int) -> None:
        self._execute("delete from strangers where person = ?", [person])

    def prune(self, before: datetime) -> None:
        """Some of the strangers who were quiet since, with what their chats show; done often, it keeps up."""
        quiet = self._execute(
            "select person from strangers where at < ? limit ?", [text(before), PRUNED_AT_ONCE]
        ).fetchall()
        for (person,) in quiet:
            self._execute(
                "delete from chats where chat = ?1 and not exists (select 1 from people where id = ?1)",
                [person],
            )
            self.forget_stranger(person)

    def admit(self, person: int, now: datetime) -> None:
        """Somebody known, until they delete all of theirs."""
        self._execute(
            "insert into admitted (person, at) values (?, ?) on conflict (person) do nothing",
            [person, text(now)],
        )

    def is_admitted(self, person: int) -> bool:
        return self._execute("select 1 from admitted where person = ?", [person]).fetchone() is not None
