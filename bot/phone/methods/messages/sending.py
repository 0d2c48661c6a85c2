"""Sends the messages of the bot, after Telegram's checks in Telegram's order."""

from collections.abc import Callable
from datetime import timedelta

from bot.phone.files.uploads import given_file, given_stills, picked_file
from bot.phone.given.parameters import Json, Parameters
from bot.phone.given.refused import RefusedError
from bot.phone.methods.chat_and_message import check_may_write, found_chat
from bot.phone.methods.messages.input_media import made_media
from bot.phone.methods.messages.reply_parameters import checked_quote, found_reply, parsed_reply
from bot.phone.methods.messages.sending_options import (
    check_behalf,
    check_thread,
    parsed_preview,
    shown_options,
)
from bot.phone.state.chats import Media
from bot.phone.state.telegram import Telegram
from bot.phone.text.formatted import Formatted, parsed_caption, parsed_text, settled_caption, settled_text
from bot.phone.text.keyboards import parsed_markup, settle_data, settle_links
from bot.phone.text.reply_keyboards import settle_requests

TYPING_LASTS = timedelta(seconds=5)

ACTIONS = {
    "cancel", "typing", "record_video", "upload_video", "record_voice", "record_audio", "upload_voice",
    "upload_audio", "upload_photo", "upload_document", "choose_sticker", "pick_up_location", "find_location",
    "record_video_note", "upload_video_note",
}  # fmt: skip

FinishNew = Callable[[], Media | None]
SettleNew = Callable[[], tuple[Formatted, FinishNew]]
"""Runs the checks of Telegram's outer server; the function that it returns runs those of the inner ones."""


def send_message(telegram: Telegram, given: Parameters) -> Json:
    preview = parsed_preview(given)
    draft = parsed_text(given)
    extras = {"link_preview_options": preview} if preview else None
    return sent_message(
        telegram, given, lambda: (settled_text(draft, too_long="Message is too long"), _nothing), extras
    )


def _nothing() -> None:
    return None


def send_photo(telegram: Telegram, given: Parameters) -> Json:
    return _send_file(telegram, given, "photo")


def send_animation(telegram: Telegram, given: Parameters) -> Json:
    return _send_file(telegram, given, "animation")


def send_video(telegram: Telegram, given: Parameters) -> Json:
    return _send_file(telegram, given, "video")


def send_audio(telegram: Telegram, given: Parameters) -> Json:
    return _send_file(telegram, given, "audio")


def send_voice(telegram: Telegram, given: Parameters) -> Json:
    return _send_file(telegram, given, "voice")


def send_document(telegram: Telegram, given: Parameters) -> Json:
    return _send_file(telegram, given, "document")


def _send_file(telegram: Telegram, given: Parameters, kind: str) -> Json:
    source = given_file(given, kind)
    stills = given_stills(given, given.text("thumbnail"), given.text("cover") or "attach://cover")
    draft = parsed_caption(given)

    def settle() -> tuple[Formatted, FinishNew]:
        chosen = picked_file(telegram.files, source, kind, given, stills)
        caption = settled_caption(draft, too_long="Message caption is too long")
        return caption, lambda: made_media(telegram, chosen)

    return sent_message(telegram, given, settle)


def sent_message(
    telegram: Telegram, given: Parameters, settle: SettleNew, extras: Json | None = None
) -> Json:
    reply = parsed_reply(given)
    markup = parsed_markup(given)
    check_behalf(given)
    chat = found_chat(telegram, given)
    check_thread(given)
    replied = found_reply(telegram, chat, reply)
    settle_links(markup)
    settle_requests(markup.reply, is_private=chat.is_private)
    content, finish = settle()
    settle_data(markup)
    media = finish()
    shown = {**(extras or {}), **shown_options(given, chat), **checked_quote(reply, replied)}
    check_may_write(chat)
    telegram.gate.pass_(chat.id, telegram.clock(), is_paid=given.flag("allow_paid_broadcast"))
    if markup.dropped:
        telegram.record.slip("reply_markup", "buttons that Telegram drops in silence")
    message = telegram.bot_message(chat, markup)
    message.content, message.media, message.reply_to = content, media, replied
    message.silent, message.extras = given.flag("disable_notification"), shown
    return telegram.post(message)


def send_chat_action(telegram: Telegram, given: Parameters) -> bool:
    action = given.text("action").lower()
    if action not in ACTIONS:
        raise RefusedError("Wrong parameter action in request")
    chat = found_chat(telegram, given)
    check_may_write(chat)
    chat.typing_until = None if action == "cancel" else telegram.clock() + TYPING_LASTS
    telegram.tell(chat.id, "typing", {"action": action})
    return True
