"""What a message and a tap cost of the processor, beside the least that other libraries need for the same: the README's table."""

import asyncio
import itertools
import os
import platform
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from tests.bench.bare import LABELS, TOKEN
from tests.bench.bot_process import BotProcess, process_of, settings
from tests.bench.cpu import PEOPLE, TAPPED, TIMES, WARMING, answered, has_started

ROUNDS = 5

Costs = dict[str, float]
"""Milliseconds of CPU each, in user and system mode, by kind."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """`does`: what it does for a message or a tap. `command` and `more`: how it is started, and variables beside the usual.
    `buttons`: tapped in turn. `is_small`: it is told the address as an argument.
    """

    name: str
    does: str
    command: tuple[str, ...]
    more: Callable[[], dict[str, str]] = dict
    buttons: tuple[str, ...] = TAPPED
    is_small: bool = False


def _webhook() -> dict[str, str]:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    return {
        "UNHUNCH_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "UNHUNCH_WEBHOOK_LISTEN": f"127.0.0.1:{port}",
    }


OURS = ("-m", "bot", "run")
ALL_IN = "decides, keeps it on the disk, answers, shows the screen"
BARE = "answers, and shows the same message; keeps nothing"


def _small(name: str, library: str) -> Contestant:
    command = ("-m", "tests.bench.small_bots", library)
    return Contestant(name, BARE, command, buttons=(LABELS[0][1],), is_small=True)


CONTESTANTS = (
    Contestant("Unhunch, polling", ALL_IN, OURS),
    Contestant("Unhunch, webhook", ALL_IN, OURS, _webhook),
    _small("python-telegram-bot, as it comes", "telegram"),
    _small("aiogram, as it comes", "aiogram"),
)
SAID = "/start"


def report(rounds: int = ROUNDS) -> Iterator[str]:
    """Lines of a Markdown table; each round takes them in another order, so that a machine that grows slower is so for all."""
    found: dict[str, list[Costs]] = {one.name: [] for one in CONTESTANTS}
    for number in range(rounds):
        for one in CONTESTANTS[number % len(CONTESTANTS) :] + CONTESTANTS[: number % len(CONTESTANTS)]:
            found[one.name].append(asyncio.run(measure(one)))
    yield f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}; medians of {rounds} rounds."
    yield ""
    yield "| milliseconds of CPU | what it does | a message | a tap |"
    yield "| --- | --- | --- | --- |"
    for one in CONTESTANTS:
        costs = found[one.name]
        cells = [f"{median(each[kind] for each in costs):.2f}" for kind in ("message", "tap")]
        yield f"| {one.name} | {one.does} | {' | '.join(cells)} |"


async def measure(one: Contestant) -> Costs:
    with tempfile.TemporaryDirectory() as folder:
        async with Phone(token=TOKEN, floods=Floods.off(), local=True) as phone:
            environment = settings(Path(folder) / "beside.sqlite3", phone.address) | one.more()
            command = (sys.executable, *one.command, *((phone.address,) if one.is_small else ()))
            async with process_of(command, environment) as bot:
                await has_started(phone, bot)
                return await _costs(phone, bot, one)


async def _costs(phone: Phone, bot: BotProcess, one: Contestant) -> Costs:
    people = [phone.person(number, f"Ana {number}") for number in range(1, PEOPLE + 1)]
    buttons = itertools.cycle(one.buttons)

    def all_say() -> None:
        for person in people:
            person.says(SAID)

    def all_tap() -> None:
        data = next(buttons)
        for person in people:
            person.taps_data(data)

    spent: Costs = {}
    for kind, do in (("message", all_say), ("tap", all_tap)):
        for _ in range(WARMING):
            await answered(phone, people, do)
        before = bot.cpu_seconds()
        for _ in range(TIMES):
            await answered(phone, people, do)
        spent[kind] = 1000 * (bot.cpu_seconds() - before) / (TIMES * PEOPLE)
    return spent
