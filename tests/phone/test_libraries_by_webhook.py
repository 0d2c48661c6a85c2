"""python-telegram-bot is brought its updates by webhook."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from bot.chat.telegram.transport import AiohttpRequest
from bot.phone.files.first_bytes import plain_png
from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.phone.state.persons import PhoneUser
from bot.phone.updates.webhook_delivery import SECRET
from tests.phone.hook import serving

TOKEN = "1:abcdefghijklmnopqrstuvwxyzabcdefghi"
WORD = "s3cret"
PNG = plain_png(300, 200, (1, 2, 3))

Context = ContextTypes.DEFAULT_TYPE


@pytest.fixture
async def phone() -> AsyncIterator[Phone]:
    async with Phone(token=TOKEN, floods=Floods.off(), local=True) as phone:
        yield phone


async def greet(update: Update, _: Context) -> None:
    assert update.message
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])
    await update.message.reply_text("Ready?", reply_markup=keyboard)


async def go(update: Update, _: Context) -> None:
    assert update.callback_query
    await update.callback_query.answer("Here we go")
    await update.callback_query.edit_message_text("Going")


@pytest.fixture
async def application(phone: Phone) -> AsyncIterator[Application]:  # type: ignore[type-arg]
    made = (
        Application.builder()
        .token(TOKEN)
        .base_url(f"{phone.address}/bot")
        .request(AiohttpRequest())
        .get_updates_request(AiohttpRequest())
        .updater(None)
        .build()
    )
    made.add_handlers([MessageHandler(filters.TEXT, greet), CallbackQueryHandler(go)])
    async with made:
        await made.start()
        yield made
        await made.stop()


async def test_python_telegram_bot_holds_a_talk_by_webhook(
    application: Application,  # type: ignore[type-arg]
    phone: Phone,
    ana: PhoneUser,
) -> None:
    async def take(request: web.Request) -> web.Response:
        if request.headers.get(SECRET) != WORD:
            return web.Response(status=401)
        await application.update_queue.put(Update.de_json(await request.json(), application.bot))
        return web.Response()

    app = web.Application()
    app.router.add_post("/hook", take)
    async with serving(app) as root:
        await application.bot.set_webhook(f"{root}/hook", secret_token=WORD, max_connections=3)
        await phone.until(lambda: ana.sees.labels == ["Go"])
        ana.taps("Go")
        await phone.until(lambda: ana.sees.text == "Going")
        told = await application.bot.get_webhook_info()
        await application.bot.delete_webhook()
    assert (told.url, told.max_connections, told.last_error_message) == (f"{root}/hook", 3, None)
    assert [toast.text for toast in ana.toasts] == ["Here we go"]
    assert (phone.refusals, phone.breaches) == ([], [])
