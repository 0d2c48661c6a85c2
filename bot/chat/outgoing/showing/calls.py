"""The calls to Telegram that show things, each in one place."""

import json
from http import HTTPStatus

from telegram.constants import ParseMode

from bot.chat.outgoing.showing.difference import Settle, Show
from bot.chat.outgoing.showing.pictures import PictureSource, PictureSources
from bot.chat.telegram.envelope import NotTelegrams
from bot.chat.telegram.one_call import COVER, Wire
from bot.screens.view import View

HTML = ParseMode.HTML
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

LARGEST_NUMBER = 2**31 - 1
"""Messages are counted in 32 bits."""

_METHODS = {
    "photo": "sendPhoto",
    "animation": "sendAnimation",
    "video": "sendVideo",
    "document": "sendDocument",
    "audio": "sendAudio",
}

PERFORMER = "Unhunch"
"""The performer that a phone shows for the sound of a session."""

_AT_WORK = {"audio": "upload_voice", "video": "upload_video"}

THUMB_UP = json.dumps([{"type": "emoji", "emoji": "👍"}])


class Calls:
    """Every method raises telegram.error.TelegramError, and NoPicture if it sends a picture. None tries again."""

    def __init__(self, wire: Wire, pictures: PictureSources, *, pays_for_reminders: bool = False) -> None:
        self._wire, self._pictures, self._pays = wire, pictures, pays_for_reminders

    async def answer(self, tap: str, toast: str | None) -> None:
        await self._wire.call(
            "answerCallbackQuery", {"callback_query_id": tap, **({"text": toast} if toast else {})}
        )

    async def thumb_up(self, chat: int, message: int) -> None:
        await self._wire.call("setMessageReaction", {**_place(chat, message), "reaction": THUMB_UP})

    async def send(self, chat: int, view: View) -> int:
        silence = {} if view.rings and not view.is_file else {"disable_notification": "true"}
        paid = {"allow_paid_broadcast": "true"} if view.delivery and self._pays else {}
        fields = {"chat_id": str(chat), **_manner(view), **silence, **paid}
        if not view.image and not view.is_file:
            return _id(await self._wire.call("sendMessage", {**fields, "text": view.text}))
        async with self._pictures.source(chat, view) as source:
            kind = _kind(source, view)
            measures = {name: str(value) for name, value in source.measures.items()}
            told = _told_of(kind, view) if source.upload else {}
            shown = {**fields, "caption": view.text, kind: source.media, **measures, **told}
            return await self._with_picture(chat, view, _METHODS[kind], shown, source)

    async def tell(self, chat: int, text: str) -> None:
        """`text`: HTML. It makes no sound and comes beside the screen."""
        fields = {"chat_id": str(chat), "parse_mode": HTML, "disable_notification": "true"}
        _id(await self._wire.call("sendMessage", {**fields, "text": text}))

    async def say_at_work(self, chat: int, view: View) -> None:
        action = _AT_WORK.get(view.kind, "upload_document")
        await self._wire.call("sendChatAction", {"chat_id": str(chat), "action": action})

    async def edit(self, how: Show, chat: int, message: int, view: View) -> None:
        fields = {**_place(chat, message), **_manner(view)}
        if how is Show.EDIT_STRIP:
            how = Show.EDIT_PICTURE if self._pictures.changes_strip(chat, view) else Show.EDIT_CAPTION
        match how:
            case Show.EDIT_TEXT:
                await self._wire.call("editMessageText", {**fields, "text": view.text})
            case Show.EDIT_CAPTION:
                await self._wire.call("editMessageCaption", {**fields, "caption": view.text})
            case Show.EDIT_PICTURE if view.image:
                await self._edit_picture(chat, message, view)

    async def _edit_picture(self, chat: int, message: int, view: View) -> None:
        place = _place(chat, message)
        async with self._pictures.source(chat, view) as source:
            caption = {"caption": view.text, "parse_mode": HTML}
            media = json.dumps(
                {"type": _kind(source, view), "media": source.media, **caption, **source.measures}
            )
            fields = {**place, "media": media, **_keys(view)}
            await self._with_picture(chat, view, "editMessageMedia", fields, source)

    async def _with_picture(
        self, chat: int, view: View, method: str, fields: dict[str, str], source: PictureSource
    ) -> int:
        if source.cover:
            fields = {**fields, "thumbnail": f"attach://{COVER}"}
        sent = await self._wire.call(method, fields, source.upload, cover=source.cover)
        message = _id(sent)
        if source.upload:
            self._pictures.keep(chat, view, source, sent)
        return message

    async def settle(self, how: Settle, chat: int, message: int, line: str) -> None:
        place, manner = _place(chat, message), {"parse_mode": HTML}
        match how:
            case Settle.TEXT:
                await self._wire.call("editMessageText", {**place, **manner, "text": line})
            case Settle.CAPTION:
                await self._wire.call("editMessageCaption", {**place, **manner, "caption": line})
            case Settle.LINE:
                silent = {"chat_id": str(chat), **manner, "disable_notification": "true"}
                await self._wire.call("sendMessage", {**silent, "text": line})
            case Settle.STRIP:
                await self.strip(chat, message)

    async def shrink(self, chat: int, message: int, remains: View) -> None:
        how = Show.EDIT_CAPTION if remains.image else Show.EDIT_TEXT
        await self.edit(how, chat, message, remains)

    async def delete(self, chat: int, message: int) -> None:
        await self._wire.call("deleteMessage", _place(chat, message))

    async def strip(self, chat: int, message: int) -> None:
        await self._wire.call("editMessageReplyMarkup", _place(chat, message))


def _kind(source: PictureSource, view: View) -> str:
    if view.is_file:
        return view.kind
    return source.kind or ("animation" if view.moves else "photo")


def _told_of(kind: str, view: View) -> dict[str, str]:
    match kind:
        case "audio":
            return {"title": view.name, "performer": PERFORMER}
        case "video" if view.is_recorded:
            return {"supports_streaming": "true"}
        case _:
            return {}


def _id(sent: object) -> int:
    message = sent.get("message_id") if isinstance(sent, dict) else None
    if type(message) is not int or not 0 <= message <= LARGEST_NUMBER:
        raise NotTelegrams(HTTPStatus.OK)
    return message


def _place(chat: int, message: int) -> dict[str, str]:
    return {"chat_id": str(chat), "message_id": str(message)}


def _manner(view: View) -> dict[str, str]:
    return {"parse_mode": HTML, **_keys(view)}


def _keys(view: View) -> dict[str, str]:
    if not view.keys:
        return {}
    rows = [[_button(*key) for key in row] for row in view.keys]
    return {"reply_markup": _encode({"inline_keyboard": rows})}


def _button(label: str, data: str, style: str) -> dict[str, str]:
    button = {"text": label, "callback_data": data}
    return {**button, "style": style} if style else button
