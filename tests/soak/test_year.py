"""Five kinds of people live a year with the bot, the clock moved forward: what they are offered, and what must always hold."""

import pytest

from bot.coach.coach import Knowledge
from tests.coach.conftest import knowledge
from tests.year.laws import breaches
from tests.year.living import Life
from tests.year.people import FIVE, Someone
from tests.year.table import summary

__all__ = ["knowledge"]  # a fixture

NAMES = [one.name for one in FIVE]


@pytest.mark.parametrize("one", FIVE, ids=NAMES)
@pytest.mark.parametrize("days", [15, pytest.param(365, marks=pytest.mark.soak)])
def test_a_year_breaks_no_rule(one: Someone, days: int, knowledge: Knowledge) -> None:
    life = Life(one, knowledge).lives(days)
    print(*summary(life), sep="\n")
    assert not list(breaches(life))
    assert sum(len(day.offered) for day in life.days) >= days / 3
