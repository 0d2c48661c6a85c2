"""Keeps the other times that a reminder may be meant for, "9 in london" in either half of the day, while it is asked by which clock it goes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from bot.coach.case import Case
from bot.domain.reminders.draft import Draft
from bot.domain.reminders.once_draft import OnceDraft
from bot.domain.typed.awaited import Wanted
from bot.domain.typed.when.meant import DAY
from bot.screens.reminders.when_screens import Meant

Single = Draft | OnceDraft


def noted(meant: Sequence[Meant]) -> tuple[int, ...]:
    """All but the first, which a button of the question holds. Empty where they are not alike in all but their times."""
    once = [each for each in meant if isinstance(each, OnceDraft)]
    weekly = [each for each in meant if isinstance(each, Draft)]
    if len(once) == len(meant):
        return tuple(map(_moment, once[1:]))
    is_alike = len(weekly) == len(meant) and len({(each.weekdays, len(each.times)) for each in weekly}) == 1
    return tuple(_minute(at) for each in weekly[1:] for at in each.times) if is_alike else ()


def kept(case: Case) -> tuple[int, ...]:
    awaited = case.store.awaiting.of(case.person.id, case.now)
    return awaited.about if awaited and awaited.what is Wanted.CITY else ()


def each_meant(case: Case, first: Single | None) -> list[Single]:
    """Empty where there is only the first."""
    about = kept(case)
    if first is None or not about:
        return []
    if isinstance(first, OnceDraft):
        return [first, *(_at_moment(first, each) for each in about)]
    size = len(first.times)
    every = [about[at : at + size] for at in range(0, len(about), size)]
    return [first, *(replace(first, times=tuple(map(_time, each))) for each in every)]


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _time(minute: int) -> time:
    return time(*divmod(minute % DAY, 60))


def _moment(draft: OnceDraft) -> int:
    return draft.day.toordinal() * DAY + _minute(draft.at)


def _at_moment(draft: OnceDraft, moment: int) -> OnceDraft:
    return replace(draft, day=date.fromordinal(moment // DAY), at=_time(moment))
