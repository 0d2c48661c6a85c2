"""What one bare send costs of the processor, with our transport, the library's own, and another library's."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from statistics import median

from aiogram import Bot as OtherBot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import InlineKeyboardButton as OtherButton
from aiogram.types import InlineKeyboardMarkup as OtherMarkup
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.request import HTTPXRequest

from bot.chat.telegram.transport import AiohttpRequest
from tests.bench.echo import echo

TOKEN = "1:abcdefghijklmnopqrstuvwxyzabcdefghi"
TEXT = "<b>Stay 30 s · Child's pose 3 of 6</b>\nKeep breathing.\n⏳ 30 s"
LABELS = (("Pause", "p.1.2.p"), ("Skip", "p.1.2.k"), ("It hurts", "p.1.2.h"))
ROUNDS, CALLS, SIDE_BY_SIDE = 7, 600, 20

Send = Callable[[], Awaitable[object]]


async def seconds_each(send: Send, calls: int) -> float:
    """Seconds of this process's processor time for one call."""
    waiting = asyncio.Semaphore(SIDE_BY_SIDE)

    async def one() -> None:
        async with waiting:
            await send()

    began = time.process_time()
    await asyncio.gather(*(one() for _ in range(calls)))
    return (time.process_time() - began) / calls


def ours(bot: Bot) -> Send:
    keys = InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data)] for label, data in LABELS])
    return lambda: bot.send_message(7, TEXT, parse_mode="HTML", reply_markup=keys)


def other(bot: OtherBot) -> Send:
    keys = OtherMarkup(
        inline_keyboard=[[OtherButton(text=label, callback_data=data)] for label, data in LABELS]
    )
    return lambda: bot.send_message(7, TEXT, parse_mode="HTML", reply_markup=keys)


async def measure() -> dict[str, list[float]]:
    """Rounds of each, in turn, so that a machine that grows slower is as slow for all."""
    with echo() as address:
        root = f"{address}/bot"
        aiohttp_bot = Bot(TOKEN, base_url=root, request=AiohttpRequest())
        httpx_bot = Bot(TOKEN, base_url=root, request=HTTPXRequest(connection_pool_size=256))
        aiogram_bot = OtherBot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(address)))
        sends = {"ours": ours(aiohttp_bot), "default": ours(httpx_bot), "aiogram": other(aiogram_bot)}
        times: dict[str, list[float]] = {name: [] for name in sends}
        async with aiohttp_bot, httpx_bot:
            for send in sends.values():
                await seconds_each(send, CALLS // 4)
            for _ in range(ROUNDS):
                for name, send in sends.items():
                    times[name].append(await seconds_each(send, CALLS))
        await aiogram_bot.session.close()
    return times


def report() -> list[str]:
    times = asyncio.run(measure())
    each = {name: median(rounds) for name, rounds in times.items()}
    default = median(mine / theirs for mine, theirs in zip(times["ours"], times["default"], strict=True))
    aiogram = median(mine / theirs for mine, theirs in zip(times["ours"], times["aiogram"], strict=True))
    lines = [f"bare send_message, {name}: {1000 * value:.3f} ms of CPU" for name, value in each.items()]
    return [
        *lines,
        f"  ours / library's default: {default:.3f} = 1/{1 / default:.1f}  (at most 1/6)",
        f"  ours / aiogram: {aiogram:.2f}  (at most 1.15)",
    ]
