"""Decides which messages of people reach the bot."""

from bot.phone.state.chats import Message


def reaches_bot(message: Message, username: str) -> bool:
    place = message.chat
    if place.is_private:
        return True
    if place.membership in {"left", "kicked"}:
        return False
    replied = message.reply_to is not None and message.reply_to.by_bot
    return place.kind == "channel" or replied or _is_command_for(username, message.content.text)


def _is_command_for(username: str, text: str) -> bool:
    command, _, name = text.partition(" ")[0].partition("@")
    return command.startswith("/") and name.lower() in {"", username.lower()}
