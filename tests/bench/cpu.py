"""What a message, a tap and a reminder cost of the processor, all in, in two checkouts in turn."""

import asyncio
import itertools
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from statistics import median

from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.phone.state.persons import PhoneUser
from bot.store.moments import text
from tests.bench.bare import TOKEN
from tests.bench.bot_process import ROOT, BotProcess, bot_process

PEOPLE, TIMES, WARMING = 300, 4, 2
REMINDED = 1000
SAID = (
    "my neck is stiff",
    "/today",
    "two gentle minutes",
    "what can I do for my shoulders",
    "/exercise",
    "thanks",
)
TAPPED = ("w", "h")
"""What this is, and home again."""

COMES_IN_BY = ("getUpdates", "setWebhook")

QUIET = 0.7
"""Seconds without a call, after which nothing more is expected. A chat is sent one message a second."""

Costs = dict[str, float]
"""Milliseconds of CPU each, in user and system mode, by kind."""


def report(against: Path, rounds: int) -> Iterator[str]:
    """Old and new alternate, each round in another order, so that a machine that grows slower is as slow for both."""
    found: dict[str, list[Costs]] = {"old": [], "new": []}
    checkouts = {"old": against.resolve(), "new": ROOT}
    for number in range(rounds):
        for name in sorted(checkouts, reverse=number % 2 == 0):
            costs = asyncio.run(measure(checkouts[name]))
            found[name].append(costs)
            yield f"  round {number + 1}, {name}: " + ", ".join(
                f"{kind} {ms:.3f}" for kind, ms in costs.items()
            )
    yield from _compared(found["old"], found["new"])


def _compared(old: list[Costs], new: list[Costs]) -> Iterator[str]:
    for kind in old[0]:
        before, after = [each[kind] for each in old], [each[kind] for each in new]
        ratios = [theirs / ours for ours, theirs in zip(before, after, strict=True)]
        yield (
            f"CPU of a {kind}, old {_spread(before)}, new {_spread(after)} ms;"
            f" new / old {median(ratios):.3f} ({min(ratios):.3f}–{max(ratios):.3f})"
        )


def _spread(values: list[float]) -> str:
    return f"{median(values):.3f} ({min(values):.3f}–{max(values):.3f})"


async def measure(checkout: Path) -> Costs:
    """The bot of a checkout, on a file of its own making, against a phone in this process."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "cpu.sqlite3"
        async with Phone(token=TOKEN, floods=Floods.off()) as phone:
            async with bot_process(database, phone.address, checkout) as bot:
                await has_started(phone, bot)
            _settle(database)
            people = [phone.person(number, f"Ana {number}") for number in range(1, PEOPLE + REMINDED + 1)]
            for one in people:
                phone.telegram.chats[one.id].membership = "member"
            phone.calls.clear()
            async with bot_process(database, phone.address, checkout) as bot:
                await has_started(phone, bot)
                return await costs(phone, bot, people, database)


async def costs(phone: Phone, bot: BotProcess, people: list[PhoneUser], database: Path) -> Costs:
    talking, reminded = people[:PEOPLE], people[PEOPLE:]
    words, buttons = itertools.cycle(SAID), itertools.cycle(TAPPED)

    def all_say() -> None:
        said = next(words)
        for one in talking:
            one.says(said)

    def all_tap() -> None:
        data = next(buttons)
        for one in talking:
            one.taps_data(data)

    spent: Costs = {}
    for kind, do in (("message", all_say), ("tap", all_tap)):
        for _ in range(WARMING):
            await answered(phone, talking, do)
        before = bot.cpu_seconds()
        for _ in range(TIMES):
            await answered(phone, talking, do)
        spent[kind] = 1000 * (bot.cpu_seconds() - before) / (TIMES * PEOPLE)
    before = bot.cpu_seconds()
    _all_due(database)
    await phone.until(lambda: all(one.chat.last_id for one in reminded), seconds=120)
    await nothing_more(phone)
    spent["reminder"] = 1000 * (bot.cpu_seconds() - before) / REMINDED
    return spent


async def has_started(phone: Phone, bot: BotProcess) -> None:
    await phone.until(
        lambda: bot.runs() and any(call.method in COMES_IN_BY for call in phone.calls), seconds=120
    )
    await nothing_more(phone)


async def answered(phone: Phone, people: list[PhoneUser], do: Callable[[], None]) -> None:
    do()
    await phone.until(lambda: not len(phone.telegram.updates) and not phone.telegram.waiting, seconds=120)
    await nothing_more(phone)


async def nothing_more(phone: Phone) -> None:
    last = None
    while last is not (last := _last_call(phone)):  # noqa: ASYNC110 - nothing is to come
        await asyncio.sleep(QUIET)


def _last_call(phone: Phone) -> object:
    return next((call for call in reversed(phone.calls) if call.method != "getUpdates"), None)


def _settle(database: Path) -> None:
    """People whom the bot knows, with reminders that are not due yet. By SQL that every version understands."""
    now = datetime.now(UTC)
    long_ago, tomorrow = text(now - timedelta(days=30)), text(now + timedelta(days=1))
    with sqlite3.connect(database) as db:
        db.executemany(
            "insert into people (id, name, language, met_at, cleared, cleared_at, zone, zone_is_sure)"
            " values (?, ?, 'en', ?, 'clear', ?, 'UTC', 1)",
            ((number, f"Ana {number}", long_ago, long_ago) for number in range(1, PEOPLE + REMINDED + 1)),
        )
        db.executemany(
            "insert into reminders (person, at, weekdays, starts, made_at, next_at) values (?, ?, 127, '', ?, ?)",
            (
                (number, f"{now:%H:%M}", long_ago, tomorrow)
                for number in range(PEOPLE + 1, PEOPLE + REMINDED + 1)
            ),
        )
        db.execute("insert or replace into facts (name, value) values ('zones', ?)", [version("tzdata")])
    db.close()


def _all_due(database: Path) -> None:
    with sqlite3.connect(database, timeout=30) as db:
        db.execute("update reminders set next_at = ?", [text(datetime.now(UTC))])
    db.close()
