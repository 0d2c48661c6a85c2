"""Chooses the question of the day: at most one, besides how a session was."""

from collections.abc import Collection
from datetime import date
from enum import Enum


class Daily(Enum):
    """The most important first. The values stand in people's rows."""

    SIGNS = "signs"
    MORNING_AFTER = "morning-after"
    BEFORE = "before"
    NEWS = "news"
    CHECK_IN = "weekly"
    GOAL = "goal"
    LEVEL = "level"


def question_of_the_day(
    due: Collection[Daily], asked: Collection[tuple[Daily, date]], today: date
) -> Daily | None:
    """`asked`: which question was asked on which day, in the person's zone. A question asked today that is still due comes again."""
    so_far = {question for question, day in asked if day == today}
    first = next((question for question in Daily if question in due), None)
    if first is Daily.SIGNS or first in so_far:
        return first
    return None if so_far else first
