"""What each chat shows, and what it is owed: the screen that was decided and has not been sent; and whether it can be reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.store.file.damage import suppress_damage, until_damaged
from bot.store.moments import moment, text

MOST_UNWANTED = 100
"""Messages that wait to be taken out of one chat; each takes a call."""

DIGITS = 19
"""A number of so many may be more than a message's."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The bot's last message in a chat: its id, the stored view it shows, and when it was sent (UTC).

    `stale`: a message before it that is still to be put away. `remains`: the stored view of what is to be left of that
    one; None: nothing. `drawn_at`: since when it shows this view, where that is not since it was sent.
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
class Loss:
    """Somebody whom this bot can't reach. `times`: that they were found so, running; 0 for somebody who never had a chat with it.

    `ask_again_at`: when a reminder is tried again (UTC); None: not until they come back.
    """

    times: int
    ask_again_at: datetime | None


_ALL = "select chat from chats where bot = ?"


class Chats:
    def __init__(self, db: Database, bot: int) -> None:
        self._execute, self.bot = db.conn.execute, bot

    def shown(self, chat: int) -> Shown | None:
        return self.debt(chat)[1]

    def owed(self, chat: int) -> str | None:
        """Alone: it is asked for several times in a decision, and the whole row takes three times as long to read."""
        row = self._execute("select owed from chats where bot = ? and chat = ?", [self.bot, chat]).fetchone()
        return row[0] if row else None

    def owe(self, chat: int, view: str, now: datetime | None = None) -> None:
        """Only the newest view is owed, since `now`, and it is not put off; None: it is the same in another form. Part of the
        decision's transaction.
        """
        self._execute(
            "insert into chats (bot, chat, owed, owed_at) values (?, ?, ?, ?) on conflict (bot, chat)"
            " do update set owed = excluded.owed, owed_at = coalesce(excluded.owed_at, owed_at),"
            " put_off_until = null, put_off_times = 0",
            [self.bot, chat, view, text(now)],
        )

    def debt(self, chat: int) -> tuple[str | None, Shown | None]:
        """What the chat is owed and what it shows, in one look."""
        row = self._execute(
            "select owed, message, shown, sent_at, stale, remains, drawn_at from chats where bot = ? and chat = ?",
            [self.bot, chat],
        ).fetchone()
        if row is None:
            return None, None
        owed, message, shown, sent_at, stale, remains, drawn_at = row
        if message is None:
            return owed, None
        return owed, Shown(message, shown, moment(sent_at or ""), stale, remains, moment(drawn_at))

    def pay(self, chat: int, view: str | None, shown: Shown | None) -> None:
        """`view` was sent, and the chat shows `shown`. What has come to be owed in the meantime stays owed."""
        self._execute(
            "update chats set message = ?, shown = ?, sent_at = ?, stale = ?, remains = ?, drawn_at = ?,"
            " owed = nullif(owed, ?), put_off_until = null, put_off_times = 0"
            " where bot = ? and chat = ?",
            [*_columns(shown), view, self.bot, chat],
        )

    def write_off(self, chat: int, view: str) -> None:
        """`view` will never be shown: the person blocked the bot, or it is not to be sent in this form."""
        self._execute(
            "update chats set owed = nullif(owed, ?), put_off_until = null, put_off_times = 0 where bot = ? and chat = ?",
            [view, self.bot, chat],
        )

    def write_off_unreadable(self, chat: int) -> None:
        """Whatever is owed: what can't be read may not even be equal to itself."""
        self._execute("update chats set owed = null where bot = ? and chat = ?", [self.bot, chat])

    def want_gone(self, chat: int, messages: Sequence[int]) -> None:
        """Messages that are to leave the chat, beside those that are to already: the newest of them, where these are very many. Part of
        the decision's transaction."""
        every = [*dict.fromkeys((*self.unwanted(chat), *messages))][-MOST_UNWANTED:]
        self._execute(
            "update chats set unwanted = ? where bot = ? and chat = ?", [_ids(every), self.bot, chat]
        )

    def unwanted(self, chat: int) -> tuple[int, ...]:
        row = self._execute(
            "select unwanted from chats where bot = ? and chat = ?", [self.bot, chat]
        ).fetchone()
        parts = (row[0] or "").split("-") if row else []
        return tuple(int(part) for part in parts if part.isdecimal() and len(part) < DIGITS)

    def gone(self, chat: int, messages: Sequence[int]) -> None:
        """As far as Telegram let us. What has come to be unwanted in the meantime stays so."""
        self._execute(
            "update chats set unwanted = nullif(unwanted, ?) where bot = ? and chat = ?",
            [_ids(messages), self.bot, chat],
        )

    def forget(self, chat: int) -> None:
        self._execute("delete from chats where bot = ? and chat = ?", [self.bot, chat])

    def forget_with_others(self, person: int) -> None:
        """Their chats with the other bots of this file."""
        self._execute("delete from chats where chat = ? and bot <> ?", [person, self.bot])

    def forget_everywhere(self, person: int) -> None:
        """Their chats with all bots of this file."""
        self._execute("delete from chats where chat = ?", [person])

    def count_waiting(self, until: datetime) -> int:
        """People to whom the bot that was here last owes a screen since then or longer."""
        row = self._execute(
            "select count(*) from chats where (owed is not null or stale is not null) and owed is not null"
            " and owed_at <= ? and bot = (select bot from heartbeats order by at desc limit 1)",
            [text(until)],
        ).fetchone()
        return int(row[0])

    def forget_screens(self) -> None:
        """For all bots: what each chat shows has to be learnt anew, and nothing is owed. Who is lost stays so."""
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
            "put_off_until",
        ]
        self._execute(
            f"update chats set {', '.join(f'{column} = null' for column in nothing)}, put_off_times = 0"  # noqa: S608
        )

    def in_debt(self) -> list[int]:
        """Chats that are owed a screen, or the end of an old message: after a crash, what never got to the phone."""
        rows = self._execute(
            "select chat from chats where bot = ?1 and (owed is not null or stale is not null)"
            " union select chat from chats where bot = ?1 and unwanted is not null",
            [self.bot],
        )
        with suppress_damage():
            return [row[0] for row in rows]
        return self._readable_in_debt()

    def _readable_in_debt(self) -> list[int]:
        """Where rows are damaged, the others: each is looked at alone, by what the index knows of it."""
        chats = [row[0] for row in until_damaged(self._execute(_ALL, [self.bot]))]
        return [chat for chat in chats if self._is_in_debt(chat)]

    def _is_in_debt(self, chat: int) -> bool:
        with suppress_damage():
            owed, shown = self.debt(chat)
            return bool(owed or (shown and shown.stale) or self.unwanted(chat))
        return False

    def put_off(self, chat: int, until: datetime | None) -> None:
        """Telegram would not take what it is owed: it is tried again then. None: not by itself."""
        self._execute(
            "update chats set put_off_until = ?, put_off_times = put_off_times + 1 where bot = ? and chat = ?",
            [text(until), self.bot, chat],
        )

    def times_put_off(self, chat: int) -> int:
        """How often running."""
        row = self._execute(
            "select put_off_times from chats where bot = ? and chat = ?", [self.bot, chat]
        ).fetchone()
        return int(row[0]) if row else 0

    def take_put_off(self, now: datetime, longest: timedelta, limit: int) -> list[int]:
        """At most `limit` chats that were put off until now; they are put off no more. A moment further ahead than the
        `longest` pause was set before the clock was set back, and counts as come."""
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
        """Telegram takes messages again: what was put off is tried now."""
        self._execute(
            "update chats set put_off_until = ? where bot = ? and put_off_until is not null",
            [text(now), self.bot],
        )

    def lose(self, person: int, now: datetime, loss: Loss) -> None:
        """They blocked the bot, or are gone: nothing is sent until they come back, but the reminders that ask after them."""
        self._execute(
            "insert into chats (bot, chat, lost_at, lost_times, ask_again_at) values (?, ?, ?, ?, ?) on conflict (bot, chat)"
            " do update set lost_at = excluded.lost_at, lost_times = excluded.lost_times, ask_again_at = excluded.ask_again_at",
            [self.bot, person, text(now), loss.times, text(loss.ask_again_at)],
        )

    def loss(self, person: int) -> Loss | None:
        """None for somebody who can be reached, as far as is known."""
        row = self._execute(
            "select lost_times, ask_again_at from chats where bot = ? and chat = ? and lost_at is not null",
            [self.bot, person],
        ).fetchone()
        return Loss(row[0], moment(row[1])) if row else None

    def find(self, person: int, lost_at: datetime | None = None) -> bool:
        """They are there again; whether they were lost. `lost_at`: only where nothing newer has said that they are."""
        cursor = self._execute(
            "update chats set lost_at = null, lost_times = 0, ask_again_at = null"
            " where bot = ?1 and chat = ?2 and lost_at is not null and lost_at = coalesce(?3, lost_at)",
            [self.bot, person, text(lost_at)],
        )
        return cursor.rowcount > 0

    def lose_strangers(self, now: datetime) -> None:
        """A file that other bots have served, too: whoever has never had a chat with this one can't be reached by it
        until they write."""
        self._execute(
            "insert into chats (bot, chat, lost_at) select ?, id, ? from people where true on conflict (bot, chat) do nothing",
            [self.bot, text(now)],
        )

    def count_lost(self) -> int:
        """People whom the bot that was here last can't reach."""
        row = self._execute(
            "select count(*) from chats where lost_at is not null"
            " and bot = (select bot from heartbeats order by at desc limit 1)"
        ).fetchone()
        return int(row[0])


def _columns(shown: Shown | None) -> list[object]:
    """Where nothing is to be put away, nothing is to be left of it either."""
    if shown is None:
        return [None] * 6
    remains = shown.remains if shown.stale is not None else None
    return [shown.message, shown.view, text(shown.sent_at), shown.stale, remains, text(shown.drawn_at)]


def _ids(messages: Sequence[int]) -> str:
    return "-".join(map(str, messages))
