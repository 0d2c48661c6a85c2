"""Changes, or offers to delete, the reminder that somebody names, kept or still waiting; and puts off one that has just come."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from bot.coach.case import Answer, Case
from bot.coach.reminders import asked_when, schedule
from bot.coach.reminders.when import standing
from bot.coach.typed.reminders import (
    beyond_a_reminder,
    day_off,
    put_off_to,
    setting_right,
    undoing,
    unskipping,
)
from bot.coach.view.in_view import actions_on, card_in_view
from bot.domain.reminders.draft import Draft, read
from bot.domain.reminders.plan import PlanLine, plan_read, planned
from bot.domain.reminders.reminder import Reminder
from bot.domain.typed.said.said_back import SaidBack, says_any
from bot.domain.typed.said.which_said import (
    NOON,
    WhichSaid,
    clocks_said,
    heard_in_half,
    only_one_kept,
    which_said,
)
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.when.meant import Either, Half, Repeating, When
from bot.domain.typed.when.read_when import hear_when
from bot.screens.buttons.actions import Drafted, Drafting, Go, OnceDrafted, Place, Planned
from bot.screens.reminders import reminder_list as screens

Change = tuple[time | None, frozenset[int]]
"""The new time, or None to keep it. The new days, or empty to keep them."""


def answer(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """None if no reminder is named, or they do not say what to do with it."""
    sooner = (_keeps_some, setting_right.answer, undoing.answer, unskipping.answer, beyond_a_reminder.answer)
    if answered := next((found for each in sooner if (found := each(case, text, vocabulary))), None):
        return answered
    named = which_said(text, vocabulary.when)
    theirs = standing(case)
    for said in named:
        if changed := _of_the_draft(case, said, vocabulary):
            return changed
    if corrected := _corrected(case, text, vocabulary):
        return corrected
    if kept := only_one_kept(text, vocabulary.when):
        return _all_but(case, theirs, kept)
    if rests := day_off.answer(case, text, vocabulary):
        return rests
    if not theirs and any(said.ends and said.times for said in named):
        return schedule.every(case)  # there is none to go
    for said in named if theirs else ():
        if answered := _of_theirs(case, theirs, said, vocabulary):
            return answered
    return put_off_to.answer(case, text, vocabulary)


def _keeps_some(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """ "No, keep the weekend ones", when the bot asks whether to stop all of them."""
    keeps = [said for said, meant in vocabulary.replies.items() if meant is SaidBack.KEEP]
    asked = Go(Place.STOP_REMINDING) in actions_on(card_in_view(case))
    if not asked or not says_any(text, keeps):
        return None
    return schedule.every(case, case.words("reminders-none-stopped"))


def _all_but(case: Case, theirs: Sequence[Reminder], kept: WhichSaid) -> Answer | None:
    """One at a time, and each is asked about: nothing goes by words alone."""
    others = [each for each in theirs if not kept.fits(each.at, each.weekdays)]
    if not theirs:
        return schedule.every(case)
    if len(others) == len(theirs):
        return schedule.every(case, case.words("reminder-none-such"))
    if len(others) == 1:
        return Answer(screens.ask_delete(others[0], case.words))
    return schedule.every(case, case.words("reminders-none-stopped") if others else "")


def _of_theirs(
    case: Case, theirs: Sequence[Reminder], said: WhichSaid, vocabulary: Vocabulary
) -> Answer | None:
    when = None if said.ends else _heard(case, said, vocabulary)
    if not said.ends and (when is None or not said.is_led):
        return None
    fit = [each for each in theirs if said.fits(each.at, each.weekdays)]
    if not fit and (said.weekdays or not (said.ends or said.is_definite or said.times)):
        return None  # "no reminder on sunday", "set evening reminder for 9"
    if len(fit) != 1:
        return schedule.every(case, "" if fit else case.words("reminder-none-such"))
    this = fit[0]
    if said.ends:
        return Answer(screens.ask_delete(this, case.words))
    if this.on or when is None:
        return schedule.every(case)
    return asked_when.heard(case, _in_its_half(when, this.at, said), asked_when.as_draft(this))


def _heard(case: Case, said: WhichSaid, vocabulary: Vocabulary) -> When | None:
    now = asked_when.guessed_local_now(case)
    return hear_when(said.rest, now, vocabulary.when).when if said.rest else None


def _in_its_half(when: When, like: time, said: WhichSaid) -> When:
    """A bare hour is taken in the half of the day in which the reminder is."""
    if said.names_half:
        return when
    if isinstance(when, Either):
        return asked_when.in_half_of(when, like)
    if not isinstance(when, Repeating):
        return when
    groups = tuple(
        replace(group, times=tuple(heard_in_half(at, like) for at in group.times)) for group in when.groups
    )
    return replace(when, groups=groups)


def _waiting(case: Case) -> tuple[tuple[PlanLine, ...], Draft | None]:
    """The reminders that wait to be kept, if they are new and more than one. The draft says what they start."""
    kept = (
        each
        for each in actions_on(card_in_view(case))
        if isinstance(each, Drafted | OnceDrafted | Planned) and each.stage is Drafting.KEEP
    )
    match next(kept, None):
        case Drafted() as action:
            draft = read(action.reminder, action.times, action.days, action.starts)
            return tuple(PlanLine(draft.weekdays, at) for at in draft.times) if draft else (), draft
        case Planned() as action:
            plan = plan_read(action.reminder, action.lines)
            return plan.lines if plan else (), None
    return (), None


def _of_the_draft(case: Case, said: WhichSaid, vocabulary: Vocabulary) -> Answer | None:
    lines, draft = _waiting(case)
    fit = [line for line in lines if said.fits(line.at, line.weekdays)]
    if len(lines) < 2 or len(fit) != 1:
        return None
    if said.ends:
        return _shown(case, [line for line in lines if line != fit[0]], draft)
    if said.is_only and not said.rest:
        return _shown(case, fit, draft)
    when = _heard(case, said, vocabulary)
    change = _change(_in_its_half(when, fit[0].at, said)) if when else None
    return _with(case, lines, fit[0], change, draft) if change else None


def _change(when: When) -> Change | None:
    match when:
        case Half(weekdays, None, None) if weekdays:
            return None, weekdays
        case Repeating((group,), names_days) if len(group.times) == 1:
            return group.times[0], group.weekdays if names_days else frozenset()
    return None


def _with(
    case: Case, lines: Sequence[PlanLine], old: PlanLine, change: Change, draft: Draft | None
) -> Answer | None:
    at, days = change
    new = PlanLine(days or old.weekdays, old.at if at is None else at)
    return _shown(case, [new if line == old else line for line in lines], draft)


def _shown(case: Case, lines: Sequence[PlanLine], draft: Draft | None) -> Answer | None:
    ordered = sorted(lines, key=lambda line: line.at)
    if len({line.weekdays for line in ordered}) == 1:
        times = tuple(dict.fromkeys(line.at for line in ordered))
        known = draft or Draft(())
        return schedule.drafted(
            case, replace(known, times=times, weekdays=ordered[0].weekdays), Drafting.SHOW
        )
    plan = planned(ordered)
    return asked_when.plan_shown(case, plan) if plan else None


def _corrected(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """ "No time for 7.40, make it 7.25", "7.40 only on weekdays": changes one of two waiting reminders."""
    lines, draft = _waiting(case)
    if len(lines) < 2:
        return None
    old, new = _times_in(text, {line.at for line in lines}, vocabulary)
    if len(old) == len(new) == 1:
        this = next(line for line in lines if line.at == old[0])
        return _with(case, lines, this, (new[0], frozenset()), draft)
    heard = hear_when(text, asked_when.guessed_local_now(case), vocabulary.when)
    meant = _options(heard.when) if heard.is_all else ()
    changes = [change for when in meant if (change := _change(when)) and change[1]]
    one = [(line, change) for line in lines for change in changes if line.at == change[0]]
    return _with(case, lines, *one[0], draft) if len(one) == 1 else None


def _options(when: When | None) -> tuple[When, ...]:
    # "7.40 only on weekdays" could mean the evening, but the waiting one is meant.
    return when.options if isinstance(when, Either) else (when,) if when else ()


def _times_in(text: str, waiting: set[time], vocabulary: Vocabulary) -> tuple[list[time], list[time]]:
    """The waiting times that they mention, and the new ones. A bare hour is in the half of the day of the one it replaces."""
    said = clocks_said(text, vocabulary.when)
    old = [(each & waiting, each) for each in said if len(each & waiting) == 1]
    if len(said) != 2 or len(old) != 1:
        return [], []
    (at,) = old[0][0]
    new = next(each for each in said if each is not old[0][1])
    like = {each for each in new if (each.hour >= NOON) is (at.hour >= NOON)} or new
    return [at], sorted(like)
