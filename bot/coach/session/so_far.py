"""What a person's sessions add up to so far."""

from bot.coach.case import Case
from bot.domain.progress import tally


def this_week(case: Case) -> tally.WeekSoFar:
    entries = case.store.diary.since(case.person.id, tally.monday(case.here))
    return tally.week(entries, case.who.goal, case.here)


def level_to_offer(case: Case) -> tally.LevelOffer | None:
    return tally.level_to_offer(case.store.diary.newest_first(case.person.id), case.who)
