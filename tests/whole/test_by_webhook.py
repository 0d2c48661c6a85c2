"""The bot as a process of its own with a webhook: how it starts, how it ends in the middle of much, and two of them."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.chat.incoming import webhook_door
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.store.database import Store, open_store
from bot.store.troubles import Trouble
from tests.whole.machine import Machine
from tests.whole.running import BOT, TOKEN, HandClock, bot_on

ANSWERS = ("sendMessage", "sendPhoto")


@pytest.fixture
def way() -> str:
    return "webhook"


@pytest.fixture
async def real_phone() -> AsyncIterator[Phone]:
    async with Phone(token=TOKEN, floods=Floods.off(), local=True) as phone:
        yield phone


async def test_an_address_that_is_not_to_be_had_is_a_sentence(real_phone: Phone, tmp_path: Path) -> None:
    taken = real_phone.address.removeprefix("http://")
    machine = Machine(real_phone, tmp_path / "a.sqlite3", besides={"UNHUNCH_WEBHOOK_LISTEN": taken})
    await machine.starts()
    assert machine.process
    said = (await machine.process.communicate())[1].decode().splitlines()
    assert machine.process.returncode == 1
    assert said[-1] == f"UNHUNCH_WEBHOOK_LISTEN: the bot can't listen at {taken}: another program has it."
    assert not [line for line in said if "Traceback" in line]


@pytest.mark.parametrize("is_deaf", [False, pytest.param(True, id="and Telegram answers nothing")])
async def test_told_to_stop_in_the_middle_of_much_it_ends_soon_and_nothing_is_lost(
    real_phone: Phone, tmp_path: Path, *, is_deaf: bool
) -> None:
    phone, machine = real_phone, Machine(real_phone, tmp_path / "a.sqlite3")
    people = [phone.person(number, f"Ana {number}") for number in range(7, 57)]
    await machine.starts()
    await phone.until(lambda: phone.telegram.webhooks.current)
    if is_deaf:
        for method in ANSWERS:
            phone.faults.delay(method, 3600, times=None)
    said = [person.says("/help") for person in people for _ in range(4)]
    await phone.until(lambda: len(phone.telegram.updates) < len(said) - 20)
    await machine.is_stopped()  # without an answer, which would take an hour
    assert phone.telegram.webhooks.current
    phone.faults.clear()
    await machine.starts()
    await phone.until(lambda: not len(phone.telegram.updates))
    await phone.until(lambda: all("I lead you" in person.sees.text for person in people))
    await machine.is_stopped()
    store = open_store(machine.database, BOT)
    assert all(store.updates.has_counted(update) for update in said)
    store.close()


def counted(store: Store, updates: list[int]) -> set[int]:
    return {update for update in updates if store.updates.has_counted(update)}


@pytest.mark.parametrize("polls", [False, True])
async def test_of_two_copies_one_is_told_that_there_is_another_and_no_update_is_lost(
    phone: Phone, clock: HandClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, polls: bool
) -> None:
    """The first with a webhook, the second with one of its own or polling; as two machines have it where nobody ended the first."""
    monkeypatch.setattr(webhook_door, "LOOK_EVERY", 0.1)
    people = [phone.person(number, f"Ana {number}") for number in range(7, 27)]
    said = []
    async with contextlib.AsyncExitStack() as both:
        first = await both.enter_async_context(bot_on(phone, tmp_path / "1.sqlite3", clock))
        await phone.until(lambda: phone.telegram.webhooks.current)
        said += [person.says("/help") for person in people]
        second = await both.enter_async_context(bot_on(phone, tmp_path / "2.sqlite3", clock, polls=polls))
        await phone.until(lambda: is_told(first) or is_told(second))
        for _ in range(5):
            clock.passes(1)
            said += [person.says("/help") for person in people]
            await asyncio.sleep(0.3)
        await phone.until(lambda: not len(phone.telegram.updates))
        by_first, by_second = counted(first, said), counted(second, said)
    assert by_first | by_second == set(said)
    print(f"{len(said)} updates: {len(by_first)} by one, {len(by_second)} by the other")


def is_told(store: Store) -> bool:
    return any(each.trouble is Trouble.ANOTHER for each in store.troubles.every())
