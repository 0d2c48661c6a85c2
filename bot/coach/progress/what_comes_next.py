"""What comes after today, and when: with the next reminder of another day, or as tomorrow's offer."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.coach.case import Case, with_rests_read_again
from bot.coach.progress.todays import routine_today, todays
from bot.coach.session.contents import settled
from bot.domain.reminders.reminder import Reminder, begins, next_unless_paused
from bot.domain.session.startable import Own, Ready, from_text
from bot.screens.person.home import Today
from bot.screens.progress.done_for_today import Coming

MOMENT = timedelta(seconds=1)


def what_comes_next(case: Case) -> Coming:
    tomorrow = begins(case.today + timedelta(days=1), case.zone)
    moments = {then: one for one in _reminders(case) if (then := _from(case, one, tomorrow))}
    if not moments:
        return Coming(todays_on(case, tomorrow + timedelta(hours=8)))
    then = min(moments)
    return Coming(_offered(case, moments[then], then), then.astimezone(case.zone), case.today)


def todays_on(case: Case, then: datetime) -> Today:
    return todays(with_rests_read_again(replace(case, now=then)))


def _reminders(case: Case) -> tuple[Reminder, ...]:
    if case.who.reminders_rest:
        return ()
    every = case.store.reminders.of(case.person.id)
    return tuple(one for one in every if not isinstance(from_text(one.starts), Own))


def _from(case: Case, reminder: Reminder, then: datetime) -> datetime | None:
    if reminder.next_at and reminder.next_at >= then:
        return reminder.next_at
    return next_unless_paused(reminder, case.zone, then - MOMENT)


def _offered(case: Case, reminder: Reminder, then: datetime) -> Today:
    starts = from_text(reminder.starts)
    if isinstance(starts, Ready) and starts.slug in case.library.routines:
        today = routine_today(case, starts.slug)
        if settled(case, today.what).parts:
            return today
    return todays_on(case, then)
