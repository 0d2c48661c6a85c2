"""Asks whether all reminders should rest, and says from when to when."""

from dataclasses import replace
from datetime import date, timedelta

from bot.coach.case import Answer, Case
from bot.coach.reminders import schedule
from bot.coach.reminders.when import standing
from bot.domain.progress.days_off import LONGEST_OFF
from bot.domain.reminders.day_written import day_written
from bot.domain.reminders.draft import Draft, written
from bot.domain.reminders.reminder import EVERY_DAY, Reminder
from bot.domain.typed.when.absence_said import Absence
from bot.screens.buttons.actions import AwayFor, Drafted, Drafting, PauseBetween, PauseFor
from bot.screens.days import dated, day
from bot.screens.person import wish_screens
from bot.screens.reminders.reminder_list import pause_told
from bot.screens.screen import Button

DAY = timedelta(days=1)


def question(case: Case, absence: Absence) -> str:
    notes = [_instead(case, absence), case.words("ask-pause-all-day") if absence.is_part else ""]
    told = _asked(case, absence)
    for note in filter(None, reversed(notes)):
        told = case.words("two-sentences", first=note, second=told)
    return told


def button(case: Case, absence: Absence, *, is_away: bool = False) -> Button:
    first, until, today = absence.first, absence.until, case.today
    is_one = first is not None and until == first + DAY
    label = case.words("choice-pause-on" if is_one else "choice-wish-pause")
    if first is None and until is not None:
        days = (until - today).days
        return Button(label, AwayFor(min(days, LONGEST_OFF)) if is_away else PauseFor(days))
    return Button(label, PauseBetween(day_written(first or today), day_written(until), is_away))


def rests(this: Reminder, today: date) -> bool:
    """It rests now, or from a later day on."""
    return this.rests_on(today) or this.has_pause_ahead(today)


def rests_through(this: Reminder, absence: Absence, today: date) -> bool:
    """True if it already rests on each of these days."""
    first = absence.first or today
    if absence.until is None:
        return this.rests_on(first) and this.paused_until is None
    days = (absence.until - first).days
    return all(this.rests_on(first + ahead * DAY) for ahead in range(max(days, 1)))


def rest_already(case: Case, absence: Absence) -> Answer | None:
    """Answers if the reminders rest on these days already, because a shorter pause within a longer one would end the longer one."""
    theirs = standing(case)
    if not theirs or not all(rests_through(each, absence, case.today) for each in theirs):
        return None
    until = theirs[0].paused_until
    day_told = day(until, case.today, case.words) if until else ""
    told = case.words("reminders-rest-until", day=day_told) if until else case.words("reminders-rest-as-is")
    return schedule.every(case, told)


def asked(case: Case, absence: Absence) -> Answer:
    if already := rest_already(case, absence):
        return already
    every = _each_week(case, absence)
    guesses = (button(case, absence), *((every,) if every else ()))
    return Answer(wish_screens.ask_back(question(case, absence), guesses, case.words))


def _asked(case: Case, absence: Absence) -> str:
    first, until, today = absence.first, absence.until, case.today
    if first is None and until is not None:
        return case.words("ask-wish-pause", day=day(until, today, case.words))
    begins = dated(first or today, today, case.words)
    if until is None:
        return case.words("ask-pause-from", first=begins)
    last = until - DAY
    if last == first:
        return case.words("ask-pause-on", day=begins)
    ends, back = (dated(each, today, case.words) for each in (last, until))
    return case.words("ask-pause-between", first=begins, last=ends, until=back)


def _instead(case: Case, absence: Absence) -> str:
    """Warns that the new pause replaces the old one: there is only one at a time, and days of the old one would be lost without a word."""
    ahead = next((each for each in standing(case) if _loses_days(each, absence, case.today)), None)
    return case.words("ask-pause-instead", what=pause_told(ahead, case.today, case.words)) if ahead else ""


def _loses_days(this: Reminder, absence: Absence, today: date) -> bool:
    """True if its pause has an end, is on or still to come, and is not covered by the new one."""
    if not this.paused_until or not rests(this, today):
        return False
    begins_within = (absence.first or today) <= (this.paused_from or today)
    return not begins_within or (absence.until is not None and absence.until < this.paused_until)


def _each_week(case: Case, absence: Absence) -> Button | None:
    """ "Not on Friday" may mean every Friday: offers that too, but only if they have a single reminder."""
    theirs = case.store.reminders.of(case.person.id)
    if absence.weekday is None or len(theirs) != 1 or theirs[0].on:
        return None
    left = theirs[0].weekdays - {absence.weekday}
    label = case.words("choice-pause-each", day=case.words.weekday(absence.weekday, short=True))
    return Button(label, _draft_of(replace(theirs[0], weekdays=left))) if left and left != EVERY_DAY else None


def _draft_of(this: Reminder) -> Drafted:
    draft = Draft((this.at,), this.weekdays, this.starts, this.id)
    return Drafted(Drafting.SHOW, this.id, *written(draft))
