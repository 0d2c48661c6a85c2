"""A person with this phone in hand: their words, taps and files, and what they see."""

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.phone.given.parameters import Json, is_utf8
from bot.phone.state.chats import Chat, Media, ReplyKeyboard, message_json
from bot.phone.state.groups import GroupChat
from bot.phone.state.membership import change_membership
from bot.phone.state.privacy import reaches_bot
from bot.phone.state.seen_messages import NOTHING, SeenMessage, seen
from bot.phone.state.sent_media import sent_media
from bot.phone.state.telegram import Telegram, Toast
from bot.phone.text.formatted import LONGEST_CAPTION, LONGEST_TEXT, NO_TEXT, Formatted, settled
from bot.phone.text.links import start_payload

_ALBUMS = {"photo", "video", "document", "audio"}
"""Kinds of files that may be chosen together."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}")


class TapIds(NamedTuple):
    """The ids of the update (0: none arose) and of the callback query (empty: the button asks no bot)."""

    update: int
    query: str


@dataclass(frozen=True, eq=False)
class PhoneUser:
    """The id is also that of the person's private chat."""

    telegram: Telegram
    user: Json
    chat: Chat

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def first_name(self) -> str:
        return str(self.user["first_name"])

    @property
    def language(self) -> str | None:
        return self.user.get("language_code")

    # Deeds. Each returns the id of its update, 0 if the bot hears nothing of it.

    def says(self, text: str, chat: GroupChat | None = None, *, reply_to: int | None = None) -> int:
        """Raises ValueError for a text that no app sends."""
        return self._posts(_worded(text), None, chat, reply_to)

    def sends(  # noqa: PLR0913 - what an app sends
        self,
        what: str,
        content: bytes | None = None,
        *,
        caption: str = "",
        chat: GroupChat | None = None,
        reply_to: int | None = None,
        album: str = "",
        **facts: object,
    ) -> int:
        """Sends a "sticker", "voice", "photo", "location" …; `facts` are fields of it: sends("location", latitude=-36.8).

        `album`: the same for all files that are chosen together; Telegram makes a message of each. Raises ValueError for a
        file that no app sends.
        """
        if album and what not in _ALBUMS:
            raise ValueError(f"an album holds {', '.join(sorted(_ALBUMS))}; not {what!r}")
        if len(caption) > LONGEST_CAPTION:
            raise ValueError("A caption holds at most 1,024 characters")
        media = sent_media(self.telegram.files, what, content, facts)
        told = {"media_group_id": album} if album else None
        return self._posts(settled(Formatted(caption)) if caption else NO_TEXT, media, chat, reply_to, told)

    def opens(self, link: str) -> int:
        """Presses Start after following a link to the bot, such as "https://t.me/unhunch_bot?start=water". Raises
        ValueError.
        """
        payload = start_payload(link, self.telegram.me["username"])
        if payload is None:
            return 0
        message = self.telegram.persons_message(self._opened(), self.user)
        message.content = settled(Formatted("/start"))
        # Apps show only the command; the word after it goes to the bot alone.
        return self.telegram.announce(
            "message", self.telegram.post(message) | {"text": f"/start {payload}".rstrip()}
        )

    def presses(self, label: str, chat: GroupChat | None = None, **facts: object) -> int:
        """Presses a button of a reply keyboard; `facts` are fields of what it shares. Raises LookupError if there is
        none.
        """
        place = chat.chat if chat else self.chat
        keyboard = place.reply_keyboard
        buttons = [button for row in _reply_rows(keyboard) for button in row if button["text"] == label]
        if not buttons or keyboard is None:
            raise LookupError(f"{self.first_name} sees no button {label!r} in place of the letters")
        self._puts_away(place, "one_time_keyboard")
        if "request_location" in buttons[0]:
            where: Json = dict(facts)
            return self.sends("location", chat=chat, reply_to=keyboard.message_id, **where)
        if "request_contact" in buttons[0]:
            own: Json = {"first_name": self.first_name, "user_id": self.id, **facts}
            return self.sends("contact", chat=chat, reply_to=keyboard.message_id, **own)
        return self.says(label, chat, reply_to=keyboard.message_id if chat else None)

    def hides_keyboard(self) -> int:
        """Also closes an open reply. The bot does not hear of it."""
        self._puts_away(self.chat, "keyboard")
        self._puts_away(self.chat, "force_reply")
        return 0

    def edits(self, message_id: int, text: str) -> int:
        message = self.chat.messages[message_id]
        message.content, message.edited_at = _worded(text), self.telegram.clock()
        return self.telegram.announce("edited_message", self.telegram.changed_message(message))

    def deletes(self, message_id: int) -> None:
        self.telegram.remove(self.chat.messages[message_id])

    def taps(self, label: str, chat: GroupChat | None = None) -> TapIds:
        """Taps the newest button with exactly this label. Raises LookupError if none is in sight."""
        place = chat.chat if chat else self.chat
        for message in reversed(place.messages.values()):
            button = seen(message).button(label)
            if button is not None and button.data is None:
                return TapIds(0, "")
            if button is not None:
                return self._taps(place, message.id, str(button.data))
        raise LookupError(f"{self.first_name} sees no button {label!r}, only {_newest_labels(place)}")

    def taps_data(self, data: str, message_id: int | None = None, chat: GroupChat | None = None) -> TapIds:
        """Sends any data, as a modified app can. Without `message_id`, on the newest message that has a keyboard."""
        place = chat.chat if chat else self.chat
        if message_id is None:
            keyed = [message.id for message in place.messages.values() if message.keyboard]
            message_id = keyed[-1] if keyed else place.last_id
        return self._taps(place, message_id, data)

    def blocks(self) -> int:
        return change_membership(self.telegram, self.chat, self.user, "kicked")

    def unblocks(self) -> int:
        return change_membership(self.telegram, self.chat, self.user, "member")

    def speaks(self, language: str) -> None:
        """Sets the language of their app. The bot hears of it with their next message or tap.

        Raises ValueError for text that is no language tag ("de", "pt-br").
        """
        if not _LANGUAGE.fullmatch(language):
            raise ValueError("a language is written as de, or pt-br")
        self.user["language_code"] = self.chat.language = language
        self.telegram.tell(self.id, "person", self.user)

    def deactivates(self) -> None:
        self.chat.deactivated = True

    # Sights.

    @property
    def sees(self) -> SeenMessage:
        """The bot's newest message; NOTHING, which is false, if there is none."""
        for message in reversed(self.chat.messages.values()):
            if message.by_bot:
                return seen(message)
        return NOTHING

    @property
    def messages(self) -> list[SeenMessage]:
        return list(map(seen, self.chat.messages.values()))

    @property
    def live_keyboards(self) -> list[SeenMessage]:
        return [seen(message) for message in self.chat.messages.values() if message.keyboard]

    @property
    def reply_keys(self) -> list[str]:
        return [button["text"] for row in _reply_rows(self.chat.reply_keyboard) for button in row]

    @property
    def pinned(self) -> list[int]:
        """Ids, the newest pin last: it is the one shown."""
        return self.chat.pinned

    @property
    def reactions(self) -> dict[int, str]:
        return {message.id: message.reaction for message in self.chat.messages.values() if message.reaction}

    @property
    def toasts(self) -> list[Toast]:
        return self.telegram.toasts.setdefault(self.id, [])

    @property
    def unanswered(self) -> list[str]:
        return [tap.query for tap in self.telegram.waiting.values() if tap.person == self.id]

    def _posts(
        self,
        content: Formatted,
        media: Media | None,
        group: GroupChat | None,
        reply_to: int | None = None,
        told: Json | None = None,
    ) -> int:
        place = group.chat if group else self._opened()
        message = self.telegram.persons_message(place, self.user)
        message.content, message.media, message.extras = content, media, told
        message.reply_to = place.messages.get(reply_to or self._asked_to_reply(place))
        wire = self.telegram.post(message)
        if not reaches_bot(message, self.telegram.me["username"]):
            return 0
        return self.telegram.announce("channel_post" if place.kind == "channel" else "message", wire)

    def _asked_to_reply(self, place: Chat) -> int:
        """The message that asks for a reply, to which apps open one; 0 if none does."""
        keyboard = place.reply_keyboard
        if keyboard is None or keyboard.hidden or "force_reply" not in keyboard.wire:
            return 0
        self._puts_away(place, "force_reply")
        return keyboard.message_id

    def _puts_away(self, place: Chat, kind: str) -> None:
        keyboard = place.reply_keyboard
        if keyboard is not None and not keyboard.hidden and kind in keyboard.wire:
            self.telegram.set_keyboard(place, replace(keyboard, hidden=True))

    def _opened(self) -> Chat:
        """Apps demand Start before the first message, and Restart after blocking."""
        if self.chat.membership == "kicked":
            self.unblocks()
        self.chat.membership = "member"
        return self.chat

    def _taps(self, place: Chat, message_id: int, data: str) -> TapIds:
        tap = self.telegram.tap(self.id, place, message_id)
        message = place.messages.get(message_id)
        gone = {"chat": place.brief, "message_id": message_id, "date": 0}
        body = {
            "id": tap.query,
            "from": self.user,
            "message": message_json(message) if message else gone,
            "chat_instance": place.instance,
            "data": data,
        }
        return TapIds(self.telegram.announce("callback_query", body), tap.query)


def _worded(text: str) -> Formatted:
    if not is_utf8(text):
        raise ValueError("Strings must be encoded in UTF-8")
    content = settled(Formatted(text))
    if not 0 < len(content.text) <= LONGEST_TEXT:
        raise ValueError("A message holds 1 to 4,096 characters")
    return content


def _newest_labels(place: Chat) -> list[str]:
    newest = next((message for message in reversed(place.messages.values()) if message.keyboard), None)
    return seen(newest).labels if newest else []


def _reply_rows(keyboard: ReplyKeyboard | None) -> list[list[Json]]:
    return keyboard.wire.get("keyboard", []) if keyboard else []
