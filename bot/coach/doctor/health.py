"""How the bot does, as it was read from its file and its surroundings."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from bot.store.reminders.deliveries import State
from bot.store.surroundings import Surroundings
from bot.store.troubles import Troubled

SILENCED = "something that lasts keeps the bot from serving: `unhunch doctor` says what"


@dataclass(frozen=True, slots=True)
class Clocks:
    """At the last tick, in UTC: the time that the bot went by, and its machine's clock."""

    bot: datetime
    machine: datetime

    @property
    def apart(self) -> timedelta:
        """How far the machine is ahead of the bot."""
        return self.machine - self.bot


@dataclass(frozen=True, slots=True)
class AtTelegram:
    """What Telegram says now of the bot with this token.

    `name`: the bot's @name, without the @. `refusal`: why there is none. `webhook`: where updates are sent to; ""
    where the bot asks for them. `waiting`: updates that were not taken yet. `failure`: why the last one could not be
    delivered, at `failed_at`, UTC.
    """

    name: str = ""
    refusal: str = ""
    is_wrong_token: bool = False
    webhook: str = ""
    waiting: int = 0
    failure: str = ""
    failed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class FilmsFolder:
    """Where the pieces of films are kept. `free`: bytes of its disk; None if that is the disk of the bot's file."""

    path: Path
    can_be_written: bool = True
    free: int | None = None


@dataclass(frozen=True, slots=True)
class Health:
    """`now`: by the machine's clock. None stands for what could not be read; its names are in `unread`.

    `due`: reminders that should have been claimed by now. `late`: those of them, and of the pending, whose ten
    minutes are over. `stranded`: reminders that were claimed, and `waiting`: people who are owed a screen, longer ago
    than that. `states`: deliveries of the last 24 hours, by their state. `lost`: how many of the `reminded`, the
    people with reminders, can't be reached. `ceiling`: people whom the pace reaches while a reminder for one minute
    is welcome. `zones`: the rules that the reminders were computed by; `zones_here`: those that are installed.
    `telegram`: None where there was no token to ask with. `webhook`: where updates should be sent to, by the settings
    of the command; "" where they tell of none. `content`: why it can't be read; "" where it can. `copies`: nightly
    copies that are kept; None: not asked. `films`: None where none are made, or nothing was kept yet.
    """

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
