"""What a person's sessions add up to so far, and when their next reminder comes."""

from datetime import datetime, timedelta

from bot.coach.case import Case
from bot.domain.progress import tally
from bot.domain.reminders.reminder import begins, next_unless_paused


def this_week(case: Case) -> tally.WeekSoFar:
    person, monday = case.person.id, tally.monday(case.local_now)
    entries = case.store.diary.since(person, monday)
    did_it = case.store.did_it.days_since(person, monday.date())
    return tally.week(entries, case.who.goal, case.local_now, did_it)


def is_done_for_today(case: Case) -> bool:
    person, midnight = case.person.id, begins(case.today, case.zone)
    if case.store.did_it.days_since(person, case.today):
        return True
    return any(each.seconds or each.hurt for each in case.store.diary.since(person, midnight))


def next_reminded(case: Case) -> datetime | None:
    """In their own time zone. Never today, because they have moved today."""
    if case.who.reminders_rest:
        return None
    after = begins(case.today + timedelta(days=1), case.zone) - timedelta(seconds=1)
    theirs = case.store.reminders.of(case.person.id)
    moments = (next_unless_paused(one, case.zone, after) for one in theirs)
    then = min((moment for moment in moments if moment), default=None)
    return then.astimezone(case.zone) if then else None
