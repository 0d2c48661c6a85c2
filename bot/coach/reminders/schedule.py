"""The reminders a person has: lists, makes and changes them, and lets them rest."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.coach.case import Answer, Case, save_preferences
from bot.coach.progress.looking_back import take_off
from bot.coach.reminders import zones
from bot.coach.reminders.invitation import offer_of
from bot.coach.reminders.when import heard_from, heard_of, next_of, set_anew, standing, where_of
from bot.coach.session.gate import the_signs
from bot.domain.person.person import Rest
from bot.domain.progress.days_off import DAY, DaysOff, OffKind
from bot.domain.reminders import draft as drafts
from bot.domain.reminders.day_written import day_read
from bot.domain.reminders.draft import Draft
from bot.domain.reminders.reminder import Reminder, coming, next_moment
from bot.domain.session.startable import Own, to_text
from bot.domain.typed.awaited import Awaited, Wanted
from bot.screens.buttons.actions import (
    AwayFor,
    DeleteReminder,
    Drafted,
    Drafting,
    OpenReminder,
    PauseBetween,
    PauseFor,
    RestReminder,
)
from bot.screens.reminders import reminder_list as screens
from bot.screens.screen import Button

MOST = 10
"""How many reminders one person can have."""

NEXT = 3
"""How many coming moments are shown before a reminder is kept."""

FIRST = time(8, 30)

_TIMES = Awaited(Wanted.TIMES)


def reminder_tapped(
    case: Case,
    action: OpenReminder | DeleteReminder | RestReminder | PauseFor | AwayFor | PauseBetween | Drafted,
) -> Answer:
    match action:
        case Drafted():
            draft = drafts.read(action.reminder, action.times, action.days, action.starts)
            return drafted(case, draft, action.stage) if draft else gone(case)
        case PauseFor(days):
            return pause_until(case, case.today + timedelta(days=days))
        case AwayFor(days):
            take_off(case, OffKind.AWAY, days)
            return pause_until(case, case.today + timedelta(days=days))
        case PauseBetween(first, until, is_away):
            return _pause_between(case, day_read(first), day_read(until), is_away=is_away)
        case OpenReminder(id_) | DeleteReminder(id_) | RestReminder(id_):
            this = case.store.reminders.get(id_, case.person.id)
            return _one(case, this, action) if this else gone(case)


def every(
    case: Case, note: str = "", waits_for: tuple[str, Button] | None = None, kept: tuple[int, ...] = ()
) -> Answer:
    """`waits_for`: what is not kept yet, with the button that keeps it. `kept`: ids of those just kept."""
    resting = case.who.reminders_rest
    if resting and case.words("reminder-kept-resting") not in note:
        note = "\n".join(filter(None, (note, case.words("reminders-rest"))))
    lines = [_line(case, this) for this in standing(case)]
    lines.sort(key=lambda line: (line.reminder.on or date.min, line.reminder.at))
    where = where_of(case)
    asks_to_wake = resting and case.words("reminder-kept-resting") in note
    # "Yes" should mean the reminder that waits, so the clock is not asked about at the same time.
    screen = screens.every_reminder(
        lines, replace(where, is_sure=True) if waits_for or asks_to_wake else where, case.words, note
    )
    if asks_to_wake:
        screen = screens.asking_to_wake(screen, case.words)
    if waits_for:
        screen = screens.with_waiting(screen, *waits_for, case.words)
    return Answer(screen, awaits=Awaited(Wanted.TIMES, kept))


def add(case: Case, note: str = "") -> Answer:
    if len(standing(case)) >= MOST:
        return every(case, case.words("reminders-full", most=MOST))
    # Any beginning will do: what they type replaces it.
    draft = Draft((screens.SUGGESTED[0],))
    return Answer(screens.ask_time(draft, case.words, note), awaits=_TIMES)


def drafted(case: Case, draft: Draft, stage: Drafting) -> Answer:
    case = zones.assumed(case)
    match stage:
        case Drafting.SHOW:
            return _proposal(case, draft)
        case Drafting.DAYS:
            return Answer(screens.ask_days(draft, case.words), awaits=_TIMES)
        case Drafting.TIME:
            return Answer(screens.nudge_time(draft, case.words), awaits=_TIMES)
        case Drafting.WHAT:
            return Answer(screens.ask_what(draft, _startable(case), case.words))
        case Drafting.KEEP:
            return keep(case, draft)


def keep(case: Case, draft: Draft) -> Answer:
    case, ids = zones.assumed(case), []
    for at in draft.times:
        theirs = standing(case)
        wanted = (at, draft.weekdays, None)
        same = next((one for one in theirs if (one.at, one.weekdays, one.on) == wanted), None)
        this = case.store.reminders.get(draft.reminder, case.person.id) if draft.reminder else None
        if this is None and same is None and len(theirs) >= MOST:
            return every(case, case.words("reminders-full", most=MOST))
        if this and same and this.id != same.id:
            case.store.reminders.delete(this.id, case.person.id)
        blank = Reminder(0, case.person.id, at, draft.weekdays, draft.starts)
        ids.append(_save(case, same or this, blank, is_asked_anew=this is None))
    return every(case, kept(case), kept=tuple(ids))


def kept(case: Case) -> str:
    resting = case.who.reminders_rest
    return case.words("reminder-kept-resting") if resting else case.words("reminder-kept")


def first(case: Case) -> Answer:
    return keep(case, Draft((FIRST,)))


def ask_pause(case: Case) -> Answer:
    return Answer(screens.ask_pause(case.words), awaits=Awaited(Wanted.DATE))


def pause_until(case: Case, day: date) -> Answer:
    return _rest(case, is_paused=False, until=day)


def _pause_between(case: Case, first: date | None, until: date | None, *, is_away: bool) -> Answer:
    """If it is tapped after a part of the pause has passed, only the rest of it counts."""
    if first is None or (until and until <= max(first, case.today)):
        return gone(case)
    if is_away and until:
        case.store.time_off.take(case.person.id, DaysOff(max(first, case.today), until - DAY, OffKind.AWAY))
    if first > case.today:
        return _rest(case, is_paused=False, first=first, until=until)
    return _rest(case, is_paused=until is None, until=until)


def rest_explained(case: Case) -> Answer:
    answer = every(case, case.words("reminders-rest-means"))
    screen = answer.screen
    return replace(answer, screen=screens.asking_to_wake(screen, case.words)) if screen else answer


def stop_all(case: Case) -> Answer:
    return _rest(case, is_paused=True)


def go_on(case: Case, note: str = "") -> Answer:
    if case.who.waits_to_be_clear:
        return Answer(the_signs(case, None))
    return _rest(_woken(case), is_paused=False, note=note)


def _woken(case: Case) -> Case:
    if case.who.rest is Rest.NONE:
        return case
    return save_preferences(case, replace(case.who, rest=Rest.NONE, rests_until=None))


def _rest(
    case: Case, *, is_paused: bool, first: date | None = None, until: date | None = None, note: str = ""
) -> Answer:
    """If the pause begins later, reminders that were put off still come."""
    for this in case.store.reminders.of(case.person.id):
        case.store.reminders.save(replace(this, is_paused=is_paused, paused_from=first, paused_until=until))
        if first is None:
            case.store.reminders.come_no_more(this.id)
    set_anew(case)
    return every(case, note)


def gone(case: Case) -> Answer:
    return replace(every(case), toast=case.words("toast-old-button"))


def _one(case: Case, this: Reminder, action: OpenReminder | DeleteReminder | RestReminder) -> Answer:
    match action:
        case OpenReminder():
            return _open(case, this)
        case DeleteReminder():
            case.store.reminders.delete(this.id, case.person.id)
            return every(case, case.words("reminder-deleted"))
        case RestReminder(_, on=False) if case.who.waits_to_be_clear:
            return Answer(the_signs(case, None))
        case RestReminder(_, on):
            case = case if on else _woken(case)
            after = replace(this, is_paused=on, paused_from=None, paused_until=None)
            case.store.reminders.save(replace(after, next_at=next_of(case, after, case.now)))
            case.store.reminders.come_no_more(this.id)
            return every(case)


def _open(case: Case, this: Reminder) -> Answer:
    line = _line(case, this)
    after = line.then - timedelta(seconds=1) if line.then else None
    zone = case.zone
    moments = _coming(this, zone, after) if after else ()
    local = [moment.astimezone(zone) for moment in moments]
    return Answer(screens.one(line, local, where_of(case), case.words), awaits=_TIMES)


def _coming(this: Reminder, zone: ZoneInfo, after: datetime) -> tuple[datetime, ...]:
    if this.on:
        return tuple(filter(None, [next_moment(this, zone, after)]))
    return coming(this.at, this.weekdays, zone, after, NEXT)


def _line(case: Case, this: Reminder) -> screens.ReminderLine:
    then = None if case.who.reminders_rest else next_of(case, this, heard_of(case, this))
    return screens.ReminderLine(this, _title(case, this.starts), then.astimezone(case.zone) if then else None)


def _proposal(case: Case, draft: Draft) -> Answer:
    zone = case.zone
    moments = sorted(
        moment for at in draft.times for moment in coming(at, draft.weekdays, zone, heard_from(case), NEXT)
    )
    local = [] if case.who.reminders_rest else [moment.astimezone(zone) for moment in moments[:NEXT]]
    title = _title(case, draft.starts)
    return Answer(screens.proposal(draft, title, local, where_of(case), case.words), awaits=_TIMES)


def _save(case: Case, before: Reminder | None, wanted: Reminder, *, is_asked_anew: bool) -> int:
    """Returns its id. A resting reminder keeps resting if it is only changed, but not if it is asked for again."""
    if before is None:
        next_at = next_of(case, wanted, case.now)
        return case.store.reminders.add(replace(wanted, next_at=next_at), case.now)
    after = replace(
        before, at=wanted.at, weekdays=wanted.weekdays, starts=wanted.starts, on=None, is_done=False
    )
    if is_asked_anew:
        after = replace(after, is_paused=False, paused_from=None, paused_until=None)
    case.store.reminders.save(replace(after, next_at=next_of(case, after, case.now)))
    return after.id


def _title(case: Case, starts: str) -> str:
    offer = offer_of(case, starts)
    return offer.title if offer else ""


def _startable(case: Case) -> list[tuple[str, str]]:
    ready = [(slug, routine.title) for slug, routine in case.library.routines.items()]
    own = [(to_text(Own(own.id)), own.name) for own in case.store.own.every(case.person.id) if own.lines]
    return [(starts, title) for starts, title in (*ready, *own) if offer_of(case, starts)]
