"""How much of a form one person does."""

from dataclasses import replace
from math import ceil

from bot.domain.library.exercise import Dose, Form
from bot.domain.person.person import Age, Preferences

A_LONG_HOLD = 10
"""Seconds from which a hold is a stretch, and no pause in a movement (facts.md 1.1, general frame)."""

FAR_BEYOND = 1.5
"""Times the length of what it stands for."""


def dose_for(form: Form, who: Preferences, wanted: Dose | None = None) -> Dose:
    """The dose `wanted` by a routine, else that of the person's level; gentler and longer-held where that is right."""
    dose = wanted or form.dose(who.dose_level)
    if who.is_gentle or form.ref.exercise in who.resting.gently:
        dose = min(dose, form.dose(1), key=lambda each: each.seconds)
    return _held_longer(dose, form) if who.age is Age.OLDER else dose


def stand_in_dose(form: Form, who: Preferences, seconds: int) -> Dose:
    """The dose of the person's level, or of a lower one where that would go far beyond the `seconds` to be filled."""
    sides = len(form.sides) or 1
    levels = range(who.dose_level, 1, -1)
    fits = (n for n in levels if sides * form.dose(n).seconds <= seconds * FAR_BEYOND)
    return dose_for(form, who, form.dose(next(fits, 1)))


def _held_longer(dose: Dose, form: Form) -> Dose:
    """From 65 on, the longer hold with fewer repetitions (facts.md 10.8), about as many seconds in all."""
    if not form.is_stretch or dose.hold < A_LONG_HOLD or dose.repetitions == 1:
        return dose
    repetitions = ceil(dose.repetitions / 2)
    hold = min(form.longest, dose.hold * dose.repetitions // repetitions)
    return replace(dose, hold=hold, repetitions=repetitions)
