"""A file that is moved, replaced or deleted while it is open goes on being written to: that is noticed."""

import shutil
from pathlib import Path

import pytest

from bot.store.database import IN_MEMORY, Store, open_store
from tests.store.conftest import BOT


def test_all_is_where_it_was(store: Store, file: Path) -> None:
    assert not store.whereabouts.lost()
    store.empty_log()
    assert not store.whereabouts.lost()
    assert not open_store(IN_MEMORY, BOT).whereabouts.lost()


@pytest.mark.parametrize("ending", ["", "-wal", "-shm"])
def test_what_is_deleted_or_replaced_is_lost_until_it_is_put_back(
    store: Store, file: Path, ending: str
) -> None:
    taken = file.with_name(file.name + ending)
    away = taken.rename(file.with_name("away"))
    assert store.whereabouts.lost() == f"{taken} was moved, replaced or deleted while it is in use"
    shutil.copy(away, taken)
    assert store.whereabouts.lost()
    away.rename(taken)
    assert not store.whereabouts.lost()


def test_a_folder_may_be_taken_away_and_a_link_leads_to_the_file(store: Store, file: Path) -> None:
    folder = file.parent / "data"
    folder.mkdir()
    link = file.parent / "link.sqlite3"
    link.symlink_to(folder / "b.sqlite3")
    (folder / "b.sqlite3").touch()
    second = open_store(link, BOT)
    assert not second.whereabouts.lost()
    shutil.rmtree(folder)
    assert second.whereabouts.lost().startswith(str(folder / "b.sqlite3"))
    second.close()
