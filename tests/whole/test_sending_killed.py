"""Reminders due in one minute, and something for everybody, over an unsteady Telegram; the plug is pulled again and again: nobody
is left out."""

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
from bot.store.reminders.deliveries import State
from tests.whole.machine import Machine
from tests.whole.running import BOT, TOKEN
from tests.whole.subscribing import on_the_phone, subscribe

ADMIN = 1
WORDS = "A new move is here."
SENDS = ("sendMessage", "sendPhoto", "sendAnimation")
MINUTE = timedelta(minutes=1)


@dataclass
class Mail:
    """One of the two things that are sent: how often it came to each person, and what was on its way when the plug was pulled."""

    people: range
    arrived: Counter[int] = field(default_factory=Counter)
    in_flight: int = 0
    dropped: int = 0

    def was_out(self, people: list[int]) -> None:
        """Telegram had carried out these sends, and the bot had not noted it."""
        self.in_flight += sum(bool(self.arrived[person]) for person in people)

    @property
    def twice(self) -> int:
        return sum(count - 1 for count in self.arrived.values())

    def __str__(self) -> str:
        return (
            f"{sum(self.arrived.values())} to {len(self.people)} people, {self.twice} twice;"
            f" {self.in_flight} in flight at the kills, {self.dropped} dropped"
        )


def is_news(text: object) -> bool:
    return str(text).startswith(WORDS)


@dataclass
class Post:
    phone: Phone
    database: Path
    told: Mail
    reminded: Mail

    def __call__(self, change: Change) -> None:
        if change.kind != "message":
            return
        if is_news(change.data.get("text")):
            self.told.arrived[change.chat] += 1
        elif change.chat in self.reminded.people:
            self.reminded.arrived[change.chat] += 1

    def looks_at_the_wreck(self) -> None:
        wreck = open_store(self.database, BOT)
        self.told.was_out([row[0] for row in wreck.db.execute("select person from letters where is_out")])
        self.reminded.was_out([one.person for one in wreck.deliveries.pending()])
        wreck.close()

    def counts_what_was_dropped(self) -> None:
        for call in self.phone.calls:
            if call.by_fault and call.status == 0:
                mail = self.told if is_news(call.parameters.get("text")) else self.reminded
                mail.dropped += 1


@pytest.fixture
async def real_phone() -> AsyncIterator[Phone]:
    async with Phone(token=TOKEN, floods=Floods.off()) as phone:
        yield phone


def is_unsteady(phone: Phone, rnd: random.Random, *, drops_all: bool = True) -> None:
    """`drops_all`: what goes to everybody, too; it is tried again half a minute after an answer that never came."""
    for method in SENDS:
        phone.faults.drop(
            method,
            before=False,
            times=None,
            probability=0.02,
            random=rnd,
            when=None if drops_all else lambda given: not is_news(given.text("text")),
        )
        phone.faults.refuse(method, status=429, retry_after=1, times=None, probability=0.05, random=rnd)
        phone.faults.refuse(method, status=503, times=None, probability=0.05, random=rnd)
        phone.faults.delay(method, 0.05, times=None, probability=0.5, random=rnd)


def is_sent(database: Path, people: range, now: datetime) -> None:
    """As with the admin's tap. Those who come later are not told."""
    store = open_store(database, BOT)
    with store.transaction():
        for number in people:
            store.people.meet(Person(number, f"Ana {number}", "en"), now - MINUTE)
        draft = store.broadcasts.draft(ADMIN, WORDS, now)
        assert store.broadcasts.begin(draft.id, ADMIN, now, store.broadcasts.count_to_tell())
    store.close()


def all_due(database: Path, people: range, due: datetime) -> None:
    store = open_store(database, BOT)
    subscribe(store, people, due - MINUTE, at=due.time())
    store.close()


async def is_killed_again_and_again(
    machine: Machine, post: Post, mail: Mail, rnd: random.Random, kills: int
) -> None:
    """While it goes out. So many are left at each kill, however fast the machine."""
    at_most = len(mail.people) // (2 * kills + 2)
    for _ in range(kills):
        enough = len(mail.arrived) + rnd.randint(1, at_most)
        await machine.starts()
        await machine.phone.until(lambda enough=enough: len(mail.arrived) >= enough)  # type: ignore[misc]
        await asyncio.sleep(rnd.random() * 0.1)
        await machine.is_killed()
        post.looks_at_the_wreck()


@pytest.mark.parametrize(("people", "kills"), [(100, 2), pytest.param(2000, 20, marks=pytest.mark.soak)])
async def test_nobody_is_left_out_and_few_are_told_twice(
    real_phone: Phone, tmp_path: Path, people: int, kills: int
) -> None:
    phone, rnd, is_long = real_phone, random.Random(people), kills > 2
    told, reminded = Mail(range(1, people + 1)), Mail(range(people + 1, 2 * people + 1))
    # So that all is not over before a slow machine kills.
    pace = {"UNHUNCH_MESSAGES_PER_SECOND": "40", "UNHUNCH_ADMINS": str(ADMIN)}
    machine = Machine(phone, tmp_path / "killed.sqlite3", besides=pace)
    post = Post(phone, machine.database, told, reminded)
    phone.changed.append(post)
    ana = on_the_phone(phone, (*told.people, *reminded.people))[0]
    lost = set(rnd.sample(reminded.people, people * 3 // 100))
    untold = set(rnd.sample(told.people[1:], people * 3 // 100)) if is_long else set()
    for number in lost | untold:
        phone.telegram.chats[number].membership = "kicked"
    is_unsteady(phone, rnd, drops_all=is_long)
    due = datetime.now(UTC).replace(second=0, microsecond=0)  # at the beginning of this minute
    is_sent(machine.database, told.people, due - 2 * MINUTE)
    all_due(machine.database, reminded.people, due)

    await is_killed_again_and_again(machine, post, reminded, rnd, kills)
    assert len(reminded.arrived) < people - len(lost), "killed when all was over: this tells nothing"
    await is_killed_again_and_again(machine, post, told, rnd, kills)
    assert len(told.arrived) < people - len(untold), "killed when all was over: this tells nothing"
    await machine.starts()
    await phone.until(lambda: len(reminded.arrived) == people - len(lost))
    await phone.until(lambda: len(told.arrived) == people - len(untold))
    phone.faults.clear()
    store = open_store(machine.database, BOT)
    await phone.until(lambda: store.broadcasts.going() is None and not store.deliveries.pending())
    await phone.until(lambda: "It has gone out." in ana.sees.text)
    await machine.is_stopped()

    post.counts_what_was_dropped()
    broadcast, counts = store.broadcasts.get(1), store.deliveries.count_by_state(due)
    print(f"told: {told}; {broadcast}\nreminded: {reminded}; {counts}")
    assert set(told.arrived) == set(told.people) - untold
    assert set(reminded.arrived) == set(reminded.people) - lost
    assert broadcast
    outcome = (broadcast.stage, broadcast.sent, broadcast.lost, broadcast.failed)
    assert outcome == (BroadcastStage.DONE, people - len(untold), len(untold), 0)
    assert counts == {State.SENT: people - len(lost), State.LOST: len(lost)}
    assert told.twice <= told.in_flight + told.dropped
    assert reminded.twice <= reminded.in_flight + reminded.dropped
    assert all(store.people.is_lost(number) for number in lost | untold)
    store.close()
