"""Real files: a store of Ana, Bo and Mallory, and what they play."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.person.person import Person
from bot.store.database import Store
from tests.examples import ANA, BO, MALLORY, MORNING
from tests.new_store import store_at

BOT = 1


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "unhunch.sqlite3"


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    opened = store_at(file, BOT)
    for id_, name in ((ANA, "Ana"), (BO, "Bo"), (MALLORY, "Mallory")):
        opened.people.meet(Person(id_, name, "en"), MORNING)
    yield opened
    opened.close()
