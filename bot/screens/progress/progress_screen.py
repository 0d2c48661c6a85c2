"""What was done: this week, altogether, and the last twelve weeks at a glance."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.progress.felt_change import FeltChange
from bot.domain.progress.programme_pace import Standing
from bot.domain.progress.tally import WeekSoFar
from bot.domain.progress.twelve_weeks import WEEK, CalendarChart
from bot.screens import keys
from bot.screens.amounts import minutes
from bot.screens.buttons.actions import AskPage, Go, OpenProgramme, Place, ProgressPart, SeeProgress
from bot.screens.person.home import Today
from bot.screens.progress.chart_words import drawn, told_marks
from bot.screens.screen import Button, Rows, Screen, Words
from bot.screens.text import bold, folded, lines, plain

TOLD_RUN = 3
"""A run of fewer days is not mentioned."""


@dataclass(frozen=True, slots=True)
class Past:
    """`days_ago`: 0 is today."""

    title: str
    at: datetime
    days_ago: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Summary:
    """`learnt`: exercises done at least once. `standing`: in a programme, or None. `best_run`: days; 0: not mentioned.

    `change`: how it felt, if there are enough notes. `comes_back`: after two weeks or more.
    """

    week: WeekSoFar
    learnt: int
    sessions: int
    standing: Standing | None
    calendar: CalendarChart
    best_run: int = 0
    change: FeltChange | None = None
    comes_back: bool = False


def progress(summary: Summary, words: Words) -> Screen:
    return Screen(_told(summary, words), _rows(words), paper=drawn(summary.calendar))


def nothing_yet(today: Today, programme: str | None, words: Words) -> Screen:
    start = keys.primary(words("choice-start", minutes=today.minutes), today.what)
    button = Button(words("button-programme"), OpenProgramme(programme)) if programme else None
    routines = Button(words("button-routines"), Go(Place.ROUTINES))
    middle = (routines, button) if button else (routines,)
    return Screen(plain(words("progress-none")), (start, middle, *keys.home_row(words)))


def days_of(week: WeekSoFar, words: Words) -> str | None:
    """None if nothing was done: "none of four days" would be a reproach."""
    if not week.days:
        return None
    if week.goal is None or week.days > week.goal:
        return words("week-days-over", days=week.days)
    return words("week-days", days=week.days, goal=week.goal)


def run_of(days: int, words: Words) -> str | None:
    if days < TOLD_RUN:
        return None
    if days < 2 * WEEK:
        return words("progress-run-days", days=days)
    return words("progress-run-weeks", weeks=days // WEEK)


def _told(summary: Summary, words: Words) -> str:
    run, change = run_of(summary.best_run, words), summary.change
    return lines(
        bold(_week(summary, words)),
        plain(words("progress-sessions", sessions=summary.sessions, learnt=summary.learnt))
        if summary.sessions
        else None,
        plain(run) if run else None,
        plain(words(f"progress-felt-{change.value}")) if change else None,
        folded(
            lines(
                *told_marks(summary.calendar, words),
                _programme(summary.standing, words) if summary.standing else None,
            )
        ),
    )


def _rows(words: Words) -> Rows:
    minutes_, felt, done, off = (
        Button(words(f"button-progress-{part.name.lower()}"), SeeProgress(part))
        for part in (ProgressPart.MINUTES, ProgressPart.FELT, ProgressPart.DONE, ProgressPart.OFF)
    )
    weeks = keys.primary(words("button-progress-weeks"), SeeProgress(ProgressPart.WEEKS))
    physio = Button(words("button-for-my-physio"), AskPage(with_words=False))
    data = Button(words("button-my-data"), Go(Place.MY_DATA))
    return (weeks, (felt, minutes_), (done, physio), (off, data), *keys.home_row(words))


def _week(summary: Summary, words: Words) -> str:
    week = summary.week
    days = days_of(week, words)
    if days is None:
        return words("progress-back" if summary.comes_back else "progress-so-far")
    if not week.seconds:  # done without us: for how long is not known
        return days
    return words("progress-week", days=days, minutes=minutes(week.seconds))


def _programme(standing: Standing, words: Words) -> str:
    title, weeks = standing.programme.title, len(standing.programme.weeks)
    return words("progress-programme", title=title, week=standing.week, weeks=weeks)
