"""What is told to the supervisor, whatever its socket is like."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.store import database
from bot.store.database import open_store
from bot.watch.supervisor import TOLD_EVERY, Supervisor


@contextmanager
def listening(path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind(str(path))
        heard.setblocking(False)
        yield heard


@pytest.mark.parametrize(
    "address",
    ["", "/no/such/socket", "/dev/null", "@nobody-listens-here", "vsock:2:9", "/" + "x" * 200, "/\0"],
)
def test_a_socket_that_is_none_troubles_nobody(address: str) -> None:
    supervisor = Supervisor(address)
    assert not supervisor.tell("READY=1")
    supervisor.goes_on()


def test_one_that_does_not_read_holds_nobody_up(tmp_path: Path) -> None:
    with listening(tmp_path / "full"):
        supervisor = Supervisor(str(tmp_path / "full"))
        told = [supervisor.tell("WATCHDOG=1") for _ in range(100_000)]
    assert told[0]
    assert not told[-1]


def test_a_long_start_asks_for_more_time_not_too_often(tmp_path: Path) -> None:
    now = 1.0
    with listening(tmp_path / "notify") as heard:
        supervisor = Supervisor(str(tmp_path / "notify"), lambda: now)
        for _ in range(5):
            supervisor.goes_on()
        now += TOLD_EVERY
        supervisor.goes_on()
        assert heard.recv(4096).startswith(b"EXTEND_TIMEOUT_USEC=60000000\n")
        assert heard.recv(4096).startswith(b"EXTEND_TIMEOUT_USEC=60000000\n")
        with pytest.raises(BlockingIOError):
            heard.recv(4096)


def test_a_database_that_is_brought_up_to_date_tells_that_it_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From within SQLite, at every so many of its steps; afterwards no more."""
    monkeypatch.setattr(database, "STEPS", 100)
    told: list[None] = []
    store = open_store(tmp_path / "long.sqlite3", 4242, lambda: told.append(None))
    while_opening = len(told)
    assert while_opening > 20
    store.db.execute(
        "with recursive n (i) as (select 1 union all select i + 1 from n where i < 9999) select sum(i) from n"
    ).fetchall()
    assert len(told) == while_opening
    store.close()
