"""Bans, which outlast everything else about a person; and people who said the word that lets them in."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.domain.person.person import Preferences, Rest
from bot.store.known import known
from bot.store.moments import moment, text

KEPT = timedelta(hours=48)
"""How long the chat of a stranger is kept."""

PRUNED_AT_ONCE = 50

NOBODY = 0
"""In the place of an admin who erased all of their own data."""


@dataclass(frozen=True, slots=True)
class Ban:
    """`by`: the id of the admin. `at`: UTC."""

    person: int
    by: int
    at: datetime


class Admissions:
    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute

    def ban(self, person: int, by: int, now: datetime) -> bool:
        added = self._execute(
            "insert into bans (person, banned_by, at) values (?, ?, ?) on conflict (person) do nothing",
            [person, by, text(now)],
        )
        return bool(added.rowcount)

    def forget_admin(self, admin: int) -> None:
        self._execute("update bans set banned_by = ? where banned_by = ?", [NOBODY, admin])

    def unban(self, person: int) -> bool:
        return bool(self._execute("delete from bans where person = ?", [person]).rowcount)

    def is_banned(self, person: int) -> bool:
        return self._execute("select 1 from bans where person = ?", [person]).fetchone() is not None

    def banned(self) -> list[Ban]:
        rows = self._execute("select person, banned_by, at from bans order by at desc, person")
        return [Ban(person, by, moment(str(at))) for person, by, at in rows]

    def note_stranger(self, person: int, now: datetime) -> None:
        self._execute(
            "insert into strangers (person, at) values (?, ?) on conflict (person) do update set at = excluded.at",
            [person, text(now)],
        )

    def let_stranger_rest(self, person: int, who: Preferences) -> None:
        self._execute(
            "update strangers set rest = ?, rests_until = ? where person = ?",
            [who.rest.value, text(who.rests_until), person],
        )

    def resting_stranger(self, person: int) -> Preferences:
        """Holds only what they were told to look after first; they were asked nothing."""
        row = self._execute("select rest, rests_until from strangers where person = ?", [person]).fetchone()
        if row is None:
            return Preferences()
        return Preferences(rest=known(Rest, row[0]) or Rest.NONE, rests_until=moment(row[1]))

    def forget_stranger(self, person: int) -> None:
        self._execute("delete from strangers where person = ?", [person])

    def prune(self, before: datetime) -> None:
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
        self._execute(
            "insert into admitted (person, at) values (?, ?) on conflict (person) do nothing",
            [person, text(now)],
        )

    def is_admitted(self, person: int) -> bool:
        return self._execute("select 1 from admitted where person = ?", [person]).fetchone() is not None
