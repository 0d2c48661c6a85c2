"""Gives a file its wire form in a message, by its kind."""

from dataclasses import replace
from typing import Any

from bot.phone.files.kept_files import KeptFiles, StoredFile, file_json, photo_json
from bot.phone.files.uploads import Picked, kept_file, told_mime
from bot.phone.given.parameters import Json
from bot.phone.state.chats import Media

_PICTURES = {"photo", "animation", "video"}
_STICKER = {
    "type": "regular",
    "width": 512,
    "height": 512,
    "is_animated": False,
    "is_video": False,
    "emoji": "👍",
}


def media_of(files: KeptFiles, picked: Picked) -> Media:
    stored = kept_file(files, picked)
    cover = kept_file(files, picked.cover) if picked.cover and stored.kind == "video" else None
    wire: Json = {stored.kind: file_fields(files, stored)}
    if cover is not None:
        wire["video"]["cover"] = photo_json(files, cover)
    start = picked.told.integer("start_timestamp")
    if stored.kind == "video" and start > 0:
        wire["video"]["start_timestamp"] = start
    if stored.kind in _PICTURES and picked.told.flag("has_spoiler"):
        wire["has_media_spoiler"] = True
    above = picked.told.flag("show_caption_above_media")
    return captioned(Media(stored.kind, wire, stored, cover), above=above)


def captioned(media: Media, *, above: bool) -> Media:
    wire = {name: value for name, value in media.wire.items() if name != "show_caption_above_media"}
    if above and media.kind in _PICTURES:
        wire["show_caption_above_media"] = True
    return replace(media, wire=wire)


def file_fields(files: KeptFiles, stored: StoredFile) -> Any:  # noqa: ANN401 - as Telegram has it
    if stored.kind == "photo":
        return photo_json(files, stored)
    return {**file_json(files, stored), **_details(files, stored)}


def _details(files: KeptFiles, stored: StoredFile) -> Json:
    facts = stored.facts
    size: Json = {"width": facts.width, "height": facts.height}
    duration: Json = {"duration": facts.duration}
    named: Json = {"file_name": stored.name, "mime_type": told_mime(stored.kind, stored.name)}
    match stored.kind:
        case "animation":
            # Telegram turns a GIF into a silent MP4 and says so.
            details = {**size, **duration, **named, "mime_type": "video/mp4"}
        case "video":
            details = {**size, **duration, **named}
        case "audio":
            details = {**duration, **_credits(stored), **named}
        case "voice":
            details = {**duration, "mime_type": named["mime_type"]}
        case "video_note":
            details = {"length": facts.width, **duration}
        case "sticker":
            details = _STICKER
        case _:
            details = named
    return {**details, **_thumbnail(files, stored.thumbnail)}


def _credits(stored: StoredFile) -> Json:
    credits_ = {"performer": stored.facts.performer, "title": stored.facts.title}
    return {name: value for name, value in credits_.items() if value}


def _thumbnail(files: KeptFiles, thumbnail: StoredFile | None) -> Json:
    if thumbnail is None:
        return {}
    size = {"width": thumbnail.width, "height": thumbnail.height}
    return {"thumbnail": {**file_json(files, thumbnail), **size}}
