"""Judges and claims each reminder that is due, once, and makes a message of it if it is welcome."""

import logging
from datetime import date, datetime, timedelta

from bot.coach.case import Answer, Case
from bot.coach.known.who_is_in import is_in
from bot.coach.reminders.invitation import invited, shown_of
from bot.coach.reminders.reminder_answers import puts_off
from bot.coach.reminders.when import next_of
from bot.coach.session.live import live_of
from bot.coach.telling_of_absence import told_in
from bot.coach.view.in_view import is_danger_asked
from bot.domain.person.lost import may_try_again
from bot.domain.reminders.reminder import (
    Reminder,
    Welcome,
    begins,
    good_until,
    put_off,
    welcome,
)
from bot.domain.session.left_alone import is_left_alone
from bot.screens.reminders import reminder_message as screens
from bot.screens.screen import Screen
from bot.store.reminders.deliveries import Delivery, State
from bot.store.reminders.reminders import Due, Occasion

log = logging.getLogger(__name__)

FOLLOWS_AFTER = timedelta(minutes=90)

APART_AT_LEAST = timedelta(hours=12)
"""A reminder comes at most once a day, so the next one is looked for only after this."""

LONGEST_APART = timedelta(days=8)
"""A week, plus a day for a change of the clocks: any reminder was due once within it."""


def came_due(case: Case, due: Due, *, was_down: bool, restored: datetime | None = None) -> Answer | None:
    """None if nothing should be sent. `restored`: when an older copy of the file was put in place (UTC); what was due
    before that may already have been sent."""
    last = _last_due(case, due)
    if _has_come_today(case, due, last):
        case.store.reminders.move_on(due.reminder.id, next_of(case, due.reminder, case.now))
        return None
    move_on(case, due)
    if case.person.is_lost and not _asks_after(case):
        return None
    may_have_come = restored is not None and last <= restored
    state = State.MISSED if may_have_come else _judge(case, due.reminder, last)
    delivery = case.store.deliveries.claim(due.reminder.id, case.person.id, last, state, case.now)
    if delivery and state is State.MISSED and not may_have_come and due.kind is not Occasion.FOLLOW_UP:
        _tell_of_it(case, due.reminder, delivery, last)
        _tell_of_the_first(case, due, last)
    if delivery is None or state is not State.PENDING:
        return None
    if due.kind is Occasion.TIME and case.who.follows_up and due.reminder.on is None:
        _follow_up(case, due.reminder)
    return _invitation(case, due.reminder, delivery, last, was_down=was_down)


def _follow_up(case: Case, reminder: Reminder) -> None:
    midnight = begins(case.today, case.zone)
    then = put_off(case.now, FOLLOWS_AFTER, case.zone)
    if then and case.store.deliveries.count_sent_since(case.person.id, midnight) == 1:
        case.store.reminders.come_again(reminder.id, then, Occasion.FOLLOW_UP)


def judged_again(case: Case, delivery: Delivery, *, was_down: bool) -> Answer | None:
    """None if it should no longer be sent."""
    reminder = case.store.reminders.get(delivery.reminder, case.person.id)
    state = _judge(case, reminder, delivery.due_at) if reminder else State.QUIET
    if reminder is None or state is not State.PENDING:
        case.store.deliveries.end(delivery.id, state, case.now)
        if reminder and state is State.MISSED:
            _tell_of_it(case, reminder, delivery.id, delivery.due_at)
        return None
    return _invitation(case, reminder, delivery.id, delivery.due_at, was_down=was_down)


def _asks_after(case: Case) -> bool:
    loss = case.store.chats.loss(case.person.id)
    return loss is not None and may_try_again(loss.ask_again_at, case.now)


def _tell_of_it(case: Case, reminder: Reminder, delivery: int, due: datetime) -> None:
    if not case.person.is_lost and not _is_quiet(case, reminder, due.astimezone(case.zone).date()):
        case.store.deliveries.mark_to_tell(delivery)


