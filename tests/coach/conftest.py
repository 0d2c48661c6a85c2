from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.coach.coach import Coach, Knowledge
from bot.content.cities import atlas
from bot.content.language.alarms import emergency
from bot.content.language.phrases_heard import vocabulary
from bot.content.language.words import speaker
from bot.content.reader import load
from bot.store.database import open_store
from tests.coach.talk import Someone, World

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return Knowledge(
        load(CONTENT),
        speaker(CONTENT),
        emergency(CONTENT),
        vocabulary(CONTENT),
        "unhunch_bot",
        atlas=atlas(CONTENT),
    )


@pytest.fixture
def world(knowledge: Knowledge) -> Iterator[World]:
    store = open_store(":memory:", bot=1)
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
