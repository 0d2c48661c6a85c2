"""Reads an update: what it tells the coach, in the coach's own terms."""

from dataclasses import replace

from telegram import Chat, ChatMember, ChatMemberUpdated, Message, Update, User
from telegram.ext import filters

from bot.coach.language import LONGEST
from bot.coach.news import Blocked, CameBack, Elsewhere, Located, News, Said, Sender, Sent, Tapped, What

_GONE = frozenset({ChatMember.BANNED, ChatMember.LEFT})
_SHARED = frozenset({Chat.GROUP, Chat.SUPERGROUP, Chat.CHANNEL})

LONGEST_TEXT = 4096
LONGEST_NAME = 64
"""Letters, Telegram's limits: what is longer is not from Telegram, and would be thought over for seconds."""


def news_of(update: Update) -> News | None:
    """None for what is not for us: messages of bots, of nobody, of Telegram itself, and what the bot did not ask for."""
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
    """What they wrote, as it reads now. A place that moves is edited too, and tells nothing."""
    news = _message(message) if message.chat.type == Chat.PRIVATE else None
    return replace(news, is_edit=True) if isinstance(news, Said) else None


def _tapped(update: Update) -> News | None:
    """None also for a button in no chat of ours: under a message that another chat was sent through the bot."""
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
        return Located(sender, place.latitude, place.longitude)
    words = _whole(message.text or message.caption or "")[:LONGEST_TEXT]
    return Said(sender, words, message.message_id) if words else Sent(sender, _what(message))


def _is_private(chat: Chat, user: User) -> bool:
    """A private chat has its person's id. What is otherwise is between others: somebody's business with a customer."""
    return chat.type == Chat.PRIVATE and chat.id == user.id


def _elsewhere(chat: Chat) -> Elsewhere | None:
    """A group or a channel, whose ids are below zero."""
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


def _sender(user: User) -> Sender:
    tag = _whole(user.language_code or "")
    name = " ".join(_whole(user.first_name[:LONGEST_NAME]).split())
    return Sender(user.id, name, tag if len(tag) <= LONGEST else "")


def _whole(text: str) -> str:
    """Without halves of characters, which JSON can carry, and which can be neither stored nor sent."""
    return text.encode(errors="ignore").decode()
