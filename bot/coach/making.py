"""Routines of a person's own making."""

from bot.coach.case import Answer, Case
from bot.coach.house import home_of
from bot.screens.actions import Made


def tapped(case: Case, action: Made) -> Answer:  # noqa: ARG001
    return home_of(case)


def every_own(case: Case) -> Answer:
    return home_of(case)


def make(case: Case) -> Answer:
    return home_of(case)
