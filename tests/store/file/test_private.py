"""The file is its owner's alone, from the first moment; where it is not, it is said what to do."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store.database import open_store
from bot.store.file.private import open_to_others, readable_by_others
from tests.store.conftest import BOT


@pytest.fixture
def careless() -> Iterator[None]:
    """What this process makes would be readable by everybody."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("careless")
def test_the_file_and_what_stands_beside_it_are_made_for_the_owner_alone(file: Path) -> None:
    store = open_store(file, BOT)
    made = {path.name: path.stat().st_mode & 0o777 for path in file.parent.iterdir()}
    assert made == dict.fromkeys((file.name, f"{file.name}-wal", f"{file.name}-shm"), 0o600)
    store.close()


def test_of_a_private_file_nothing_is_told(file: Path) -> None:
    open_store(file, BOT).close()
    assert open_to_others(file) == []


@pytest.mark.parametrize("rights", [0o640, 0o604, 0o620])
def test_a_file_that_others_can_read_is_told_with_what_to_do(file: Path, rights: int) -> None:
    store = open_store(file, BOT)
    log = file.with_name(f"{file.name}-wal")
    for each in (file, log):
        each.chmod(rights)
    assert readable_by_others(file) == [f"others may read {each}: chmod 600 {each}" for each in (file, log)]
    store.close()
    reopened = open_store(file, BOT)
    assert file.stat().st_mode & 0o777 == rights, "the operator's own doing"
    reopened.close()


def test_a_folder_that_others_can_look_into_is_told(file: Path) -> None:
    open_store(file, BOT).close()
    file.parent.chmod(0o755)
    assert open_to_others(file) == [f"others may look into {file.parent}: chmod 700 {file.parent}"]
    file.parent.chmod(0o1777)
    (told,) = open_to_others(file)
    assert "a folder of its own" in told
    assert "chmod" not in told, "the folder is not the bot's to change"


def test_of_a_file_that_is_not_there_nothing_is_told(file: Path) -> None:
    assert readable_by_others(file) == []
