"""Reading: groups of topics, and a topic with the ways on from it."""

from bot.coach.case import Answer, Case
from bot.coach.house import home_of
from bot.screens.actions import OpenGroup, OpenTopic


def every_group(case: Case) -> Answer:
    return home_of(case)


def tapped(case: Case, action: OpenGroup | OpenTopic) -> Answer:  # noqa: ARG001
    return home_of(case)
