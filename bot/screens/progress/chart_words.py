"""A chart of progress, drawn when it is sent, and the same in words."""

from collections.abc import Iterator

from bot.domain.progress.twelve_weeks import CalendarChart, Chart, DayMark, kind_of_chart, to_json
from bot.screens.screen import Paper, Words


def drawn(chart: Chart) -> Paper:
    return Paper(kind_of_chart(chart).value, to_json(chart))


def told_marks(calendar: CalendarChart, words: Words) -> Iterator[str]:
    for mark in (DayMark.DONE, DayMark.REST, DayMark.ILL, DayMark.AWAY):
        if days := calendar.marks.count(mark):
            yield words(f"progress-marks-{mark.name.lower()}", days=days)
    yield words("progress-marks-weeks")
