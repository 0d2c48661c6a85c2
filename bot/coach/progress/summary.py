"""What was done, told without reproach."""

from itertools import islice

from bot.coach.case import Answer, Case
from bot.coach.progress import programmes
from bot.coach.progress.todays import todays
from bot.coach.session.contents import titled
from bot.coach.session.so_far import this_week
from bot.domain.progress import tally as rules
from bot.domain.progress.diary import Entry
from bot.screens.progress import progress_screen as screens

LAST = 5
"""Sessions that are told one by one."""


def progress(case: Case) -> Answer:
    programme = programmes.offered(case)
    slug = programme.slug if programme else None
    return Answer(screens.progress(_summary(case), todays(case), slug, case.words))


def _summary(case: Case) -> screens.Summary:
    person, store = case.person.id, case.store
    worked = (entry for entry in store.diary.newest_first(person) if entry.seconds)
    return screens.Summary(
        week=this_week(case),
        learnt=len(store.sessions.known(person)),
        sessions=store.sessions.count(person),
        standing=programmes.standing_of(case),
        last=[_past(case, entry) for entry in islice(worked, LAST)],
    )


def _past(case: Case, entry: Entry) -> screens.Past:
    title = titled(case, entry.routine, entry.exercise)
    return screens.Past(
        title,
        entry.began_at.astimezone(case.zone),
        rules.days_ago(entry.began_at, case.here),
        entry.seconds,
    )
