"""Programmes of several weeks: which day is next, and when another week is offered."""

from bot.coach.case import Answer, Case
from bot.coach.house import home_of
from bot.screens.actions import OpenProgramme, SetWeek


def tapped(case: Case, action: OpenProgramme | SetWeek) -> Answer:  # noqa: ARG001
    return home_of(case)
