"""Takes the times that people type for reminders: shows what was understood, asks if it may mean two things, and keeps nothing yet."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from bot.coach.case import Answer, Case, zone_named
from bot.coach.reminders import schedule, zones
from bot.coach.reminders.invitation import offer_of
from bot.coach.reminders.when import next_of, standing, where_of
from bot.domain.reminders.draft import MOST_TIMES, Draft
from bot.domain.reminders.once_draft import OnceDraft, once_read
from bot.domain.reminders.plan import PlanLine, ReminderPlan, plan_read, planned
from bot.domain.reminders.reminder import EVERY_DAY, Reminder
from bot.domain.reminders.spread import spread
from bot.domain.typed.awaited import Awaited, Wanted
from bot.domain.typed.when.meant import DayTimes, Either, Half, Once, Repeating, When, still_ahead
from bot.domain.typed.when.read_when import HeardWhen
from bot.screens.buttons.actions import Drafting, OnceDrafted, Planned
from bot.screens.reminders import when_screens as screens
from bot.screens.reminders.reminder_list import SUGGESTED
from bot.screens.reminders.when_screens import Meant
from bot.screens.screen import Screen
from bot.screens.text import lines, plain

Before = Draft | OnceDraft | None
"""The draft that is in view."""

NOON = 12
_TIMES = Awaited(Wanted.TIMES)


def guessed_local_now(case: Case) -> datetime:
    zone = case.who.zone or case.known.atlas.guess(case.person.language) or "UTC"
    return case.now.astimezone(zone_named(zone))


def heard(case: Case, when: When, before: Before = None) -> Answer:
    case = zones.assumed(case)
    left = still_ahead(when, case.local_now)
    match left:
        case None:
            return _past(case, when)
        case Half():
            return _ask(case, left, before)
        case Either(options, is_each):
            return _choose(case, options, before, case.words("when-one-by-one") if is_each else "")
        case _:
            meant = _meant(case, left, before)
            return _shown(case, meant) if meant else _too_many(case)


def ask_about(case: Case, caught: Repeating | Once | Either, before: Before) -> Answer:
    """For times found in a sentence that was not understood as a whole: even a single one is asked about."""
    case = zones.assumed(case)
    left = still_ahead(caught, case.local_now)
    options = left.options if isinstance(left, Either) else (left,)
    ahead = [each for each in options if isinstance(each, Repeating | Once)]
    return _choose(case, ahead, before, case.words("when-caught")) if ahead else _past(case, caught)


def heard_so(case: Case, said: HeardWhen) -> Answer | None:
    """When somebody has only one reminder, words like "9am instead of 8am" change it. None if no time was understood."""
    if said.when is None:
        return None
    theirs = case.store.reminders.of(case.person.id)
    is_change = said.replaces and len(theirs) == 1 and theirs[0].on is None
    return heard(case, said.when, as_draft(theirs[0]) if is_change else None)


def as_draft(this: Reminder) -> Draft:
    return Draft((this.at,), this.weekdays, this.starts, this.id)


def as_once(this: Reminder) -> OnceDraft | None:
    return OnceDraft(this.on, this.at, this.starts, this.id) if this.on else None


def proposed(case: Case, drafts: Sequence[Draft | OnceDraft]) -> Answer:
    """Takes at least one draft; several are asked about."""
    if len(drafts) == 1:
        return shown(case, drafts[0])
    case = zones.assumed(case)
    return Answer(screens.choose(drafts, case.today, case.words), awaits=_TIMES)


def once_tapped(case: Case, action: OnceDrafted) -> Answer:
    case = zones.assumed(case)
    draft = once_read(action.reminder, action.day, action.at, action.starts)
    if draft is None:
        return schedule.gone(case)
    match action.stage:
        case Drafting.KEEP:
            return _keep_once(case, draft)
        case Drafting.TIME:
            return _hours(case, draft, "")
        case _:
            return _shown(case, draft)


def plan_tapped(case: Case, action: Planned) -> Answer:
    case = zones.assumed(case)
    plan = plan_read(action.reminder, action.lines)
    if plan is None:
        return schedule.gone(case)
    return _keep_plan(case, plan) if action.stage is Drafting.KEEP else _shown(case, plan)


def plan_shown(case: Case, plan: ReminderPlan) -> Answer:
    return _shown(zones.assumed(case), plan)


def day_after(case: Case, when: When | None) -> date | None:
    day = when.day if isinstance(when, Once | Half) else None
    return day if day and day > case.today else None


def times_today(case: Case, when: When | None) -> tuple[time, ...]:
    """The times it may be today; none if they named another day, or weekdays."""
    options = when.options if isinstance(when, Either) else (when,)
    found = [_time_today(case, option) for option in options]
    return () if None in found else tuple(at for at in found if at)


def _time_today(case: Case, option: When | None) -> time | None:
    if isinstance(option, Once):
        once = _once(case, option, None)
        return once.at if once.day == case.today else None
    times = times_of(option)
    return times[0] if times and isinstance(option, Repeating) and not option.names_days else None


def times_of(when: When | None) -> tuple[time, ...]:
    options = when.options if isinstance(when, Either) else (when,)
    ones = (option for option in options if isinstance(option, Repeating) and len(option.groups) == 1)
    return tuple(one.groups[0].times[0] for one in ones if len(one.groups[0].times) == 1)


def in_half_of(when: When, at: time) -> When:
    """If two times are possible, the one in the same half of the day as `at`, if there is one."""
    options = when.options if isinstance(when, Either) else ()
    return next((each for each in options if _is_in_half(each, at)), when)


def _is_in_half(when: When, like: time) -> bool:
    times = times_of(when)
    return len(times) == 1 and (times[0].hour >= NOON) is (like.hour >= NOON)


def meant_by(case: Case, when: When | None, before: Before) -> list[Meant]:
    """All that it may mean; nothing where several reminders were asked for that can't all be kept."""
    if isinstance(when, Either) and when.is_each:
        return []
    options = when.options if isinstance(when, Either) else (when,)
    each = (_meant(case, option, before) for option in options if isinstance(option, Repeating | Once))
    return list(dict.fromkeys(filter(None, each)))


