"""What each chat shows, and what it is owed: the screen that was decided and not sent yet; and whether the person can be reached."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.store.file.damage import suppress_damage, until_damaged
from bot.store.known import is_number
from bot.store.moments import moment, text

MOST_UNWANTED = 100
"""Messages of one chat that wait to be deleted; each takes a call."""

TOGETHER = timedelta(hours=3)
"""So long after the newest of them it is known which messages one button removes together."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The bot's last message in a chat: its id, the stored view it shows, and when it was sent (UTC).

    `stale`: an older message whose buttons are still to be taken off. `remains`: the stored view that will be left of
    the stale one; None: nothing. `drawn_at`: when the message was last changed to show this view; None: it was sent
    with it.
    """

    message: int
    view: str
    sent_at: datetime
    stale: int | None = None
    remains: str | None = None
    drawn_at: datetime | None = None

    @property
    def since(self) -> datetime:
        return self.drawn_at or self.sent_at


@dataclass(frozen=True, slots=True)
class Debt:
    """What a chat shows and is owed. `owed`: the stored view that was decided and not sent; None: nothing. `has_more`: messages of people
    wait to be deleted, or files to come beside the screen.
    """

    owed: str | None = None
    shown: Shown | None = None
    has_more: bool = False


@dataclass(frozen=True, slots=True)
class Loss:
    """A person whom this bot can't reach. `times`: how many times in a row that was found; 0 for somebody who never had a chat with it.

    `ask_again_at`: when a reminder is tried again (UTC); None: not until they come back.
    """

    times: int
    ask_again_at: datetime | None


_ALL = "select chat from chats where bot = ?"


class Chats:
    """`owe`, `mark_unwanted`: part of the decision's transaction."""

    def __init__(self, db: Database, bot: int) -> None:
        self._execute, self.bot = db.conn.execute, bot

    def shown(self, chat: int) -> Shown | None:
        return self.debt(chat).shown

    def owed(self, chat: int) -> str | None:
        """Reads one column, because the whole row takes three times as long, and a decision asks several times."""
        row = self._execute("select owed from chats where bot = ? and chat = ?", [self.bot, chat]).fetchone()
        return row[0] if row else None

    def owe(self, chat: int, view: str, now: datetime | None = None) -> None:
        """Replaces what was owed before. `now`: since when it is owed; None: as long as before, because it is the same
        view in another form.
        """
        self._execute(
            "insert into chats (bot, chat, owed, owed_at) values (?, ?, ?, ?) on conflict (bot, chat)"
            " do update set owed = excluded.owed, owed_at = coalesce(excluded.owed_at, owed_at),"
            " put_off_until = null, put_off_times = 0",
            [self.bot, chat, view, text(now)],
        )

    def debt(self, chat: int) -> Debt:
        row = self._execute(
            "select owed, message, shown, sent_at, stale, remains, drawn_at, unwanted is not null or papers is not null"
            " from chats where bot = ? and chat = ?",
            [self.bot, chat],
        ).fetchone()
        if row is None:
            return Debt()
        owed, message, shown, sent_at, stale, remains, drawn_at, has_more = row
        if message is None:
            return Debt(owed, None, bool(has_more))
        shows = Shown(message, shown, moment(sent_at or ""), stale, remains, moment(drawn_at))
        return Debt(owed, shows, bool(has_more))

    def pay(self, chat: int, view: str | None, shown: Shown | None) -> None:
        """`view` was sent, and the chat shows `shown`. If another view is owed by now, it stays owed."""
        self._execute(
            "update chats set message = ?, shown = ?, sent_at = ?, stale = ?, remains = ?, drawn_at = ?,"
            " owed = nullif(owed, ?), put_off_until = null, put_off_times = 0"
            " where bot = ? and chat = ?",
            [*_columns(shown), view, self.bot, chat],
        )

    def write_off(self, chat: int, view: str) -> None:
        self._execute(
            "update chats set owed = nullif(owed, ?), put_off_until = null, put_off_times = 0 where bot = ? and chat = ?",
            [view, self.bot, chat],
        )

    def write_off_unreadable(self, chat: int) -> None:
        """Clears the debt whatever it is: a value that can't be read may not even equal itself."""
        self._execute("update chats set owed = null where bot = ? and chat = ?", [self.bot, chat])

    def mark_unwanted(self, chat: int, messages: Sequence[int]) -> None:
        every = [*dict.fromkeys((*self.unwanted(chat), *messages))][-MOST_UNWANTED:]
        self._execute(
            "update chats set unwanted = ? where bot = ? and chat = ?", [_ids(every), self.bot, chat]
        )

    def unwanted(self, chat: int) -> tuple[int, ...]:
        row = self._execute(
            "select unwanted from chats where bot = ? and chat = ?", [self.bot, chat]
        ).fetchone()
        return _numbers(row[0] if row else None)

    def forget_unwanted(self, chat: int, messages: Sequence[int]) -> None:
        """`messages` have been deleted. If more have become unwanted meanwhile, the whole list stays."""
        self._execute(
            "update chats set unwanted = nullif(unwanted, ?) where bot = ? and chat = ?",
            [_ids(messages), self.bot, chat],
        )

    def note_together(self, chat: int, messages: Sequence[int], now: datetime) -> None:
        """For the button that removes them. Of very many, it keeps the first, which tells most, and the newest."""
        every = [*dict.fromkeys((*self.together(chat, now), *messages))]
        kept = [*every[:1], *every[1:][1 - MOST_UNWANTED :]]
        self._execute(
            "insert into chats (bot, chat, together, together_at) values (?, ?, ?, ?) on conflict (bot, chat)"
            " do update set together = excluded.together, together_at = excluded.together_at",
            [self.bot, chat, _ids(kept), text(now)],
        )

    def together(self, chat: int, now: datetime) -> tuple[int, ...]:
        row = self._execute(
            "select together from chats where bot = ? and chat = ? and together_at > ?",
            [self.bot, chat, text(now - TOGETHER)],
        ).fetchone()
        return _numbers(row[0] if row else None)

    def part(self, chat: int) -> None:
        self._execute(
            "update chats set together = null, together_at = null where bot = ? and chat = ?",
            [self.bot, chat],
        )

    def part_old(self, now: datetime) -> None:
        """For all bots."""
        self._execute(
            "update chats set together = null, together_at = null where together_at <= ?",
            [text(now - TOGETHER)],
        )

    def keep_paper(self, chat: int, job: str, view: str) -> None:
        self._keep_papers(chat, {**self.papers(chat), job: view})

    def papers(self, chat: int) -> dict[str, str]:
        row = self._execute(
            "select papers from chats where bot = ? and chat = ?", [self.bot, chat]
        ).fetchone()
        try:
            kept = json.loads(row[0]) if row and row[0] else None
        except (ValueError, RecursionError):
            return {}
        return {str(job): str(view) for job, view in kept.items()} if isinstance(kept, dict) else {}

    def forget_paper(self, chat: int, job: str, view: str) -> None:
        kept = self.papers(chat)
        if kept.get(job) == view:
            self._keep_papers(chat, {other: kept[other] for other in kept if other != job})

    def forget_papers(self, chat: int) -> None:
        self._keep_papers(chat, {})

    def _keep_papers(self, chat: int, papers: dict[str, str]) -> None:
        kept = json.dumps(papers, ensure_ascii=False) if papers else None
        self._execute("update chats set papers = ? where bot = ? and chat = ?", [kept, self.bot, chat])

    def forget(self, chat: int) -> None:
        self._execute("delete from chats where bot = ? and chat = ?", [self.bot, chat])

    def forget_with_others(self, person: int) -> None:
        self._execute("delete from chats where chat = ? and bot <> ?", [person, self.bot])

    def forget_everywhere(self, person: int) -> None:
        self._execute("delete from chats where chat = ?", [person])

    def count_waiting(self, until: datetime) -> int:
        row = self._execute(
            "select count(*) from chats where (owed is not null or stale is not null) and owed is not null"
            " and owed_at <= ? and bot = (select bot from heartbeats order by at desc limit 1)",
            [text(until)],
        ).fetchone()
        return int(row[0])

    def forget_screens(self) -> None:
        nothing = [
            "owed",
            "owed_at",
            "message",
            "shown",
            "sent_at",
            "stale",
            "remains",
            "drawn_at",
            "unwanted",
            "together",
            "together_at",
            "papers",
            "put_off_until",
        ]
        self._execute(
            f"update chats set {', '.join(f'{column} = null' for column in nothing)}, put_off_times = 0"  # noqa: S608
        )

    def in_debt(self) -> list[int]:
        rows = self._execute(
            "select chat from chats where bot = ?1 and (owed is not null or stale is not null)"
            " union select chat from chats where bot = ?1 and unwanted is not null"
            " union select chat from chats where bot = ?1 and papers is not null",
            [self.bot],
        )
        with suppress_damage():
            return [row[0] for row in rows]
        return self._readable_in_debt()

    def _readable_in_debt(self) -> list[int]:
        chats = [row[0] for row in until_damaged(self._execute(_ALL, [self.bot]))]
        return [chat for chat in chats if self._is_in_debt(chat)]

    def _is_in_debt(self, chat: int) -> bool:
        with suppress_damage():
            debt = self.debt(chat)
            if debt.owed or (debt.shown and debt.shown.stale):
                return True
            return debt.has_more and bool(self.unwanted(chat) or self.papers(chat))
        return False

    def put_off(self, chat: int, until: datetime | None) -> None:
        """Telegram refused what the chat is owed: try again at `until`; None: not by itself."""
        self._execute(
            "update chats set put_off_until = ?, put_off_times = put_off_times + 1 where bot = ? and chat = ?",
            [text(until), self.bot, chat],
        )

    def times_put_off(self, chat: int) -> int:
        row = self._execute(
            "select put_off_times from chats where bot = ? and chat = ?", [self.bot, chat]
        ).fetchone()
        return int(row[0]) if row else 0

    def take_put_off(self, now: datetime, longest: timedelta, limit: int) -> list[int]:
        """A moment further ahead than `longest` was set before the clock was set back, and counts as over."""
        due = self._execute(
            "select chat from chats where bot = ? and put_off_until is not null"
            " and (put_off_until <= ? or put_off_until > ?) order by put_off_until limit ?",
            [self.bot, text(now), text(now + longest), limit],
        ).fetchall()
        for chat in due:
            self._execute(
                "update chats set put_off_until = null where bot = ? and chat = ?", [self.bot, chat[0]]
            )
        return [row[0] for row in due]

    def bring_forward(self, now: datetime) -> None:
        self._execute(
            "update chats set put_off_until = ? where bot = ? and put_off_until is not null",
            [text(now), self.bot],
        )

    def mark_lost(self, person: int, now: datetime, loss: Loss) -> None:
        self._execute(
            "insert into chats (bot, chat, lost_at, lost_times, ask_again_at) values (?, ?, ?, ?, ?) on conflict (bot, chat)"
            " do update set lost_at = excluded.lost_at, lost_times = excluded.lost_times, ask_again_at = excluded.ask_again_at",
            [self.bot, person, text(now), loss.times, text(loss.ask_again_at)],
        )

    def loss(self, person: int) -> Loss | None:
        row = self._execute(
            "select lost_times, ask_again_at from chats where bot = ? and chat = ? and lost_at is not null",
            [self.bot, person],
        ).fetchone()
        return Loss(row[0], moment(row[1])) if row else None

    def mark_found(self, person: int, lost_at: datetime | None = None) -> bool:
        """False if they were not lost. `lost_at`: finds them only if they were lost at that moment."""
        cursor = self._execute(
            "update chats set lost_at = null, lost_times = 0, ask_again_at = null"
            " where bot = ?1 and chat = ?2 and lost_at is not null and lost_at = coalesce(?3, lost_at)",
            [self.bot, person, text(lost_at)],
        )
        return cursor.rowcount > 0

    def mark_strangers_lost(self, now: datetime) -> None:
        """For a file that another bot has served: this bot can't reach people until they write to it."""
        self._execute(
            "insert into chats (bot, chat, lost_at) select ?, id, ? from people where true on conflict (bot, chat) do nothing",
            [self.bot, text(now)],
        )

    def count_lost(self) -> int:
        row = self._execute(
            "select count(*) from chats where lost_at is not null"
            " and bot = (select bot from heartbeats order by at desc limit 1)"
        ).fetchone()
        return int(row[0])


def _columns(shown: Shown | None) -> list[object]:
    """`remains` belongs to the stale message: without one, nothing remains."""
    if shown is None:
        return [None] * 6
    remains = shown.remains if shown.stale is not None else None
    return [shown.message, shown.view, text(shown.sent_at), shown.stale, remains, text(shown.drawn_at)]


def _numbers(stored: str | None) -> tuple[int, ...]:
    return tuple(int(part) for part in (stored or "").split("-") if is_number(part))


def _ids(messages: Sequence[int]) -> str:
    return "-".join(map(str, messages))
