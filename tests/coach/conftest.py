from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from tests.coach.talk import Someone, World
from tests.known import known
from tests.new_store import store_in_memory

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return replace(known(), bot_name="unhunch_bot")


@pytest.fixture
def world(knowledge: Knowledge) -> Iterator[World]:
    store = store_in_memory()
    yield World(store, Coach(store, knowledge))
    store.close()


@pytest.fixture
def ana(world: World) -> Someone:
    return world.someone(7, "Ana")


@pytest.fixture
def bo(world: World) -> Someone:
    return world.someone(8, "Bo")


@pytest.fixture
def mallory(world: World) -> Someone:
    return world.someone(9, "Mallory")
