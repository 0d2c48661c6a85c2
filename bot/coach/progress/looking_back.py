"""A closer look at what was done: by weeks, in minutes, how it felt, session by session, and days off."""

from dataclasses import replace
from datetime import timedelta
from itertools import islice

from bot.coach.case import Answer, Case
from bot.coach.progress import programmes
from bot.coach.progress.done_so_far import done_so_far, felt, felt_change
from bot.coach.session.contents import titled
from bot.domain.person.person import Pictures
from bot.domain.progress import tally as rules
from bot.domain.progress.days_off import DaysOff, OffKind, now_off
from bot.domain.progress.diary import Entry
from bot.screens.buttons.actions import (
    LookedBack,
    OpenProgramme,
    ProgressPart,
    SeeProgress,
    SetWeek,
    TakeOff,
)
from bot.screens.progress import looking_back_screens as screens
from bot.screens.progress.progress_screen import Past
from bot.screens.screen import Screen

LAST = 15
"""How many sessions are listed one by one."""


def looked_back(case: Case, action: LookedBack) -> Answer:
    match action:
        case SeeProgress(part):
            return see(case, part)
        case TakeOff(_, 0):
            _end_days_off(case)
            return _off(case)
        case TakeOff(kind, days):
            take_off(case, kind, days)
            return _off(case)
        case OpenProgramme() | SetWeek():
            return programmes.programme_tapped(case, action)


def see(case: Case, part: ProgressPart) -> Answer:
    done, words = done_so_far(case), case.words
    match part:
        case ProgressPart.WEEKS:
            return Answer(pictured(case, screens.weeks(done.calendar, done.minutes, case.today, words)))
        case ProgressPart.MINUTES:
            return Answer(pictured(case, screens.minutes_by_week(done.minutes, case.today, words)))
        case ProgressPart.FELT:
            chart = felt(case)
            return Answer(pictured(case, screens.felt(chart, felt_change(case), case.today, words)))
        case ProgressPart.DONE:
            return Answer(screens.one_by_one(_last(case), words))
        case ProgressPart.OFF:
            return _off(case)


def _end_days_off(case: Case) -> None:
    """Ends today's days off from today on; earlier ones stay. Somebody who fell ill while away is still away afterwards."""
    if off := now_off(case.store.time_off.of(case.person.id), case.today):
        case.store.time_off.clear(case.person.id, case.today, off.last)


def take_off(case: Case, kind: OffKind, days: int) -> None:
    last = case.today + timedelta(days=days - 1)
    case.store.time_off.take(case.person.id, DaysOff(case.today, last, kind))


def pictured(case: Case, screen: Screen) -> Screen:
    return replace(screen, paper=None) if case.who.pictures is Pictures.OFF else screen


def _off(case: Case) -> Answer:
    off = now_off(case.store.time_off.of(case.person.id), case.today)
    is_reminded = off is not None and any(
        reminder.next_at and reminder.next_at.astimezone(case.zone).date() <= off.last
        for reminder in case.store.reminders.of(case.person.id)
    )
    return Answer(screens.days_off(off, case.today, case.words, is_reminded=is_reminded))


def _last(case: Case) -> list[Past]:
    worked = (entry for entry in case.store.diary.newest_first(case.person.id) if entry.seconds)
    return [_past(case, entry) for entry in islice(worked, LAST)]


def _past(case: Case, entry: Entry) -> Past:
    title = titled(case, entry.routine, entry.exercise)
    at = entry.began_at.astimezone(case.zone)
    return Past(title, at, rules.days_ago(entry.began_at, case.local_now), entry.seconds)
