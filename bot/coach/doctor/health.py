"""How the bot does, as it was read off its file and what is around that."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.store.reminders.deliveries import State
from bot.store.surroundings import Surroundings
from bot.store.troubles import Troubled

SILENCED = "something that lasts keeps the bot from serving: `unhunch doctor` says what"


@dataclass(frozen=True, slots=True)
class Clocks:
    """At the last tick, in UTC: what time the bot went by, and what the clock of its machine said."""

    bot: datetime
    machine: datetime

    @property
    def apart(self) -> timedelta:
        """How much the machine is ahead."""
        return self.machine - self.bot


@dataclass(frozen=True, slots=True)
class AtTelegram:
    """What Telegram said just now of the bot whose token it was shown.

    `name`: the bot's @name, without the @. `refusal`: why there is none. `webhook`: the address that updates are sent to; "" where the
    bot asks for them. `waiting`: updates that were not taken yet. `failure`: why the last one could not be delivered, at `failed_at`, UTC.
    """

    name: str = ""
    refusal: str = ""
    is_wrong_token: bool = False
    webhook: str = ""
    waiting: int = 0
    failure: str = ""
    failed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Health:
    """`now`: what the machine's clock says. None for what could not be read, whose names are in `unread`.

    `due`: reminders that should have been claimed by now; `late`: those of them, and of the pending, whose ten minutes
    are over. `stranded`: reminders that were claimed, `waiting`: people who are owed a screen, for longer than that. `states`: of the
    last 24 hours, by what became of them. `lost`: people who can't be reached, of `reminded`, who want to be reminded. `ceiling`: people
    whom the pace reaches while a reminder for one minute is welcome. `zones`: by which rules the reminders were computed, `zones_here`:
    which are installed. `telegram`: None where there was no token to ask with. `webhook`: the address that updates should be sent to, by the
    settings of whoever asks; "" where they tell of none. `content`: why it can't be read; "" where it can. `copies`: how many nightly ones are to be kept.
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
    copies: int = 0
