"""A message as the person sees it, in values for tests and for the page: words, buttons, picture."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from bot.phone.given.parameters import Json
from bot.phone.state.chats import Message
from bot.phone.text.formatted import Formatted

_TAGS = {
    "bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "spoiler": "tg-spoiler", "code": "code",
    "pre": "pre", "blockquote": "blockquote", "expandable_blockquote": "blockquote", "text_link": "a",
    "date_time": "tg-time", "custom_emoji": "tg-emoji",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SeenButton:
    """`data` goes to the bot; a button with a link or a text to copy has none."""

    label: str
    data: str | None = None
    style: str | None = None
    url: str | None = None
    copies: str | None = None


@dataclass(frozen=True, slots=True)
class SeenPicture:
    """`kind` is "photo", "animation" or any other kind of file; `serial` tells two files apart.

    `poster` is the picture that stands for it until it plays, a cover or a thumbnail; empty without one.
    """

    kind: str
    serial: int
    name: str
    mime: str
    width: int
    height: int
    content: bytes
    duration: int = 0
    title: str = ""
    performer: str = ""
    poster: bytes = b""


@dataclass(frozen=True, slots=True)
class SeenMessage:
    """Without a message there is NOTHING, which is false and has no words.

    `place` is latitude and longitude; `album` is the same for all messages that belong together.
    """

    id: int
    text: str
    html: str = ""
    entities: tuple[Json, ...] = ()
    buttons: tuple[tuple[SeenButton, ...], ...] = ()
    picture: SeenPicture | None = None
    kind: str = "text"
    by_bot: bool = True
    silent: bool = False
    edited: bool = False
    reaction: str | None = None
    reply_to: int = 0
    quote: str = ""
    album: str = ""
    place: tuple[float, float] | None = None

    def __bool__(self) -> bool:
        return self.id != 0

    @property
    def labels(self) -> list[str]:
        return [button.label for row in self.buttons for button in row]

    @property
    def moves(self) -> bool:
        return self.kind == "animation"

    def button(self, label: str) -> SeenButton | None:
        return next((button for row in self.buttons for button in row if button.label == label), None)


NOTHING = SeenMessage(0, "")


def seen(message: Message) -> SeenMessage:
    media = message.media
    return SeenMessage(
        id=message.id,
        text=message.content.text,
        html=as_html(message.content),
        entities=message.content.entities,
        buttons=tuple(tuple(map(_button, row)) for row in message.keyboard or ()),
        picture=_picture(message),
        kind=media.kind if media else "text",
        by_bot=message.by_bot,
        silent=message.silent,
        edited=message.edited_at is not None,
        reaction=message.reaction,
        reply_to=message.reply_to.id if message.reply_to else 0,
        quote=(message.extras or {}).get("quote", {}).get("text", ""),
        album=message.album,
        place=_place(message),
    )


def _place(message: Message) -> tuple[float, float] | None:
    where = message.media.wire.get("location") if message.media else None
    return (where["latitude"], where["longitude"]) if where else None


def _button(button: Json) -> SeenButton:
    copied = button.get("copy_text") or {}
    return SeenButton(
        button["text"],
        button.get("callback_data"),
        button.get("style"),
        button.get("url"),
        copied.get("text"),
    )


def _picture(message: Message) -> SeenPicture | None:
    file = message.media.file if message.media else None
    if message.media is None or file is None:
        return None
    return SeenPicture(
        message.media.kind,
        file.serial,
        file.name,
        file.mime,
        file.width,
        file.height,
        file.content,
        file.facts.duration,
        file.facts.title,
        file.facts.performer,
        message.media.poster.content if message.media.poster else b"",
    )


def as_html(content: Formatted) -> str:
    """Nearly the text that the bot sent. Entities that Telegram found by itself stay plain."""
    return marked(content, _tags)


def _tags(entity: Json, _words: str) -> tuple[str, str] | None:
    tag = _TAGS.get(entity["type"])
    return (f"<{tag}{_attributes(entity)}>", f"</{tag}>") if tag else None


def marked(content: Formatted, tags: Callable[[Json, str], tuple[str, str] | None]) -> str:
    units = content.text.encode("utf-16-le")
    marks: list[tuple[int, int, int, str]] = []
    for rank, entity in enumerate(content.entities):
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if pair := tags(entity, units[start * 2 : end * 2].decode("utf-16-le")):
            # At one place tags close inner first, then open outer first.
            marks += [(start, 1, rank, pair[0]), (end, 0, -rank, pair[1])]
    parts, at = [], 0
    for offset, _, _, mark in sorted(marks):
        parts += [escape(units[at * 2 : offset * 2].decode("utf-16-le"), quote=False), mark]
        at = offset
    return "".join(parts) + escape(units[at * 2 :].decode("utf-16-le"), quote=False)


def _attributes(entity: Json) -> str:
    match entity["type"]:
        case "expandable_blockquote":
            return " expandable"
        case "text_link":
            return f' href="{escape(entity["url"])}"'
        case "date_time":
            shape = entity.get("date_time_format")
            return f' unix="{entity["unix_time"]}"' + (f' format="{shape}"' if shape else "")
        case "custom_emoji":
            return f' emoji-id="{entity["custom_emoji_id"]}"'
        case _:
            return ""
