"""What `unhunch doctor` tells, and whether it finds all well."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main
from bot.content.ear.learnt import LEARNT, WORDS
from bot.store.database import open_store
from bot.store.reminders.deliveries import State
from tests.whole.subscribing import subscribe

BOT = 4242


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "doctor.sqlite3"
    monkeypatch.setenv("UNHUNCH_DATABASE", str(path))
    return path


def told() -> tuple[int, dict[str, str]]:
    result = CliRunner().invoke(main, ["doctor"])
    assert not result.exception or isinstance(result.exception, SystemExit)
    return result.exit_code, {line[:15].strip(): line[15:] for line in result.output.splitlines()}


def test_all_is_well(database: Path) -> None:
    now = datetime.now(UTC)
    store = open_store(database, BOT)
    subscribe(store, range(1, 4), now)
    store.heartbeats.wake_up(now)
    code, says = told()
    store.close()
    assert code == 0
    assert says["due now"] == says["late"] == says["pending"] == "0"
    assert says["subscribers"] == "3"
    assert says["ceiling"].startswith("180,000 people")
    assert not any(line.startswith("!") for line in says)


def test_what_is_late_pending_and_failed_is_told(database: Path) -> None:
    now = datetime.now(UTC)
    store = open_store(database, BOT)
    subscribe(store, range(1, 4), now)
    store.heartbeats.wake_up(now - timedelta(hours=1))
    late = now - timedelta(minutes=30)
    store.reminders.move_on(1, late)
    store.reminders.move_on(2, now - timedelta(minutes=1))
    for state in (State.PENDING, State.FAILED):
        store.deliveries.claim(3, 3, late - timedelta(seconds=len(state.value)), state, late)
    store.close()
    code, says = told()
    assert code == 1
    assert (says["due now"], says["pending"], says["late"], says["failed, 24 h"]) == ("2", "1", "2", "1")
    assert sum(line.startswith("!") for line in says) == 3


def test_the_ear_is_there_or_rules_listen_alone(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store(database, BOT).close()
    assert told()[1]["ear"] == "there"
    monkeypatch.setenv("UNHUNCH_CONTENT", str(tmp_path))
    assert told()[1]["ear"] == "not there: rules alone listen"
    for each in (WORDS, LEARNT):
        (tmp_path / each).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / each).write_bytes(b"damaged")
    assert told()[1]["ear"].startswith("damaged")


def test_a_file_that_is_not_there_is_not_made(database: Path) -> None:
    code, says = told()
    assert code == 1
    assert "UNHUNCH_DATABAS" in says
    assert not database.exists()
