"""The bot as a process of its own, killed at any moment: every message counts exactly once, every chat shows the outcome."""

import asyncio
import itertools
import random
import time
from itertools import takewhile
from pathlib import Path

import pytest

from bot.domain.library.exercise import Tag
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.screens.view import from_json
from bot.store.database import open_store
from tests.meaning import GET_READY
from tests.whole.machine import SECRET, Machine
from tests.whole.running import BOT

PLAYERS, ASKED, HOLDING = range(1, 5), range(5, 7), range(7, 9)


@pytest.mark.parametrize("way", ["polling", "webhook"])
@pytest.mark.parametrize(("kills", "seconds"), [(4, 0), pytest.param(20, 300, marks=pytest.mark.soak)])
async def test_killed_at_random_moments(
    real_phone: Phone, tmp_path: Path, kills: int, seconds: float
) -> None:
    """At least so many times, and for at least so long."""
    phone, rnd, end = real_phone, random.Random(kills), time.monotonic() + seconds
    machine = Machine(phone, tmp_path / "crash.sqlite3")
    players = [phone.person(number, f"Ana {number}") for number in PLAYERS]
    asked = [phone.person(number, f"Bo {number}") for number in ASKED]
    holding = [phone.person(number, f"Cem {number}") for number in HOLDING]
    await machine.starts()
    await to_their_places(phone, players, asked, holding)
    count: dict[int, int] = dict.fromkeys([*PLAYERS, *ASKED], 0)
    for kill in takewhile(lambda kill: kill < kills or time.monotonic() < end, itertools.count()):
        if kill % 3 == 1:
            phone.faults.delay(
                "editMessageText", 0.3, times=8
            )  # killed between Telegram's deed and our note of it
        if kill % 4 == 2:
            phone.faults.drop("getUpdates", before=True, times=None)  # decided, and never confirmed
        for _ in range(100 if kill % 5 == 2 else 12):
            person = rnd.choice([*players, *asked])
            # With its mark the word is the button, which ticks and unticks; without it, it only ticks.
            person.says("back" if person in players else "✓ Knees")
            count[person.id] += 1
            rnd.choice(holding).says(rnd.choice(("ready", "back", "go on")))
            await asyncio.sleep(rnd.random() * 0.02)
        await asyncio.sleep(rnd.random() * 0.4)
        await machine.is_killed()
        phone.faults.clear()
        await machine.starts()
        if kill % 2:  # every other time it is killed while it starts
            await phone.until(lambda: not len(phone.telegram.updates))
    await phone.until(lambda: not len(phone.telegram.updates))
    await phone.until(lambda: all(shows(person, count[person.id]) for person in players))
    await machine.is_stopped()
    print(f"killed {kill + 1} times; {sum(count.values())} messages, each counted once")
    whole = open_store(machine.database, BOT)
    for player in players:
        live = whole.sessions.live(player.id)
        assert live
        assert live.turn == count[player.id]
    for person in asked:
        known = whole.people.get(person.id)
        assert known
        assert (Tag.KNEES in known.preferences.tags) == bool(count[person.id] % 2)
    for person in (*players, *asked, *holding):
        shown = whole.chats.shown(person.id)
        assert shown
        view = from_json(shown.view)
        assert view
        wanted = [[key[1] for key in row] for row in view.keys]
        assert [[button.data for button in row] for row in person.sees.buttons] == wanted
    assert not whole.chats.in_debt()
    whole.close()
    assert not any(SECRET.encode() in said for said in machine.said)


async def to_their_places(
    phone: Phone, players: list[PhoneUser], asked: list[PhoneUser], holding: list[PhoneUser]
) -> None:
    """Players wait until they are ready, those asked are among the questions, those holding have a beat running."""
    everybody = (*players, *asked, *holding)
    for person in everybody:
        person.says("/start")
    for person in everybody:
        for words, heard in (("two gentle minutes", "First, your safety"), ("none of these", GET_READY)):
            await phone.until(lambda person=person: person.sees.labels)  # type: ignore[misc]
            person.says(words)
            await phone.until(lambda p=person, h=heard: h in p.sees.text)  # type: ignore[misc]
    for person in asked:
        for words, heard in (
            ("stop", "Stopped"),
            ("/settings", "Your settings"),
            ("work around", "Anything to"),
        ):
            person.says(words)
            await phone.until(lambda p=person, h=heard: h in p.sees.text)  # type: ignore[misc]


def shows(player: PhoneUser, turn: int) -> bool:
    """Whether the newest card carries the buttons of this turn."""
    datas = [button.data or "" for row in player.sees.buttons for button in row]
    return bool(datas) and datas[0].split(".")[2] == str(turn)
