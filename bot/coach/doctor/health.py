"""How the bot is doing, as read from its file and its surroundings."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from bot.store.reminders.deliveries import State
from bot.store.surroundings import Surroundings
from bot.store.troubles import Troubled

SILENCED = "something that lasts keeps the bot from serving: `unhunch doctor` says what"


@dataclass(frozen=True, slots=True)
class Clocks:
    """At the last tick, in UTC: the time the bot went by, and the machine's own clock."""

    bot: datetime
    machine: datetime

    @property
    def apart(self) -> timedelta:
        """How far the machine's clock is ahead of the bot's."""
        return self.machine - self.bot


@dataclass(frozen=True, slots=True)
class AtTelegram:
    """What Telegram says about the bot with this token right now.

    `name`: the bot's @name, without the @. `refusal`: why there is none. `webhook`: where updates are sent; "" if the
    bot polls for them. `waiting`: updates not yet taken. `failure`: why the last update could not be delivered, at
    `failed_at` (UTC)."""

    name: str = ""
    refusal: str = ""
    is_wrong_token: bool = False
    webhook: str = ""
    waiting: int = 0
    failure: str = ""
    failed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class FilmsFolder:
    """Where the pieces of films are kept. `free`: free bytes on its disk; None if it is the same disk as the bot's file."""

    path: Path
    can_be_written: bool = True
    free: int | None = None


@dataclass(frozen=True, slots=True)
class Health:
    """`now`: by the machine's clock. None stands for whatever could not be read; `unread` names it.

    `due`: reminders that should have been claimed by now. `late`: due and pending ones that are more than ten minutes
    late. `stranded`: reminders claimed, and `waiting`: people owed a screen, longer ago than that. `states`:
    deliveries of the last 24 hours, by their state. `reminded`: people with reminders. `lost`: how many of them can't
    be reached. `ceiling`: how many people can be sent a reminder for the same minute while it is still welcome.
    `zones`: the version of the rules that the reminders were computed by; `zones_here`: the version installed.
    `telegram`: None without a token to ask with. `webhook`: where updates should go according to the command's
    settings; "" if they name none. `content`: why it can't be read, else "". `copies`: nightly copies kept; None if
    not asked. `films`: None if none are made, or none are kept yet."""

    now: datetime
    ceiling: int
    around: Surroundings
    zones_here: str = ""
    last_tick: Clocks | None = None
    due: int | None = 0
    late: int | None = 0
    stranded: int | None = 0
    waiting: int | None = 0
    states: dict[State, int] = field(default_factory=dict)
    next_due: datetime | None = None
    subscribers: int | None = 0
    lost: int | None = 0
    reminded: int | None = 0
    zones: str | None = None
    troubles: tuple[Troubled, ...] = ()
    unread: tuple[str, ...] = ()
    telegram: AtTelegram | None = None
    webhook: str = ""
    content: str = ""
    copies: int | None = None
    films: FilmsFolder | None = None
