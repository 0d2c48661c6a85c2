"""Stores with as many subscribers as wanted, some of them due: written straight into the file."""

from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path

from bot.domain.person.person import Cleared
from bot.store.database import Store, open_store
from bot.store.moments import text

BOT = 1


def filled(path: Path, subscribers: int, due: int, now: datetime) -> Store:
    """Each has one reminder a day; `due` of them a second ago, the others spread over the day to come."""
    store = open_store(path, bot=BOT)
    execute = store.db.conn.executemany
    with store.transaction():
        execute(
            "insert into people (id, name, language, met_at, cleared, cleared_at, zone, zone_is_sure)"
            f" values (?, 'Ana', 'en', ?, '{Cleared.CLEAR.value}', ?, 'Europe/Berlin', 1)",
            ((number, text(now), text(now)) for number in range(1, subscribers + 1)),
        )
        just_now = now - timedelta(seconds=1)
        execute(
            "insert into reminders (person, at, weekdays, starts, made_at, next_at) values (?, ?, 127, '', ?, ?)",
            (_reminder(number, due, now, just_now) for number in range(1, subscribers + 1)),
        )
    store.heartbeats.wake_up(now)
    store.facts.set("zones", version("tzdata"))  # as a bot has it that was started before
    return store


def _reminder(number: int, due: int, now: datetime, just_now: datetime) -> tuple[int, str, str, str]:
    next_at = just_now if number <= due else now + timedelta(minutes=10 + number % 1400)
    return number, f"{next_at:%H:%M}", text(now), text(next_at)
