"""What is skipped or swapped in a session is remembered, tapped or typed."""

import pytest

from bot.domain.person.taste import Taste
from bot.domain.session.session import Move
from tests.coach.talk import MORNING, Someone, World, starts
from tests.meaning import data_of


def passed_over(world: World, person: int = 7) -> dict[str, int]:
    return dict(world.store.passed_over.since(person, MORNING))


@pytest.fixture
def in_session(ana: Someone, world: World) -> Someone:
    """Shoulder rolls are on."""
    starts(ana)
    assert "Shoulder rolls" in ana.sees.text
    world.store.db.execute("delete from passed_over")
    return ana


@pytest.mark.parametrize("move", [Move.SKIP, Move.SWAP])
def test_a_tap(in_session: Someone, world: World, move: Move) -> None:
    in_session.taps(move)
    assert passed_over(world) == {"shoulder-rolls": 1}


@pytest.mark.parametrize("said", ["skip", "next", "swap", "something else"])
def test_words(in_session: Someone, world: World, said: str) -> None:
    in_session.says(said)
    assert passed_over(world) == {"shoulder-rolls": 1}


def test_a_double_tap_counts_once(in_session: Someone, world: World) -> None:
    skip = data_of(in_session.sees, Move.SKIP)
    in_session.taps_data(skip)
    in_session.taps_data(skip)
    assert passed_over(world) == {"shoulder-rolls": 1}


def test_what_was_swapped_in_counts_by_itself(in_session: Someone, world: World) -> None:
    in_session.taps(Move.SWAP)
    in_session.taps(Move.SKIP)
    assert sorted(passed_over(world).values()) == [1, 1]


def test_what_is_done_for_more_than_half_does_not_count(in_session: Someone, world: World) -> None:
    in_session.says("ready")
    world.passes(15)
    in_session.says("skip")
    assert passed_over(world) == {}


def test_nobody_skips_for_another(in_session: Someone, mallory: Someone, world: World) -> None:
    skip = data_of(in_session.sees, Move.SKIP)
    mallory.taps_data(skip)
    assert passed_over(world) == passed_over(world, 9) == {}


def test_what_they_like_and_never_want_is_known_of_them_alone(
    ana: Someone, bo: Someone, world: World
) -> None:
    starts(ana)
    world.store.tastes.set(7, "shoulder-rolls", Taste.NEVER, MORNING)
    ana.says("/exercise shoulder rolls")
    assert "You said never" in ana.sees.text
    starts(bo)
    bo.says("/exercise shoulder rolls")
    assert "never" not in bo.sees.text
