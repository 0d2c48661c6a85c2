"""Shows what was understood of words about a time: one of several readings, half of it, a one-time reminder, several reminders."""

from collections.abc import Sequence
from datetime import date, datetime, time

from bot.domain.reminders.draft import Draft, written
from bot.domain.reminders.once_draft import OnceDraft, once_written
from bot.domain.reminders.plan import ReminderPlan, plan_written
from bot.screens import keys
from bot.screens.buttons.actions import Action, Drafted, Drafting, Go, OnceDrafted, Place, Planned
from bot.screens.days import day, weekdays, when
from bot.screens.reminders.reminder_list import SUGGESTED
from bot.screens.reminders.zone_screens import Where, assumed, not_mine
from bot.screens.screen import Button, Rows, Screen, Words
from bot.screens.text import bold, lines, plain

Meant = Draft | OnceDraft | ReminderPlan
"""What a reading of the words would set."""

OF_PART = {
    "morning": (time(7), time(8), time(9), time(10)),
    "afternoon": (time(13), time(14), time(15), time(16)),
    "evening": (time(18), time(19), time(20), time(21)),
}


def shown_as(stage: Drafting, meant: Meant) -> Action:
    match meant:
        case Draft():
            return Drafted(stage, meant.reminder, *written(meant))
        case OnceDraft():
            return OnceDrafted(stage, meant.reminder, *once_written(meant))
        case ReminderPlan():
            return Planned(stage, meant.reminder, plan_written(meant))


def choose(options: Sequence[Meant], today: date, words: Words, note: str = "") -> Screen:
    is_alike = len({_days_of(each) for each in options}) == 1
    labels = [_times(each, words) if is_alike else _label(each, today, words) for each in options]
    said = _said_days(options[0], today, words) if is_alike else ""
    buttons = [
        Button(keys.cut(label), shown_as(Drafting.SHOW, each))
        for label, each in zip(labels, options, strict=True)
    ]
    other = Button(words("button-other-time"), _other(options[0]))
    return Screen(
        lines(bold(note or words("when-which")), plain(said)),
        (*keys.paired(buttons), (other, keys.home(words))),
    )


def once_proposal(draft: OnceDraft, title: str, where: Where, words: Words) -> Screen:
    note = plain(assumed(where, words) or "")
    then = when(datetime.combine(draft.day, draft.at, where.now.tzinfo), where.today, words)
    said = words("reminder-once", when=then, what=title or words("reminder-todays"))
    keep = keys.primary(words("choice-reminder-keep"), shown_as(Drafting.KEEP, draft))
    other = (Button(words("button-reminder-time"), shown_as(Drafting.TIME, draft)), *not_mine(where, words))
    text = lines(bold(words("reminder-draft", what=said)), plain(words("reminder-not-set")), note)
    line = words("line-not-set", what=words("when-once", when=then))
    return Screen(text, (keep, other, _discard(words)), line=line)


def plan_proposal(plan: ReminderPlan, where: Where, words: Words) -> Screen:
    note = plain(assumed(where, words) or "")
    told = [
        words("reminder-plan-line", time=words.clock(line.at), days=weekdays(line.weekdays, words))
        for line in plan.lines
    ]
    keep = keys.primary(words("choice-reminder-keep"), shown_as(Drafting.KEEP, plan))
    head = bold(words("reminder-draft", what=words("reminder-plan")))
    text = lines(head, *map(plain, told), plain(words("reminder-not-set")), note)
    others = (not_mine(where, words),) if not where.is_sure else ()
    line = words("line-not-set", what=words.parted(told))
    return Screen(text, (keep, *others, _discard(words)), line=line)


def ask_hour(
    known: Draft | OnceDraft, part: str, today: date, words: Words, after: time | None = None
) -> Screen:
    """`known`: its time is ignored. `part`: of the day, "" for all. `after`: only later hours are offered."""
    on = day(known.day, today, words) if isinstance(known, OnceDraft) else weekdays(known.weekdays, words)
    what = words.listed([on, words(f"part-{part}")]) if part else on
    times = [at for at in OF_PART.get(part, SUGGESTED) if after is None or at > after]
    head = plain(words("when-half", what=what))
    return Screen(
        lines(head, plain(words("ask-time"))),
        (*_hours(known, times, words), keys.back_row(Go(Place.REMINDERS), words)),
    )


def _hours(known: Draft | OnceDraft, times: Sequence[time], words: Words) -> Rows:
    buttons = [Button(words.clock(at), shown_as(Drafting.SHOW, _at(known, at))) for at in times]
    in_row = 2 if len(buttons) == 4 else 3
    return tuple(tuple(buttons[start : start + in_row]) for start in range(0, len(buttons), in_row))


def _at(known: Draft | OnceDraft, at: time) -> Meant:
    if isinstance(known, OnceDraft):
        return OnceDraft(known.day, at, known.starts, known.reminder)
    return Draft((at,), known.weekdays, known.starts, known.reminder)


def _label(meant: Meant, today: date, words: Words) -> str:
    match meant:
        case Draft():
            each = "when-each" if len(meant.weekdays) == 1 else "when-on"
            return words(each, days=weekdays(meant.weekdays, words), times=_times(meant, words))
        case OnceDraft():
            return words("when-once", when=f"{day(meant.day, today, words)} {words.clock(meant.at)}")
        case ReminderPlan():
            return _times(meant, words)


def _times(meant: Meant, words: Words) -> str:
    match meant:
        case Draft():
            return words.all_of(words.clock(at) for at in meant.times)
        case OnceDraft():
            return words.clock(meant.at)
        case ReminderPlan():
            return words.parted(words.clock(line.at) for line in meant.lines)


def _days_of(meant: Meant) -> tuple[object, ...]:
    match meant:
        case Draft():
            return (meant.weekdays,)
        case OnceDraft():
            return (meant.day,)
        case ReminderPlan():
            return (ReminderPlan, *(line.weekdays for line in meant.lines))


def _said_days(meant: Meant, today: date, words: Words) -> str:
    match meant:
        case Draft():
            return weekdays(meant.weekdays, words)
        case OnceDraft():
            return day(meant.day, today, words)
        case ReminderPlan():
            different = dict.fromkeys(line.weekdays for line in meant.lines)
            return words.listed(weekdays(days, words) for days in different)


def _other(meant: Meant) -> Action:
    return Go(Place.ADD_REMINDER) if isinstance(meant, ReminderPlan) else shown_as(Drafting.TIME, meant)


def _discard(words: Words) -> tuple[Button, ...]:
    return (Button(words("button-reminder-discard"), Go(Place.REMINDERS)), keys.home(words))
