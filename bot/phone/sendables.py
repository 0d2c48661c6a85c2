"""What people send besides words: stickers, voices, pictures, places, contacts."""

from bot.phone.chats import Media
from bot.phone.files import Files, StoredFile, file_json, photo_json
from bot.phone.parameters import Json, Upload
from bot.phone.pictures import Look, look, plain_png

_FILES: dict[str, tuple[str, str, Json]] = {
    "sticker": ("sticker.webp", "image/webp", {
        "type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False, "emoji": "🙂",
    }),
    "voice": ("voice.ogg", "audio/ogg", {"duration": 3, "mime_type": "audio/ogg"}),
    "audio": ("song.mp3", "audio/mpeg", {"duration": 60, "mime_type": "audio/mpeg", "title": "Song"}),
    "video": ("video.mp4", "video/mp4", {"width": 640, "height": 360, "duration": 5, "mime_type": "video/mp4"}),
    "video_note": ("note.mp4", "video/mp4", {"length": 240, "duration": 5}),
    "animation": ("loop.mp4", "video/mp4", {"width": 320, "height": 240, "duration": 2, "mime_type": "video/mp4"}),
    "document": ("paper.pdf", "application/pdf", {"file_name": "paper.pdf", "mime_type": "application/pdf"}),
}  # fmt: skip
_PLACE = {"latitude": 52.5163, "longitude": 13.3777}
_FACTS: dict[str, Json] = {
    "location": {"location": _PLACE},
    "venue": {"venue": {"location": _PLACE, "title": "The gate", "address": "At the square"}, "location": _PLACE},
    "contact": {"contact": {"phone_number": "+4930000000", "first_name": "Cleo"}},
    "dice": {"dice": {"emoji": "🎲", "value": 4}},
    "story": {"story": {"chat": {"id": 777, "type": "private", "first_name": "Cleo"}, "id": 1}},
}  # fmt: skip

KINDS = ("photo", *_FILES, *_FACTS)


def sendable(files: Files, what: str) -> Media:
    """Raises LookupError for a kind that nobody sends here."""
    if what == "photo":
        stored = _photo(files)
        return Media(what, {what: photo_json(files, stored)}, stored)
    if what in _FACTS:
        return Media(what, _FACTS[what])
    name, mime, fields = _FILES[what]
    stored = files.keep(what, Upload(name, f"a {what}".encode()), Look(mime, 0, 0))
    return Media(what, {what: {**file_json(files, stored), **fields}}, stored)


def _photo(files: Files) -> StoredFile:
    content = plain_png(64, 48, (120, 160, 200))
    return files.keep("photo", Upload("photo.png", content), look(content))
