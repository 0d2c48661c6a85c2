"""Writes words and media of a recorded message as HTML, in the shapes of the page's own."""

from collections.abc import Callable
from html import escape

from bot.phone.files.kept_files import StoredFile
from bot.phone.given.parameters import Json
from bot.phone.state.chats import Media, Message
from bot.phone.state.seen_messages import marked
from bot.phone.text.formatted import Formatted

_TAGS = {
    "bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code", "pre": "pre",
    "blockquote": "blockquote", "expandable_blockquote": "blockquote",
}  # fmt: skip
_SAFE = ("http://", "https://", "mailto:", "tg:")


def words_html(content: Formatted) -> str:
    return marked(content, _tags)


def hidden_words(content: Formatted) -> str:
    units = list(content.text.encode("utf-16-le"))
    for entity in content.entities:
        if entity["type"] == "spoiler":
            start, end = entity["offset"] * 2, (entity["offset"] + entity["length"]) * 2
            units[start:end] = "▒".encode("utf-16-le") * entity["length"]
    return bytes(units).decode("utf-16-le")


def _tags(entity: Json, words: str) -> tuple[str, str] | None:
    kind = entity["type"]
    match kind:
        case "spoiler":
            return '<span class="spoiler" tabindex="0">', "</span>"
        case "date_time":
            return f'<time title="{entity["unix_time"]}">', "</time>"
        case "text_link":
            return _link(entity["url"])
        case "url":
            return _link(words if "://" in words else f"https://{words}")
        case "mention" | "bot_command" | "hashtag" | "cashtag" | "email" | "phone_number":
            return '<span class="link">', "</span>"
        case _:
            return (f"<{_TAGS[kind]}>", f"</{_TAGS[kind]}>") if kind in _TAGS else None


def _link(target: str) -> tuple[str, str]:
    if not target.lower().startswith(_SAFE):
        return '<span class="link">', "</span>"
    return f'<a class="link" rel="noopener noreferrer" href="{escape(target)}">', "</a>"


def media_html(message: Message) -> tuple[str, str]:
    """The HTML of the media and the CSS class of its message; both "" if there are only words."""
    media = message.media
    if media is None:
        return "", ""
    if media.file is not None and media.kind in _OF_FILES:
        draw, shape = _OF_FILES[media.kind]
        return draw(media, media.file), shape
    if media.kind in _OF_FACTS:
        return _OF_FACTS[media.kind](media.wire[media.kind]), "wide"
    return f"<em>{escape(media.kind.replace('_', ' '))}</em>", ""


def _photo(_: Media, file: StoredFile) -> str:
    return f'<div class="picture"><img alt="Picture" {_size(file)}></div>'


def _loop(_: Media, file: StoredFile) -> str:
    if not file.mime.startswith("video/"):
        return _photo(_, file)
    return f'<div class="picture"><video loop muted autoplay playsinline {_size(file)}></video></div>'


def _film(media: Media, file: StoredFile) -> str:
    still = f' data-poster="{media.poster.serial}"' if media.poster else ""
    return f'<div class="picture"><video controls playsinline {_size(file)}{still}></video></div>'


def _round_film(_: Media, file: StoredFile) -> str:
    return f'<div class="picture round-film"><video controls playsinline data-file="{file.serial}"></video></div>'


def _size(file: StoredFile) -> str:
    size = f' width="{file.width}" height="{file.height}"' if file.width and file.height else ""
    return f'data-file="{file.serial}"{size}'


def _sound(media: Media, file: StoredFile) -> str:
    about = media.wire[media.kind]
    title = about.get("title") or about.get("file_name") or "Voice message"
    front = f'<img class="front" alt="" data-file="{media.poster.serial}">' if media.poster else ""
    player = f'<audio controls data-file="{file.serial}"></audio>'
    return f'<div class="sound">{front}{_facts(title, about.get("performer", ""))}{player}</div>'


def _paper(_: Media, file: StoredFile) -> str:
    badge = f'<span class="badge">{escape(file.name.rpartition(".")[2][:4])}</span>'
    facts = _facts(file.name, f"{len(file.content)} B")
    return f'<a class="paper" download="{escape(file.name)}" data-file="{file.serial}">{badge}{facts}</a>'


def _sticker(media: Media, _: StoredFile) -> str:
    return _large(media.wire[media.kind])


def _large(about: Json) -> str:
    return f'<div class="sticker">{escape(about.get("emoji", ""))}</div>'


def _place(about: Json) -> str:
    where = about.get("location", about)
    told = f"{where['latitude']:.4f}, {where['longitude']:.4f}"
    return f'<div class="place"><span class="map"></span>{_facts(about.get("title", "Location"), told)}</div>'


def _contact(about: Json) -> str:
    return f'<div class="place">{_facts(about["first_name"], about["phone_number"])}</div>'


def _facts(title: str, about: str) -> str:
    return f'<span class="facts"><b dir="auto">{escape(title)}</b><span>{escape(about)}</span></span>'


_OF_FILES: dict[str, tuple[Callable[[Media, StoredFile], str], str]] = {
    "photo": (_photo, "pictured"),
    "animation": (_loop, "pictured"),
    "video": (_film, "pictured"),
    "video_note": (_round_film, "pictured"),
    "audio": (_sound, "wide"),
    "voice": (_sound, "wide"),
    "document": (_paper, "wide"),
    "sticker": (_sticker, ""),
}
_OF_FACTS: dict[str, Callable[[Json], str]] = {
    "location": _place,
    "venue": _place,
    "contact": _contact,
    "dice": _large,
}
