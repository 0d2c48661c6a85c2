"""Mallory floods as a person, by words and taps, while others tap: what it costs them, and that nothing of theirs is lost."""

import asyncio
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from statistics import median, quantiles

import pytest

from bot.chat.incoming.update_limits import CRIES, PER_PERSON
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.phone.state.persons import PhoneUser
from bot.store.database import open_store
from tests.whole.machine import Machine
from tests.whole.running import BOT, TOKEN

SECONDS, PER_SECOND = 60.0, 500
TAPPERS, TAPS_PER_SECOND = 20, 20
LONG = "I sat at my desk all day and it is stiff between the blades. " * 66
A_BEAT = 0.02


@dataclass
class Tapping:
    """What is noted of the taps of those who do not flood: when each was made, in seconds since the epoch."""

    phone: Phone
    people: list[PhoneUser]
    made: dict[str, float] = field(default_factory=dict)
    updates: list[int] = field(default_factory=list)

    async def go_on(self, seconds: float) -> list[float]:
        """Seconds until each of them was answered."""
        self.phone.calls.clear()
        self.made.clear()
        began = time.monotonic()
        for number in range(int(seconds * TAPS_PER_SECOND)):
            person, button = self.people[number % TAPPERS], "w" if number // TAPPERS % 2 == 0 else "h"
            tap = person.taps_data(button)
            self.made[tap.query] = time.time()
            self.updates.append(tap.update)
            await asyncio.sleep(max(0.0, began + (number + 1) / TAPS_PER_SECOND - time.monotonic()))
        await self.phone.until(lambda: not any(person.unanswered for person in self.people), seconds=150)
        return [
            call.at.timestamp() - self.made[query]
            for call in self.phone.calls
            if call.method == "answerCallbackQuery"
            and (query := call.parameters["callback_query_id"]) in self.made
        ]


async def flood(does: Callable[[int], object]) -> None:
    """Until cancelled."""
    began, numbers = time.monotonic(), count()
    for number in numbers:
        does(number)
        ahead = began + number / PER_SECOND - time.monotonic()
        if ahead > A_BEAT:
            await asyncio.sleep(ahead)


def told(after: list[float]) -> str:
    return f"{len(after)} taps answered after {1000 * median(after):.0f} ms, 99th of 100 {1000 * quantiles(after, n=100)[98]:.0f} ms"


def cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.soak
@pytest.mark.parametrize("way", ["polling", "webhook"])
async def test_a_person_who_floods_while_others_tap(tmp_path: Path, way: str) -> None:
    async with Phone(token=TOKEN, floods=Floods.off(), local=way == "webhook") as phone:
        machine = Machine(phone, tmp_path / "f.sqlite3", besides={"UNHUNCH_LOG_LEVEL": "WARNING"})
        people = [phone.person(number, f"Ana {number}") for number in range(100, 100 + TAPPERS)]
        mallory = phone.person(9, "Mallory")
        await machine.starts()
        assert machine.process
        for person in (*people, mallory):
            person.says("/start")
        await phone.until(lambda: all(person.sees.labels for person in (*people, mallory)))
        tapping = Tapping(phone, people)

        def says(number: int, text: str) -> None:
            """As it goes to the bot, without what a phone does with it, which takes longer than deciding it."""
            body = {"message_id": 10**6 + number, "date": int(time.time()), "text": text}
            private = {"id": mallory.id, "type": "private", "first_name": "Mallory"}
            phone.telegram.announce("message", body | {"from": mallory.user, "chat": private})

        floods: dict[str, Callable[[int], object]] = {
            "nothing": lambda _: None,
            "taps": lambda number: mallory.taps_data("w" if number % 2 else "h"),
            "short words": lambda number: says(number, f"hello {number}"),
            "long words": lambda number: says(number, LONG),
            "danger": lambda number: says(number, "I have chest pain"),
        }
        for name, does in floods.items():
            spent, began = cpu_seconds(machine.process.pid), time.monotonic()
            flooding = asyncio.create_task(flood(does))
            after = await tapping.go_on(SECONDS)
            flooding.cancel()
            spent = (cpu_seconds(machine.process.pid) - spent) / (time.monotonic() - began)
            print(f"{way}, Mallory floods with {name}: {told(after)}, {spent:.0%} of a core", flush=True)
            assert len(after) == len(tapping.made), "each is answered"
            await phone.until(lambda: not len(phone.telegram.updates), seconds=300)
        await machine.is_stopped()
        store = open_store(machine.database, BOT)
        assert all(store.updates.has_counted(update) for update in tapping.updates)
        total = store.db.execute("select count(*) from updates").fetchone()[0]
        most = len(floods) * (
            PER_PERSON.at_once + CRIES.at_once + 2 * SECONDS * (PER_PERSON.per_second + CRIES.per_second)
        )
        assert total <= len(tapping.updates) + TAPPERS + 1 + most
        store.close()
