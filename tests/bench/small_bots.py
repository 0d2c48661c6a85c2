"""The least that other libraries need for the same talk, with their defaults: `python -m tests.bench.small_bots LIBRARY ADDRESS`."""

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram import types as other
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from tests.bench.bare import LABELS, TEXT, TOKEN

KEYS = InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data)] for label, data in LABELS])
OTHER_KEYS = other.InlineKeyboardMarkup(
    inline_keyboard=[[other.InlineKeyboardButton(text=label, callback_data=data)] for label, data in LABELS]
)


def telegram_bot(address: str) -> None:
    """python-telegram-bot, as its examples begin."""

    async def say(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message:
            await update.message.reply_html(TEXT, reply_markup=KEYS)

    async def edit(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if query := update.callback_query:
            await query.answer()
            await query.edit_message_text(f"{TEXT}\n{update.update_id}", parse_mode="HTML", reply_markup=KEYS)

    builder = ApplicationBuilder().token(TOKEN).base_url(f"{address}/bot")
    application = builder.base_file_url(f"{address}/file/bot").build()
    application.add_handler(CallbackQueryHandler(edit))
    application.add_handler(MessageHandler(filters.TEXT, say))
    application.run_polling()


async def aiogram_bot(address: str) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def say(message: other.Message) -> None:
        await message.answer(TEXT, parse_mode="HTML", reply_markup=OTHER_KEYS)

    @dispatcher.callback_query()
    async def edit(query: other.CallbackQuery, event_update: other.Update) -> None:
        await query.answer()
        if isinstance(query.message, other.Message):
            await query.message.edit_text(
                f"{TEXT}\n{event_update.update_id}", parse_mode="HTML", reply_markup=OTHER_KEYS
            )

    session = AiohttpSession(api=TelegramAPIServer.from_base(address))
    await dispatcher.start_polling(Bot(TOKEN, session=session))


if __name__ == "__main__":
    _, library, root = sys.argv
    if library == "aiogram":
        asyncio.run(aiogram_bot(root))
    else:
        telegram_bot(root)
