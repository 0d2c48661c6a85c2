"""A few figures about the bot for the people who run it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.progress.twelve_weeks import WEEKS, CrowdChart, first_monday


@dataclass(frozen=True, slots=True)
class Stats:
    """`new`: people who came this week. `weeks`: the last twelve (UTC), this one last. `shut_out`: people.

    Reminders: about how many are `due` today; how many of these are still `to_come`, `failed`, or `lost` because somebody blocked the
    bot; and how many are `late` by now.
    """

    people: int
    reachable: int
    weeks: CrowdChart
    due: int = 0
    to_come: int = 0
    late: int = 0
    failed: int = 0
    lost: int = 0
    shut_out: int = 0
    new: int = 0

    @property
    def sessions(self) -> int:
        return self.weeks.sessions[-1]

    @property
    def active(self) -> int:
        return self.weeks.people[-1]


def crowd_chart(counted: Mapping[date, tuple[int, int]], today: date) -> CrowdChart:
    """`counted`: sessions and people, by the Monday of their week."""
    first = first_monday(today)
    mondays = [first + timedelta(weeks=week) for week in range(WEEKS)]
    found = [counted.get(monday, (0, 0)) for monday in mondays]
    return CrowdChart(tuple(each[0] for each in found), tuple(each[1] for each in found))
