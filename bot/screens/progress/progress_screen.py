"""What was done, in words: this week, all in all, and the last few sessions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.progress.programme_pace import Standing
from bot.domain.progress.tally import WeekSoFar
from bot.screens import keys
from bot.screens.amounts import minutes
from bot.screens.buttons.actions import Go, OpenProgramme, Place
from bot.screens.person.home import Today
from bot.screens.screen import Button, Screen, Words
from bot.screens.text import bold, folded, lines, plain

A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Past:
    """One session. `days_ago`: 0 is today."""

    title: str
    at: datetime
    days_ago: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Summary:
    """`learnt`: exercises done at least once. `standing`: in a programme, or None. `last`: newest first."""

    week: WeekSoFar
    learnt: int
    sessions: int
    standing: Standing | None
    last: Sequence[Past]


def progress(summary: Summary, today: Today, programme: str | None, words: Words) -> Screen:
    """`programme`: slug of the one that is offered."""
    start = keys.primary(words("choice-start", minutes=today.minutes), today.what)
    button = Button(words("button-programme"), OpenProgramme(programme)) if programme else None
    routines = Button(words("button-routines"), Go(Place.ROUTINES))
    middle = (routines, button) if button else (routines,)
    return Screen(_told(summary, words), (start, middle, *keys.home_row(words)))


def days_of(week: WeekSoFar, words: Words) -> str | None:
    """None while there is nothing to tell: none of four days would be a reproach."""
    if not week.days:
        return None
    if week.goal is None or week.days > week.goal:
        return words("week-days-over", days=week.days)
    return words("week-days", days=week.days, goal=week.goal)


def _told(summary: Summary, words: Words) -> str:
    if not summary.sessions:
        return plain(_week(summary.week, words) if summary.week.days else words("progress-none"))
    return lines(
        bold(_week(summary.week, words)),
        plain(words("progress-sessions", sessions=summary.sessions, learnt=summary.learnt)),
        plain(_programme(summary.standing, words)) if summary.standing else None,
        folded(lines(words("progress-last"), *(_past(past, words) for past in summary.last))),
    )


def _week(week: WeekSoFar, words: Words) -> str:
    days = days_of(week, words)
    if days is None:
        return words("progress-so-far")
    if not week.seconds:  # done without us: for how long is not known
        return days
    return words("progress-week", days=days, minutes=minutes(week.seconds))


def _programme(standing: Standing, words: Words) -> str:
    title, weeks = standing.programme.title, len(standing.programme.weeks)
    return words("progress-programme", title=title, week=standing.week, weeks=weeks)


def _past(past: Past, words: Words) -> str:
    return words("progress-past", day=_day(past, words), title=past.title, minutes=minutes(past.seconds))


def _day(past: Past, words: Words) -> str:
    """As people say it: "today", "yesterday", "Monday", then the date."""
    if past.days_ago <= 1:
        return words("day-today" if past.days_ago < 1 else "day-yesterday")
    if past.days_ago < A_WEEK:
        return words.weekday(past.at.weekday())
    return words.date(past.at.date())
