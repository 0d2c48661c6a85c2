"""The summary of what was done, without reproach."""

from bot.coach.case import Answer, Case
from bot.coach.progress import programmes
from bot.coach.progress.done_so_far import done_so_far, felt_change
from bot.coach.progress.looking_back import pictured
from bot.coach.progress.todays import comes_back, todays
from bot.coach.session.so_far import this_week
from bot.screens.progress import progress_screen as screens


def progress(case: Case) -> Answer:
    summary = _summary(case)
    if not summary.sessions and not summary.week.days:
        programme = programmes.offered(case)
        slug = programme.slug if programme else None
        return Answer(screens.nothing_yet(todays(case), slug, case.words))
    return Answer(pictured(case, screens.progress(summary, case.words)))


def _summary(case: Case) -> screens.Summary:
    person, store, done = case.person.id, case.store, done_so_far(case)
    return screens.Summary(
        week=this_week(case),
        learnt=len(store.sessions.exercises_done(person)),
        sessions=store.sessions.count_done(person),
        standing=programmes.standing_of(case),
        calendar=done.calendar,
        best_run=0 if case.who.hides_run else done.best_run,
        change=felt_change(case),
        comes_back=comes_back(case),
    )
