"""Another process holds the file and lets nobody write: the bot goes on hearing, promises nothing, and ends when it is told to."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bot.phone.phone import Phone
from bot.store.database import open_store
from tests.whole.machine import Machine
from tests.whole.running import BOT


@contextmanager
def locked(database: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(database, isolation_level=None)) as holder:
        holder.execute("begin immediate")
        yield holder


@pytest.mark.parametrize("way", ["polling", "webhook"])
async def test_it_ends_all_the_same_and_what_people_wrote_counts_when_the_file_is_free(
    real_phone: Phone, tmp_path: Path
) -> None:
    phone, machine = real_phone, Machine(real_phone, tmp_path / "a.sqlite3")
    people = [phone.person(number, f"Ana {number}") for number in range(7, 17)]
    await machine.starts()
    people[0].says("/start")
    await phone.until(lambda: people[0].sees.labels)
    with locked(machine.database):
        said = [person.says("/help") for person in people]
        await asyncio.sleep(2)
        await machine.is_stopped()  # while the file is still locked
    assert len(phone.telegram.updates) == len(said)
    await machine.starts()
    await phone.until(lambda: not len(phone.telegram.updates))
    await machine.is_stopped()
    with closing(open_store(machine.database, BOT)) as store:
        assert all(store.updates.has_counted(update) for update in said)
