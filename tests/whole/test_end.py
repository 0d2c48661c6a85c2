"""How the bot ends: in the middle of everything, and nothing of it goes on after its file was closed."""

import asyncio
import contextlib
import gc
from pathlib import Path
from typing import Any

import pytest
from telegram.ext import Application

from bot.chat import bot
from bot.phone.phone import Phone
from tests.whole.running import HandClock, bot_on
from tests.whole.subscribing import on_the_phone, subscribe


def still_at_work() -> list[str]:
    """What was begun in the chat room and has not ended."""
    coroutines = [task.get_coro() for task in asyncio.all_tasks() if not task.done()]
    codes = [getattr(coroutine, "cr_code", None) for coroutine in coroutines]
    return [code.co_qualname for code in codes if code and "/bot/chat/" in code.co_filename]


@pytest.mark.parametrize("way", ["polling", "webhook"])
async def test_what_is_in_the_middle_of_being_sent_is_awaited_or_given_up_before_the_file_is_closed(
    phone: Phone,
    clock: HandClock,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bot, "LAST_WORDS", 0.2)
    people = on_the_phone(phone, range(100, 400))
    ana = phone.person(7, "Ana")
    for method in ("sendMessage", "sendPhoto", "sendAnimation", "setMyCommands", "setMyProfilePhoto"):
        phone.faults.delay(method, seconds=60, times=None)
    async with bot_on(phone, tmp_path / "end.sqlite3", clock) as store:
        due = subscribe(store, [person.id for person in people], clock())
        ana.says("/start")
        clock.passes((due - clock()).total_seconds())
        await phone.until(lambda: store.deliveries.count_pending(clock()) >= 32)
        await phone.until(lambda: any(call.method == "setMyCommands" for call in phone.calls))
    assert still_at_work() == []
    phone.faults.clear()
    await phone.until(lambda: not still_at_work())
    gc.collect()  # a task that failed unseen is told when it is thrown away
    assert [record.message for record in caplog.records if record.levelname in {"ERROR", "CRITICAL"}] == []
    assert "closed" not in caplog.text

    async with bot_on(phone, tmp_path / "end.sqlite3", clock):
        await phone.until(lambda: ana.sees.labels and all(person.sees for person in people))


async def test_who_is_in_a_hurry_ends_it_with_a_second_signal(
    phone: Phone, clock: HandClock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ana = phone.person(7, "Ana")
    phone.faults.delay("sendPhoto", seconds=60)
    with contextlib.suppress(asyncio.CancelledError):
        async with bot_on(phone, tmp_path / "hurry.sqlite3", clock):
            ana.says("/start")
            await phone.until(lambda: any(call.method == "sendPhoto" for call in phone.calls))
            [serving] = [task for task in asyncio.all_tasks() if "serve" in repr(task.get_coro())]
            serving.cancel()
            await phone.until(lambda: "Messenger.drain" in still_at_work())
            began = asyncio.get_running_loop().time()
            serving.cancel()
            await asyncio.wait([serving])
            assert asyncio.get_running_loop().time() - began < bot.LAST_WORDS
            assert still_at_work() == []
    assert "closed" not in caplog.text


async def test_a_second_signal_in_the_midst_of_the_librarys_end_leaves_no_connection_open(
    phone: Phone,
    clock: HandClock,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stop, has_stopped = Application.stop, asyncio.Event()

    async def takes_long(application: Any) -> None:
        await stop(application)
        has_stopped.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(Application, "stop", takes_long)
    with contextlib.suppress(asyncio.CancelledError):
        async with bot_on(phone, tmp_path / "hurry.sqlite3", clock):
            await phone.until(lambda: any(call.method == "getUpdates" for call in phone.calls))
            [serving] = [task for task in asyncio.all_tasks() if "serve" in repr(task.get_coro())]
            serving.cancel()
            await has_stopped.wait()
            serving.cancel()
            await asyncio.wait([serving])
    del serving
    gc.collect()  # what is thrown away open says so
    assert "Unclosed" not in caplog.text
