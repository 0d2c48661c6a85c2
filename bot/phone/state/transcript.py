"""Writes the chats and the last calls as text, to be read when a test fails."""

from bot.phone.state.chats import Chat
from bot.phone.state.seen_messages import seen
from bot.phone.state.telegram import Telegram

LAST_MESSAGES = 10
LAST_CALLS = 20


def transcript(telegram: Telegram) -> str:
    lines = [line for chat in telegram.chats.values() for line in _lines(chat)]
    lines += [
        f"  {person} read {toast.text!r}" for person, toasts in telegram.toasts.items() for toast in toasts
    ]
    calls = [f"  {call}" for call in list(telegram.record.calls)[-LAST_CALLS:]]
    return "\n".join([*lines, "last calls:", *calls])


def _lines(chat: Chat) -> list[str]:
    name = chat.brief.get("first_name") or chat.brief.get("title")
    lines = [f"{name} ({chat.id}, {chat.kind}, bot is {chat.membership}):"]
    for message in list(chat.messages.values())[-LAST_MESSAGES:]:
        view = seen(message)
        who = "bot" if view.by_bot else "person"
        lines.append(f"  {view.id} {who} [{view.kind}] {view.text!r} {view.labels or ''}".rstrip())
    return lines
