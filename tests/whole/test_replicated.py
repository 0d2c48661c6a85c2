"""Who deletes their data beside Litestream: nobody waits for it, and it is gone from all that is kept, in the end from the replica."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path

import pytest

from bot.chat import clearing_log, clearing_up
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.screens.buttons.actions import Place
from bot.store.database import Store, open_store
from bot.store.facts import ERASED, LOGGED
from tests.meaning import taps
from tests.replicated import Litestream, in_a_folder, needs_litestream
from tests.whole.running import BOT, HandClock, bot_on
from tests.whole.test_deleting import has_row, lives

ID = 7_431_905_528
SOON = {
    "checkpoint-interval: 1m": "checkpoint-interval: 2s",
    "retention: 24h": "retention: 8s",
    "retention-check-interval: 1h": "retention-check-interval: 2s",
    "snapshot-interval: 6h": "snapshot-interval: 3s",
    "  interval: 12h": "  interval: 5s",
    "  retention: 11h": "  retention: 4s",
}
LEVELS = "\nlevels:\n  - interval: 3s\nl0-retention: 3s\nl0-retention-check-interval: 1s\n"
"""For 0.5, which 0.3 passes over."""

PLACES = {
    "the file": "unhunch.sqlite3",
    "its log": "unhunch.sqlite3-wal",
    "Litestream's folder": ".unhunch.sqlite3-litestream",
    "the replica": "replica",
}


def name_of_its_own() -> str:
    """What nothing resembles stands in what is packed as it is."""
    rnd = random.Random(19)
    return "".join(chr(rnd.randrange(0x4E00, 0x9FA0)) for _ in range(12))


NAME = name_of_its_own()


def held(folder: Path) -> list[str]:
    """The places in which her name is found, byte by byte."""
    return [place for place, name in PLACES.items() if any(map(_has_name, _files(folder / name)))]


def _files(path: Path) -> list[Path]:
    return [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]


def _has_name(file: Path) -> bool:
    with suppress(FileNotFoundError):  # gone meanwhile
        return NAME.encode() in file.read_bytes()
    return False


def patience_with_readers(asked: Iterable[str]) -> set[int | None]:
    """So long (milliseconds) SQLite was to wait, each time the log was emptied, for those who read it; everybody waits with it.
    None: as it was set before."""
    patience, found = None, set[int | None]()
    for statement in asked:
        what, _, value = statement.partition(" = ")
        if what == "pragma busy_timeout":
            patience = int(value)
        elif what.startswith("pragma wal_checkpoint"):
            found.add(patience)
    return found


@asynccontextmanager
async def replicated(file: Path, changed: dict[str, str], more: str) -> AsyncIterator[Litestream]:
    litestream = Litestream(file, in_a_folder(file.parent / "replica"), changed, more)
    litestream.starts()
    try:
        yield litestream
    finally:
        await asyncio.to_thread(litestream.is_stopped)


async def is_deleted(phone: Phone, ana: PhoneUser, store: Store, clock: HandClock) -> None:
    await phone.until(
        lambda: not store.chats.owed(ana.id)
    )  # as of now it is read, and not as of the next line
    clock.passes(5)
    taps(ana, Place.DELETE_SURELY)
    await phone.until(lambda: "All of it is gone" in ana.sees.text and not has_row(store))
    clock.passes(59)
    await phone.until(lambda: store.facts.get(ERASED) is None)


async def ticks(store: Store, clock: HandClock) -> None:
    """As the bot's own signs of life: so that there is something to replicate."""
    while True:
        with store.transaction():
            store.heartbeats.beat(clock())
        await asyncio.sleep(0.5)


async def gone_after(folder: Path, places: set[str], seconds: float) -> dict[str, float]:
    began, gone = time.monotonic(), dict[str, float]()
    while not places <= gone.keys():
        assert time.monotonic() - began < seconds, f"still in {held(folder)}"
        here = await asyncio.to_thread(held, folder)
        gone |= {place: time.monotonic() - began for place in PLACES if place not in (*here, *gone)}
        await asyncio.sleep(0.1)
    return gone


@needs_litestream
@pytest.mark.parametrize(
    ("changed", "more", "places", "seconds"),
    [
        (SOON, LEVELS, set(PLACES), 120),
        pytest.param({}, "", set(PLACES) - {"the replica"}, 900, marks=pytest.mark.soak),
    ],
)
async def test_nobody_waits_and_nothing_is_left(  # noqa: PLR0917 - fixtures
    phone: Phone,
    clock: HandClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    changed: dict[str, str],
    more: str,
    places: set[str],
    seconds: float,
) -> None:
    monkeypatch.setattr(clearing_up, "LOOK_EVERY", 0.05)
    monkeypatch.setattr(clearing_log, "SETTLED", 5.0 if not changed else 1.0)
    ana, file, asked = phone.person(ID, NAME), tmp_path / "unhunch.sqlite3", list[str]()
    async with bot_on(phone, file, clock) as store, replicated(file, changed, more) as litestream:
        beside = asyncio.create_task(ticks(store, clock))
        await lives(phone, ana, clock)
        await phone.until(lambda: len(held(tmp_path)) == len(PLACES))
        store.db.conn.set_trace_callback(asked.append)
        await is_deleted(phone, ana, store, clock)
        try:
            gone = await gone_after(tmp_path, places, seconds)
            await phone.until(lambda: store.facts.get(LOGGED) is None)
        finally:
            beside.cancel()
            store.db.conn.set_trace_callback(None)
        assert patience_with_readers(asked) == {0}
        await asyncio.to_thread(litestream.is_stopped)
        last = store.heartbeats.latest()
    with capsys.disabled():
        print("\ngone after seconds:", {place: round(after, 1) for place, after in gone.items()})
    litestream.restore(tmp_path / "restored.sqlite3")
    with closing(open_store(tmp_path / "restored.sqlite3", BOT)) as restored:
        assert restored.heartbeats.latest() == last, "what was written last"
        assert restored.people.get(ID) is None
        assert restored.db.execute("pragma integrity_check").fetchone()[0] == "ok"
