"""The calls to Telegram that show things, each in one place."""

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaAnimation,
    InputMediaPhoto,
    Message,
)
from telegram.constants import ParseMode

from bot.chat.difference import Settle, Show
from bot.chat.pictures import Pictures
from bot.screens.view import View

HTML = ParseMode.HTML
HEARD = "👍"


class Calls:
    """Every method raises telegram.error.TelegramError, and tries nothing again."""

    def __init__(self, bot: Bot, pictures: Pictures) -> None:
        self._bot, self._pictures = bot, pictures

    async def answer(self, tap: str, toast: str | None) -> None:
        await self._bot.answer_callback_query(tap, toast)

    async def thumb_up(self, chat: int, message: int) -> None:
        await self._bot.set_message_reaction(chat, message, HEARD)

    async def send(self, chat: int, view: View) -> int:
        """The id of the new message."""
        keys, silent = keyboard(view), not view.rings
        if not view.picture:
            sent = await self._bot.send_message(
                chat, view.text, parse_mode=HTML, reply_markup=keys, disable_notification=silent
            )
            return sent.message_id
        async with self._pictures.source(view.picture) as source:
            send = self._bot.send_animation if view.moves else self._bot.send_photo
            pictured: Message = await send(
                chat,
                source.media,
                caption=view.text,
                parse_mode=HTML,
                reply_markup=keys,
                disable_notification=silent,
            )
            self._pictures.keep(source, pictured)
            return pictured.message_id

    async def edit(self, how: Show, chat: int, message: int, view: View) -> None:
        keys = keyboard(view)
        match how:
            case Show.EDIT_TEXT:
                await self._bot.edit_message_text(
                    view.text, chat, message, parse_mode=HTML, reply_markup=keys
                )
            case Show.EDIT_CAPTION:
                await self._bot.edit_message_caption(
                    chat, message, caption=view.text, parse_mode=HTML, reply_markup=keys
                )
            case Show.EDIT_PICTURE if view.picture:
                await self._edit_picture(chat, message, view, view.picture)

    async def _edit_picture(self, chat: int, message: int, view: View, picture: str) -> None:
        kind = InputMediaAnimation if view.moves else InputMediaPhoto
        async with self._pictures.source(picture) as source:
            media = kind(source.media, caption=view.text, parse_mode=HTML)
            sent = await self._bot.edit_message_media(media, chat, message, reply_markup=keyboard(view))
            if isinstance(sent, Message):
                self._pictures.keep(source, sent)

    async def settle(self, how: Settle, chat: int, message: int, line: str) -> None:
        """Leave one line, without buttons."""
        match how:
            case Settle.TEXT:
                await self._bot.edit_message_text(line, chat, message, parse_mode=HTML)
            case Settle.CAPTION:
                await self._bot.edit_message_caption(chat, message, caption=line, parse_mode=HTML)
            case Settle.LINE:
                await self._bot.send_message(chat, line, parse_mode=HTML, disable_notification=True)

    async def delete(self, chat: int, message: int) -> None:
        await self._bot.delete_message(chat, message)

    async def strip(self, chat: int, message: int) -> None:
        """Take the buttons from a message that can't be taken back."""
        await self._bot.edit_message_reply_markup(chat, message)


def keyboard(view: View) -> InlineKeyboardMarkup | None:
    if not view.keys:
        return None
    rows = [
        [InlineKeyboardButton(label, callback_data=data, style=style or None) for label, data, style in row]
        for row in view.keys
    ]
    return InlineKeyboardMarkup(rows)
