"""Two libraries are brought their updates by webhook, each by its own means, one answering with calls."""

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot as OtherBot
from aiogram import Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import SendMessage, SendPhoto
from aiogram.types import BufferedInputFile, CallbackQuery
from aiogram.types import InlineKeyboardButton as OtherButton
from aiogram.types import InlineKeyboardMarkup as OtherMarkup
from aiogram.types import Message as OtherMessage
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
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


def dispatcher() -> Dispatcher:
    made = Dispatcher()

    @made.message(F.text == "/start")
    async def greet(message: OtherMessage) -> SendMessage:
        keyboard = OtherMarkup(inline_keyboard=[[OtherButton(text="Go", callback_data="go")]])
        return message.answer("Ready?", reply_markup=keyboard)

    @made.callback_query()
    async def go(query: CallbackQuery) -> SendPhoto:
        await query.answer("Here we go")
        return SendPhoto(chat_id=query.from_user.id, photo=BufferedInputFile(PNG, "a.png"), caption="Going")

    return made


async def test_aiogram_holds_a_talk_in_its_answers(phone: Phone, ana: PhoneUser) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(phone.address))
    async with OtherBot(TOKEN, session=session) as bot:
        app = web.Application()
        SimpleRequestHandler(dispatcher(), bot, handle_in_background=False, secret_token=WORD).register(
            app, path="/hook"
        )
        async with serving(app) as root:
            await bot.set_webhook(
                f"{root}/hook", secret_token=WORD, allowed_updates=["message", "callback_query"]
            )
            await phone.until(lambda: ana.sees.labels == ["Go"])
            ana.taps("Go")
            await phone.until(lambda: ana.sees.kind == "photo")
            told = await bot.get_webhook_info()
    assert ana.sees.text == "Going"
    assert (told.allowed_updates, told.last_error_message) == (["callback_query", "message"], None)
    assert [call.method for call in phone.calls] == [
        "setWebhook", "sendMessage", "answerCallbackQuery", "sendPhoto", "getWebhookInfo",
    ]  # fmt: skip
    assert phone.refusals == []


async def test_a_webhook_that_knows_another_secret_is_brought_nothing(phone: Phone, ana: PhoneUser) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(phone.address))
    async with OtherBot(TOKEN, session=session) as bot:
        app = web.Application()
        SimpleRequestHandler(dispatcher(), bot, secret_token="another").register(app, path="/hook")
        async with serving(app) as root:
            await bot.set_webhook(f"{root}/hook", secret_token=WORD)
            await phone.until(lambda: phone.telegram.webhooks.last_mishap)
            told = await bot.get_webhook_info()
    assert told.last_error_message == "Wrong response from the webhook: 401 Unauthorized"
    assert told.pending_update_count == 1
