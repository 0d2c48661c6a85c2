"""People and what they told of themselves."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.library.exercise import Equipment, FormRef, Tag
from bot.domain.person.person import Age, Cleared, Floor, Person, Pictures, Preferences, Seen
from bot.store.moments import moment, text

_PREFERENCES = (
    *("cleared", "cleared_at", "age", "seen", "tags", "floor", "level", "equipment", "minutes", "goal"),
    *("zone", "zone_is_sure", "is_discreet", "follows_up", "pictures"),
)
_GET = f"select id, name, language, blocked_at, {', '.join(_PREFERENCES)} from people where id = ?"  # noqa: S608
_PREFER = f"update people set {', '.join(f'{name} = ?' for name in _PREFERENCES)} where id = ?"  # noqa: S608


class People:
    def __init__(self, db: Database) -> None:
        self._execute = db.conn.execute  # the wrapper's extras are not worth their time here

    def get(self, person: int) -> Person | None:
        row = self._execute(_GET, [person]).fetchone()
        return _person(row) if row else None

    def meet(self, who: Person, now: datetime) -> None:
        """Note who is writing, under the name they go by today. Whoever writes has not blocked the bot."""
        self._execute(
            "insert into people (id, name, language, met_at) values (?, ?, ?, ?)"
            " on conflict (id) do update set name = excluded.name, language = excluded.language, blocked_at = null"
            " where name is not excluded.name or language is not excluded.language or blocked_at is not null",
            [who.id, who.name, who.language, text(now)],
        )

    def prefer(self, person: int, preferences: Preferences) -> None:
        self._execute(_PREFER, [*_values(preferences), person])

    def next_words(self, person: int, count: int) -> int:
        """The number, below `count`, of what they are greeted with next: each in turn, so that none comes twice running."""
        rows = self._execute(
            "update people set last_words = (last_words + 1) % ? where id = ? returning last_words",
            [count, person],
        ).fetchall()
        return int(rows[0][0]) if rows else 0

    def lose(self, person: int, now: datetime) -> None:
        """They blocked the bot, or are gone: nothing is sent until they write again."""
        self._execute(
            "update people set blocked_at = ? where id = ? and blocked_at is null", [text(now), person]
        )

    def is_lost(self, person: int) -> bool:
        row = self._execute("select blocked_at is not null from people where id = ?", [person]).fetchone()
        return bool(row and row[0])

    def forget(self, person: int) -> None:
        """All of theirs goes with them."""
        self._execute("delete from people where id = ?", [person])

    def found_too_much(self, person: int, exercise: str, form: str, now: datetime) -> None:
        self._execute(
            "insert or replace into too_much (person, exercise, form, at) values (?, ?, ?, ?)",
            [person, exercise, form, text(now)],
        )

    def too_much(self, person: int) -> frozenset[FormRef]:
        """The forms that were too much for them."""
        rows = self._execute("select exercise, form from too_much where person = ?", [person])
        return frozenset(FormRef(row[0], row[1]) for row in rows)


def _joined(values: Collection[Tag] | Collection[Equipment]) -> str:
    return " ".join(sorted(each.value for each in values))


def _values(p: Preferences) -> tuple[Any, ...]:
    """In the order of _PREFERENCES."""
    return (
        p.cleared.value,
        text(p.cleared_at),
        p.age.value if p.age else None,
        p.seen.value if p.seen else None,
        _joined(p.tags),
        p.floor.value if p.floor else None,
        p.level,
        None if p.equipment is None else _joined(p.equipment),
        p.minutes,
        p.goal,
        p.zone,
        p.zone_is_sure,
        p.is_discreet,
        p.follows_up,
        p.pictures.value,
    )


def _person(row: tuple[Any, ...]) -> Person:
    number, name, language, blocked_at, *told = row
    answers = dict(zip(_PREFERENCES, told, strict=True))
    age, seen, floor, things = (answers[name] for name in ("age", "seen", "floor", "equipment"))
    preferences = Preferences(
        cleared=Cleared(answers["cleared"]),
        cleared_at=moment(answers["cleared_at"]),
        age=Age(age) if age else None,
        seen=Seen(seen) if seen else None,
        tags=frozenset(Tag(tag) for tag in answers["tags"].split()),
        floor=Floor(floor) if floor else None,
        level=answers["level"],
        equipment=None if things is None else frozenset(Equipment(thing) for thing in things.split()),
        minutes=answers["minutes"],
        goal=answers["goal"],
        zone=answers["zone"],
        zone_is_sure=bool(answers["zone_is_sure"]),
        is_discreet=bool(answers["is_discreet"]),
        follows_up=bool(answers["follows_up"]),
        pictures=Pictures(answers["pictures"]),
    )
    return Person(number, name, language, preferences, blocked_at is not None)
