"""Moves a reminder, kept or still waiting, by a number of minutes: "make it 15 min earlier", "push them all back an hour"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.coach.case import Answer, Case
from bot.coach.reminders import asked_when, draft_at_hand, schedule
from bot.coach.reminders.when import standing
from bot.coach.session.live import live_of
from bot.coach.typed.wishes import wishes
from bot.coach.view.in_view import card_in_view
from bot.domain.reminders.draft import Draft
from bot.domain.reminders.reminder import Reminder
from bot.domain.typed.vocabulary import Vocabulary
from bot.domain.typed.when.shift_said import ShiftSaid, shift_said
from bot.domain.typed.wishes.wish import Wish


def answer(case: Case, text: str, vocabulary: Vocabulary) -> Answer | None:
    """None for a reminder that has just come: that one is put off instead."""
    view, said = card_in_view(case), shift_said(text, vocabulary.when)
    if said is None or live_of(case) or (view and view.nods_to) or wishes.asks(case, text):
        return None
    if not (said.is_order or _is_a_change(case, text)):
        return None
    waits = draft_at_hand.as_before(draft_at_hand.way_back(case))
    if isinstance(waits, Draft) and not said.clocks:
        return asked_when.shown(case, _later(waits, said.by))
    theirs = [one for one in standing(case) if one.on is None]
    return _of_theirs(case, theirs, said) if theirs else None


def _is_a_change(case: Case, text: str) -> bool:
    found = wishes.meant(case, text)
    return found is not None and found.wish is Wish.CHANGE_REMINDER


def _of_theirs(case: Case, theirs: Sequence[Reminder], said: ShiftSaid) -> Answer:
    fit = [one for one in theirs if _fits(one, said)]
    drafts = [_later(asked_when.as_draft(one), said.by) for one in fit]
    if len(drafts) == 1:
        return asked_when.shown(case, drafts[0])
    if not drafts:
        return schedule.every(case, case.words("reminder-none-such"))
    return asked_when.which_first(case, drafts, case.words("when-one-by-one") if said.of_all else "")


def _fits(one: Reminder, said: ShiftSaid) -> bool:
    if said.clocks:
        return one.at in said.clocks
    return said.part is None or said.part.holds(one.at.hour * 60 + one.at.minute)


def _later(draft: Draft, by: timedelta) -> Draft:
    return replace(draft, times=tuple(sorted(_moved(at, by) for at in draft.times)))


def _moved(at: time, by: timedelta) -> time:
    return (datetime.combine(date(2000, 1, 10), at) + by).time()
