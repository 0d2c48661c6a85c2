"""Guards the moves after sharp pain: a resting move is not begun, and one that has rested is asked about first.

A day that allows only breathing and a walk guards them too, whatever the reason."""

from dataclasses import replace

from bot.coach.case import Case
from bot.coach.session.contents import name, settled
from bot.coach.session.plans import plan_of
from bot.domain.library.exercise import Form, FormRef
from bot.domain.person.what_rests import EASY_ROUTINE, LOADED, NOTHING_RESTS, SharpStop
from bot.domain.session import suitable
from bot.domain.session.suitable import Bar, Rests
from bot.screens.amounts import minutes
from bot.screens.buttons.actions import DoExercise, DoRoutine, What, moves_of
from bot.screens.choose.resting_words import easy_day, why
from bot.screens.person.home import Today
from bot.screens.screen import Screen
from bot.screens.session import hurting


def asks(case: Case, what: What) -> Screen | None:
    if case.who.resting == NOTHING_RESTS:
        return None
    moves = moves_of(what)
    if isinstance(moves, DoExercise):
        form = case.form(FormRef(moves.slug, moves.form))
        bar = suitable.rest_of(form, case.who) if form else None
        return _of_form(case, what, form, bar) if form and bar else None
    if case.who.resting.easy and moves != DoRoutine(EASY_ROUTINE):
        return _easy_day(case)
    return _of_parts(case, what)


def today_instead(case: Case) -> Today | None:
    why_easy, routine = case.who.resting.easy, case.library.routines.get(EASY_ROUTINE)
    if why_easy is None or routine is None:
        return None
    plan = plan_of(case, routine)
    if not plan.lines:
        return None
    note = easy_day(why_easy, case.words)
    return Today(DoRoutine(EASY_ROUTINE), routine.title, minutes(plan.seconds), note=note, says_all=True)


def _easy_day(case: Case) -> Screen:
    easy = case.who.resting.easy
    of_it = [stop for stop in _stops(case) if stop.is_in_the_back] if easy and easy.is_sharp else []
    last = max(of_it, key=lambda stop: stop.at, default=None)
    stop = last.session if last else None
    return hurting.easy_day(today_instead(case), case.who.resting, stop, case.words)


def _of_form(case: Case, what: What, form: Form, bar: Bar) -> Screen | None:
    if bar.rests is Rests.TODAY:
        return _easy_day(case)
    stop = _stop_of(case, form)
    if stop is None:
        return None
    this = _rester(case, form, stop)
    if bar.rests is Rests.UNTIL_ASKED:
        return hurting.try_again(this, what, case.words)
    return hurting.rests(this, why(bar, this.title, case.words), case.words)


def _of_parts(case: Case, what: What) -> Screen | None:
    resting = case.who.resting
    if not resting.rested:
        return None
    back = replace(case.who, resting=replace(resting, rested=frozenset()))
    parts = settled(replace(case, person=replace(case.person, preferences=back)), moves_of(what)).parts
    form = next((part.form for part in parts if part.form.ref.exercise in resting.rested), None)
    stop = _stop_of(case, form) if form else None
    return hurting.try_again(_rester(case, form, stop), what, case.words) if form and stop else None


def _rester(case: Case, form: Form, stop: SharpStop) -> hurting.Rester:
    swap = suitable.swap(form, case.library, case.who, [form.ref.exercise])
    other = (swap.ref.exercise, name(case, swap.ref.exercise)) if swap else None
    ref = form.ref
    return hurting.Rester(ref.exercise, ref.form, name(case, ref.exercise), stop.session, other)


def _stop_of(case: Case, form: Form) -> SharpStop | None:
    stops = [stop for stop in _stops(case) if not stop.is_back]
    of_it = [stop for stop in stops if stop.exercise == form.ref.exercise]
    of_place = [stop for stop in stops if stop.where and LOADED.get(stop.where) in form.barred_for]
    return next(reversed(of_it or of_place), None)


def _stops(case: Case) -> list[SharpStop]:
    return case.store.sharp_stops.of(case.person.id)