def moved_to(before: Before, half: Half) -> Before:
    """The draft in view, moved to the days that they named. None if they named a part of the day, if the draft's time
    is not known, or if the draft is of a kept reminder."""
    if half.part or before is None or before.reminder:
        return None
    if isinstance(before, OnceDraft):
        return _on_other_days(before, half)
    if half.day and len(before.times) == 1:
        return OnceDraft(half.day, before.times[0], before.starts)
    return replace(before, weekdays=half.weekdays) if half.weekdays else None


def _on_other_days(before: OnceDraft, half: Half) -> Before:
    if half.day:
        return replace(before, day=half.day)
    return Draft((before.at,), half.weekdays, before.starts) if half.weekdays else None


def shown(case: Case, draft: Draft | OnceDraft) -> Answer:
    return _shown(zones.assumed(case), draft)


def which_first(case: Case, drafts: Iterable[Draft], note: str) -> Answer:
    """When their words fit several of their reminders, asks which one to change first."""
    case = zones.assumed(case)
    return Answer(screens.choose(list(drafts), case.today, case.words, note), awaits=_TIMES)


def _meant(case: Case, option: Repeating | Once, before: Before) -> Meant | None:
    if isinstance(option, Once):
        return _once(case, option, before)
    group = option.groups[0]
    if isinstance(before, OnceDraft) and not option.names_days and len(group.times) == 1:
        return replace(before, at=group.times[0])
    known = before if isinstance(before, Draft) else Draft(())
    if len(option.groups) > 1 or len(group.times) > MOST_TIMES:
        lines = (PlanLine(each.weekdays, at) for each in option.groups for at in each.times)
        return planned(lines, known.reminder)
    days = group.weekdays if option.names_days else known.weekdays
    return replace(known, times=group.times[: 1 if known.reminder else MOST_TIMES], weekdays=days)


def _once(case: Case, option: Once, before: Before) -> OnceDraft:
    day, at = option.day, option.at
    if option.ahead:
        # By UTC: their own clock may jump before then.
        then = (case.now + option.ahead + timedelta(seconds=59)).astimezone(case.zone)
        day, at = then.date(), time(then.hour, then.minute)
    return OnceDraft(day, at, before.starts if before else "")


def _choose(case: Case, options: Iterable[Repeating | Once], before: Before, note: str = "") -> Answer:
    meant = dict.fromkeys(each for option in options if (each := _meant(case, option, before)))
    if not meant:
        return _too_many(case)
    return Answer(screens.choose(list(meant), case.today, case.words, note), awaits=_TIMES)


