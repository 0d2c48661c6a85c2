"""The last four weeks, for whoever treats somebody: days where they are, minutes, and medians of notes enough."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.domain.person.pain_notes import NotedWhen, PainNote
from bot.domain.progress.diary import Entry
from bot.domain.progress.four_weeks import Noted, first_day, four_weeks
from bot.domain.progress.physio_page import PagePart, PhysioPage, from_json, to_json
from bot.domain.session.session import Phase

TODAY = date(2026, 2, 1)
AUCKLAND = ZoneInfo("Pacific/Auckland")


def at(day: int, hour: int = 8, month: int = 1) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


def done(moment: datetime, seconds: int = 300) -> Entry:
    return Entry("morning", "cat-cow", moment, seconds, Phase.FINISHED)


def noted(moment: datetime, number: int | None, when: NotedWhen = NotedWhen.ANY) -> PainNote:
    return PainNote(moment, when, number)


def test_the_four_weeks_end_today_and_meet_without_a_gap() -> None:
    weeks = four_weeks((), (), (), UTC, TODAY).weeks
    assert weeks[0].first == first_day(TODAY) == date(2026, 1, 5)
    assert weeks[-1].last == TODAY
    assert [later.first - sooner.last for sooner, later in pairwise(weeks)] == [timedelta(days=1)] * 3


def test_a_day_counts_once_whether_by_sessions_or_by_their_word() -> None:
    entries = [done(at(26)), done(at(26, 20), 60), done(at(27), 0), done(at(4))]
    week = four_weeks(entries, {date(2026, 1, 26), date(2026, 1, 28), date(2026, 1, 4)}, (), UTC, TODAY)
    assert [(each.days, each.seconds) for each in week.weeks] == [(0, 0), (0, 0), (0, 0), (2, 360)]


def test_days_are_those_where_the_person_is() -> None:
    late = [done(at(25, 22))]
    assert four_weeks(late, (), (), UTC, TODAY).weeks[2].days == 1
    assert four_weeks(late, (), (), AUCKLAND, TODAY).weeks[3].days == 1


def test_the_middle_is_told_of_three_notes_and_more() -> None:
    notes = [noted(at(26), 2), noted(at(27), 9), noted(at(28), None), noted(at(19), 5)]
    weeks = four_weeks((), (), notes, UTC, TODAY).weeks
    assert [week.noted for week in weeks] == [Noted(0, None), Noted(0, None), Noted(1, None), Noted(2, None)]
    weeks = four_weeks((), (), [*notes, noted(at(29), 3)], UTC, TODAY).weeks
    assert weeks[3].noted == Noted(3, 3.0)


def test_before_and_after_are_told_apart() -> None:
    notes = [
        noted(at(10 + number), level, when)
        for number in range(4)
        for when, level in ((NotedWhen.BEFORE, 4 + number % 2), (NotedWhen.AFTER, 2))
    ]
    found = four_weeks((), (), notes, UTC, TODAY)
    assert (found.before, found.after) == (Noted(4, 4.5), Noted(4, 2.0))


def test_a_page_is_read_back_as_it_was_written() -> None:
    page = PhysioPage("T", "Ana · عربي", (PagePart("H", ("a", "b 🙂")), PagePart("I", ())), "L")
    assert from_json(to_json(page)) == page
