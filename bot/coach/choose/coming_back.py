"""Brings back a move that caused sharp pain, keeps it resting, or takes back that it did."""

from bot.coach.case import Answer, Case, with_rests_read_again
from bot.coach.choose.begin import begin
from bot.coach.choose.cards import open_exercise
from bot.domain.library.exercise import FormRef
from bot.domain.person.what_rests import RESTS_FOR
from bot.domain.session import suitable
from bot.screens.buttons.actions import DoExercise, NotSharp, TryAgain, What
from bot.screens.person import home


def try_again(case: Case, action: TryAgain) -> Answer | None:
    stops, person = case.store.sharp_stops, case.person.id
    stop = stops.get(action.session, person)
    if stop is None:
        return None
    if action.yes:
        stops.bring_back(person, stop.exercise, case.now)
        return begin(with_rests_read_again(case), action.then)
    stops.rest_on(person, stop.exercise, case.now, case.now + RESTS_FOR)
    return _swapped(with_rests_read_again(case), action.then)


def _swapped(case: Case, then: What) -> Answer:
    if not isinstance(then, DoExercise):
        return begin(case, then)
    form = case.form(FormRef(then.slug, then.form))
    swap = suitable.swap(form, case.library, case.who, [then.slug]) if form else None
    return open_exercise(case, swap.ref.exercise if swap else then.slug)


def not_sharp(case: Case, action: NotSharp) -> Answer | None:
    stop = case.store.sharp_stops.get(action.session, case.person.id)
    if stop is None:
        return None
    case.store.sharp_stops.take_back(action.session, case.person.id)
    case = with_rests_read_again(case)
    return open_exercise(case, stop.exercise) if stop.exercise else Answer(home.taken_back(case.words))
