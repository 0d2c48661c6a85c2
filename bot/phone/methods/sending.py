"""Sends what the bot says, after Telegram's checks in Telegram's order."""

from collections.abc import Callable
from datetime import timedelta

from bot.phone.chats import Media
from bot.phone.files import given_file, settled_file
from bot.phone.formatted import Formatted, parsed_caption, parsed_text, settled_caption, settled_text
from bot.phone.keyboards import parsed_markup, settle_data, settle_links
from bot.phone.methods.finding import check_may_write, found_chat, found_reply, parsed_reply
from bot.phone.methods.media import media_of
from bot.phone.parameters import Json, Parameters
from bot.phone.refused import RefusedError
from bot.phone.reply_keyboards import settle_requests
from bot.phone.telegram import Telegram

TYPING_LASTS = timedelta(seconds=5)

ACTIONS = {
    "cancel", "typing", "record_video", "upload_video", "record_voice", "record_audio", "upload_voice",
    "upload_audio", "upload_photo", "upload_document", "choose_sticker", "pick_up_location", "find_location",
    "record_video_note", "upload_video_note",
}  # fmt: skip

Settle = Callable[[], tuple[Formatted, Media | None]]


def send_message(telegram: Telegram, given: Parameters) -> Json:
    draft = parsed_text(given)
    return _sent(telegram, given, lambda: (settled_text(draft, too_long="Message is too long"), None))


def send_photo(telegram: Telegram, given: Parameters) -> Json:
    return _send_file(telegram, given, "photo")


def send_animation(telegram: Telegram, given: Parameters) -> Json:
    return _send_file(telegram, given, "animation")


def _send_file(telegram: Telegram, given: Parameters, kind: str) -> Json:
    source = given_file(given, kind)
    draft = parsed_caption(given)

    def settle() -> tuple[Formatted, Media]:
        caption = settled_caption(draft, too_long="Message caption is too long")
        stored = settled_file(telegram.files, source, kind, given)
        return caption, media_of(telegram.files, stored, given)

    return _sent(telegram, given, settle)


def _sent(telegram: Telegram, given: Parameters, settle: Settle) -> Json:
    """The order of the checks is Telegram's: it decides which of two faults the bot is told."""
    reply = parsed_reply(given)
    markup = parsed_markup(given)
    chat = found_chat(telegram, given)
    replied = found_reply(chat, reply)
    settle_links(markup)
    settle_requests(markup.reply, is_private=chat.is_private)
    content, media = settle()
    settle_data(markup)
    check_may_write(chat)
    telegram.gate.pass_(chat.id, telegram.clock())
    if markup.dropped:
        telegram.record.slip("reply_markup", "buttons that Telegram drops in silence")
    message = telegram.bot_message(chat, markup)
    message.content, message.media, message.reply_to = content, media, replied
    message.silent = given.flag("disable_notification")
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
