"""How the bot does, as lines for a terminal."""

from datetime import datetime

from bot.coach.doctor.advice import faults
from bot.coach.doctor.health import Health
from bot.store.reminders.deliveries import State

UNREADABLE = "can't be read"


def told(health: Health) -> list[str]:
    """What needs somebody's attention stands at the end, behind an exclamation mark."""
    lines = {
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
        "lost": f"{_count(health.lost)} of {_count(health.reminded)} people with reminders",
        "ceiling": f"{health.ceiling:,} people for one minute: what the pace sends in two hours",
        "last copy": _ago(health.around.copied_at, health.now),
    }
    return [
        *(f"{name:<14} {what}" for name, what in lines.items()),
        *(f"! {fault}" for fault in faults(health)),
    ]


def _count(count: int | None) -> str:
    return UNREADABLE if count is None else f"{count:,}"


def _last_tick(health: Health) -> str:
    return _ago(health.last_tick.machine if health.last_tick else None, health.now)


def _ago(moment: datetime | None, now: datetime) -> str:
    if moment is None:
        return "never"
    return f"{(now - moment).total_seconds():.0f} s ago ({moment:%Y-%m-%d %H:%M:%S} UTC)"
