"""What one bare send costs of the processor: as the bot sends, by the library with two transports, by another library, by aiohttp alone."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from statistics import median

import aiohttp
from aiogram import Bot as OtherBot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import InlineKeyboardButton as OtherButton
from aiogram.types import InlineKeyboardMarkup as OtherMarkup
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.request import HTTPXRequest

from bot.chat.telegram.one_call import Wire
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


def _fields() -> dict[str, str]:
    keyboard = [[{"text": label, "callback_data": data}] for label, data in LABELS]
    markup = json.dumps({"inline_keyboard": keyboard})
    return {"chat_id": "7", "text": TEXT, "parse_mode": "HTML", "reply_markup": markup}


def wired(wire: Wire) -> Send:
    return lambda: wire.call("sendMessage", _fields())


def alone(session: aiohttp.ClientSession, url: str) -> Send:
    """The floor: aiohttp with the same JSON there and back, and nothing else."""

    async def send() -> object:
        async with session.post(url, data=json.dumps(_fields()).encode()) as answer:
            return json.loads(await answer.read())

    return send


def other(bot: OtherBot) -> Send:
    keys = OtherMarkup(
        inline_keyboard=[[OtherButton(text=label, callback_data=data)] for label, data in LABELS]
    )
    return lambda: bot.send_message(7, TEXT, parse_mode="HTML", reply_markup=keys)


async def measure() -> dict[str, list[float]]:
    """Rounds of each, in turn, so that a machine that grows slower is as slow for all."""
    with echo() as address:
        root = f"{address}/bot"
        request = AiohttpRequest()
        aiohttp_bot = Bot(TOKEN, base_url=root, request=request)
        httpx_bot = Bot(TOKEN, base_url=root, request=HTTPXRequest(connection_pool_size=256))
        aiogram_bot = OtherBot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(address)))
        times: dict[str, list[float]] = {}
        async with aiohttp_bot, httpx_bot, aiohttp.ClientSession() as session:
            sends = {
                "as the bot sends": wired(Wire(request, f"{root}{TOKEN}")),
                "aiohttp alone": alone(session, f"{root}{TOKEN}/sendMessage"),
                "the library, our transport": ours(aiohttp_bot),
                "the library as it comes": ours(httpx_bot),
                "aiogram": other(aiogram_bot),
            }
            for send in sends.values():
                await seconds_each(send, CALLS // 4)
            for _ in range(ROUNDS):
                for name, send in sends.items():
                    times.setdefault(name, []).append(await seconds_each(send, CALLS))
        await aiogram_bot.session.close()
    return times


def report() -> list[str]:
    times = asyncio.run(measure())

    def ratio(name: str, other: str) -> float:
        return median(mine / theirs for mine, theirs in zip(times[name], times[other], strict=True))

    sent, library = "as the bot sends", "the library, our transport"
    return [
        *(f"bare send_message, {name}: {1000 * median(each):.3f} ms of CPU" for name, each in times.items()),
        f"  as the bot sends / aiohttp alone: {ratio(sent, 'aiohttp alone'):.2f}  (at most 1.8)",
        f"  as the bot sends / aiogram: {ratio(sent, 'aiogram'):.2f}",
        f"  the library, our transport / as it comes: 1/{1 / ratio(library, 'the library as it comes'):.1f}  (at most 1/6)",
        f"  the library, our transport / aiogram: {ratio(library, 'aiogram'):.2f}  (at most 1.15)",
    ]
