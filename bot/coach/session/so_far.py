"""What a person's sessions add up to so far."""

from bot.coach.case import Case
from bot.domain.progress import tally
from bot.domain.reminders.reminder import begins


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
