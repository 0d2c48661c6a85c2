"""Wishes as other people write them, and how many of them are understood: the floors only go up."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.domain.typed.wishes.ideas import Situation
from tests.coach.moving import met
from tests.coach.talk import World
from tests.known import known
from tests.listening.wishes_scoring import (
    ANOTHERS,
    EIGHTH,
    NINTH,
    OWN,
    TENTH,
    VOICES,
    Line,
    missed,
    read,
    seen,
)
from tests.meaning import DO_IT
from tests.new_store import store_in_memory

FLOORS = {OWN: 0.97, VOICES: 0.94, EIGHTH: 0.92, ANOTHERS: 0.96, NINTH: 0.86, TENTH: 0.87}
"""By rules and ear, on the lines that may be looked at."""

MOVING = frozenset(
    {
        "start",
        "minutes",
        "find",
        "gentle",
        "routines",
        "surprise",
        "repeat",
        "programme",
        "exercises",
        "motivation",
    }
)
"""Kinds that may be answered with a move."""

REFUSED = (
    "i cant kneel", "i cant kneel in childs pose", "that hurt my shoulder", "turn off reminders", "no more sphinx please",
    "my knees are bad, no cat cow", "i dont have a chair", "ouch the doorway stretch hurts", "hate wall angels",
    "cant do the sphinx because im pregnant", "stop sending me cat cow", "later", "back", "stats",
)  # fmt: skip


@pytest.mark.parametrize("path", list(FLOORS), ids=lambda path: path.stem)
def test_so_many_wishes_are_heard(knowledge: Knowledge, path: Path) -> None:
    lines = seen() if path == ANOTHERS else list(read(path))
    misses = missed(lines, knowledge)
    told = [] if path in (NINTH, TENTH) else [line.text for line in misses]
    assert 1 - len(misses) / len(lines) >= FLOORS[path], told


def test_the_set_is_whole() -> None:
    lines = list(read(ANOTHERS))
    assert len(lines) == 521
    assert {line.situation for line in lines} == set(Situation)
    assert sum(line.is_held_out for line in lines) == 173


def offers_a_move(text: str, world: World) -> bool:
    """True if the answer is a card with "Do it", or a session."""
    ana = world.someone(7, "Ana")
    for said in ("/stop", "/start", text):
        ana.says(said)
    return DO_IT in ana.labels or world.store.sessions.live(7) is not None


@pytest.mark.parametrize("text", REFUSED)
def test_what_speaks_against_a_move_is_never_answered_by_one(met_world: World, text: str) -> None:
    assert not offers_a_move(text, met_world)


def test_none_of_the_other_kinds_is_answered_by_a_move(met_world: World) -> None:
    others = [line for line in (*seen(), *read(OWN)) if is_of_another_kind(line)]
    assert len(others) > 200
    assert [line.text for line in others if offers_a_move(line.text, met_world)] == []


def is_of_another_kind(line: Line) -> bool:
    return line.situation is Situation.ANYWHERE and not line.kinds & MOVING


@pytest.fixture
def met_world(knowledge: Knowledge) -> Iterator[World]:
    """Ana has answered the signs: every move is open to her."""
    store = store_in_memory()
    world = World(store, Coach(store, knowledge))
    met(world.someone(7, "Ana"))
    yield world
    store.close()


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return known()
