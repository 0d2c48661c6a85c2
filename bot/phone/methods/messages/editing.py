"""Changes what the bot has said, after Telegram's checks in Telegram's order."""

from collections.abc import Callable

from bot.phone.files.uploads import picked_file
from bot.phone.given.fields import decoded, parsing
from bot.phone.given.parameters import Json, Parameters
from bot.phone.given.refused import RefusedError
from bot.phone.methods.chat_and_message import found_chat, found_message
from bot.phone.methods.messages.input_media import InputMedia, made_media, parsed_media
from bot.phone.methods.messages.sending_options import parsed_preview
from bot.phone.state.chats import Chat, Media, Message
from bot.phone.state.media import captioned
from bot.phone.state.telegram import Telegram
from bot.phone.text.formatted import Formatted, parsed_caption, parsed_text, settled_caption, settled_text
from bot.phone.text.keyboards import Markup, parsed_markup, settle_data, settle_links

_CAPTIONED = {"photo", "animation", "document", "video", "audio", "voice"}
_EXCHANGEABLE = _CAPTIONED - {"voice"}
_NOT_MODIFIED = (
    "Message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)

FinishChange = Callable[[], Media | None]
SettleChange = Callable[[Message], tuple[Formatted, FinishChange]]
"""Runs the checks of Telegram's outer server; the function that it returns runs those of the inner ones."""


def edit_message_text(telegram: Telegram, given: Parameters) -> Json:
    preview = parsed_preview(given)
    draft = parsed_text(given)

    def settle(message: Message) -> tuple[Formatted, FinishChange]:
        if message.media is not None:
            raise RefusedError("There is no text in the message to edit")
        return settled_text(draft, too_long="MESSAGE_TOO_LONG"), lambda: None

    return _edited(telegram, given, parsed_markup(given), settle, preview)


def edit_message_caption(telegram: Telegram, given: Parameters) -> Json:
    markup = parsed_markup(given)
    draft = parsed_caption(given)

    def settle(message: Message) -> tuple[Formatted, FinishChange]:
        if message.media is None or message.media.kind not in _CAPTIONED:
            raise RefusedError("There is no caption in the message to edit")
        media = captioned(message.media, above=given.flag("show_caption_above_media"))
        return settled_caption(draft, too_long="MEDIA_CAPTION_TOO_LONG"), lambda: media

    return _edited(telegram, given, markup, settle)


def edit_message_reply_markup(telegram: Telegram, given: Parameters) -> Json:
    return _edited(
        telegram, given, parsed_markup(given), lambda message: (message.content, lambda: message.media)
    )


def edit_message_media(telegram: Telegram, given: Parameters) -> Json:
    """Telegram reads the markup before the media. Where a text is edited, it reads the text first."""
    markup = parsed_markup(given)
    new = _input_media(given)

    def settle(message: Message) -> tuple[Formatted, FinishChange]:
        _check_exchange(message, new.kind)
        chosen = picked_file(telegram.files, new.source, new.kind, new.told, new.stills)
        caption = settled_caption(new.caption, too_long="MEDIA_CAPTION_TOO_LONG")
        return caption, lambda: made_media(telegram, chosen)

    return _edited(telegram, given, markup, settle)


def _check_exchange(message: Message, kind: str) -> None:
    if message.media is None:
        return
    old = message.media.kind
    if old not in _EXCHANGEABLE:
        raise RefusedError("Message media can't be edited")
    if message.album and old != kind and not {old, kind} <= {"photo", "video"}:
        raise RefusedError("Can't change media type in the album")


def _input_media(given: Parameters) -> InputMedia:
    text = given.text("media")
    if not text:
        raise RefusedError('Parameter "media" is required')
    content = decoded(text, "input media")
    with parsing("InputMedia"):
        return parsed_media(given, content, for_album=False)


def _edited(
    telegram: Telegram, given: Parameters, markup: Markup, settle: SettleChange, preview: Json | None = None
) -> Json:
    chat, message = _message_to_edit(telegram, given)
    content, finish = settle(message)
    if markup.is_reply_markup:
        raise RefusedError("Inline keyboard expected")
    settle_links(markup)
    settle_data(markup)
    media, extras = finish(), _with_preview(message.extras or {}, preview)
    if (content, media, markup.inline, extras) == (
        message.content, message.media, message.keyboard, message.extras or {},
    ):  # fmt: skip
        raise RefusedError(_NOT_MODIFIED)
    telegram.gate.pass_(chat.id, telegram.clock(), is_edit=True)
    message.extras = extras
    return _change(telegram, message, content, media, markup)


def _with_preview(extras: Json, preview: Json | None) -> Json:
    if preview is None:
        return extras
    rest = {name: value for name, value in extras.items() if name != "link_preview_options"}
    return {**rest, "link_preview_options": preview} if preview else rest


def _change(
    telegram: Telegram, message: Message, content: Formatted, media: Media | None, markup: Markup
) -> Json:
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
    if not message.by_bot or message.reply_markup is not None or message.is_service:
        raise RefusedError("Message can't be edited")
    return chat, message
