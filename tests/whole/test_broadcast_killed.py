"""Something for everybody is going out, over an unsteady Telegram, and the plug is pulled again and again: nobody is left out."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.admin.broadcast import BroadcastStage
from bot.domain.person.person import Person
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.phone.state.telegram import Change
from bot.store.database import open_store
from tests.whole.running import BOT, TOKEN
from tests.whole.subscribing import on_the_phone
from tests.whole.test_crash import Machine

ADMIN = 1
WORDS = "A new move is here."


@dataclass
class Post:
    """Counts what arrived in each chat of what everybody is told, and what was on its way when the plug was pulled."""

    phone: Phone
    database: Path
    arrived: Counter[int] = field(default_factory=Counter)
    in_flight: int = 0
    most_in_flight: int = 0

    def __call__(self, change: Change) -> None:
        if change.kind == "message" and change.data.get("text") == WORDS:
            self.arrived[change.chat] += 1

    def looks_at_the_wreck(self) -> None:
        """Sends that Telegram had carried out and the bot had not noted."""
        wreck = open_store(self.database, BOT)
        out = [row[0] for row in wreck.db.execute("select person from letters where is_out")]
        wreck.close()
        self.most_in_flight = max(self.most_in_flight, len(out))
        self.in_flight += sum(bool(self.arrived[person]) for person in out)

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


def is_unsteady(phone: Phone, rnd: random.Random, *, drops: bool) -> None:
    """`drops`: some answers never come, so that it is tried again half a minute later."""
    if drops:
        phone.faults.drop("sendMessage", before=False, times=None, probability=0.02, random=rnd)
    phone.faults.refuse("sendMessage", status=429, retry_after=1, times=None, probability=0.05, random=rnd)
    phone.faults.refuse("sendMessage", status=503, times=None, probability=0.05, random=rnd)
    phone.faults.delay("sendMessage", 0.05, times=None, probability=0.5, random=rnd)


def is_sent(database: Path, people: range) -> None:
    """As with the admin's tap, a moment ago."""
    now, store = datetime.now(UTC), open_store(database, BOT)
    with store.transaction():
        for number in people:
            store.people.meet(Person(number, f"Ana {number}", "en"), now - timedelta(minutes=1))
        draft = store.broadcasts.draft(ADMIN, WORDS, now)
        assert store.broadcasts.begin(draft.id, ADMIN, now, store.broadcasts.count_reachable())
    store.close()


@pytest.mark.parametrize(("people", "kills"), [(120, 3), pytest.param(2000, 20, marks=pytest.mark.soak)])
async def test_nobody_is_left_out_and_few_are_told_twice(
    real_phone: Phone, tmp_path: Path, people: int, kills: int
) -> None:
    phone, rnd, everybody = real_phone, random.Random(people), range(1, people + 1)
    machine, post = Machine(phone, tmp_path / "killed.sqlite3"), Post(phone, tmp_path / "killed.sqlite3")
    machine.besides = {"UNHUNCH_MESSAGES_PER_SECOND": "40", "UNHUNCH_ADMINS": str(ADMIN)}
    phone.changed.append(post)
    ana = on_the_phone(phone, everybody)[0]
    is_long = kills > 3
    blocked = set(rnd.sample(everybody[1:], people * 3 // 100)) if is_long else set()
    for number in blocked:
        phone.telegram.chats[number].membership = "kicked"
    is_unsteady(phone, rnd, drops=is_long)
    is_sent(machine.database, everybody)
    at_most = people // (2 * kills + 2)
    for _ in range(kills):
        enough = len(post.arrived) + rnd.randint(1, at_most)
        await machine.starts()
        await phone.until(lambda enough=enough: len(post.arrived) >= enough, seconds=60)  # type: ignore[misc]
        await asyncio.sleep(rnd.random() * 0.1)
        await machine.is_killed()
        post.looks_at_the_wreck()
    assert len(post.arrived) < people - len(blocked), "killed when all was over: this tells nothing"
    await machine.starts()
    await phone.until(lambda: len(post.arrived) == people - len(blocked), seconds=180)
    phone.faults.clear()
    store = open_store(machine.database, BOT)
    await phone.until(lambda: store.broadcasts.going() is None, seconds=180)
    await phone.until(lambda: "It has gone out." in ana.sees.text, seconds=60)
    await machine.is_stopped()
    (told,) = (store.broadcasts.get(1),)
    print(
        f"{people} people, {kills} kills: {sum(post.arrived.values())} messages, {post.twice} twice;"
        f" {post.in_flight} in flight at the kills (at most {post.most_in_flight} out), {post.dropped} dropped; {told}"
    )
    assert told
    assert set(post.arrived) == set(everybody) - blocked
    assert (told.stage, told.sent, told.lost, told.failed) == (
        *(BroadcastStage.DONE, people - len(blocked), len(blocked)),
        0,
    )
    assert post.twice <= post.in_flight + post.dropped
    assert all(store.people.is_lost(number) for number in blocked)
    store.close()
