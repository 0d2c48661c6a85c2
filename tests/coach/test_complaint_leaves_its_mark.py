"""If something was said to hurt, the bot asks before the next move whether it may be more than stiffness, wherever people go meanwhile."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.coach.coach import Coach
from bot.domain.person.person import Cleared, Preferences
from bot.screens.buttons.actions import DoRoutine, Go, NoSigns, Place, SeeSigns
from bot.screens.buttons.wire import encode
from tests.coach.doubting import who
from tests.coach.moving import met
from tests.coach.reminded import claimed
from tests.coach.talk import SIGNS, Someone, World
from tests.known import known
from tests.new_store import store_in_memory

RIBS = "my ribs hurt"
ELSEWHERE = ("thanks", "hello", "settings", "/start", "is this private", "how often")


@pytest.fixture
def world() -> Iterator[World]:
    store = store_in_memory()
    yield World(store, Coach(store, known()))
    store.close()


@pytest.fixture
def ana(ana: Someone) -> Someone:
    """She has moved here before, and is asked nothing else today."""
    met(ana)
    return ana


def _is_at_the_signs(person: Someone) -> bool:
    return SIGNS in person.sees.text and person.offers(NoSigns)


@pytest.mark.parametrize("then", ELSEWHERE)
@pytest.mark.parametrize("answer", [(), ("yes",), ("not sure",)])
def test_whatever_they_say_meanwhile_the_signs_come_before_the_next_move(
    ana: Someone, answer: tuple[str, ...], then: str
) -> None:
    for said in (RIBS, *answer, then):
        ana.says(said)
    ana.says("start")
    assert not ana.gets_ready()
    assert _is_at_the_signs(ana) or ana.offers(Place.SIGNS)


def test_a_button_of_a_move_asks_them_too_and_none_of_these_goes_on_to_it(ana: Someone) -> None:
    ana.says(RIBS)
    ana.taps(Place.HOME)
    ana.taps_data(encode(DoRoutine("gentle")))
    assert _is_at_the_signs(ana)
    ana.taps(NoSigns)
    assert ana.gets_ready()
    assert not who(ana).complained


def test_it_outlasts_a_new_start_of_the_bot_and_days(ana: Someone, world: World) -> None:
    ana.says(RIBS)
    world.coach = Coach(world.store, known())
    world.now += timedelta(days=10)
    for said in ("hello", "start"):
        ana.says(said)
    assert _is_at_the_signs(ana)


@pytest.mark.parametrize("harmless", [Place.EVERYDAY, Place.COMPLAINT_IN_A_MOVE])
def test_only_stiff_or_only_in_a_move_is_an_answer(ana: Someone, harmless: Place) -> None:
    ana.says(RIBS)
    ana.taps(harmless)
    ana.says("start")
    assert ana.gets_ready() or not _is_at_the_signs(ana)
    assert not who(ana).complained


def test_after_a_yes_the_moves_and_reminders_rest_though_no_list_was_tapped(
    ana: Someone, world: World
) -> None:
    for said in ("remind me at 8:30 every day", "keep", RIBS):
        ana.says(said)
    ana.taps(Place.SIGNS_WHICH)
    assert who(ana).reminders_rest
    ana.says("thanks")
    ana.says("/start")
    assert ana.offers(Place.SIGNS)
    (due,) = [reminder.next_at for reminder in world.store.reminders.of(7) if reminder.next_at]
    world.now = due
    assert claimed(world, due) == 0


def test_none_after_all_and_then_none_of_these_takes_a_yes_back(ana: Someone) -> None:
    for said in (RIBS, "yes"):
        ana.says(said)
    ana.taps(SeeSigns)
    ana.taps(NoSigns)
    assert not who(ana).reminders_rest
    assert who(ana).cleared is Cleared.CLEAR
    ana.says("start")
    assert ana.gets_ready()


def test_a_button_of_long_ago_asks_without_leaving_a_mark(ana: Someone) -> None:
    before: Preferences = who(ana)
    ana.taps_data(encode(Go(Place.COMPLAINT)))
    assert ana.offers(Place.COMPLAINT_UNSURE)
    assert who(ana) == before
