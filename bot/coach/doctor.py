"""What the one who runs the bot asks it: is it there, does it keep up, what went wrong. Reads only."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.reminders.reminder import ON_TIME, WELCOME
from bot.store.database import Store
from bot.store.reminders.deliveries import State
from bot.store.troubles import Trouble

SILENT = timedelta(minutes=1)
"""From so long a silence on, the bot is not running."""

SILENCING = frozenset({Trouble.TOKEN, Trouble.ANOTHER})

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Health:
    """`due`: reminders that should have been claimed by now; `late`: those of them, and of the pending, whose ten minutes
    are over. `states`: of the last 24 hours, by what became of them. `ceiling`: people whom the pace reaches while a
    reminder for one minute is welcome."""

    last_tick: datetime | None
    due: int
    late: int
    states: dict[State, int]
    next_due: datetime | None
    ceiling: int
    subscribers: int

    def faults(self, now: datetime) -> list[str]:
        """What needs somebody's attention."""
        found = []
        if self.last_tick is None or now - self.last_tick > SILENT:
            found.append("the bot is not running, or does not get on")
        if self.late:
            found.append(f"{self.late} reminders are more than {ON_TIME.seconds // 60} minutes late")
        if failed := self.states.get(State.FAILED, 0):
            found.append(f"{failed} reminders were refused by Telegram in the last 24 hours: see the log")
        if self.subscribers > self.ceiling:
            found.append("if all reminders were for one minute, the pace would not reach everybody in time")
        return found


def examine(store: Store, now: datetime, per_second: float) -> Health:
    reminders, deliveries = store.reminders, store.deliveries
    long_ago = now - ON_TIME
    return Health(
        store.heartbeats.latest(),
        reminders.count_due(now),
        reminders.count_due(long_ago) + deliveries.count_pending(long_ago),
        deliveries.counts(now - A_DAY),
        reminders.next_due(),
        round(per_second * WELCOME.total_seconds()),
        reminders.subscribers(),
    )


def is_silenced(store: Store) -> bool:
    """Whether something that lasts keeps the bot from hearing or being heard."""
    try:
        return any(each.trouble in SILENCING for each in store.troubles.every())
    except Exception:  # noqa: BLE001 - whatever goes wrong: what can't be read can't be served from
        return True


def told(health: Health, now: datetime) -> list[str]:
    """As lines for a terminal."""
    states = health.states
    return [
        f"last tick      {_ago(health.last_tick, now)}",
        f"due now        {health.due}",
        f"pending        {states.get(State.PENDING, 0)}",
        f"late           {health.late}",
        *(
            f"{state.value + ', 24 h':<14} {states.get(state, 0)}"
            for state in State
            if state is not State.PENDING
        ),
        f"next due       {f'{health.next_due:%Y-%m-%d %H:%M:%S} UTC' if health.next_due else 'nothing'}",
        f"subscribers    {health.subscribers:,}",
        f"ceiling        {health.ceiling:,} people for one minute: what the pace sends in two hours",
        *(f"! {fault}" for fault in health.faults(now)),
    ]


def _ago(moment: datetime | None, now: datetime) -> str:
    if moment is None:
        return "never"
    return f"{(now - moment).total_seconds():.0f} s ago ({moment:%Y-%m-%d %H:%M:%S} UTC)"
