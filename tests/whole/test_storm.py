"""Many hands at once, the clock, and an unsteady line: turns on the wire never go back, and one keyboard is live."""

import asyncio
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.domain.session.session import Session
from bot.phone.phone import Phone
from bot.phone.state.call_record import ApiCall
from bot.phone.state.persons import PhoneUser
from bot.phone.updates.update_queue import TAP_LIFE
from bot.screens.view import from_json
from bot.store.database import Store
from tests.meaning import GET_READY
from tests.whole.running import TIRELESS, HandClock, bot_on

HANDS, TAPS = 6, 5
LONGEST = TAP_LIFE.total_seconds() - 30
"""Seconds of clock that one storm lasts at most: a tap that a busy machine leaves lying for longer is forgotten."""
WORDS = ("pause", "go on", "skip", "back", "ready", "it hurts", "steps", "too much", "swap")


async def begins(phone: Phone, person: PhoneUser) -> None:
    for words, heard in (
        ("/start", "Hello"),
        ("two gentle minutes", "First, your safety"),
        ("none of these", GET_READY),
    ):
        person.says(words)
        await phone.until(lambda heard=heard: heard in person.sees.text)  # type: ignore[misc]


@dataclass
class Tally:
    """What was done to a person's session: the most by which its turn can have grown, where no time has passed."""

    turns: set[int] = field(default_factory=set)
    words: int = 0

    @property
    def most(self) -> int:
        """A button is good for its own turn only, however often and by however many hands it is tapped."""
        return len(self.turns) + self.words


@dataclass
class Passing:
    """Time, by jumps."""

    clock: HandClock
    left: float = LONGEST

    def some(self, rnd: random.Random) -> None:
        seconds = min(self.left, rnd.randrange(30))
        self.left -= seconds
        self.clock.passes(seconds)


async def hand(
    person: PhoneUser, passing: Passing | None, store: Store, rnd: random.Random, tally: Tally
) -> None:
    """Taps what is there and what was there, twice; types; lets time pass, if given a clock."""
    for _ in range(TAPS):
        await asyncio.sleep(rnd.random() * 0.01)
        live = store.sessions.live(person.id)
        chance = rnd.random()
        if passing and chance < 0.25:
            passing.some(rnd)
        elif chance < 0.4 or live is None:
            tally.words += 1
            person.says(rnd.choice(WORDS))
        else:
            turn = max(0, live.turn - rnd.choice((0, 0, 0, 1, 2)))
            tally.turns.add(turn)
            for _ in range(2):
                person.taps_data(f"p.{live.id}.{turn}.{rnd.choice('ytpgbkwhm')}")


async def foreign_hand(
    mallory: PhoneUser, others: tuple[PhoneUser, ...], store: Store, rnd: random.Random
) -> None:
    """Taps what belongs to others."""
    for _ in range(TAPS):
        await asyncio.sleep(rnd.random() * 0.01)
        live = store.sessions.live(rnd.choice(others).id)
        if live:
            mallory.taps_data(f"p.{live.id}.{live.turn}.{rnd.choice('ytpgbkwhm')}")


def turns(calls: Iterator[ApiCall]) -> list[tuple[int, int]]:
    """The session and turn of each player's keyboard, in the order in which it came over the wire. One that is over may be
    followed by another, which begins at nought."""
    found = []
    for call in calls:
        rows = json.loads(call.parameters.get("reply_markup", "{}")).get("inline_keyboard", [])
        datas = [button["callback_data"] for row in rows for button in row]
        places = [data.split(".") for data in datas[:1] if data.startswith("p.")]
        found += [(int(session), int(turn)) for _, session, turn, *_ in places]
    return found


def assert_no_turn_twice(store: Store, began: Session | None, tally: Tally | None) -> None:
    """Where no time has passed, every step forward has a turn that was tapped, or a word."""
    assert began
    ended = store.sessions.get(began.id, began.person)
    assert ended
    if tally:
        assert ended.turn - began.turn <= tally.most


async def is_quiet(phone: Phone, person: PhoneUser, store: Store) -> None:
    """All that was tapped has been decided, and all that was decided is shown; on a busy machine that takes its time."""
    await phone.until(
        lambda: not person.unanswered and not store.chats.in_debt() and not len(phone.telegram.updates), 30
    )


@pytest.mark.parametrize("storms", [24, pytest.param(240, marks=pytest.mark.soak)])
async def test_storms(phone: Phone, clock: HandClock, tmp_path: Path, storms: int) -> None:
    async with bot_on(phone, tmp_path / "storm.sqlite3", clock, per_person=TIRELESS) as store:
        for seed in range(storms):
            await storm(phone, clock, store, seed)
    assert not phone.refusals


async def storm(phone: Phone, clock: HandClock, store: Store, seed: int) -> None:
    rnd = random.Random(seed)
    ana, bo, mallory = (
        phone.person(1000 + 3 * seed + n, name) for n, name in enumerate(("Ana", "Bo", "Mallory"))
    )
    for person in (ana, bo):
        await begins(phone, person)
    mallory.says("/start")
    began = {person.id: store.sessions.live(person.id) for person in (ana, bo)}
    tallies = {person.id: Tally() for person in (ana, bo)}
    phone.calls.clear()
    for method in ("sendMessage", "editMessageText", "deleteMessage", "answerCallbackQuery"):
        phone.faults.delay(method, rnd.random() * 0.02, times=None, probability=0.5, random=rnd)
    passing = Passing(clock) if seed % 2 else None
    async with asyncio.TaskGroup() as group:
        for _ in range(HANDS):
            person = rnd.choice((ana, bo))
            group.create_task(hand(person, passing, store, rnd, tallies[person.id]))
        group.create_task(foreign_hand(mallory, (ana, bo), store, rnd))
    phone.faults.clear()
    await is_quiet(phone, mallory, store)
    assert not turns(call for call in phone.calls if call.chat == mallory.id), seed
    for person in (ana, bo):
        await is_quiet(phone, person, store)
        seen = turns(call for call in phone.calls if call.chat == person.id)
        assert seen == sorted(seen), (seed, seen)
        assert_no_turn_twice(store, began[person.id], None if seed % 2 else tallies[person.id])
        assert len(person.live_keyboards) == 1, (seed, phone.transcript())
        shown = store.chats.shown(person.id)
        assert shown
        view = from_json(shown.view)
        assert view
        wanted = [[key[1] for key in row] for row in view.keys]
        assert [[button.data for button in row] for row in person.sees.buttons] == wanted, seed