def wake(case: Case) -> None:
    for reminder in case.store.reminders.of(case.person.id):
        if reminder.next_at is None and not reminder.is_paused:
            case.store.reminders.move_on(reminder.id, next_of(case, reminder, case.now))


def _invitation(case: Case, reminder: Reminder, delivery: int, due: datetime, *, was_down: bool) -> Answer:
    screen = _message(case, reminder, delivery, due, was_down=was_down)
    until = good_until(due, case.now)
    # If a session was left open, a button back to it stands below.
    return Answer(screen, fresh=True, delivery=delivery, good_until=until)


def _message(case: Case, reminder: Reminder, delivery: int, due: datetime, *, was_down: bool) -> Screen:
    late = None
    if welcome(due, case.now) is Welcome.LATE:
        late = screens.Late.WAS_DOWN if was_down else screens.Late.WAS_BUSY
    # The bot's absence is mentioned once, and in one way; a busy minute is another matter.
    away = "" if late is screens.Late.WAS_BUSY else told_in(case, delivery)
    line = case.store.people.next_words(case.person.id, screens.LINES)
    today = invited(case, reminder)
    names, picture = ([], None) if case.who.is_discreet else shown_of(case, today)
    is_easy = bool(names) and case.who.resting.easy is not None
    invitation = screens.Invitation(
        delivery,
        line,
        today.minutes,
        names,
        picture,
        puts_off(case, reminder),
        is_easy,
        "" if late else away,
        can_listen=case.file_ways is not None,
    )
    return screens.message(invitation, due.astimezone(case.zone), late, case.words)


def move_on(case: Case, due: Due) -> None:
    case.store.reminders.come_no_more(due.reminder.id)
    if due.kind is Occasion.TIME and due.reminder.on:
        case.store.reminders.finish(due.reminder.id)
    elif due.kind is Occasion.TIME:
        case.store.reminders.move_on(due.reminder.id, next_of(case, due.reminder, case.now))


def _tell_of_the_first(case: Case, due: Due, last: datetime) -> None:
    """If nothing came on several days, the first one is mentioned too: somebody who was missed since Thursday should
    not read about yesterday only."""
    if due.at.astimezone(case.zone).date() == last.astimezone(case.zone).date():
        return
    first = case.store.deliveries.claim(due.reminder.id, case.person.id, due.at, State.MISSED, case.now)
    if first:
        _tell_of_it(case, due.reminder, first, due.at)


def _last_due(case: Case, due: Due) -> datetime:
    now = case.now
    if due.kind is not Occasion.TIME or due.reminder.on or now - due.at < APART_AT_LEAST:
        return due.at
    last, reminder = max(due.at, now - LONGEST_APART), due.reminder
    while (later := next_of(case, reminder, last)) and later <= now:
        last = later
    return last


def _has_come_today(case: Case, due: Due, last: datetime) -> bool:
    """True if it was sent for this moment or a later one of the same day, which happens only when the clock was set back."""
    if due.kind is not Occasion.TIME:
        return False
    tomorrow = last.astimezone(case.zone).date() + timedelta(days=1)
    return case.store.deliveries.was_sent_between(due.reminder.id, last, begins(tomorrow, case.zone))


def _judge(case: Case, reminder: Reminder, due: datetime) -> State:
    if welcome(due, case.now) is Welcome.MISSED:
        return State.MISSED
    return State.QUIET if _is_quiet(case, reminder, case.today) else State.PENDING


def _is_on_the_mat(case: Case) -> bool:
    live = live_of(case)
    return live is not None and not is_left_alone(live, case.now)


def _is_quiet(case: Case, reminder: Reminder, day: date) -> bool:
    if not is_in(case.store, case.known.operator, case.person.id):
        return True
    if reminder.rests_on(day) or case.who.reminders_rest or case.who.is_locked:
        return True
    if _is_on_the_mat(case) or is_danger_asked(case):
        return True
    if reminder.on:  # they asked for this one time, whatever they did that day
        return False
    midnight = begins(day, case.zone)
    if case.store.deliveries.has_answer_since(case.person.id, midnight):
        return True
    return case.store.sessions.has_done_since(case.person.id, midnight)
