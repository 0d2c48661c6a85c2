"""Five kinds of people live a year with the bot, the clock moved forward: what they are offered, and what must always hold."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.coach.known.knowledge import Knowledge
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from tests.coach.conftest import knowledge
from tests.known import known
from tests.whole.running import TIRELESS, TOKEN, HandClock, bot_on
from tests.year.laws import breaches
from tests.year.living import Life
from tests.year.on_the_phone import LifeOnThePhone
from tests.year.people import FIVE, LIKED, NEVER, SWAPPED, SWAPPED_ON, TOLD_ON, Someone
from tests.year.table import summary, table

__all__ = ["knowledge"]  # a fixture

OLD_BUTTON = known().english.words("toast-old-button")
DAYS_ON_THE_PHONE = 365
NAMES = [one.name for one in FIVE]


@pytest.mark.parametrize("one", FIVE, ids=NAMES)
@pytest.mark.parametrize("days", [15, pytest.param(365, marks=pytest.mark.soak)])
def test_a_year_breaks_no_rule(one: Someone, days: int, knowledge: Knowledge) -> None:
    life = Life(one, knowledge).lives(days)
    print(*summary(life), sep="\n")
    assert not list(breaches(life))
    assert sum(len(day.offered) for day in life.days) >= days / 3


@pytest.mark.parametrize("days", [2, pytest.param(14, marks=pytest.mark.soak)])
async def test_a_fortnight_through_the_whole_bot(days: int, tmp_path: Path) -> None:
    life = await lived_on_the_phone(FIVE[0], days, tmp_path)
    assert life.moved == list(range(days))


@pytest.mark.soak
@pytest.mark.parametrize("one", FIVE, ids=NAMES)
async def test_a_year_through_the_whole_bot_breaks_no_rule(one: Someone, tmp_path: Path) -> None:
    life = await lived_on_the_phone(one, DAYS_ON_THE_PHONE, tmp_path)
    print(*table(life), sep="\n")
    assert not list(breaches(life))
    assert len(life.moved) >= DAYS_ON_THE_PHONE / 3


async def lived_on_the_phone(one: Someone, days: int, folder: Path) -> LifeOnThePhone:
    begins = HandClock(Life(one, known()).moment(0) - timedelta(minutes=10))
    async with (
        Phone(token=TOKEN, clock=begins, floods=Floods.off()) as phone,
        bot_on(phone, folder / "year.sqlite3", phone.time.clock, per_person=TIRELESS) as store,
    ):
        life = await LifeOnThePhone(one, phone, store).lives(days)
        assert not phone.refusals
        assert not phone.breaches
        assert not life.hand.unanswered
        assert store.updates.put_aside_count() == 0
        assert OLD_BUTTON not in [toast.text for toast in life.hand.toasts]
        return life


@pytest.mark.soak
def test_what_ana_likes_comes_more_what_she_swaps_less_and_what_she_never_wants_not_at_all(
    knowledge: Knowledge,
) -> None:
    life = Life(FIVE[0], knowledge).lives(SWAPPED_ON.stop)

    def times(slug: str, days: range) -> int:
        moves = (
            move for day in life.days if day.number in days for offer in day.offered for move in offer.moves
        )
        return sum(move.partition("/")[0] == slug for move in moves)

    before, since = range(TOLD_ON - 20, TOLD_ON + 1), range(TOLD_ON + 1, TOLD_ON + 21)
    assert times(NEVER, before)
    assert not times(NEVER, range(TOLD_ON + 1, SWAPPED_ON.stop))
    assert times(LIKED, since) > times(LIKED, before)
    half = (SWAPPED_ON.start + SWAPPED_ON.stop) // 2
    assert times(SWAPPED, range(half, SWAPPED_ON.stop)) < times(
        SWAPPED, range(SWAPPED_ON.start - 7, SWAPPED_ON.start)
    )
