"""Shows how the bot is doing, as lines for a terminal."""

from datetime import datetime

from bot.coach.doctor.advice import faults, place
from bot.coach.doctor.health import AtTelegram, Health
from bot.store.reminders.deliveries import State
from bot.store.surroundings import Surroundings

MOST_LETTERS = len("not-today, 24 h")
"""The longest name at the start of a line."""

UNREADABLE = "can't be read"


def told(health: Health) -> list[str]:
    lines = {
        "telegram": _telegram(health.telegram),
        "webhook": _webhook(health.telegram),
        "content": "not in order" if health.content else "in order",
        "last tick": _last_tick(health),
        "due now": _count(health.due),
        "pending": _count(health.states.get(State.PENDING, 0)),
        "late": _count(health.late),
        "stranded": _count(health.stranded),
        "waiting": _count(health.waiting),
        **{
            f"{state.value}, 24 h": _count(health.states.get(state, 0))
            for state in State
            if state is not State.PENDING
        },
        "next due": f"{health.next_due:%Y-%m-%d %H:%M:%S} UTC" if health.next_due else "nothing",
        "subscribers": _count(health.subscribers),
        "lost": _lost(health),
        "ceiling": f"{health.ceiling:,} people for one minute: what the pace sends in two hours",
        "disk": _disk(health.around),
        "last copy": _ago(health.around.last_copy_at, health.now),
        "replica": _replica(health),
    }
    return [
        *(told_of(name, what) for name, what in lines.items()),
        *(f"! {fault}" for fault in faults(health)),
    ]


def told_of(name: str, what: str) -> str:
    return f"{name:<{MOST_LETTERS}} {what}"


def _telegram(telegram: AtTelegram | None) -> str:
    if telegram is None:
        return "not asked: there is no token here (UNHUNCH_TOKEN_FILE)"
    return f"@{telegram.name} is there" if telegram.name else f"no answer: {telegram.refusal}"


def _webhook(telegram: AtTelegram | None) -> str:
    if telegram is None or not telegram.name:
        return "not known"
    where = place(telegram.webhook) if telegram.webhook else "none: the bot asks"
    return f"{where}; waiting: {telegram.waiting:,}"


def _disk(around: Surroundings) -> str:
    if not around.total:
        return "not known"
    return f"{around.free / 1e9:,.1f} GB of {around.total / 1e9:,.1f} are free; the file has {around.size / 1e6:,.1f} MB"


def _replica(health: Health) -> str:
    replica = health.around.replica
    if replica is None:
        return "none that this command knows of (UNHUNCH_LITESTREAM)"
    return UNREADABLE if replica.fault else _ago(replica.written_at, health.now)


def _lost(health: Health) -> str:
    if health.lost is None or health.reminded is None:
        return UNREADABLE
    return f"{health.lost:,} of {health.reminded:,} people with reminders"


def _count(count: int | None) -> str:
    return UNREADABLE if count is None else f"{count:,}"


def _last_tick(health: Health) -> str:
    return _ago(health.last_tick.machine if health.last_tick else None, health.now)


def _ago(moment: datetime | None, now: datetime) -> str:
    if moment is None:
        return "never"
    return f"{(now - moment).total_seconds():.0f} s ago ({moment:%Y-%m-%d %H:%M:%S} UTC)"
