"""Turns an update into news for the coach."""

from dataclasses import replace

from telegram import Chat, ChatMember, ChatMemberUpdated, Document, Message, Update, User
from telegram.ext import filters

from bot.coach.known.language import LONGEST
from bot.coach.news import Blocked, CameBack, Elsewhere, Located, News, Said, Sender, Sent, Tapped, What
from bot.domain.own.own_exercise import LONGEST_FILE_ID, FileKind, SentFile

_GONE = frozenset({ChatMember.BANNED, ChatMember.LEFT})
_SHARED = frozenset({Chat.GROUP, Chat.SUPERGROUP, Chat.CHANNEL})

_SHOWN = ("image/", "video/")
"""Media types of pictures and films."""

LONGEST_TEXT = 4096
LONGEST_NAME = 64
"""Letters, Telegram's limits. Longer words are not from Telegram, and would take seconds to understand."""


def news_of(update: Update) -> News | None:
    """None if it is not for us: from a bot, from nobody, from Telegram itself, or of a kind that was not asked for."""
    if update.callback_query:
        return _tapped(update)
    if update.my_chat_member:
        return _membership(update.my_chat_member)
    if update.edited_message:
        return _edited(update.edited_message)
    message = update.effective_message
    if message is None or filters.StatusUpdate.ALL.check_update(update):
        return None
    return _message(message)


def _edited(message: Message) -> News | None:
    """None for a live location, which is edited as it moves."""
    news = _message(message) if message.chat.type == Chat.PRIVATE else None
    return replace(news, is_edit=True) if isinstance(news, Said) else None


def _tapped(update: Update) -> News | None:
    """None also for a button under a message that was sent through the bot into another chat."""
    query = update.callback_query
    chat = update.effective_chat
    if query is None or chat is None or query.from_user.is_bot:
        return None
    if not _is_private(chat, query.from_user):
        return _elsewhere(chat)
    return Tapped(_sender(query.from_user), _whole(query.data or ""))


def _membership(change: ChatMemberUpdated) -> News | None:
    is_out = change.new_chat_member.status in _GONE
    if _is_private(change.chat, change.from_user):
        sender = _sender(change.from_user)
        return Blocked(sender) if is_out else CameBack(sender)
    return None if is_out else _elsewhere(change.chat)


def _message(message: Message) -> News | None:
    if message.chat.type != Chat.PRIVATE:
        return _elsewhere(message.chat)
    user = message.from_user
    if user is None or user.is_bot or not _is_private(message.chat, user):
        return None
    sender = _sender(user)
    if place := message.location:
        return Located(sender, place.latitude, place.longitude, message.message_id)
    words = _whole(message.text or message.caption or "")[:LONGEST_TEXT]
    file = _file(message)
    if not words:
        return Sent(sender, _what(message), file, message.message_id)
    return Said(
        sender,
        words,
        message.message_id,
        file=file,
        is_caption=not message.text,
        is_passed_on=bool(message.forward_origin or message.via_bot),
    )


def _is_private(chat: Chat, user: User) -> bool:
    """A private chat has its person's id. Another id means somebody's business account, where others talk."""
    return chat.type == Chat.PRIVATE and chat.id == user.id


def _elsewhere(chat: Chat) -> Elsewhere | None:
    return Elsewhere(chat.id) if chat.type in _SHARED and chat.id < 0 else None


def _what(message: Message) -> What:
    kinds = (
        (message.sticker, What.STICKER),
        (message.voice or message.audio, What.VOICE),
        (message.photo, What.PICTURE),
        (message.video or message.video_note or message.animation, What.VIDEO),
        (message.location or message.venue, What.PLACE),
    )
    return next((what for sent, what in kinds if sent), What.OTHER)


def _file(message: Message) -> SentFile | None:
    kinds = (
        (message.animation, FileKind.ANIMATION),
        (message.photo[-1] if message.photo else None, FileKind.PHOTO),
        (message.video, FileKind.VIDEO),
        (_shown_document(message), FileKind.DOCUMENT),
    )
    sent, kind = next(((sent, kind) for sent, kind in kinds if sent), (None, None))
    if sent is None or kind is None or not _is_name(sent.file_id) or not _is_name(sent.file_unique_id):
        return None
    album = message.media_group_id or ""
    return SentFile(sent.file_id, sent.file_unique_id, kind, sent.file_size or 0, album)


def _shown_document(message: Message) -> Document | None:
    kind = message.document.mime_type if message.document else None
    return message.document if kind and kind.startswith(_SHOWN) else None


def _is_name(told: str) -> bool:
    return 0 < len(told) <= LONGEST_FILE_ID and told.isascii() and told.isprintable()


def _sender(user: User) -> Sender:
    tag = _whole(user.language_code or "")
    name = " ".join(_whole(user.first_name[:LONGEST_NAME]).split())
    return Sender(user.id, name, tag if len(tag) <= LONGEST else "")


def _whole(text: str) -> str:
    """Without lone surrogates: JSON can carry them, but nobody can store or send them."""
    return text.encode(errors="ignore").decode()
