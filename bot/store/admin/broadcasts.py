"""Messages from admins to everybody: how far each has come, and the letters that are on their way or put off.

People are gone through in the order of their ids: those up to `reached` have had their turn.
"""

import json
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from bot.domain.admin.broadcast import Broadcast, BroadcastStage, Letter, Outcome
from bot.store.known import LARGEST_COUNT, known
from bot.store.moments import moment, text

_COLUMNS = (
    "id, admin, words, stage, begun_at, people, sent, lost, failed, is_told, twice,"
    " (select count(*) from letters where broadcast = broadcasts.id and not is_out)"
)
_IS_LOST = (
    "exists (select 1 from chats indexed by chats_lost where bot = ?1 and chat = id and lost_at is not null)"
)
_WITHOUT_NEWS = """(
    skips_news or after_birth or age is '0' or cleared in ('urgent', 'emergency')
    or rest in ('until-asked', 'asked') or rests_until is not null
    or rest = 'until-clear' and cleared not in ('clear', 'soon')
    or instr(tags, '"surgery"') and not instr(allowed, '"surgery"')
    or instr(tags, '"stiff-spine"') and not instr(allowed, '"stiff-spine"')
)"""
"""`Preferences.hears_no_news`, as an index has it word for word: so nobody's tap waits while they are counted."""

_COUNT_WITHOUT_NEWS = f"""
    select count(*) from people
    where {_WITHOUT_NEWS} and not {_IS_LOST} and id not in (select person from bans)
"""  # noqa: S608

_COUNT_REACHABLE = f"""
    select (select count(*) from people)
    - (select count(*) from chats indexed by chats_lost where bot = ?1 and lost_at is not null)
    - (select count(*) from bans cross join people on id = bans.person where not {_IS_LOST})
"""  # noqa: S608

_COUNT_LET_IN = f"""
    select count(*) from people where not {_WITHOUT_NEWS} and not {_IS_LOST} and (
        id in (select value from json_each(?2))
        or id not in (select person from bans)
        and (id in (select value from json_each(?3)) or ?4 and id in (select person from admitted))
    )
"""  # noqa: S608


