"""Halts the session and lets reminders rest until something has been looked after; the signs are asked about first."""

from bot.coach.case import Case, save_preferences
from bot.coach.session.play import halt


def rest_until_clear(case: Case) -> Case:
    halt(case)
    return save_preferences(case, case.who.resting_until_clear(case.now))
