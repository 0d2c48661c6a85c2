"""How much of a form one person does."""

from dataclasses import replace
from math import ceil

from bot.domain.library.exercise import Dose, Form
from bot.domain.person.person import Age, Preferences

A_LONG_HOLD = 10
"""Seconds from which a hold is a stretch, and not just a pause in a movement (docs/facts.md: hold-length)."""

FAR_BEYOND = 1.5
"""A stand-in may be this many times as long as the exercise that it replaces."""


def dose_for(form: Form, who: Preferences, wanted: Dose | None = None) -> Dose:
    dose = wanted or form.dose(who.dose_level)
    if who.is_gentle or form.ref.exercise in who.resting.gently:
        dose = min(dose, form.dose(1), key=lambda each: each.seconds)
    return _held_longer(dose, form) if who.age is Age.OLDER else dose


def stand_in_dose(form: Form, who: Preferences, seconds: int) -> Dose:
    sides = len(form.sides) or 1
    levels = range(who.dose_level, 1, -1)
    fits = (n for n in levels if sides * form.dose(n).seconds <= seconds * FAR_BEYOND)
    return dose_for(form, who, form.dose(next(fits, 1)))


def _held_longer(dose: Dose, form: Form) -> Dose:
    """From 65 on, longer holds and fewer repetitions (docs/facts.md: longer-from-65), with about as many seconds in all."""
    if not form.is_stretch or dose.hold < A_LONG_HOLD or dose.repetitions == 1:
        return dose
    repetitions = ceil(dose.repetitions / 2)
    hold = min(form.longest, dose.hold * dose.repetitions // repetitions)
    return replace(dose, hold=hold, repetitions=repetitions)
