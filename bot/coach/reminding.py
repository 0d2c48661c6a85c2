"""Reminders that have come due: each is judged and claimed once, and becomes a message where it is welcome."""

import logging
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.coach.case import Answer, Case
from bot.coach.house import home_of
from bot.domain.person import Cleared
from bot.domain.reminder import Reminder, Welcome, next_reminder, welcome
from bot.screens import reminder as screens
from bot.screens.actions import NodTo
from bot.screens.screen import Screen
from bot.store.deliveries import State
from bot.store.reminders import Due, Kind

log = logging.getLogger(__name__)

A_BATCH = 32
"""At most so many are claimed at once: what a crash can leave unsure (design.md section 3)."""


def zone_of(case: Case) -> ZoneInfo:
    return ZoneInfo(case.who.zone or "UTC")


def today_of(case: Case) -> date:
    """The day it is where the person is."""
    return case.now.astimezone(zone_of(case)).date()


def came_due(case: Case, due: Due, *, was_down: bool) -> Answer | None:
    """Decide what becomes of it, and when it comes next. None where nothing is to be sent."""
    last = _last_due(due, zone_of(case), case.now)
    _move_on(case, due)
    state = _judge(case, due.reminder, last)
    delivery = case.store.deliveries.claim(due.reminder.id, case.person.id, last, state, case.now)
    if delivery is None or state is not State.PENDING:
        return None
    return Answer(_message(case, delivery, last, was_down=was_down), fresh=True, alone=True)


def nodded(case: Case, action: NodTo) -> Answer | None:
    """None for a delivery that is not theirs, or was answered before."""
    delivery = case.store.deliveries.get(action.delivery, case.person.id)
    if delivery is None:
        return None
    case.store.deliveries.end(delivery.id, State.ANSWERED, case.now)
    return home_of(case)


def _message(case: Case, delivery: int, due: datetime, *, was_down: bool) -> Screen:
    late = None
    if welcome(due, case.now) is Welcome.LATE:
        late = screens.Late.WAS_DOWN if was_down else screens.Late.WAS_BUSY
    return screens.message(delivery, due.astimezone(zone_of(case)), late, case.words)


def _move_on(case: Case, due: Due) -> None:
    reminder = due.reminder
    case.store.reminders.come_no_more(reminder.id)
    if due.kind is Kind.TIME:
        next_at = next_reminder(reminder.at, reminder.weekdays, zone_of(case), case.now)
        case.store.reminders.move_on(reminder.id, next_at)


def _last_due(due: Due, zone: ZoneInfo, now: datetime) -> datetime:
    """Of several that went by while the bot was away, the last: one message, whatever happened."""
    last, reminder = due.at, due.reminder
    if due.kind is not Kind.TIME or now - last < timedelta(hours=12):
        return last
    while (later := next_reminder(reminder.at, reminder.weekdays, zone, last)) <= now:
        last = later
    return last


def _judge(case: Case, reminder: Reminder, due: datetime) -> State:
    if case.person.is_lost:
        return State.LOST
    if welcome(due, case.now) is Welcome.MISSED:
        return State.MISSED
    return State.QUIET if _is_quiet(case, reminder) else State.PENDING


def _is_quiet(case: Case, reminder: Reminder) -> bool:
    """Done already, in the midst of it, paused, or not to move at all for now."""
    if reminder.is_paused or case.who.cleared in (Cleared.URGENT, Cleared.EMERGENCY):
        return True
    if case.store.sessions.live(case.person.id):
        return True
    midnight = datetime.combine(today_of(case), time(0), zone_of(case))
    return case.store.sessions.has_done_since(case.person.id, midnight)
