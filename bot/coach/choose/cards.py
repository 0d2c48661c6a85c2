"""Shows exercises and their steps."""

from dataclasses import replace

from bot.coach.case import Answer, Case
from bot.coach.choose import narrowing, ready_routines
from bot.coach.colours import tells_colours
from bot.coach.own import making_exercises
from bot.domain.library.exercise import Exercise, Form, FormRef
from bot.domain.person.taste import Taste
from bot.domain.session import suitable
from bot.domain.session.doses import dose_for
from bot.domain.session.script import Part, duration
from bot.screens.buttons.actions import (
    AllSteps,
    Find,
    FindLeftOut,
    LearnStep,
    ListRoutines,
    Looked,
    MoreOfExercise,
    Narrow,
    OfOne,
    OpenExercise,
    OpenForm,
    OpenRoutine,
    ShowMistake,
)
from bot.screens.choose import exercise_card as screens
from bot.screens.person import home


def card_tapped(case: Case, action: Looked) -> Answer:  # noqa: C901 - one line for each kind
    if isinstance(action, OfOne) and (own := making_exercises.open_slug(case, action.slug)):
        return own
    match action:
        case OpenExercise(slug):
            return open_exercise(case, slug)
        case OpenForm():
            return open_form(case, action)
        case MoreOfExercise(slug, form):
            found = _find(case, slug, form)
            return Answer(screens.more(_offer(case, *found), case.words)) if found else _retired(case)
        case LearnStep():
            return learn(case, action)
        case AllSteps():
            return all_steps(case, action)
        case ShowMistake():
            return mistake(case, action)
        case OpenRoutine(slug):
            return ready_routines.open_routine(case, slug)
        case ListRoutines(no_floor, page):
            show = ready_routines.without_floor if no_floor else ready_routines.every_routine
            return show(case, page)
        case Narrow():
            return narrowing.narrow(case, action)
        case Find():
            return narrowing.found(case, action)
        case FindLeftOut():
            return narrowing.left_out(case, action)


def open_exercise(case: Case, slug: str) -> Answer:
    exercise = case.library.exercises.get(slug)
    if exercise is None:
        return making_exercises.open_slug(case, slug) or _retired(case)
    wanting = replace(case.who, never=frozenset())
    kinds = (wanting.on_another_day, wanting.with_nothing_resting)
    suiting = (suitable.form_for(slug, case.library, who) for who in kinds)
    form = next((form for form in suiting if form), exercise.usual)
    return _card(case, case.library.exercises[form.ref.exercise], form)


def suits(case: Case, slug: str) -> bool:
    return slug in case.library.exercises and suitable.form_for(slug, case.library, case.who) is not None


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


def mistake(case: Case, action: ShowMistake) -> Answer:
    found = _find(case, action.slug, action.form)
    return Answer(screens.mistake(*found, case.words)) if found else _retired(case)


def _find(case: Case, slug: str, form: str) -> tuple[Exercise, Form] | None:
    found = case.library.form(FormRef(slug, form))
    return (case.library.exercises[slug], found) if found else None


def _card(case: Case, exercise: Exercise, form: Form) -> Answer:
    tells = bool(form.loops) and tells_colours(case, exercise.slug)
    return Answer(screens.card(_offer(case, exercise, form), case.words, tells_colours=tells))


def _offer(case: Case, exercise: Exercise, form: Form) -> screens.Offer:
    amount = dose_for(form, case.who)
    swap = suitable.swap(form, case.library, case.who, [exercise.slug])
    return screens.Offer(
        exercise,
        form,
        amount,
        duration([Part(form, amount)]),
        suitable.bar(form, case.who),
        suitable.easier(form, case.library, case.who),
        suitable.harder(form, case.library, case.who),
        case.library.exercises[swap.ref.exercise] if swap else None,
        _taste(case, exercise.slug),
    )


def _taste(case: Case, slug: str) -> Taste | None:
    if slug in case.who.never:
        return Taste.NEVER
    return Taste.LIKE if slug in case.who.liked else None


def _retired(case: Case) -> Answer:
    return Answer(home.retired(case.words))
