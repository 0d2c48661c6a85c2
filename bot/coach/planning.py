"""A routine, or a day of a programme, as one person can do it."""

from bot.coach.case import Case
from bot.coach.doing import title_of_form
from bot.domain import suitable
from bot.domain.routine import Routine
from bot.domain.script import duration
from bot.screens.routine import Plan


def plan_of(case: Case, routine: Routine) -> Plan:
    exercises = case.library.exercises
    settled = suitable.settle(routine.lines, case.library, case.who)
    lines = [(exercises[part.form.ref.exercise], part) for part in settled.parts]
    # Another form of the same exercise shows in its own line.
    replaced = [
        (title_of_form(case, old), title_of_form(case, new))
        for old, new in settled.replaced
        if old.exercise != new.exercise
    ]
    left_out = [exercises[ref.exercise] for ref in settled.left_out]
    return Plan(routine, lines, replaced, left_out, duration(settled.parts))
