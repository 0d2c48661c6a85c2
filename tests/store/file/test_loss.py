"""A file that is gone or empty is not begun anew where an older one stands beside it, and is never taken for a whole one."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.domain.person.person import Person
from bot.store.database import Store, open_store
from bot.store.file.beside import main
from bot.store.file.copies import refuse_loss
from bot.store.file.identity import APPLICATION_ID
from bot.store.file.unusable import Unusable
from tests.examples import ANA, MORNING
from tests.store.conftest import BOT


def with_no_table(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute(f"pragma application_id = {APPLICATION_ID}")


def with_theirs_alone(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute("create table _litestream_seq (id)")


def of_another_program(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute("create table songs (id)")


@pytest.mark.parametrize("make", [Path.touch, with_no_table, with_theirs_alone, of_another_program])
def test_a_file_without_what_is_ours_is_told_as_damaged(file: Path, make: object) -> None:
    assert callable(make)
    make(file)
    before = file.read_bytes()
    assert main("check", str(file))
    assert file.read_bytes() == before


def test_a_file_that_is_not_there_is_told_as_damaged(file: Path) -> None:
    assert main("check", str(file))


def test_ours_is_whole_while_it_is_in_use_and_after(store: Store, file: Path) -> None:
    assert not main("check", str(file))
    store.close()
    assert not main("check", str(file))


@pytest.mark.parametrize("is_there", [True, False])
def test_beside_a_file_that_was_kept_nothing_is_begun_anew(file: Path, *, is_there: bool) -> None:
    kept = file.with_name("unhunch.sqlite3.before-2026-01-05T073000Z")
    with closing(open_store(kept, BOT)) as store:
        store.people.meet(Person(ANA, "Ana", "en"), MORNING)
    if is_there:
        file.touch()
    with pytest.raises(Unusable, match=f"{kept} stands beside it: `unhunch restore {kept}`"):
        refuse_loss(file)


def test_a_kept_file_is_found_where_a_link_leads(file: Path, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    real = tmp_path / "disk" / "[1].sqlite3"
    real.touch()
    file.symlink_to(real)
    real.with_name("[1].sqlite3.before-2026-01-05T073000Z").write_bytes(b"x")
    with pytest.raises(Unusable, match="stands beside it"):
        refuse_loss(file)


def test_an_empty_one_that_was_kept_is_no_loss(file: Path) -> None:
    file.with_name("unhunch.sqlite3.before-2026-01-05T073000Z").touch()
    refuse_loss(file)
