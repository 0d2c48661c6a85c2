"""How a person goes through a programme: which day is next, and when another week is theirs (docs/facts.md: programme-pace).

Days that were not used are never counted: any day counts, and a week lasts until it is done.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.library.routine import Programme, ProgrammeWeek, RoutineLine
from bot.domain.progress.diary import Entry
from bot.domain.progress.tally import days_ago
from bot.domain.session.startable import Day

NEARLY_A_WEEK = 6
"""Days: a week begun on a Monday may end on Sunday, at any hour."""


@dataclass(frozen=True, slots=True)
class Enrolment:
    """The programme a person is in: its slug, their week of it, from 1, and when they began that week."""

    programme: str
    week: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands in a programme. `week` is one that it has. `taken`: its days since then, newest first, of any week."""

    programme: Programme
    week: int
    since: datetime
    taken: tuple[tuple[Day, Entry], ...] = ()

    @property
    def this_week(self) -> ProgrammeWeek:
        return self.programme.weeks[self.week - 1]

    @property
    def done(self) -> int:
        """Sessions of this week."""
        return sum(entry.is_a_session for entry in self._of_this_week)

    @property
    def hurt(self) -> bool:
        return any(entry.hurt for entry in self._of_this_week)

    @property
    def letter(self) -> str:
        """The next day. Only the first kind may follow itself: never two days of strength in a row, whatever came between."""
        rhythm = self.programme.rhythm
        wanted = rhythm[self.done % len(rhythm)]
        last = next((day.letter for day, entry in self.taken if entry.is_a_session), None)
        return rhythm[0] if wanted == last else wanted

    @property
    def lines(self) -> tuple[RoutineLine, ...]:
        return self.this_week.days.get(self.letter, ())

    @property
    def is_last_week(self) -> bool:
        return self.week == len(self.programme.weeks)

    def has_run(self, now: datetime) -> bool:
        """Whether this week is done: nearly a week with the least of its sessions, or all of them."""
        enough = self.done >= self.programme.least and days_ago(self.since, now) >= NEARLY_A_WEEK
        return enough or self.done >= len(self.programme.rhythm)

    def may_move_up(self, now: datetime) -> bool:
        return self.has_run(now) and not self.hurt and not self.is_last_week

    def may_begin(self, week: int, now: datetime) -> bool:
        """An old button must neither skip a week nor take away what is done of this one."""
        if week == self.week:
            return self.has_run(now)
        return week == self.week - 1 >= 1 or (week == self.week + 1 and self.may_move_up(now))

    @property
    def _of_this_week(self) -> list[Entry]:
        return [entry for day, entry in self.taken if day.week == self.week and entry.began_at >= self.since]
