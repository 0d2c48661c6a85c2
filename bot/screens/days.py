"""Days and moments in the words of people: "tomorrow 8:30", "Mon–Fri"."""

from collections.abc import Collection
from datetime import date, datetime, time

from bot.domain.reminders.reminder import EVERY_DAY
from bot.screens.screen import Words

A_WEEK = 7


def clock(at: time | datetime) -> str:
    return f"{at:%-H:%M}"


def when(then: datetime, today: date, words: Words) -> str:
    """Both where the person is."""
    return words("day-and-time", day=day(then.date(), today, words), time=clock(then))


def day(then: date, today: date, words: Words) -> str:
    """ "today", "tomorrow", "Wed" within a week, then the date."""
    ahead = (then - today).days
    if ahead in (0, 1):
        return words("day-tomorrow" if ahead else "day-today")
    if 0 < ahead < A_WEEK:
        return words("day-short", day=then.isoweekday())
    return words("day-of-year", day=then.day, month=then.month)


def weekdays(days: Collection[int], words: Words) -> str:
    """ "every day", "Mon–Fri", "Mon, Wed, Fri": three in a row and more are told by their ends."""
    if frozenset(days) == EVERY_DAY:
        return words("every-day")
    return ", ".join(_run(run, words) for run in _runs(sorted(days)))


def _runs(days: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for each in days:
        if runs and runs[-1][-1] == each - 1:
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


def _run(run: list[int], words: Words) -> str:
    names = [words("day-short", day=each + 1) for each in run]
    return f"{names[0]}–{names[-1]}" if len(run) > 2 else ", ".join(names)
