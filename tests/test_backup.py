"""`unhunch backup` and `unhunch restore`: what they say, and how they end."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.main import main
from bot.store.database import open_store
from bot.store.file.lock import locked
from tests.whole.running import BOT


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "data" / "unhunch.sqlite3"
    path.parent.mkdir()
    open_store(path, BOT).close()
    monkeypatch.setenv("UNHUNCH_DATABASE", str(path))
    return path


def told(*command: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(each) for each in command])
    assert not result.exception or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def test_into_a_folder_and_back(database: Path, tmp_path: Path) -> None:
    to = tmp_path / "copies"
    code, said = told("backup", to, "--keep", "2")
    (copy,) = to.iterdir()
    assert (code, said) == (0, f"Copied to {copy}\n")
    code, said = told("restore", copy)
    assert code == 0
    assert f"{database} is now the copy {copy}." in said
    assert f"kept as {database}.before-" in said


@pytest.mark.parametrize("name", ["a.db", "a.sqlite", "a.sqlite3"])
def test_into_a_file_beside_a_bot_that_runs(database: Path, tmp_path: Path, name: str) -> None:
    with locked(database):
        assert told("backup", tmp_path / name) == (0, f"Copied to {tmp_path / name}\n")
    assert (tmp_path / name).is_file()


def test_nothing_is_restored_over_a_bot_that_runs(database: Path, tmp_path: Path) -> None:
    told("backup", tmp_path / "a.db")
    with locked(database):
        code, said = told("restore", tmp_path / "a.db")
    assert code == 1
    assert (
        said
        == f"UNHUNCH_DATABASE: the bot is running on {database}: stop it first, restore, and start it again\n"
    )


def test_that_there_is_no_journal_of_deletions_is_said_once(database: Path, tmp_path: Path) -> None:
    """Although a journal would begin with the oldest nightly copy, and this one is older."""
    told("backup", tmp_path / "mine")
    told("backup", database.parent / "copies")
    (nightly,) = (database.parent / "copies").iterdir()
    nightly.rename(nightly.with_name("unhunch-2099-01-05T034000Z.sqlite3"))
    code, said = told("restore", *(tmp_path / "mine").iterdir())
    assert code == 0
    assert said.count("is there again") == 1


def test_what_cant_be_done_is_a_sentence(database: Path, tmp_path: Path) -> None:
    for name in ("diary.db", "notes.txt"):
        (tmp_path / name).write_text("Today I stretched." * 100)
    for command in (
        ("backup", tmp_path / "diary.db"),
        ("backup", database),
        ("backup", tmp_path / "diary.db" / "folder"),
        ("backup", tmp_path / "notes.txt"),
        ("backup", tmp_path / f"{'a' * 300}.db"),
        ("restore", tmp_path / "diary.db"),
        ("restore", tmp_path / "gone.db"),
        ("restore", tmp_path),
    ):
        code, said = told(*command)
        assert code == 2, command
        assert "UNHUNCH_DATABASE" in said
        assert said.endswith(".\n")
        assert said.count("\n") == 1
    assert told("backup", tmp_path / "a.db", "--keep", "3")[0] == 2


def test_where_there_is_no_database_nothing_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNHUNCH_DATABASE", str(tmp_path / "gone.sqlite3"))
    code, said = told("backup", tmp_path / "a.db")
    assert code == 2
    assert "no such file" in said
    assert list(tmp_path.iterdir()) == []
