"""Many reminders due in one minute, an unsteady Telegram, and the plug pulled again and again: nobody is forgotten."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.phone.state.telegram import Change
from bot.store.database import open_store
from bot.store.reminders.deliveries import State
from tests.whole.running import BOT, TOKEN
from tests.whole.subscribing import on_the_phone, subscribe
from tests.whole.test_crash import Machine

SENDS = ("sendMessage", "sendPhoto", "sendAnimation")


@dataclass
class Post:
    """Counts what the bot put into each chat, and what was on its way when the plug was pulled."""

    phone: Phone
    database: Path
    arrived: Counter[int] = field(default_factory=Counter)
    in_flight: int = 0

    def __call__(self, change: Change) -> None:
        if change.kind == "message":
            self.arrived[change.chat] += 1

    def looks_at_the_wreck(self) -> None:
        """Sends that Telegram had carried out and the bot had not noted."""
        wreck = open_store(self.database, BOT)
        self.in_flight += sum(bool(self.arrived[one.person]) for one in wreck.deliveries.pending())
        wreck.close()

    @property
    def dropped(self) -> int:
        return sum(call.by_fault and call.status == 0 for call in self.phone.calls)

    @property
    def twice(self) -> int:
        return sum(count - 1 for count in self.arrived.values())


@pytest.fixture
async def real_phone() -> AsyncIterator[Phone]:
    async with Phone(token=TOKEN, floods=Floods.off()) as phone:
        yield phone


def is_unsteady(phone: Phone, rnd: random.Random) -> None:
    for method in SENDS:
        phone.faults.drop(method, before=False, times=None, probability=0.02, random=rnd)
        phone.faults.refuse(method, status=429, retry_after=1, times=None, probability=0.05, random=rnd)
        phone.faults.refuse(method, status=503, times=None, probability=0.05, random=rnd)
        phone.faults.delay(method, 0.05, times=None, probability=0.5, random=rnd)


def all_due(database: Path, people: range) -> datetime:
    """They came due at the beginning of this minute."""
    due = datetime.now(UTC).replace(second=0, microsecond=0)
    store = open_store(database, BOT)
    subscribe(store, people, due - timedelta(minutes=1), at=due.time())
    store.close()
    return due


@pytest.mark.parametrize(("subscribers", "kills"), [(150, 3), pytest.param(2000, 20, marks=pytest.mark.soak)])
async def test_nobody_is_forgotten_and_few_are_told_twice(
    real_phone: Phone, tmp_path: Path, subscribers: int, kills: int
) -> None:
    phone, rnd = real_phone, random.Random(subscribers)
    people = range(1, subscribers + 1)
    machine, post = Machine(phone, tmp_path / "killed.sqlite3"), Post(phone, tmp_path / "killed.sqlite3")
    # So that all is not over before a slow machine kills.
    machine.besides = {"UNHUNCH_MESSAGES_PER_SECOND": "40"}
    phone.changed.append(post)
    on_the_phone(phone, people)
    blocked = set(rnd.sample(people, subscribers * 3 // 100))
    for number in blocked:
        phone.telegram.chats[number].membership = "kicked"
    is_unsteady(phone, rnd)
    due = all_due(machine.database, people)
    at_most = subscribers // (
        2 * kills + 2
    )  # so that there is something left at each kill, however fast the machine
    for _ in range(kills):
        enough = len(post.arrived) + rnd.randint(1, at_most)
        await machine.starts()
        await phone.until(lambda enough=enough: len(post.arrived) >= enough, seconds=60)  # type: ignore[misc]
        await asyncio.sleep(rnd.random() * 0.1)
        await machine.is_killed()
        post.looks_at_the_wreck()
    assert len(post.arrived) < subscribers - len(blocked), "killed when all was over: this tells nothing"
    await machine.starts()
    await phone.until(lambda: len(post.arrived) == subscribers - len(blocked), seconds=240)
    phone.faults.clear()
    store = open_store(machine.database, BOT)
    await phone.until(lambda: not store.deliveries.pending(), seconds=60)
    await machine.is_killed()
    counts = store.deliveries.counts(due)
    print(
        f"{subscribers} due, {kills} kills: {sum(post.arrived.values())} messages, {post.twice} twice;"
        f" {post.in_flight} in flight at the kills, {post.dropped} dropped; {counts}"
    )
    assert set(post.arrived) == set(people) - blocked
    assert counts == {State.SENT: subscribers - len(blocked), State.LOST: len(blocked)}
    assert post.twice <= post.in_flight + post.dropped
    assert all(store.people.is_lost(number) for number in blocked)
    store.close()
