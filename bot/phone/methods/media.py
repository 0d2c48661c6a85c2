"""Makes of a file the part of a message that shows it."""

from bot.phone.chats import Media
from bot.phone.files import Files, StoredFile, animation_json, file_json, photo_json
from bot.phone.parameters import Json, Parameters


def media_of(files: Files, stored: StoredFile, given: Parameters) -> Media:
    """`given` tells how it is shown."""
    wire: Json = {stored.kind: _shown(files, stored)}
    if given.flag("has_spoiler"):
        wire["has_media_spoiler"] = True
    if given.flag("show_caption_above_media"):
        wire["show_caption_above_media"] = True
    return Media(stored.kind, wire, stored)


def _shown(files: Files, stored: StoredFile) -> object:
    match stored.kind:
        case "photo":
            return photo_json(files, stored)
        case "animation":
            return animation_json(files, stored)
        case _:
            return {**file_json(files, stored), "file_name": stored.name, "mime_type": stored.mime}
