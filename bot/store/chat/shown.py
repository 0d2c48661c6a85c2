"""What each chat shows, and what it is owed: the screen that was decided and has not been sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from bot.store.moments import moment, text

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


class Chats:
    def __init__(self, db: Database, bot: int) -> None:
        self._execute, self.bot = db.conn.execute, bot

    def shown(self, chat: int) -> Shown | None:
        return self.debt(chat)[1]

    def owed(self, chat: int) -> str | None:
        return self.debt(chat)[0]

    def owe(self, chat: int, view: str) -> None:
        """Only the newest view is owed. Part of the decision's transaction."""
        self._execute(
            "insert into chats (bot, chat, owed) values (?, ?, ?) on conflict (bot, chat) do update set owed = excluded.owed",
            [self.bot, chat, view],
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
            " owed = nullif(owed, ?)"
            " where bot = ? and chat = ?",
            [*_columns(shown), view, self.bot, chat],
        )

    def write_off(self, chat: int, view: str) -> None:
        """`view` will never be shown: the person blocked the bot, or it is not to be sent in this form."""
        self._execute(
            "update chats set owed = nullif(owed, ?) where bot = ? and chat = ?", [view, self.bot, chat]
        )

    def write_off_unreadable(self, chat: int) -> None:
        """Whatever is owed: what can't be read may not even be equal to itself."""
        self._execute("update chats set owed = null where bot = ? and chat = ?", [self.bot, chat])

    def want_gone(self, chat: int, messages: Sequence[int]) -> None:
        """Messages that the person wants out of the chat, their own ones. Part of the decision's transaction."""
        self._execute(
            "update chats set unwanted = ? where bot = ? and chat = ?",
            [_ids(messages), self.bot, chat],
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

    def in_debt(self) -> list[int]:
        """Chats that are owed a screen, or the end of an old message: after a crash, what never got to the phone."""
        rows = self._execute(
            "select chat from chats where bot = ?1 and (owed is not null or stale is not null)"
            " union select chat from chats where bot = ?1 and unwanted is not null",
            [self.bot],
        )
        return [row[0] for row in rows]


def _columns(shown: Shown | None) -> list[object]:
    """Where nothing is to be put away, nothing is to be left of it either."""
    if shown is None:
        return [None] * 6
    remains = shown.remains if shown.stale is not None else None
    return [shown.message, shown.view, text(shown.sent_at), shown.stale, remains, text(shown.drawn_at)]


def _ids(messages: Sequence[int]) -> str:
    return "-".join(map(str, messages))
