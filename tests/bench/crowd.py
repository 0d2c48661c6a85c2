"""Many people on a phone in a process of its own, on the other core: what they do, and when what reached them."""

import asyncio
import itertools
import multiprocessing
import random
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing.connection import Connection

from bot.domain.session.session import Move
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.screens.buttons.actions import ToSee
from tests.bench.bare import TOKEN
from tests.meaning import offers, taps

TAPPERS, TAPS_PER_SECOND, SECONDS_OF_TAPS = 100, 100, 15
STRETCHING, SECONDS_OF_STRETCHING = 1000, 40
FIRST_TAPPER = 2_000_000
REMINDED, TAPS_AMONG_REMINDERS, SECONDS_AMONG_REMINDERS = 5_000, 10, 60
WATCHING, TAPS_AMONG_FILMS, SECONDS_AMONG_FILMS, SECONDS_BEFORE = 50, 20, 40, 3
TO_WATCH = "/routine gentle"
TO_THE_MAT = ("/start", "two gentle minutes", "none of these", "ready")


@dataclass
class Seen:
    """Seconds since the epoch: of each tap, and of each call by chat."""

    answered_after: list[float] = field(default_factory=list)
    shown_after: list[float] = field(default_factory=list)
    calls: dict[int, list[float]] = field(default_factory=dict)
    reminders: int = 0
    seconds: float = 0.0
    films_after: list[float] = field(default_factory=list)
    """Seconds from a tap to the film."""
    uploads: int = 0
    told_at_work: list[float] = field(default_factory=list)
    """Seconds from the taps to each notice that it is being made."""


@contextmanager
def crowd(plan: str) -> Iterator[tuple[str, Connection]]:
    """The phone's address, and the pipe through which what was seen comes when the plan is over."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_live, args=(theirs, plan), daemon=True)
    process.start()
    try:
        yield ours.recv(), ours
    finally:
        process.terminate()
        process.join()


def _live(pipe: Connection, plan: str) -> None:
    asyncio.run(_run(pipe, plan))


async def _run(pipe: Connection, plan: str) -> None:
    async with Phone(token=TOKEN, floods=Floods.off()) as phone:
        pipe.send(phone.address)
        await phone.until(lambda: phone.calls, seconds=30)
        pipe.send(await PLANS[plan](phone))
        await asyncio.Event().wait()


async def tap(phone: Phone, per_second: int = TAPS_PER_SECOND, seconds: int = SECONDS_OF_TAPS) -> Seen:
    """Taps by a hundred people: each reads what this is, and goes home again."""
    people = [phone.person(FIRST_TAPPER + number, f"Ana {number}") for number in range(TAPPERS)]
    for person in people:
        person.says("/start")
    await phone.until(lambda: all(person.live_keyboards for person in people), seconds=60)
    phone.calls.clear()
    tapped: dict[str, tuple[int, float]] = {}
    began = asyncio.get_running_loop().time()
    for number in range(per_second * seconds):
        person, button = people[number % TAPPERS], "w" if number // TAPPERS % 2 == 0 else "h"
        tapped[person.taps_data(button).query] = (person.id, _now())
        await asyncio.sleep(max(0, began + (number + 1) / per_second - asyncio.get_running_loop().time()))
    await phone.until(lambda: not any(person.unanswered for person in people), seconds=10)
    return _latencies(phone, tapped)


async def tap_among_films(phone: Phone) -> Seen:
    """Fifty people want to watch the same session, of which nothing is there yet."""
    people = [phone.person(number, f"Bo {number}") for number in range(1, WATCHING + 1)]
    for person in people:
        for words in (*TO_THE_MAT[:3], "stop", TO_WATCH):
            person.says(words)
    await phone.until(lambda: all(offers(person.sees, ToSee) for person in people), seconds=120)
    wanted = list[float]()

    async def watch() -> None:
        for person in people:
            taps(person, ToSee)
        wanted.append(_now())

    watching = asyncio.get_running_loop().call_later(SECONDS_BEFORE, lambda: asyncio.ensure_future(watch()))
    seen = await tap(phone, TAPS_AMONG_FILMS, SECONDS_AMONG_FILMS)
    await phone.until(lambda: all(person.sees.kind == "video" for person in people), seconds=900)
    watching.cancel()
    for call in phone.calls:
        since = call.at.timestamp() - wanted[0]
        if call.method == "sendVideo":
            seen.films_after.append(since)
            seen.uploads += call.parameters.get("video", "").startswith("attach://")
        elif call.method == "sendChatAction":
            seen.told_at_work.append(since)
    return seen


async def tap_among_reminders(phone: Phone) -> Seen:
    """A minute in which everybody else is reminded."""
    for number in range(1, REMINDED + 1):
        phone.person(number)
        phone.telegram.chats[number].membership = "member"
    began = asyncio.get_running_loop().time()
    seen = await tap(phone, TAPS_AMONG_REMINDERS, SECONDS_AMONG_REMINDERS)
    seen.seconds = asyncio.get_running_loop().time() - began
    seen.reminders = sum(phone.telegram.chats[number].last_id > 0 for number in range(1, REMINDED + 1))
    return seen


def _latencies(phone: Phone, tapped: dict[str, tuple[int, float]]) -> Seen:
    seen = Seen()
    edits: dict[int, list[float]] = {}
    for call in phone.calls:
        if call.method == "answerCallbackQuery" and call.parameters["callback_query_id"] in tapped:
            chat, at = tapped[call.parameters["callback_query_id"]]
            seen.answered_after.append(call.at.timestamp() - at)
        elif call.chat is not None and call.method.startswith("edit"):
            edits.setdefault(call.chat, []).append(call.at.timestamp())
    for chat, at in tapped.values():
        seen.shown_after += [
            edit - at for edit in itertools.islice((e for e in edits.get(chat, ()) if e >= at), 1)
        ]
    return seen


async def stretch(phone: Phone) -> Seen:
    """A thousand people in the first two minutes, who began at different moments and are ready when asked."""
    rnd = random.Random("stretch")
    people = [phone.person(number, f"Ana {number}") for number in range(1, STRETCHING + 1)]
    for person in people:
        for words in TO_THE_MAT:
            person.says(words)
        await asyncio.sleep(0.01)
    await phone.until(lambda: not len(phone.telegram.updates), seconds=120)
    phone.calls.clear()
    end = asyncio.get_running_loop().time() + SECONDS_OF_STRETCHING
    while asyncio.get_running_loop().time() < end:
        for person in people:
            if "⏳" not in person.sees.text and rnd.random() < 0.3:
                person.says(
                    "ready"
                    if offers(person.sees, Move.READY)
                    else rnd.choice(("/routine desk break, standing", "do it"))
                )
        await asyncio.sleep(1)
    seen = Seen()
    for call in phone.calls:
        if call.chat is not None and not call.method.startswith(("delete", "set", "answer")):
            seen.calls.setdefault(call.chat, []).append(call.at.timestamp())
    return seen


def _now() -> float:
    return datetime.now(UTC).timestamp()


PLANS: dict[str, Callable[[Phone], Awaitable[Seen]]] = {
    "tap": tap,
    "tap among reminders": tap_among_reminders,
    "tap among films": tap_among_films,
    "stretch": stretch,
}