class Broadcasts:
    def __init__(self, db: Database, bot: int) -> None:
        self._execute, self._bot = db.conn.execute, bot

    def draft(self, admin: int, words: str, now: datetime) -> Broadcast:
        self._execute(
            "delete from broadcasts where bot = ? and admin = ? and stage = 'draft'", [self._bot, admin]
        )
        cursor = self._execute(
            "insert into broadcasts (bot, admin, words, stage, made_at) values (?, ?, ?, 'draft', ?)",
            [self._bot, admin, words, text(now)],
        )
        return Broadcast(cursor.lastrowid or 0, admin, words, BroadcastStage.DRAFT)

    def get(self, id: int) -> Broadcast | None:  # noqa: A002
        return self._one("id = ?2", id)

    def going(self) -> Broadcast | None:
        return self._one("stage = 'going' limit 1")

    def untold(self) -> Broadcast | None:
        return self._one("stage in ('done', 'stopped', 'cut') and not is_told order by id limit 1")

    def drop(self, id: int, admin: int) -> None:  # noqa: A002
        self._execute(
            "delete from broadcasts where id = ? and bot = ? and admin = ? and stage = 'draft'",
            [id, self._bot, admin],
        )

    def begin(self, id: int, admin: int, now: datetime, people: int) -> bool:  # noqa: A002
        """`people`: how many it goes to. False if it is no draft of this admin, or another broadcast is going."""
        begun = self._execute(
            "update broadcasts set stage = 'going', begun_at = ?, people = ?"
            " where id = ? and bot = ? and admin = ? and stage = 'draft'"
            " and not exists (select 1 from broadcasts as other where other.bot = broadcasts.bot and other.stage = 'going')",
            [text(now), people, id, self._bot, admin],
        )
        return bool(begun.rowcount)

    def end(self, id: int, stage: BroadcastStage) -> bool:  # noqa: A002
        """Letters that are just being sent still count if they arrive. False if it was not going."""
        ended = self._execute(
            "update broadcasts set stage = ?, is_told = 0 where id = ? and stage = 'going'", [stage.value, id]
        )
        if ended.rowcount:
            self._execute("delete from letters where broadcast = ? and not is_out", [id])
        return bool(ended.rowcount)

    def have_told(self, id: int) -> None:  # noqa: A002
        self._execute("update broadcasts set is_told = 1 where id = ?", [id])

    def cut(self) -> None:
        """Ends the broadcasts of all bots: the file is an older copy, and nobody knows who has received them since."""
        self._execute("update broadcasts set stage = 'cut', is_told = 0 where stage = 'going'")
        self._execute("delete from letters")

    def begin_again(self, now: datetime) -> None:
        self._execute(
            "delete from letters where broadcast in (select id from broadcasts where bot = ? and stage <> 'going')",
            [self._bot],
        )
        self._execute(
            "update letters set is_out = 0, is_unsure = 1, due_at = ? where is_out"
            " and broadcast in (select id from broadcasts where bot = ?)",
            [text(now), self._bot],
        )

    def count_reachable(self) -> int:
        row = self._execute(_COUNT_REACHABLE, [self._bot]).fetchone()
        return max(0, int(row[0]))

    def count_to_tell(self) -> int:
        """How many people a broadcast goes to if everybody may use the bot."""
        row = self._execute(_COUNT_WITHOUT_NEWS, [self._bot]).fetchone()
        return max(0, self.count_reachable() - int(row[0]))

    def count_let_in(self, admins: Collection[int], people: Collection[int], *, has_word: bool) -> int:
        row = self._execute(
            _COUNT_LET_IN, [self._bot, json.dumps([*admins]), json.dumps([*people]), has_word]
        ).fetchone()
        return int(row[0])

    def next_people(self, broadcast: Broadcast, limit: int) -> list[tuple[int, bool]]:
        """Each with whether it is sent to them: False for people who blocked the bot or came after the broadcast began."""
        rows = self._execute(
            f"select id, met_at <= ?3 and not {_IS_LOST} from people where id > ?2 order by id limit ?4",  # noqa: S608
            [self._bot, self._reached(broadcast.id), text(broadcast.begun_at), limit],
        )
        return [(row[0], bool(row[1])) for row in rows]

    def _reached(self, id: int) -> int:  # noqa: A002
        row = self._execute("select reached from broadcasts where id = ?", [id]).fetchone()
        return int(row[0]) if row else 0

    def reach(self, id: int, person: int) -> None:  # noqa: A002
        self._execute("update broadcasts set reached = max(reached, ?) where id = ?", [person, id])

    def due(self, id: int, now: datetime, limit: int) -> list[Letter]:  # noqa: A002
        rows = self._execute(
            "select person, since, tries, is_unsure from letters where broadcast = ? and not is_out and due_at <= ?"
            " order by due_at limit ?",
            [id, text(now), limit],
        )
        return [
            Letter(id, person, moment(since), tries, bool(unsure)) for person, since, tries, unsure in rows
        ]

    def count_troubled(self, id: int) -> int:  # noqa: A002
        row = self._execute(
            "select count(*) from letters where broadcast = ? and not is_out and tries > 0", [id]
        ).fetchone()
        return int(row[0])

    def has_letters(self, id: int) -> bool:  # noqa: A002
        row = self._execute("select exists (select 1 from letters where broadcast = ?)", [id]).fetchone()
        return bool(row[0])

    def send_out(self, letter: Letter) -> None:
        self._execute(
            "insert into letters (broadcast, person, since, due_at, is_out, tries) values (?1, ?2, ?3, ?3, 1, ?4)"
            " on conflict (broadcast, person) do update set is_out = 1",
            [letter.broadcast, letter.person, text(letter.since), letter.tries],
        )

    def wait(self, letter: Letter, until: datetime) -> None:
        self.close(letter, None)
        self._execute(
            "insert into letters (broadcast, person, since, due_at, is_out, tries, is_unsure)"
            " select ?1, ?2, ?3, ?4, 0, ?5, ?6 where exists (select 1 from broadcasts where id = ?1 and stage = 'going')"
            " and exists (select 1 from people where id = ?2)",
            [
                letter.broadcast,
                letter.person,
                text(letter.since),
                text(until),
                letter.tries,
                letter.is_unsure,
            ],
        )

    def is_out(self, letter: Letter) -> bool:
        row = self._execute(
            "select exists (select 1 from letters join broadcasts on broadcasts.id = letters.broadcast"
            " where broadcast = ? and person = ? and is_out and stage = 'going')",
            [letter.broadcast, letter.person],
        ).fetchone()
        return bool(row[0])

    def close(self, letter: Letter, outcome: Outcome | None) -> None:
        """`outcome` None: it is not counted, as it is no longer to be sent."""
        closed = self._execute(
            "delete from letters where broadcast = ? and person = ?", [letter.broadcast, letter.person]
        )
        if closed.rowcount and outcome:
            self.count(letter.broadcast, outcome)
            if outcome is Outcome.SENT and letter.is_unsure:
                self._count(letter.broadcast, "twice")

    def count(self, id: int, outcome: Outcome) -> None:  # noqa: A002
        self._count(id, outcome.value)

    def _count(self, id: int, column: str) -> None:  # noqa: A002
        counted = f"{column} = min({column}, {LARGEST_COUNT}) + 1"
        self._execute(f"update broadcasts set {counted} where id = ?", [id])  # noqa: S608

    def _one(self, where: str, *values: int) -> Broadcast | None:
        row = self._execute(
            f"select {_COLUMNS} from broadcasts where bot = ?1 and {where}",  # noqa: S608
            [self._bot, *values],
        ).fetchone()
        return _broadcast(row) if row else None


def _broadcast(row: tuple[Any, ...]) -> Broadcast:
    number, admin, words, stage, begun_at, people, sent, lost, failed, is_told, twice, waiting = row
    return Broadcast(
        number,
        admin,
        words,
        known(BroadcastStage, stage),
        moment(begun_at),
        people,
        sent,
        lost,
        failed,
        waiting,
        bool(is_told),
        twice,
    )
