"""Days and moments in people's words: "tomorrow 8:30", "Mon–Fri". All moments are in the person's time zone."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from bot.domain.reminders.reminder import EVERY_DAY
from bot.screens.screen import Words

A_WEEK = 7


def when(then: datetime, today: date, words: Words) -> str:
    return words("day-and-time", day=day(then.date(), today, words), time=words.clock(then))


def day(then: date, today: date, words: Words) -> str:
    """ "today", "tomorrow", "Wed" within a week, then the date."""
    ahead = (then - today).days
    if ahead in (0, 1):
        return words("day-tomorrow" if ahead else "day-today")
    if 0 < ahead < A_WEEK:
        return words.weekday(then.weekday(), short=True)
    return words.date(then)


def dated(then: date, today: date, words: Words) -> str:
    """ "tomorrow", or "Fri, 9 January": a day that is asked about is never another than was meant."""
    if then <= today + timedelta(days=1):
        return day(then, today, words)
    return words.listed([words.weekday(then.weekday(), short=True), words.date(then)])


def was_away(first: datetime, last: datetime, today: date, words: Words) -> str:
    if first.date() != last.date():
        return words(
            "away-from-to",
            first=past_day(first.date(), today, words),
            last=past_day(last.date(), today, words),
        )
    ago, time = (today - last.date()).days, words.clock(last)
    if ago <= 1:
        return words("away-yesterday" if ago == 1 else "away-today", time=time)
    return words("away-on", day=past_day(last.date(), today, words), time=time)


def past_day(day: date, today: date, words: Words) -> str:
    ago = (today - day).days
    if ago <= 1:
        return words("day-yesterday" if ago == 1 else "day-today")
    return words.weekday(day.weekday()) if ago < A_WEEK else words.date(day)


def weekdays(days: Collection[int], words: Words) -> str:
    """ "every day", "Mon–Fri", "Mon, Wed, Fri": three days in a row or more become a range."""
    if frozenset(days) == EVERY_DAY:
        return words("every-day")
    return words.listed(part for run in _runs(sorted(days)) for part in _run(run, words))


def _runs(days: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for each in days:
        if runs and runs[-1][-1] == each - 1:
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


def _run(run: list[int], words: Words) -> list[str]:
    names = [words.weekday(each, short=True) for each in run]
    return [words("from-day-to-day", first=names[0], last=names[-1])] if len(run) > 2 else names
