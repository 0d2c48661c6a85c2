"""Reads how the bot is doing; what can't be read in a damaged file is noted, and the rest is still read."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from bot.coach.doctor.health import Clocks, Health
from bot.coach.reminders.claims import ZONES
from bot.domain.reminders.reminder import ON_TIME, WELCOME
from bot.store.database import Store
from bot.store.surroundings import Surroundings
from bot.store.troubles import Trouble

A_DAY = timedelta(days=1)

SILENCING = frozenset({Trouble.TOKEN, Trouble.ANOTHER, Trouble.WEBHOOK})

Count = TypeVar("Count")


def examine(store: Store, around: Surroundings, now: datetime, per_second: float, zones: str) -> Health:
    """`now`: by the machine's clock. `zones`: the version of the time zone rules installed."""
    reminders, deliveries, chats = store.reminders, store.deliveries, store.chats
    reading = _Reading()
    tick = reading.read("the last tick", lambda: _last_tick(store), None)
    here = now - tick.apart if tick else now  # the bot's own time now
    long_ago = here - ON_TIME
    none = None
    return Health(
        now=now,
        ceiling=round(per_second * WELCOME.total_seconds()),
        around=around,
        zones_here=zones,
        last_tick=tick,
        due=reading.read("due now", lambda: reminders.count_due(here), none),
        late=reading.read(
            "late", lambda: reminders.count_due(long_ago) + deliveries.count_pending(long_ago), none
        ),
        stranded=reading.read("stranded", lambda: deliveries.count_stranded(long_ago), none),
        waiting=reading.read("waiting", lambda: chats.count_waiting(long_ago), none),
        states=reading.read("what became of reminders", lambda: deliveries.count_by_state(here - A_DAY), {}),
        next_due=reading.read("next due", reminders.next_due, None),
        subscribers=reading.read("subscribers", reminders.count_scheduled, none),
        lost=reading.read("lost", reminders.count_unreachable_people, none),
        reminded=reading.read("people with reminders", reminders.count_scheduled_people, none),
        zones=reading.read("rules of zones", lambda: store.facts.get(ZONES), None),
        troubles=reading.read("troubles", store.troubles.every, ()),
        unread=reading.failed,
    )


def is_silenced(store: Store) -> bool:
    try:
        return bool(store.whereabouts.lost()) or any(
            each.trouble in SILENCING for each in store.troubles.every()
        )
    except Exception:  # noqa: BLE001 - whatever goes wrong: a file that can't be read can't be served from
        return True


class _Reading:
    """Runs each count by itself, because a damaged page affects only some of them."""

    def __init__(self) -> None:
        self._failed: list[str] = []

    @property
    def failed(self) -> tuple[str, ...]:
        return tuple(self._failed)

    def read(self, name: str, count: Callable[[], Count], otherwise: Count) -> Count:
        try:
            return count()
        except Exception:  # noqa: BLE001 - whatever is wrong with the file, the rest is still told
            self._failed.append(name)
            return otherwise


def _last_tick(store: Store) -> Clocks | None:
    at = store.heartbeats.latest()
    return Clocks(at, store.heartbeats.latest_wall() or at) if at else None
