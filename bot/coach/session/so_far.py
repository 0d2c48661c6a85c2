"""What a person's sessions add up to so far."""

from bot.coach.case import Case
from bot.domain.progress import tally


def this_week(case: Case) -> tally.WeekSoFar:
    person, monday = case.person.id, tally.monday(case.here)
    entries = case.store.diary.since(person, monday)
    did_it = case.store.did_it.days_since(person, monday.date())
    return tally.week(entries, case.who.goal, case.here, did_it)
