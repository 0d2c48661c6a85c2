"""Turns a past session into lines that can be done again: the same exercises, never in a larger dose than is right now."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from bot.domain.library.exercise import Dose, Form, FormRef, Purpose
from bot.domain.library.library import Library
from bot.domain.library.routine import RoutineLine
from bot.domain.person.person import Preferences
from bot.domain.session.doses import dose_for
from bot.domain.session.script import Beat, BeatKind, Script


def as_then(script: Script, library: Library, who: Preferences) -> tuple[RoutineLine, ...]:
    found = []
    for _, beats in groupby(script, key=lambda beat: beat.item):
        these = tuple(beats)
        form = library.form(these[0].ref)
        if form:  # None: it has been retired
            dose = min(dose_then(these, form), dose_for(form, who), key=lambda each: each.seconds)
            found.append(RoutineLine(_purpose(form, library), form.ref, dose, _instead(form), is_own=True))
    return tuple(found)


def dose_then(beats: Sequence[Beat], form: Form) -> Dose:
    """The dose that the beats of one exercise were made from. The first hold or run of repetitions tells it: all sides are alike."""
    worked = next((beat for beat in beats if beat.kind in (BeatKind.HOLD, BeatKind.REPEAT)), None)
    usual = form.dose(1)
    if worked is None:
        return usual
    if worked.kind is BeatKind.REPEAT:
        each = (worked.seconds or 0) // worked.repetitions
        alike = next((dose for dose in form.doses if dose.hold + dose.move == each), None)
        of_its_own = replace(usual, hold=max(each // usual.stations - usual.move, 0))
        return replace(alike or of_its_own, repetitions=worked.repetitions)
    rest = next((beat.seconds for beat in beats if beat.kind is BeatKind.REST), None)
    times = max(1, worked.repetitions // usual.stations)
    return replace(usual, hold=worked.seconds or usual.hold, move=rest or 0, repetitions=times)


def _instead(form: Form) -> tuple[FormRef, ...]:
    return tuple(ref for ref in (form.easier, *form.swaps) if ref)


def _purpose(form: Form, library: Library) -> Purpose:
    exercise = library.exercise(form.ref.exercise)
    focus = exercise.focus if exercise else frozenset()
    return next((purpose for purpose in Purpose if purpose in focus), Purpose.WARM)
