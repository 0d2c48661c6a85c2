"""`unhunch export` and `unhunch forget`: what they say, how they end, and what is left."""

import json
import os
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.main import main
from bot.store.database import open_store
from bot.store.file.deletions import read_journal
from bot.store.file.lock import locked
from tests.examples import ANA, BO
from tests.store.file.test_write_ahead import Replicator
from tests.store.filled import MARK, fill
from tests.whole.running import BOT


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "data" / "unhunch.sqlite3"
    path.parent.mkdir()
    store = open_store(path, BOT)
    for person in (ANA, BO):
        fill(store.db, person)
    store.db.execute("delete from bans")  # which outlast what is deleted
    store.close()
    monkeypatch.setenv("UNHUNCH_DATABASE", str(path))
    monkeypatch.chdir(tmp_path)
    return path


def told(*command: str | Path, types: str = "") -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(each) for each in command], input=types)
    assert not result.exception or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def has(database: Path, person: int) -> bool:
    return f"{MARK}{person}".encode() in b"".join(each.read_bytes() for each in database.parent.iterdir())


def test_a_copy_is_written_beside_a_bot_that_runs_for_its_owner_alone(database: Path, tmp_path: Path) -> None:
    with locked(database):
        code, said = told("export", "7")
    made = tmp_path / "unhunch-7.zip"
    assert code == 0
    assert str(made) in said
    assert made.stat().st_mode & 0o777 == 0o600
    with zipfile.ZipFile(made) as archive:
        held = archive.read("data.json").decode()
    assert f"{MARK}{ANA}" in held
    assert f"{MARK}{BO}" not in held
    assert json.loads(held)["people"][0]["id"] == ANA


def test_what_is_there_is_not_written_over(database: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.zip").write_text("mine")
    code, said = told("export", "7", "--to", "mine.zip")
    assert code == 1
    assert f"{tmp_path / 'mine.zip'} is there already" in said
    assert "--to" in said
    assert (tmp_path / "mine.zip").read_text() == "mine"


def test_all_of_one_person_goes_and_the_others_stay(database: Path) -> None:
    assert told("forget", "7", types="y\n")[0] == 0
    assert not has(database, ANA)
    assert has(database, BO)
    assert [each.person for each in read_journal(database).deletions] == [ANA]


def test_beside_a_bot_that_runs_it_goes_too(database: Path) -> None:
    running = open_store(database, BOT)
    with locked(database):
        code, said = told("forget", "7", "--yes")
    assert code == 0
    assert "Within a minute" in said
    assert running.people.get(ANA) is None
    running.close()


def test_it_asks_first_and_no_is_no(database: Path) -> None:
    for answer in ("n\n", "", "maybe\n"):
        assert told("forget", "7", types=answer)[0] == 1
        assert has(database, ANA)
    assert not read_journal(database).is_there


def test_beside_a_replicator_that_reads_the_log_it_is_said_that_some_of_it_goes_later(database: Path) -> None:
    replicator = Replicator(database)
    code, said = told("forget", "7", "--yes")
    assert code == 0
    assert "Deleted." in said
    assert "after the bot's next start" in said
    replicator.close()


def test_no_name_is_told(database: Path) -> None:
    for command in (("export", "7"), ("forget", "7", "--yes")):
        assert MARK not in told(*command)[1]


def test_of_whom_nothing_is_kept_is_told_and_nothing_is_done(database: Path, tmp_path: Path) -> None:
    for command in (("export", "999"), ("forget", "999", "--yes")):
        code, said = told(*command)
        assert code == 1
        assert "nothing of 999" in said
        assert said.count("\n") == 1
    for number in ("-7", "0", "Ana", "9" * 30):
        assert told("forget", "--yes", "--", number)[0] == 2
    assert not read_journal(database).is_there


def test_a_file_of_another_version_is_left_alone(database: Path) -> None:
    store = open_store(database, BOT)
    store.db.execute("delete from _sqlite_migrations where name = (select max(name) from _sqlite_migrations)")
    store.close()
    for command in (("export", "7"), ("forget", "7", "--yes")):
        code, said = told(*command)
        assert code == 1
        assert "older version" in said
    assert has(database, ANA)


def test_where_there_is_no_file_nothing_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNHUNCH_DATABASE", str(tmp_path / "gone.sqlite3"))
    assert told("forget", "7", "--yes")[0] == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file to another user")
def test_nobody_forgets_as_another_user_than_the_bot(database: Path) -> None:
    os.chown(database, 65534, -1)
    code, said = told("forget", str(ANA), "--yes")
    assert code != 0
    assert "belongs to another user" in said
    assert has(database, ANA)


@pytest.mark.parametrize("command", ["export", "forget"])
@pytest.mark.parametrize("wrong", ["bea", "0", "1.5"])
def test_what_is_no_number_is_refused_in_plain_words(command: str, wrong: str) -> None:
    result = CliRunner().invoke(main, [command, wrong])
    assert result.exit_code == 2
    assert "it is somebody's number at Telegram, digits only." in result.output
