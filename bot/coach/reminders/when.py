"""What time it is where a person is, and when their next reminder comes."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.coach.case import Case
from bot.domain.reminders.reminder import Reminder, begins, next_unless_paused
from bot.screens.days import when
from bot.screens.reminders.zone_screens import Where


def where_of(case: Case) -> Where:
    return Where(case.local_now, case.zone.key, case.who.zone_is_sure, place_of(case))


def place_of(case: Case) -> str:
    city = case.known.atlas.biggest().get(case.zone.key)
    return city.name if city else ""


def has_moved_today(case: Case) -> bool:
    return case.store.sessions.has_done_since(case.person.id, begins(case.today, case.zone))


def heard_from(case: Case) -> datetime:
    """Tomorrow for people who have moved today, because nothing more rings today."""
    if not has_moved_today(case):
        return case.now
    return begins(case.today + timedelta(days=1), case.zone) - timedelta(seconds=1)


def next_of(case: Case, reminder: Reminder, after: datetime) -> datetime | None:
    """In UTC; None while it rests."""
    return next_unless_paused(reminder, case.zone, after)


def heard_of(case: Case, reminder: Reminder) -> datetime:
    return heard_from(case) if reminder.on is None else case.now


def standing(case: Case) -> tuple[Reminder, ...]:
    return tuple(
        one for one in case.store.reminders.of(case.person.id) if not one.is_over(case.zone, case.now)
    )


def upcoming(case: Case, after: datetime) -> str | None:
    if case.who.reminders_rest:
        return None
    found = (next_of(case, reminder, after) for reminder in case.store.reminders.of(case.person.id))
    then = min((moment for moment in found if moment), default=None)
    return when(then.astimezone(case.zone), case.today, case.words) if then else None


def set_anew(case: Case) -> None:
    for reminder in case.store.reminders.of(case.person.id):
        case.store.reminders.save(replace(reminder, next_at=next_of(case, reminder, case.now)))
