"""A person's way through a programme: which day is next, and when they may go on to another week (docs/facts.md: programme-pace).

Missed days are never counted: any day counts, and a week lasts until it is done.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.library.routine import Programme, ProgrammeWeek, RoutineLine
from bot.domain.progress.diary import Entry
from bot.domain.progress.tally import days_ago
from bot.domain.session.startable import Day

NEARLY_A_WEEK = 6
"""Days. A week begun on a Monday may end on Sunday, at any hour."""


@dataclass(frozen=True, slots=True)
class Enrolment:
    """The programme that a person is in. `week` counts from 1; `since`: when they began it."""

    programme: str
    week: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a person is in a programme. `week` is one that the programme has. `taken`: the days done since it
    began, newest first, from any week."""

    programme: Programme
    week: int
    since: datetime
    taken: tuple[tuple[Day, Entry], ...] = ()

    @property
    def this_week(self) -> ProgrammeWeek:
        return self.programme.weeks[self.week - 1]

    @property
    def sessions_done(self) -> int:
        return sum(entry.is_a_session for entry in self._of_this_week)

    @property
    def hurt(self) -> bool:
        return any(entry.hurt for entry in self._of_this_week)

    @property
    def next_letter(self) -> str:
        rhythm = self.programme.rhythm
        wanted = rhythm[self.sessions_done % len(rhythm)]
        last = next((day.letter for day, entry in self.taken if entry.is_a_session), None)
        # Only the first kind may follow itself: never two days of strength in a row, whatever came in between.
        return rhythm[0] if wanted == last else wanted

    @property
    def lines(self) -> tuple[RoutineLine, ...]:
        return self.this_week.days.get(self.next_letter, ())

    @property
    def is_last_week(self) -> bool:
        return self.week == len(self.programme.weeks)

    def week_is_done(self, now: datetime) -> bool:
        enough = self.sessions_done >= self.programme.least and days_ago(self.since, now) >= NEARLY_A_WEEK
        return enough or self.sessions_done >= len(self.programme.rhythm)

    def may_move_up(self, now: datetime) -> bool:
        return self.week_is_done(now) and not self.hurt and not self.is_last_week

    def may_begin(self, week: int, now: datetime) -> bool:
        # An old button must neither skip a week nor take back what was done in this one.
        if week == self.week:
            return self.week_is_done(now)
        return week == self.week - 1 >= 1 or (week == self.week + 1 and self.may_move_up(now))

    @property
    def _of_this_week(self) -> list[Entry]:
        return [entry for day, entry in self.taken if day.week == self.week and entry.began_at >= self.since]
