"""A programme of several weeks: what it is, and where the person stands in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.library.routine import Programme
from bot.domain.progress.programme_pace import Standing
from bot.screens import keys
from bot.screens.amounts import length, minutes
from bot.screens.buttons.actions import DoDay, Go, Place, SetWeek
from bot.screens.choose.routine_card import Plan, moves
from bot.screens.screen import Button, Rows, Screen, Words
from bot.screens.text import bold, folded, lines, picture_if_room, plain


@dataclass(frozen=True, slots=True)
class Course:
    """Where a person stands, and the next day as it is for them. `instead`: it is the seated twin of the programme they asked for.
    `is_done`: they have moved today, so nothing is pressed on them.
    """

    standing: Standing
    plan: Plan
    instead: bool = False
    is_done: bool = False


def invitation(programme: Programme, days: Sequence[int], words: Words, *, instead: bool) -> Screen:
    """For people who are not in it. `days`: about how many seconds a day takes, week by week."""
    rhythm = words("programme-size", weeks=len(days), least=programme.least, most=len(programme.rhythm))
    weeks = (
        words("programme-week", week=number, title=week.title, length=length(seconds, words))
        for number, (week, seconds) in enumerate(zip(programme.weeks, days, strict=True), 1)
    )
    text = lines(
        bold(programme.title),
        plain(words("programme-instead")) if instead else None,
        plain(programme.summary),
        plain(rhythm),
        folded(lines(*weeks)),
    )
    begin = keys.primary(words("choice-begin-programme"), SetWeek(programme.slug, 1))
    picture = picture_if_room(text, programme.picture)
    return Screen(text, (begin, _ways_out(words)), picture, asides=(plain(programme.summary),))


def card(course: Course, now: datetime, words: Words) -> Screen:
    standing, plan = course.standing, course.plan
    head = words(
        "programme-head",
        title=standing.programme.title,
        week=standing.week,
        weeks=len(standing.programme.weeks),
        name=standing.this_week.title,
    )
    nearest = words("programme-next", day=standing.next_letter, length=length(plan.seconds, words))
    text = lines(
        bold(head),
        plain(words("programme-instead")) if course.instead else None,
        plain(so_far(standing, now, words)),
        plain(nearest) if plan.lines else None,
        *moves(plan, words),
        plain(words("stop-rule")),
    )
    picture = picture_if_room(text, standing.programme.picture)
    return Screen(text, _card_rows(course, now, words), picture, begins=_day(standing))


def left(words: Words) -> Screen:
    rows = (
        (
            Button(words("button-exercises"), Go(Place.EXERCISES)),
            Button(words("button-routines"), Go(Place.ROUTINES)),
        ),
        *keys.home_row(words),
    )
    return Screen(plain(words("programme-left")), rows)


def so_far(standing: Standing, now: datetime, words: Words) -> str:
    least, most = standing.programme.least, len(standing.programme.rhythm)
    if not standing.week_is_done(now):
        return words("programme-so-far", done=standing.sessions_done, least=least, most=most)
    if standing.is_last_week:
        return words("programme-through")
    if standing.hurt:
        return words("programme-once-more")
    return words("programme-week-done", week=standing.week, next=standing.week + 1)


def _card_rows(course: Course, now: datetime, words: Words) -> Rows:
    standing = course.standing
    label = words("choice-start", minutes=minutes(course.plan.seconds))
    weeks = keys.paired(_weeks(standing, now, words))
    if not course.plan.lines:
        return (*weeks, _ways_out(words))
    start = (Button(label, _day(standing)),) if course.is_done else keys.primary(label, _day(standing))
    return (start, *weeks, _ways_out(words))


def _day(standing: Standing) -> DoDay:
    return DoDay(standing.programme.slug, standing.week, standing.next_letter)


def _weeks(standing: Standing, now: datetime, words: Words) -> Iterator[Button]:
    slug = standing.programme.slug
    if standing.may_move_up(now):
        yield Button(words("button-next-week"), SetWeek(slug, standing.week + 1))
    if standing.week_is_done(now):
        yield Button(words("button-once-more"), SetWeek(slug, standing.week))
    if standing.week > 1:
        yield Button(words("button-week-before"), SetWeek(slug, standing.week - 1))
    yield Button(words("button-leave-programme"), SetWeek(slug, 0))


def _ways_out(words: Words) -> tuple[Button, Button]:
    return Button(words("button-routines"), Go(Place.ROUTINES)), keys.home(words)