def _shown(case: Case, meant: Meant) -> Answer:
    match meant:
        case Draft():
            return schedule.drafted(case, meant, Drafting.SHOW)
        case OnceDraft():
            offer = offer_of(case, meant.starts)
            title = offer.title if offer else ""
            return _resting(case, screens.once_proposal(meant, title, where_of(case), case.words))
        case ReminderPlan():
            return _resting(case, screens.plan_proposal(meant, where_of(case), case.words))


def _resting(case: Case, screen: Screen) -> Answer:
    note = plain(case.words("reminders-rest")) if case.who.reminders_rest else None
    return Answer(replace(screen, text=lines(screen.text, note)), awaits=_TIMES)


def _ask(case: Case, half: Half, before: Before) -> Answer:
    if len(standing(case)) >= schedule.MOST and not (before and before.reminder):
        return schedule.every(case, case.words("reminders-full", most=schedule.MOST))
    part = half.part.name.lower() if half.part else ""
    if half.count > 1 and not (half.part or half.day or (before and before.reminder)):
        return _spread(case, half)
    if half.day:
        return _hours(case, OnceDraft(half.day, SUGGESTED[0]), part)
    if isinstance(before, OnceDraft) and not half.weekdays:
        return _hours(case, before, part)
    known = before if isinstance(before, Draft) else Draft((SUGGESTED[0],))
    if half.weekdays and not part and isinstance(before, Draft) and before.times:
        return schedule.drafted(case, replace(known, weekdays=half.weekdays), Drafting.SHOW)
    return _hours(case, replace(known, weekdays=half.weekdays or known.weekdays), part)


def _spread(case: Case, half: Half) -> Answer:
    """ "Three times a day": nobody said when, so two ways are offered."""
    if half.count > schedule.MOST - len(standing(case)):
        return _too_many(case)
    names_days = half.weekdays != EVERY_DAY
    ways = [Repeating((DayTimes(half.weekdays, times),), names_days) for times in spread(half.count)]
    return _choose(case, ways, None, case.words("when-spread"))


def _hours(case: Case, known: Draft | OnceDraft, part: str) -> Answer:
    after = case.local_now.time() if isinstance(known, OnceDraft) and known.day == case.today else None
    return Answer(screens.ask_hour(known, part, case.today, case.words, after=after), awaits=_TIMES)


def _past(case: Case, when: When) -> Answer:
    options = when.options if isinstance(when, Either) else (when,)
    later = [replace(each, day=case.today + timedelta(days=1)) for each in options if isinstance(each, Once)]
    if not later:
        return schedule.add(case, case.words("times-not-understood"))
    return _choose(case, later, None, case.words("when-past"))


def _too_many(case: Case) -> Answer:
    return schedule.add(case, case.words("when-too-many"))


def _keep_once(case: Case, draft: OnceDraft) -> Answer:
    then = datetime.combine(draft.day, draft.at, case.zone).astimezone(UTC)
    if then <= case.now:
        return _past(case, Once(draft.day, draft.at))
    theirs = standing(case)
    if same := next((one for one in theirs if (one.on, one.at) == (draft.day, draft.at)), None):
        return schedule.every(case, schedule.kept(case), kept=(same.id,))
    this = next((one for one in theirs if draft.reminder and one.id == draft.reminder), None)
    if this is None and len(theirs) >= schedule.MOST:
        return schedule.every(case, case.words("reminders-full", most=schedule.MOST))
    blank = Reminder(0, case.person.id, draft.at, draft.weekdays, draft.starts, on=draft.day)
    blank = replace(blank, next_at=next_of(case, blank, case.now))
    if this:
        case.store.reminders.delete(this.id, case.person.id)
    kept = case.store.reminders.add(blank, case.now)
    return schedule.every(case, schedule.kept(case), kept=(kept,))


def _keep_plan(case: Case, plan: ReminderPlan) -> Answer:
    theirs = {(one.at, one.weekdays) for one in standing(case) if one.on is None}
    new = [line for line in plan.lines if (line.at, line.weekdays) not in theirs]
    this = case.store.reminders.get(plan.reminder, case.person.id) if plan.reminder else None
    if len(standing(case)) + len(new) - bool(this and new) > schedule.MOST:
        return schedule.every(case, case.words("reminders-full", most=schedule.MOST))
    kept: tuple[int, ...] = ()
    for number, line in enumerate(plan.lines):
        changed = plan.reminder if this and number == 0 else 0
        answer = schedule.keep(case, Draft((line.at,), line.weekdays, this.starts if this else "", changed))
        kept += answer.awaits.about if answer.awaits else ()
    return schedule.every(case, schedule.kept(case), kept=kept)
