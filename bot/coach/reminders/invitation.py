"""What a reminder invites people to: today's offer, or the routine chosen for it."""

from bot.coach.case import Case
from bot.coach.progress.todays import planned_today, routine_today, todays
from bot.coach.session.contents import settled
from bot.coach.session.sharp_rule import today_instead
from bot.domain.library.exercise import Picture
from bot.domain.reminders.reminder import Reminder, begins
from bot.domain.session.script import duration
from bot.domain.session.startable import Own, Ready, from_text
from bot.screens.amounts import minutes
from bot.screens.buttons.actions import DoOwn, DoToday
from bot.screens.person.home import Today

OFTEN = 3
"""When it comes for this many-th time in one day, two minutes are enough (docs/facts.md: put-off-often)."""


def invited(case: Case, reminder: Reminder) -> Today:
    if instead := today_instead(case):
        return instead
    midnight = begins(case.today, case.zone)
    if case.store.deliveries.count_due_since(reminder.id, midnight) >= OFTEN:
        return planned_today(case, DoToday(2))
    return offer_of(case, reminder.starts) or todays(case)


def offer_of(case: Case, starts: str) -> Today | None:
    match from_text(starts):
        case Own(id_):
            return _own(case, id_)
        case Ready(slug) if slug in case.library.routines:
            return _ready(case, slug)
    return None


def _ready(case: Case, slug: str) -> Today | None:
    today = routine_today(case, slug)
    return today if settled(case, today.what).parts else None


def _own(case: Case, id_: int) -> Today | None:
    own = case.store.own.get(id_, case.person.id)
    parts = settled(case, DoOwn(id_)).parts if own else ()
    return Today(DoOwn(id_), own.name, minutes(duration(parts))) if own and parts else None


def shown_of(case: Case, today: Today) -> tuple[list[str], Picture | None]:
    """Leaves out their own exercises, because a reminder may be read by other people."""
    every = settled(case.on_the_safe_side, today.what).parts
    parts = [part for part in every if not part.form.is_own]
    names = [case.library.exercises[part.form.ref.exercise].title for part in parts]
    return list(dict.fromkeys(names)), parts[0].form.loop() if parts else None
