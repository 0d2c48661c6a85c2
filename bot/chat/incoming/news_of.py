"""Reads an update: what it tells the coach, in the coach's own terms."""

from dataclasses import replace

from telegram import Chat, ChatMember, ChatMemberUpdated, Message, Update, User
from telegram.ext import filters

from bot.coach.language import LONGEST
from bot.coach.news import Blocked, CameBack, Elsewhere, Located, News, Said, Sender, Sent, Tapped, What

_GONE = frozenset({ChatMember.BANNED, ChatMember.LEFT})


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
    query = update.callback_query
    chat = update.effective_chat
    if query is None or query.from_user.is_bot:
        return None
    if chat and chat.type != Chat.PRIVATE:
        return Elsewhere(chat.id)
    return Tapped(_sender(query.from_user), _whole(query.data or ""))


def _membership(change: ChatMemberUpdated) -> News | None:
    is_out = change.new_chat_member.status in _GONE
    if change.chat.type == Chat.PRIVATE:
        sender = _sender(change.from_user)
        return Blocked(sender) if is_out else CameBack(sender)
    return None if is_out else Elsewhere(change.chat.id)


def _message(message: Message) -> News | None:
    if message.chat.type != Chat.PRIVATE:
        return Elsewhere(message.chat.id)
    if message.from_user is None or message.from_user.is_bot:
        return None
    sender = _sender(message.from_user)
    if place := message.location:
        return Located(sender, place.latitude, place.longitude)
    words = _whole(message.text or message.caption or "")
    return Said(sender, words, message.message_id) if words else Sent(sender, _what(message))


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
    return Sender(user.id, " ".join(_whole(user.first_name).split()), tag if len(tag) <= LONGEST else "")


def _whole(text: str) -> str:
    """Without halves of characters, which JSON can carry, and which can be neither stored nor sent."""
    return text.encode(errors="ignore").decode()
