"""Changes what the bot has said, after Telegram's checks in Telegram's order."""

import json
from collections.abc import Callable

from bot.phone.chats import Chat, Media, Message
from bot.phone.files import Source, attached, settled_file
from bot.phone.formatted import (
    Formatted,
    parsed_caption,
    parsed_text,
    settled_caption,
    settled_text,
)
from bot.phone.keyboards import Markup, parsed_markup, settle_data, settle_links
from bot.phone.methods.finding import found_chat, found_message
from bot.phone.methods.media import media_of
from bot.phone.parameters import Json, Parameters
from bot.phone.refused import RefusedError
from bot.phone.telegram import Telegram

_CAPTIONED = {"photo", "animation", "document", "video", "audio", "voice"}
_NOT_MODIFIED = (
    "Message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)

Settle = Callable[[Message], tuple[Formatted, Media | None]]


def edit_message_text(telegram: Telegram, given: Parameters) -> Json:
    draft = parsed_text(given)

    def settle(message: Message) -> tuple[Formatted, None]:
        if message.media is not None:
            raise RefusedError("There is no text in the message to edit")
        return settled_text(draft, too_long="MESSAGE_TOO_LONG"), None

    return _edited(telegram, given, settle)


def edit_message_caption(telegram: Telegram, given: Parameters) -> Json:
    draft = parsed_caption(given)

    def settle(message: Message) -> tuple[Formatted, Media]:
        if message.media is None or message.media.kind not in _CAPTIONED:
            raise RefusedError("There is no caption in the message to edit")
        return settled_caption(draft, too_long="MEDIA_CAPTION_TOO_LONG"), message.media

    return _edited(telegram, given, settle)


def edit_message_reply_markup(telegram: Telegram, given: Parameters) -> Json:
    return _edited(telegram, given, lambda message: (message.content, message.media))


def edit_message_media(telegram: Telegram, given: Parameters) -> Json:
    kind, source, details, draft = _input_media(given)

    def settle(message: Message) -> tuple[Formatted, Media]:
        if message.media is not None and message.media.kind not in _CAPTIONED:
            raise RefusedError("Message media can't be edited")
        caption = settled_caption(draft, too_long="MEDIA_CAPTION_TOO_LONG")
        stored = settled_file(telegram.files, source, kind, details)
        return caption, media_of(telegram.files, stored, details)

    return _edited(telegram, given, settle)


def _input_media(given: Parameters) -> tuple[str, Source, Parameters, Formatted]:
    """The kind, the file, the other fields as if they were parameters of a call, and the caption."""
    text = given.text("media")
    if not text:
        raise RefusedError('Parameter "media" is required')
    try:
        content = json.loads(text)
    except ValueError:
        raise RefusedError("Can't parse input media JSON object") from None
    try:
        return _read_media(given, content)
    except RefusedError as error:
        raise RefusedError(f"Can't parse InputMedia: {error}") from None


def _read_media(given: Parameters, content: object) -> tuple[str, Source, Parameters, Formatted]:
    """The caption first, then the type, then the file: Telegram's order."""
    if not isinstance(content, dict):
        raise RefusedError("expected an Object")
    details = _as_parameters(content)
    caption = parsed_caption(details)
    kind, media = content.get("type"), content.get("media")
    if kind is None:
        raise RefusedError('Can\'t find field "type"')
    if not media:
        raise RefusedError("media not found")
    source = attached(given, str(media))
    if kind not in {"photo", "animation"}:
        raise RefusedError(f'type "{kind}" is unsupported')
    return kind, source, details, caption


def _as_parameters(content: Json) -> Parameters:
    return Parameters(
        {name: value if isinstance(value, str) else json.dumps(value) for name, value in content.items()}
    )


def _edited(telegram: Telegram, given: Parameters, settle: Settle) -> Json:
    markup = parsed_markup(given)
    chat, message = _message_to_edit(telegram, given)
    if markup.is_reply_markup:
        raise RefusedError("Inline keyboard expected")
    content, media = settle(message)
    settle_links(markup)
    settle_data(markup)
    if (content, media, markup.inline) == (message.content, message.media, message.keyboard):
        raise RefusedError(_NOT_MODIFIED)
    telegram.gate.pass_(chat.id, telegram.clock(), is_edit=True)
    return _change(telegram, message, content, media, markup)


def _change(
    telegram: Telegram, message: Message, content: Formatted, media: Media | None, markup: Markup
) -> Json:
    """A keyboard that is not given again is gone."""
    if markup.dropped:
        telegram.record.slip("reply_markup", "buttons that Telegram drops in silence")
    message.content, message.media, message.keyboard = content, media, markup.inline
    message.edited_at = telegram.clock()
    return telegram.changed_message(message)


def _message_to_edit(telegram: Telegram, given: Parameters) -> tuple[Chat, Message]:
    if not given.text("chat_id") and not given.integer("message_id"):
        if given.text("inline_message_id"):
            raise RefusedError("MESSAGE_ID_INVALID")
        raise RefusedError("Message identifier is not specified")
    chat = found_chat(telegram, given)
    message = found_message(chat, given, "to edit")
    if not message.by_bot or message.reply_markup is not None:
        raise RefusedError("Message can't be edited")
    return chat, message
