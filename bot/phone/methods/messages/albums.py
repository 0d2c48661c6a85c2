"""Sends several pictures, films, sounds or documents as one album, after Telegram's checks in Telegram's order."""

from dataclasses import dataclass

from bot.phone.files.uploads import Picked, picked_file
from bot.phone.given.fields import decoded, parsing
from bot.phone.given.parameters import Json, Parameters
from bot.phone.given.refused import RefusedError
from bot.phone.methods.chat_and_message import check_may_write, found_chat
from bot.phone.methods.messages.input_media import InputMedia, made_media, parsed_media
from bot.phone.methods.messages.reply_parameters import checked_quote, found_reply, parsed_reply
from bot.phone.methods.messages.sending_options import check_behalf, check_thread, shown_options
from bot.phone.state.chats import Chat, Media, Message
from bot.phone.state.telegram import Telegram
from bot.phone.text.formatted import Formatted, settled_caption
from bot.phone.text.keyboards import NO_MARKUP

MOST_IN_AN_ALBUM = 10
_ALONE_WITH_ITS_LIKE = ("audio", "document")


@dataclass(frozen=True, slots=True)
class _Item:
    picked: Picked
    caption: Formatted


def send_media_group(telegram: Telegram, given: Parameters) -> list[Json]:
    reply = parsed_reply(given)
    parsed = _parsed(given)
    check_behalf(given)
    chat = found_chat(telegram, given)
    check_thread(given)
    replied = found_reply(telegram, chat, reply)
    items = [_settled(telegram, media) for media in parsed]
    _check_together(items)
    media = [_finished(telegram, number, item) for number, item in enumerate(items, start=1)]
    extras = {**shown_options(given, chat), **checked_quote(reply, replied)}
    check_may_write(chat)
    is_paid = given.flag("allow_paid_broadcast")
    telegram.gate.pass_(chat.id, telegram.clock(), is_paid=is_paid, messages=len(media))
    if len(media) > 1:
        extras["media_group_id"] = telegram.new_album()
    return [
        _posted(telegram, given, _message(telegram, chat, part, item.caption), replied, extras)
        for part, item in zip(media, items, strict=True)
    ]


def _posted(
    telegram: Telegram, given: Parameters, message: Message, replied: Message | None, extras: Json
) -> Json:
    message.reply_to, message.extras = replied, dict(extras)
    message.silent = given.flag("disable_notification")
    return telegram.post(message)


def _parsed(given: Parameters) -> list[InputMedia]:
    text = given.text("media")
    if not text:
        raise RefusedError('Parameter "media" is required')
    elements = decoded(text, "media")
    if not isinstance(elements, list):
        raise RefusedError("Expected an Array of InputMedia")
    with parsing("InputMedia"):
        return [parsed_media(given, element, for_album=True) for element in elements]


def _settled(telegram: Telegram, media: InputMedia) -> _Item:
    chosen = picked_file(telegram.files, media.source, media.kind, media.told, media.stills)
    return _Item(chosen, settled_caption(media.caption, too_long="Message caption is too long"))


def _check_together(items: list[_Item]) -> None:
    if len(items) > MOST_IN_AN_ALBUM:
        raise RefusedError("Too many messages to send as an album")
    if not items:
        raise RefusedError("There are no messages to send")
    kinds = [item.picked.kind for item in items]
    _check_captions(items)
    for kind in kinds:
        if kind in _ALONE_WITH_ITS_LIKE and len(set(kinds)) > 1:
            raise RefusedError(f"{kind.title()} can't be mixed with other media types")


def _check_captions(items: list[_Item]) -> None:
    shown = [item for item in items if item.picked.kind in {"photo", "video"}]
    if len({item.picked.told.flag("show_caption_above_media") for item in shown}) > 1:
        raise RefusedError("Parameter show_caption_above_media must be the same for all messages")


def _finished(telegram: Telegram, number: int, item: _Item) -> Media:
    try:
        return made_media(telegram, item.picked)
    except RefusedError as no:
        raise RefusedError(f'Failed to send message #{number} with the error message "{no}"') from None


def _message(telegram: Telegram, chat: Chat, media: Media, caption: Formatted) -> Message:
    message = telegram.bot_message(chat, NO_MARKUP)
    message.content, message.media = caption, media
    return message
