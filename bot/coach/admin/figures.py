"""Counts how the bot is doing, using only indexes and counters, so that nobody's tap waits for it."""

from datetime import timedelta

from bot.coach.case import Case
from bot.domain.admin.stats import Stats, crowd_chart
from bot.domain.progress.tally import monday
from bot.domain.progress.twelve_weeks import first_monday
from bot.domain.reminders.reminder import ON_TIME, begins
from bot.store.reminders.deliveries import State


def stats(case: Case) -> Stats:
    """Days are in the admin's time zone, weeks in UTC."""
    store, now, this_week = case.store, case.now, case.now.date()
    today = begins(case.today, case.zone)
    in_vain, overdue = store.deliveries.count_failed_and_lost(today), now - ON_TIME
    to_come = store.reminders.count_due(begins(case.today + timedelta(days=1), case.zone))
    return Stats(
        people=store.people.count(),
        new=store.people.count(monday(now)),
        reachable=store.broadcasts.count_reachable(),
        weeks=crowd_chart(store.weeks.since(first_monday(this_week)), this_week),
        due=store.deliveries.estimate_claimed(today) + to_come,
        to_come=to_come,
        late=store.reminders.count_due(overdue) + store.deliveries.count_pending(overdue),
        failed=in_vain.get(State.FAILED, 0),
        lost=in_vain.get(State.LOST, 0),
        shut_out=len(store.admission.banned()),
    )
