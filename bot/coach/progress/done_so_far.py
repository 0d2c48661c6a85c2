"""What a person did, day by day and week by week, as it is stored."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bot.coach.case import Case
from bot.domain.progress.day_marks import DaysSoFar, best_run, days_so_far, marks
from bot.domain.progress.days_off import by_day
from bot.domain.progress.felt_change import FeltChange, change, felt_chart
from bot.domain.progress.twelve_weeks import (
    WEEKS,
    CalendarChart,
    FeltChart,
    MinutesChart,
    first_monday,
    minutes_chart,
)

EVER = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class DoneSoFar:
    """`spans`: days of the last weeks in the person's zone, and the seconds of what was done on each. `days`: every day on
    which they did something, with us or, as they say, without us."""

    spans: tuple[tuple[date, int], ...]
    days: DaysSoFar

    @property
    def calendar(self) -> CalendarChart:
        return CalendarChart(marks(self.days, first_monday(self.days.today), WEEKS))

    @property
    def minutes(self) -> MinutesChart:
        return minutes_chart(self.spans, self.days.today)

    @property
    def best_run(self) -> int:
        return best_run(self.days)


def done_so_far(case: Case) -> DoneSoFar:
    person, store = case.person.id, case.store
    lately = store.diary.spans(person, case.now - timedelta(weeks=WEEKS, days=1))
    spans = tuple((at.astimezone(case.zone).date(), seconds) for at, seconds in lately)
    done = {at.astimezone(case.zone).date() for at in store.diary.began(person)} | store.did_it.days_since(
        person, date.min
    )
    off = by_day(store.time_off.of(person))
    return DoneSoFar(spans, days_so_far(done, off, case.who.goal, case.today))


def felt(case: Case) -> FeltChart | None:
    shown = timedelta(
        weeks=WEEKS, days=1
    )  # one day more, because their first Monday may begin earlier than that
    notes = case.store.pain_notes.since(case.person.id, case.now - shown)
    return felt_chart(notes, first_monday(case.today), case.zone)


def felt_change(case: Case) -> FeltChange | None:
    return change(case.store.pain_notes.since(case.person.id, EVER), case.zone)
