"""Progress and programmes with sample facts."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.library.library import Library
from bot.domain.library.routine import Programme, Routine
from bot.domain.progress.days_off import DaysOff, OffKind
from bot.domain.progress.diary import Entry, Rating
from bot.domain.progress.felt_change import FeltChange
from bot.domain.progress.programme_pace import Standing
from bot.domain.progress.tally import WeekSoFar
from bot.domain.progress.twelve_weeks import WEEKS, CalendarChart, DayMark, FeltChart, MinutesChart
from bot.domain.session.script import Part, duration
from bot.domain.session.session import Phase
from bot.domain.session.startable import Day
from bot.screens.buttons.actions import DoAgain, DoDay, ToHear, ToSee
from bot.screens.choose.routine_card import Plan
from bot.screens.gallery.person_gallery import todays
from bot.screens.gallery.samples import NAME, NOON, Named
from bot.screens.person import home
from bot.screens.progress import again_screen, programme_card, progress_screen
from bot.screens.progress import looking_back_screens as screens
from bot.screens.screen import Screen, Words

DAY = timedelta(days=1)

CALENDAR = CalendarChart(tuple(map(DayMark, 11 * "ddrd.dr" + "diaa   ")))
WORKED = MinutesChart((0, 12, 30, 44, 0, 0, 18, 35, 61, 40, 22, 9))
FELT = FeltChart(
    ((1.2, 6.0), (1.4, 5.0), (1.9, 6.0)), ((8.2, 3.0),), (None, 6.0, *(None,) * 9, 3.5), (*(None,) * 11, 2.0)
)
"""Twelve weeks of somebody."""


def progress(library: Library, words: Words) -> Named:
    today = todays(library)
    slug = next(iter(library.programmes), None)
    standing = Standing(library.programmes[slug], 2, NOON) if slug else None
    some = progress_screen.Summary(
        WeekSoFar(3, 4, 31 * 60), 11, 23, standing, CALENDAR, best_run=38, change=FeltChange.SAME
    )
    yield "progress", progress_screen.progress(some, words)
    for name, summary in (
        ("goal-reached", replace(some, week=WeekSoFar(4, 4, 1200), change=FeltChange.LOWER)),
        ("more-than-the-goal", replace(some, week=WeekSoFar(6, 1, 1200), change=FeltChange.HIGHER)),
        ("earlier", replace(some, week=WeekSoFar(0, 4, 0), learnt=1, sessions=1, standing=None, best_run=1)),
        ("back", replace(some, week=WeekSoFar(0, 4, 0), comes_back=True, best_run=9, change=None)),
        ("done-without-us", replace(some, week=WeekSoFar(1, 4, 0))),
        ("only-without-us", replace(some, week=WeekSoFar(1, 4, 0), learnt=0, sessions=0, standing=None)),
    ):
        yield f"progress/{name}", progress_screen.progress(summary, words)
    yield "progress/nothing-yet", progress_screen.nothing_yet(today, None, words)
    yield "progress/nothing-yet/programme", progress_screen.nothing_yet(today, slug, words)


def looking_back(library: Library, words: Words) -> Named:
    here, title = NOON.date(), todays(library).title
    yield "progress/weeks", screens.weeks(CALENDAR, WORKED, here, words)
    yield "progress/minutes", screens.minutes_by_week(WORKED, here, words)
    yield "progress/minutes/none", screens.minutes_by_week(MinutesChart((0,) * WEEKS), here, words)
    yield "progress/felt", screens.felt(FELT, FeltChange.LOWER, here, words)
    few = replace(FELT, medians_before=(None,) * WEEKS, medians_after=(None,) * WEEKS)
    yield "progress/felt/no-week", screens.felt(few, None, here, words)
    yield "progress/felt/few", screens.felt(None, None, here, words)
    past = [progress_screen.Past(title, NOON - ago * DAY, ago, 70 * ago + 20) for ago in (0, 1, 2, 6, 7)]
    yield "progress/done", screens.one_by_one(past, words)
    yield "progress/done/none", screens.one_by_one([], words)
    yield "days-off", screens.days_off(None, here, words)
    away = DaysOff(here, here + 6 * DAY, OffKind.AWAY)
    yield "days-off/away/reminded", screens.days_off(away, here, words, is_reminded=True)
    for kind in OffKind:
        yield f"days-off/{kind.value}", screens.days_off(DaysOff(here, here + 3 * DAY, kind), here, words)


def again(library: Library, words: Words) -> Named:
    titles = [routine.title for routine in library.routines.values()]
    titles += [exercise.title for exercise in library.exercises.values()]
    last = [
        again_screen.Before(DoAgain(number), title, (NOON - number * DAY).date(), 5)
        for number, title in enumerate(titles[:5])
    ]
    yield (
        "again",
        again_screen.again(again_screen.Again(last, 5, NOON.date(), can_listen=True, can_watch=True), words),
    )
    yield "again/one", again_screen.again(again_screen.Again(last[:1], 0, NOON.date()), words)
    yield "again/nothing", again_screen.again(again_screen.Again((), 0, NOON.date()), words)
    yield "again/to hear", again_screen.again_as(ToHear, again_screen.Again(last, 5, NOON.date()), words)
    yield "again/to see", again_screen.again_as(ToSee, again_screen.Again(last[:1], 0, NOON.date()), words)


def programme(one: Programme, library: Library, words: Words) -> Named:
    name = f"programme/{one.slug}"
    days = [300 + 60 * week for week in range(len(one.weeks))]
    yield name, programme_card.invitation(one, days, words, instead=False)
    yield f"{name}/instead", programme_card.invitation(one, days, words, instead=True)
    for week in range(1, len(one.weeks) + 1):
        for letter in one.weeks[week - 1].days:
            yield f"{name}/{week}/{letter}", _card(_standing(one, week, letter), library, words)
        yield f"{name}/{week}/done", _card(_done(one, week, len(one.rhythm)), library, words)
    whole = _done(one, 1, len(one.rhythm))
    hurt = tuple((day, replace(entry, rating=Rating.HURT)) for day, entry in whole.taken)
    yield f"{name}/hurt", _card(replace(whole, taken=hurt), library, words)
    today = home.Today(DoDay(one.slug, 2, "a"), words("programme-today", title=one.title, week=2), 6)
    yield f"{name}/home", home.home(NAME, today, None, (), words)
    over = replace(today, programme=one.slug, note=programme_card.so_far(whole, NOON, words))
    yield f"{name}/home/week-done", home.home(NAME, over, None, (), words)
    yield f"{name}/more", home.more(one.slug, words)
    yield f"{name}/left", programme_card.left(words)


def _standing(one: Programme, week: int, letter: str) -> Standing:
    return _done(one, week, one.rhythm.index(letter))


def _done(one: Programme, week: int, count: int) -> Standing:
    entry = Entry("", "", NOON, 300, Phase.FINISHED)
    taken = [(Day(one.slug, week, letter), entry) for letter in one.rhythm[:count]]
    return Standing(one, week, NOON, tuple(reversed(taken)))


def _card(standing: Standing, library: Library, words: Words) -> Screen:
    forms = ((line, library.form(line.ref)) for line in standing.lines)
    parts = [Part(form, line.dose or form.dose(1)) for line, form in forms if form]
    exercises = [library.exercises[part.form.ref.exercise] for part in parts]
    routine = Routine("", standing.programme.title, "", standing.lines, "", "")
    lines = list(zip(exercises, parts, strict=True))
    changed = [((exercises[0], None), (exercises[-1], None))]
    plan = Plan(routine, lines, changed, exercises[-1:], duration(parts))
    return programme_card.card(programme_card.Course(standing, plan), NOON, words)
