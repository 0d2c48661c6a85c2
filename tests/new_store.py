"""A store as it is right after its first start: brought to the present shape once in a process, and copied from then on."""

import sqlite3
import tempfile
from functools import cache
from pathlib import Path

from sqlite_utils import Database

from bot.store.database import IN_MEMORY, PRAGMAS, Store, open_store
from bot.store.file.private import PRIVATE_FILE


@cache
def _first() -> sqlite3.Connection:
    connection = open_store(IN_MEMORY, bot=1).db.conn
    assert isinstance(connection, sqlite3.Connection)
    return connection


@cache
def _first_file() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "first.sqlite3")
        open_store(path, bot=1).close()
        return path.read_bytes()


def store_in_memory(bot: int = 1) -> Store:
    return _copied(_first(), bot)


def copy_in_memory(store: Store, bot: int = 1) -> Store:
    """As the bot finds it when it starts again."""
    assert isinstance(store.db.conn, sqlite3.Connection)
    return _copied(store.db.conn, bot)


def _copied(first: sqlite3.Connection, bot: int) -> Store:
    connection = sqlite3.connect(IN_MEMORY, isolation_level=None)
    first.backup(connection)
    connection.text_factory = first.text_factory
    for pragma in PRAGMAS:
        connection.execute(f"pragma {pragma}").fetchall()
    return Store(Database(connection), bot)


def store_at(path: Path, bot: int) -> Store:
    """Opened by the bot itself, which finds a file to which nothing is to be done. What is there already stays."""
    if not path.exists():
        path.touch(PRIVATE_FILE)
        path.write_bytes(_first_file())
    return open_store(path, bot)
