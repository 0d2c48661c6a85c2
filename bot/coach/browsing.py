"""Finding and reading: exercises, their steps, routines."""

from bot.coach.case import Answer, Case
from bot.coach.finding import find
from bot.coach.planning import plan_of
from bot.domain import suitable
from bot.domain.doses import dose_for
from bot.domain.exercise import Exercise, Form, FormRef
from bot.domain.hearing import minutes_in
from bot.domain.script import Part, duration
from bot.screens import exercise as screens
from bot.screens import home
from bot.screens.actions import AllSteps, Find, LearnStep, Looked, Narrow, OpenExercise, OpenForm, OpenRoutine
from bot.screens.routine import Plan, routine_card, routines

MINUTE = 60
GRACE = 60
"""Seconds over what was asked for that nobody minds."""


def tapped(case: Case, action: Looked) -> Answer:
    match action:
        case OpenExercise(slug):
            return open_exercise(case, slug)
        case OpenForm():
            return open_form(case, action)
        case LearnStep():
            return learn(case, action)
        case AllSteps():
            return all_steps(case, action)
        case OpenRoutine(slug):
            return open_routine(case, slug)
        case Narrow():
            return every_exercise(case)
        case Find():
            return every_exercise(case)


def every_exercise(case: Case) -> Answer:
    return Answer(screens.exercises(case.library.exercises.values(), case.words))


def exercise_by_words(case: Case, text: str) -> Answer:
    """The exercise that is meant, or all of them with a word of regret."""
    found = find(text, case.library)
    if found:
        return open_exercise(case, found[0].slug)
    return Answer(screens.exercises(case.library.exercises.values(), case.words, found_none=True))


def open_exercise(case: Case, slug: str) -> Answer:
    """The card of the form that suits this person; of the usual one, with the reason, where none does."""
    exercise = case.library.exercises.get(slug)
    if exercise is None:
        return _retired(case)
    form = suitable.form_for(slug, case.library, case.who) or exercise.usual
    return _card(case, case.library.exercises[form.ref.exercise], form)


def open_form(case: Case, action: OpenForm) -> Answer:
    found = _find(case, action.slug, action.form)
    return _card(case, *found) if found else _retired(case)


def learn(case: Case, action: LearnStep) -> Answer:
    found = _find(case, action.slug, action.form)
    if not found:
        return _retired(case)
    exercise, form = found
    return Answer(screens.step(exercise, form, min(action.step, len(form.steps) - 1), case.words))


def all_steps(case: Case, action: AllSteps) -> Answer:
    found = _find(case, action.slug, action.form)
    return Answer(screens.all_steps(*found, case.words)) if found else _retired(case)


def every_routine(case: Case) -> Answer:
    return Answer(routines(case.library.routines.values(), case.words))


def routine_by_minutes(case: Case, minutes: int) -> Answer:
    """The longest routine there is for this person within so many minutes; the shortest if none is so short."""
    plans = [plan_of(case, routine) for routine in case.library.routines.values()]
    fitting = [plan for plan in plans if plan.lines and plan.seconds <= minutes * MINUTE + GRACE]
    plan = max(fitting, key=_length) if fitting else min(plans, key=_length)
    return Answer(routine_card(plan, case.words))


def _length(plan: Plan) -> int:
    return plan.seconds


def routine_by_words(case: Case, text: str) -> Answer:
    if minutes := minutes_in(text):
        return routine_by_minutes(case, minutes)
    wanted = text.casefold()
    named = (r for r in case.library.routines.values() if wanted in (r.title.casefold(), r.slug))
    routine = next(named, None)
    return open_routine(case, routine.slug) if routine else every_routine(case)


def open_routine(case: Case, slug: str) -> Answer:
    routine = case.library.routines.get(slug)
    return Answer(routine_card(plan_of(case, routine), case.words)) if routine else _retired(case)


def _find(case: Case, slug: str, form: str) -> tuple[Exercise, Form] | None:
    found = case.library.form(FormRef(slug, form))
    return (case.library.exercises[slug], found) if found else None


def _card(case: Case, exercise: Exercise, form: Form) -> Answer:
    amount = dose_for(form, case.who)
    swap = suitable.swap(form, case.library, case.who, [exercise.slug])
    offer = screens.Offer(
        exercise,
        form,
        amount,
        duration([Part(form, amount)]),
        suitable.bar(form, case.who),
        suitable.easier(form, case.library, case.who),
        suitable.harder(form, case.library, case.who),
        case.library.exercises[swap.ref.exercise] if swap else None,
    )
    return Answer(screens.card(offer, case.words))


def _retired(case: Case) -> Answer:
    return Answer(home.retired(case.words))
