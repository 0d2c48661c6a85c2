"""Besides how a session was, at most one question a day, and which goes first."""

from collections.abc import Collection
from datetime import date
from enum import Enum


class Daily(Enum):
    """Questions that come by themselves, the most important first. The values stand in people's rows."""

    SIGNS = "signs"
    MORNING_AFTER = "morning-after"
    BEFORE = "before"
    NEWS = "news"
    WEEKLY = "weekly"
    GOAL = "goal"
    LEVEL = "level"


def question_of_the_day(
    due: Collection[Daily], asked: Collection[tuple[Daily, date]], today: date
) -> Daily | None:
    """The one that is to be asked now. `asked`: which were asked, on which days where the person is.

    One that was asked today and is still due is asked until it is answered; the warning signs are asked whatever else was.
    """
    so_far = {question for question, day in asked if day == today}
    first = next((question for question in Daily if question in due), None)
    if first is Daily.SIGNS or first in so_far:
        return first
    return None if so_far else first
