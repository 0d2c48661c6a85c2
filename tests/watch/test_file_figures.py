"""What is read off the bot's file for Prometheus: from beside it, and no oftener than it is worth."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from bot.store.database import open_store
from bot.watch import file_figures
from bot.watch.file_figures import FileReader
from tests.whole.subscribing import subscribe

NOW = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)


def reader(database: Path) -> FileReader:
    return FileReader(database, lambda: NOW, 25)


async def test_who_asks_often_or_together_gets_what_was_read_once(tmp_path: Path) -> None:
    store = open_store(tmp_path / "f.sqlite3", 4242)
    subscribe(store, range(1, 4), NOW)
    asked = reader(tmp_path / "f.sqlite3")
    first, together = await asyncio.gather(asked.figures(), asked.figures())
    assert first
    assert first is together
    assert first.health
    assert (first.health.reminded, first.health.lost, first.health.due) == (3, 0, 0)
    subscribe(store, range(4, 6), NOW)
    assert await asked.figures() is first
    asked._good_until = 0
    again = await asked.figures()
    assert again
    assert again.health
    assert again.health.reminded == 5
    store.close()


async def test_a_file_that_is_not_there_has_no_figures_and_troubles_nobody(tmp_path: Path) -> None:
    figures = await reader(tmp_path / "none.sqlite3").figures()
    assert figures
    assert figures.health is None
    assert figures.sizes.file == 0


async def test_nobody_waits_for_figures_that_take_long(tmp_path: Path) -> None:
    """As with ten million people; they come at the next time that somebody asks."""
    asked = reader(tmp_path / "none.sqlite3")
    asked._reading = asyncio.create_task(asyncio.Event().wait())  # type: ignore[arg-type]  # it never ends
    before = file_figures.AT_MOST
    file_figures.AT_MOST = 0.05
    try:
        assert await asked.figures() is None
    finally:
        file_figures.AT_MOST = before
        asked._reading.cancel()
