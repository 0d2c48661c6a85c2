"""Weeks, minutes, how it felt and what was done, one by one; and days off. Each chart is also told in words below it."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.domain.progress.days_off import DAY, DaysOff, OffKind
from bot.domain.progress.felt_change import FeltChange
from bot.domain.progress.twelve_weeks import (
    WEEK,
    CalendarChart,
    DayMark,
    FeltChart,
    MinutesChart,
    first_monday,
)
from bot.screens import keys
from bot.screens.amounts import minutes
from bot.screens.buttons.actions import Go, PauseFor, Place, TakeOff
from bot.screens.days import day
from bot.screens.progress.chart_words import drawn
from bot.screens.progress.progress_screen import Past
from bot.screens.screen import Button, Rows, Screen, Words
from bot.screens.text import bold, folded, lines, plain
from bot.screens.what_remains import about_you

OFFERED = (
    (OffKind.ILL, 1), (OffKind.ILL, 3), (OffKind.ILL, 7),
    (OffKind.AWAY, 3), (OffKind.AWAY, 7), (OffKind.AWAY, 14),
)  # fmt: skip
"""The reason, and the number of days."""


def weeks(calendar: CalendarChart, worked: MinutesChart, today: date, words: Words) -> Screen:
    told = reversed(list(_weeks(calendar, worked, today, words)))
    text = lines(bold(words("progress-weeks")), plain(words("progress-marks-weeks")), folded(lines(*told)))
    return Screen(text, _ways_out(words), paper=drawn(calendar))


def minutes_by_week(worked: MinutesChart, today: date, words: Words) -> Screen:
    now, most = worked.weeks[-1], max(worked.weeks)
    told = (
        words("progress-week-minutes", day=words.date(monday), minutes=many)
        for monday, many in reversed(list(_by_monday(worked.weeks, today)))
        if many
    )
    text = lines(
        bold(words("progress-minutes")),
        plain(words("progress-minutes-now", now=now, most=most)),
        plain(words("progress-minutes-last")),
        folded(lines(*told)) if most else None,
    )
    return Screen(text, _ways_out(words), paper=drawn(worked))


def felt(chart: FeltChart | None, change: FeltChange | None, today: date, words: Words) -> Screen:
    if chart is None:
        text = lines(bold(words("progress-felt")), plain(words("progress-felt-few")))
        return Screen(text, _ways_out(words), line=about_you(words))
    text = lines(
        bold(words("progress-felt")),
        plain(words(f"progress-felt-{change.value}")) if change else None,
        plain(words("progress-felt-looks")),
        plain(words("progress-felt-by-itself")),
        folded(lines(*_medians(chart, today, words)) or words("progress-felt-no-week")),
    )
    return Screen(text, _ways_out(words), paper=drawn(chart), line=about_you(words))


def one_by_one(last: Sequence[Past], words: Words) -> Screen:
    if not last:
        return Screen(plain(words("progress-none")), _ways_out(words))
    told = folded(lines(*(_past(past, words) for past in last)))
    return Screen(lines(bold(words("progress-last")), told), _ways_out(words))


def days_off(off: DaysOff | None, today: date, words: Words, *, is_reminded: bool = False) -> Screen:
    """`off`: days off that today belongs to. `is_reminded`: on those days, too."""
    offered = keys.paired(
        Button(words(f"choice-off-{kind.value}", days=days), TakeOff(kind, days)) for kind, days in OFFERED
    )
    if off is None:
        text = lines(bold(words("days-off")), plain(words("days-off-cost-nothing")))
        return Screen(text, (*offered, *_ways_out(words)))
    back = day(off.last + DAY, today, words)
    text = lines(bold(words(f"days-off-{off.kind.value}", day=back)), plain(words("days-off-cost-nothing")))
    came_back = keys.primary(words("button-off-back"), TakeOff(off.kind, 0))
    pause = Button(words("choice-off-pause"), PauseFor((off.last - today).days + 1))
    return Screen(text, (came_back, *(((pause,),) if is_reminded else offered), *_ways_out(words)))


def _weeks(calendar: CalendarChart, worked: MinutesChart, today: date, words: Words) -> Iterator[str]:
    for number, (monday, many) in enumerate(_by_monday(worked.weeks, today)):
        marks = calendar.marks[number * WEEK : (number + 1) * WEEK]
        parts = [
            words(f"progress-marks-{mark.name.lower()}", days=days)
            for mark in (DayMark.DONE, DayMark.ILL, DayMark.AWAY)
            if (days := marks.count(mark))
        ]
        if many:
            parts.append(words("progress-minutes-of-week", minutes=many))
        if parts:
            yield words("progress-week-told", day=words.date(monday), what=words.listed(parts))


def _by_monday(by_week: Sequence[int], today: date) -> Iterator[tuple[date, int]]:
    first = first_monday(today)
    return ((first + number * WEEK * DAY, many) for number, many in enumerate(by_week))


def _medians(chart: FeltChart, today: date, words: Words) -> Iterator[str]:
    first = first_monday(today)
    for number, (before, after) in enumerate(zip(chart.medians_before, chart.medians_after, strict=True)):
        parts = [
            words(f"progress-felt-{when}", number=f"{middle:g}")
            for when, middle in (("before", before), ("after", after))
            if middle is not None
        ]
        if parts:
            monday = words.date(first + number * WEEK * DAY)
            yield words("progress-week-told", day=monday, what=words.listed(parts))


def _past(past: Past, words: Words) -> str:
    return words("progress-past", day=_day(past, words), title=past.title, minutes=minutes(past.seconds))


def _day(past: Past, words: Words) -> str:
    if past.days_ago <= 1:
        return words("day-today" if past.days_ago < 1 else "day-yesterday")
    if past.days_ago < WEEK:
        return words.weekday(past.at.weekday())
    return words.date(past.at.date())


def _ways_out(words: Words) -> Rows:
    return ((Button(words("button-progress"), Go(Place.PROGRESS)), keys.home(words)),)
