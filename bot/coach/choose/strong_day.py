"""Pain of 7 or more out of 10: breathing, walking and gentle seated moves, five minutes at most, never on the floor
(docs/facts.md: sore-day)."""

from dataclasses import replace

from bot.coach.case import Case
from bot.coach.progress.todays import planned_today
from bot.coach.session.contents import settled
from bot.coach.session.sharp_rule import today_instead
from bot.domain.person.stages import Stage
from bot.domain.person.what_rests import EASY_ROUTINE
from bot.domain.session.script import duration
from bot.screens.amounts import MINUTE
from bot.screens.buttons.actions import DoExercise, DoRoutine, DoToday, Moves
from bot.screens.person import pain_screens
from bot.screens.person.home import Today
from bot.screens.person.welcome import FIRST_ROUTINE
from bot.screens.screen import Screen

RIGHT = ("gentle", EASY_ROUTINE, FIRST_ROUTINE)
"""Slugs of routines that suit such a day."""

LONGEST = 5 * MINUTE + MINUTE // 2
"""Seconds. Half a minute more bothers nobody."""


def asks(case: Case, what: Moves) -> Screen | None:
    if case.who.stage is not Stage.HIGH or not _is_strong(case, what):
        return None
    return pain_screens.strong_day(gentle_today(case), case.words)


def gentle_today(case: Case) -> Today:
    return today_instead(case) or planned_today(case)


def _is_strong(case: Case, what: Moves) -> bool:
    """Judged as if on a normal day. What is planned for today suits a sore day already."""
    if isinstance(what, DoToday) or (isinstance(what, DoRoutine) and what.slug in RIGHT):
        return False
    parts = settled(case.as_if(replace(case.who, stage=Stage.MILD)), what).parts
    forms = [part.form for part in parts]
    if any(form.intensity > 1 or form.position.is_on_the_floor for form in forms):
        return True
    return not isinstance(what, DoExercise) and duration(parts) > LONGEST
