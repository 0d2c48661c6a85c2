"""Asks the planner for a day, with everything that it takes into account about a person."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import groupby, islice
from typing import Any

from bot.coach.case import Case
from bot.coach.session.settled_once import KEPT, kind_of
from bot.domain.library.library import Library
from bot.domain.library.routine import RoutineLine
from bot.domain.person.person import Preferences
from bot.domain.planner.easing import Easing, Effort, PastSession, easing
from bot.domain.planner.favourites import favourites
from bot.domain.planner.filling import fitted
from bot.domain.planner.limits import AskedFor
from bot.domain.planner.memory import FIRST_DAYS, FIRST_SESSIONS, NONE, Memory
from bot.domain.planner.past_session import past_session
from bot.domain.planner.planner import DayPlan, plan, why
from bot.domain.planner.why import Why
from bot.domain.progress.diary import Rating
from bot.domain.reminders.reminder import begins
from bot.domain.session import startable
from bot.domain.session.script import Part
from bot.domain.session.suitable import Settled
from bot.screens.buttons.actions import DoFavourites, DoToday
from bot.store.session.lately import Begun

COUNTED = timedelta(days=7)
"""How far back it matters how often a move was done (docs/facts.md: seldom-done-first)."""

PASSED_OVER = timedelta(days=14)

LOOKED_BACK = timedelta(days=14)
"""What lies further back than this changes nothing today."""

DAYS = 2
"""Moves done in the last so many days are not planned again."""


def planned(case: Case, what: DoToday) -> DayPlan:
    return _planned(asked(case, what), _kind(case), memory_of(case), case.library)


def planned_and_why(case: Case, what: DoToday) -> tuple[DayPlan, Why | None]:
    return _with_why(asked(case, what), _kind(case), memory_of(case), case.library)


@lru_cache(maxsize=KEPT)
def _planned(asked: AskedFor, who: Preferences, memory: Memory, library: Library) -> DayPlan:
    """Cached, because one plan is shown, begun and written down."""
    return plan(asked, who, memory, library)


@lru_cache(maxsize=KEPT)
def _with_why(
    asked: AskedFor, who: Preferences, memory: Memory, library: Library
) -> tuple[DayPlan, Why | None]:
    found = _planned(asked, who, memory, library)
    return found, why(found, asked, who, memory, library)


def programme_day(case: Case, lines: tuple[RoutineLine, ...]) -> Settled:
    memory = replace(memory_of(case), done=NONE, planned=())
    if case.who.resting.easy:
        return fitted(lines, case.who, memory, case.library)
    return _programme_day(lines, _kind(case), memory, case.library)


@lru_cache(maxsize=KEPT)
def _programme_day(
    lines: tuple[RoutineLine, ...], who: Preferences, memory: Memory, library: Library
) -> Settled:
    return fitted(lines, who, memory, library)


def _kind(case: Case) -> Preferences:
    return replace(kind_of(case.who), minutes=case.who.minutes, liked=case.who.liked)


def favourites_of(case: Case, what: DoFavourites) -> tuple[Part, ...]:
    if not case.who.liked:
        return ()
    return favourites(AskedFor(what.minutes or None), case.who, memory_of(case), case.library)


def asked(case: Case, what: DoToday) -> AskedFor:
    return AskedFor(what.minutes or None, what.no_floor or stays_up_today(case), sits_today(case))


def stays_up_today(case: Case) -> bool:
    return _is_today(case, case.who.no_floor_at)


def sits_today(case: Case) -> bool:
    return _is_today(case, case.who.seated_at)


def _is_today(case: Case, said_at: datetime | None) -> bool:
    return said_at is not None and _day(case, said_at) == case.today


def memory_of(case: Case) -> Memory:
    person, lately = case.person.id, case.store.lately
    first = case.store.sessions.first_began_at(person)
    if first is None:
        return Memory()
    days = (case.today - first.astimezone(case.zone).date()).days
    return Memory(
        days=days,
        done=lately.times_done(person, _since(case, COUNTED)),
        passed_over=case.store.passed_over.since(person, _since(case, PASSED_OVER)),
        planned=_planned_before(case),
        easing=_easing(case),
        **_at_first(case, days),
    )


def _at_first(case: Case, days: int) -> dict[str, Any]:
    sessions = case.store.sessions.count_done_to(FIRST_SESSIONS, case.person.id)
    if days >= FIRST_DAYS and sessions >= FIRST_SESSIONS:
        return {"sessions": sessions}
    return {"sessions": sessions, "known": case.store.sessions.exercises_done(case.person.id)}


def _since(case: Case, span: timedelta) -> datetime:
    """Counts whole days, so that a plan stays the same all day, and matches the one announced the evening before."""
    return begins(case.today - span + timedelta(days=1), case.zone)


def _planned_before(case: Case) -> tuple[tuple[frozenset[str], ...], ...]:
    free = (
        begun
        for begun in case.store.lately.newest_first(case.person.id, case.now - LOOKED_BACK)
        if isinstance(startable.from_text(begun.routine), startable.PlannedDay)
    )
    before = (begun for begun in free if _day(case, begun.began_at) < case.today)
    days = groupby(before, key=lambda begun: _day(case, begun.began_at))
    return tuple(_moves_of(begun) for _, begun in islice(days, DAYS))


def _moves_of(day: Iterable[Begun]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(beat.ref.exercise for beat in begun.script) for begun in day)


def _easing(case: Case) -> Easing | None:
    lately = list(case.store.lately.newest_first(case.person.id, case.now - LOOKED_BACK))
    if all(_effort(begun) is Effort.GOOD for begun in lately):
        return None
    return easing(past for begun in reversed(lately) if (past := _past(case, begun)))


def _effort(begun: Begun) -> Effort:
    if begun.hurt:
        return Effort.HURT
    return Effort.HARD if begun.rating is Rating.HARD else Effort.GOOD


def _past(case: Case, begun: Begun) -> PastSession | None:
    day, is_single = _day(case, begun.began_at), not begun.routine
    level = case.who.dose_level
    return past_session(begun.script, day, _effort(begun), level, case.library, is_single=is_single)


def _day(case: Case, moment: datetime) -> date:
    return moment.astimezone(case.zone).date()
