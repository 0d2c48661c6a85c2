"""A machine dies under load and another takes over from the replica, again and again: what was lost, how long it took, as a table."""

import asyncio
import os
import random
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.phone.state.persons import PhoneUser
from bot.screens.view import from_json
from bot.store.database import open_store
from tests.replicated import DEPLOY, Litestream, at_s3, in_a_folder, needs_litestream, needs_s3
from tests.whole.machine import Machine
from tests.whole.running import BOT, TOKEN
from tests.whole.test_crash import ASKED, HOLDING, PLAYERS, shows, to_their_places

KILLS = 20


@dataclass
class Site:
    """A machine with a bot and a Litestream, which die together."""

    machine: Machine
    litestream: Litestream

    @property
    def database(self) -> Path:
        return self.machine.database

    async def starts(self) -> None:
        await self.machine.starts()
        self.litestream.starts()

    async def dies(self) -> datetime:
        self.litestream.is_killed()
        await self.machine.is_killed()
        return datetime.now(UTC)

    def takes_over(self) -> None:
        """By the one command of the runbook; what it starts is started here."""
        self.litestream.configure()
        settings = {
            "LITESTREAM_CONFIG": str(self.litestream.config),
            "LITESTREAM_SETTINGS": "/nowhere",
            "PYTHON": sys.executable,
            "STOP": "true",
            "START": "true",
        }
        done = subprocess.run(
            [DEPLOY / "take-over"], env=self.litestream.settings | settings, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()


@dataclass
class Round:
    """`lost`: of each update that Telegram will not send again and the second machine knows nothing of, how long before the death
    it was confirmed. `silent`: from the death until the second machine answered somebody.
    """

    lost: list[timedelta]
    restored: float
    silent: float


@dataclass
class Relay:
    """Machines that take over from one another."""

    phone: Phone
    folder: Path
    environment: dict[str, str]
    said: dict[int, PhoneUser] = field(default_factory=dict)
    sites: list[Site] = field(default_factory=list)

    def next_site(self) -> Site:
        database = self.folder / f"machine-{len(self.sites)}" / "unhunch.sqlite3"
        database.parent.mkdir(mode=0o700)
        self.sites.append(Site(Machine(self.phone, database), Litestream(database, self.environment)))
        return self.sites[-1]

    def says(self, person: PhoneUser, words: str) -> None:
        self.said[person.says(words)] = person

    def lost(self, died_at: datetime) -> dict[int, timedelta]:
        """Looks into the file as it was fetched."""
        with closing(open_store(self.sites[-1].database, BOT)) as store:
            known = {row[0] for row in store.db.execute("select id from updates").fetchall()}
        asked = [
            (int(call.parameters.get("offset", "0")), call.at)
            for call in self.phone.calls
            if call.method == "getUpdates"
        ]
        confirmed = {
            number: min(at for offset, at in asked if offset > number)
            for number in self.said
            if number not in known and any(offset > number for offset, _ in asked)
        }
        return {number: died_at - at for number, at in confirmed.items()}


@pytest.fixture
async def real_phone() -> AsyncIterator[Phone]:
    async with Phone(token=TOKEN, floods=Floods.off()) as phone:
        yield phone


@contextmanager
def replica(kind: str, folder: Path) -> Iterator[dict[str, str]]:
    if kind == "a folder":
        yield in_a_folder(folder / "replica")
    else:
        with at_s3(folder / "s3.log") as environment:
            yield environment


@pytest.mark.soak
@needs_litestream
@pytest.mark.parametrize("kind", ["a folder", pytest.param("an S3 server", marks=needs_s3)])
async def test_a_second_machine_takes_over_from_the_replica(
    real_phone: Phone, tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rnd, rounds = random.Random(KILLS), list[Round]()
    with replica(kind, tmp_path) as environment:
        relay = Relay(real_phone, tmp_path, environment)
        people = await begins(relay)
        for _ in range(int(os.environ.get("KILLS", KILLS))):
            rounds.append(await dies_and_is_stood_in_for(relay, rnd, people))
        await ends_well(relay, people)
    lost = sorted(age for each in rounds for age in each.lost)
    with capsys.disabled():
        told(kind, rounds, lost, len(relay.said))
    assert max((age.total_seconds() for age in lost), default=0) < 5
    assert max(each.silent for each in rounds) < 60


def told(kind: str, rounds: list[Round], lost: list[timedelta], said: int) -> None:
    ages = [age.total_seconds() * 1000 for age in lost]
    restored, silent = (sorted(getattr(each, name) for each in rounds) for name in ("restored", "silent"))
    middle = len(rounds) // 2
    print(f"\n{kind}: {len(rounds)} deaths, {said} messages said")
    print(
        f"confirmed to Telegram and lost: {len(lost)}, at most {max(len(each.lost) for each in rounds)} at a death,"
        f" in {sum(bool(each.lost) for each in rounds)} of them; confirmed {min(ages, default=0):.0f} to"
        f" {max(ages, default=0):.0f} ms before it"
    )
    print(f"the script took {restored[middle]:.1f} s, at most {restored[-1]:.1f}")
    print(f"nobody was answered for {silent[middle]:.1f} s, at most {silent[-1]:.1f}")


async def begins(relay: Relay) -> dict[int, PhoneUser]:
    people = {number: relay.phone.person(number, f"Ana {number}") for number in (*PLAYERS, *ASKED, *HOLDING)}
    await relay.next_site().starts()
    await to_their_places(
        relay.phone, *[[people[each] for each in group] for group in (PLAYERS, ASKED, HOLDING)]
    )
    await asyncio.sleep(3)
    return people


async def dies_and_is_stood_in_for(relay: Relay, rnd: random.Random, people: dict[int, PhoneUser]) -> Round:
    loop, players = asyncio.get_running_loop(), [people[number] for number in PLAYERS]
    ends = loop.time() + rnd.uniform(1, 6)
    while loop.time() < ends:
        relay.says(rnd.choice(players), "back")
        await asyncio.sleep(rnd.random() * 0.1)
    died_at, died = await relay.sites[-1].dies(), loop.time()
    for player in players:  # who goes on tapping, while nobody is there
        relay.says(player, "back")
    second = relay.next_site()
    await asyncio.to_thread(second.takes_over)
    restored, lost = loop.time() - died, relay.lost(died_at)
    for number in lost:
        del relay.said[number]
    seen = {player.id: len(player.messages) and player.sees for player in players}
    await second.starts()
    await relay.phone.until(lambda: any(player.sees != seen[player.id] for player in players))
    silent = loop.time() - died
    await relay.phone.until(lambda: not len(relay.phone.telegram.updates))
    counts = {player.id: sum(each is player for each in relay.said.values()) for player in players}
    await relay.phone.until(lambda: all(shows(player, counts[player.id]) for player in players))
    return Round(list(lost.values()), restored, silent)


async def ends_well(relay: Relay, people: dict[int, PhoneUser]) -> None:
    """What everybody sees is what the last machine knows."""
    last = relay.sites[-1]
    await last.machine.is_stopped()
    last.litestream.is_stopped()
    with closing(open_store(last.database, BOT)) as store:
        assert store.db.execute("pragma integrity_check").fetchone()[0] == "ok"
        assert not store.chats.in_debt()
        for person in people.values():
            shown = store.chats.shown(person.id)
            view = from_json(shown.view) if shown else None
            assert view
            wanted = [[key[1] for key in row] for row in view.keys]
            assert [[button.data for button in row] for row in person.sees.buttons] == wanted
