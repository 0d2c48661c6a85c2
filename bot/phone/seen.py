"""What a person sees of a message: words, formatting, buttons, picture."""

from dataclasses import dataclass

from bot.phone.chats import Message
from bot.phone.files import StoredFile
from bot.phone.parameters import Json


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    data: str | None
    style: str | None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """`text` is the caption of a picture; offsets and lengths of `entities` are UTF-16 units."""

    id: int
    text: str
    entities: tuple[Json, ...]
    buttons: tuple[tuple[Button, ...], ...]
    kind: str
    picture: StoredFile | None
    silent: bool
    edited: bool
    by_bot: bool
    reaction: str | None

    @property
    def labels(self) -> list[str]:
        return [button.label for row in self.buttons for button in row]

    @property
    def moves(self) -> bool:
        return self.kind == "animation"

    def button(self, label: str) -> Button | None:
        return next((button for row in self.buttons for button in row if button.label == label), None)

    def marked(self, kind: str) -> list[str]:
        """The pieces of text that carry entities of that kind: marked("bold")."""
        units = self.text.encode("utf-16-le")
        return [
            units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")
            for entity in self.entities
            if entity["type"] == kind
        ]

    def __str__(self) -> str:
        who = "bot" if self.by_bot else "   "
        kind = "" if self.kind == "text" else f"({self.kind}) "
        rows = "".join("\n      " + " ".join(f"[{button.label}]" for button in row) for row in self.buttons)
        return f"{self.id:>4} {who} {kind}{self.text!r}{' (edited)' if self.edited else ''}{rows}"


def seen(message: Message) -> Seen:
    media = message.media
    return Seen(
        id=message.id,
        text=message.content.text,
        entities=message.content.entities,
        buttons=tuple(tuple(map(_button, row)) for row in message.keyboard or ()),
        kind=media.kind if media else "text",
        picture=media.file if media else None,
        silent=message.silent,
        edited=message.edited_at is not None,
        by_bot=message.by_bot,
        reaction=message.reaction,
    )


def _button(button: Json) -> Button:
    return Button(button["text"], button.get("callback_data"), button.get("style"), button.get("url"))
