"""What people send besides words: the wire form of stickers, voices, places and the like."""

from bot.phone.chats import Media
from bot.phone.files import Files, StoredFile, file_json, photo_json
from bot.phone.parameters import Json, Upload
from bot.phone.pictures import look, plain_png

_FILES: dict[str, tuple[str, Json]] = {
    "sticker": (
        "sticker.webp",
        {
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "emoji": "👍",
        },
    ),
    "voice": ("voice.ogg", {"duration": 3, "mime_type": "audio/ogg"}),
    "audio": ("song.mp3", {"duration": 180, "mime_type": "audio/mpeg", "title": "Song"}),
    "document": ("paper.pdf", {"file_name": "paper.pdf", "mime_type": "application/pdf"}),
    "video": ("video.mp4", {"width": 640, "height": 480, "duration": 5, "mime_type": "video/mp4"}),
    "animation": ("loop.mp4", {"width": 320, "height": 240, "duration": 2, "mime_type": "video/mp4"}),
    "video_note": ("round.mp4", {"length": 240, "duration": 5}),
}
_PLAIN: dict[str, Json] = {
    "location": {"location": {"latitude": 52.52, "longitude": 13.405}},
    "contact": {"contact": {"phone_number": "+4930123456", "first_name": "Ana"}},
    "dice": {"dice": {"emoji": "🎲", "value": 4}},
    "venue": {
        "venue": {
            "location": {"latitude": 52.52, "longitude": 13.405},
            "title": "Park",
            "address": "Berlin",
        },
        "location": {"latitude": 52.52, "longitude": 13.405},
    },
}
KINDS = (*_FILES, *_PLAIN, "photo")


def sent_media(files: Files, kind: str, content: bytes | None, facts: Json) -> Media:
    """`content` is the file's bytes (made up when None); `facts` stand in for fields of the inner object."""
    if kind in _PLAIN:
        wire = {name: dict(value) for name, value in _PLAIN[kind].items()}
        wire[kind].update(facts)
        return Media(kind, wire)
    if kind == "photo":
        stored = _keep(files, kind, "photo.png", content or plain_png(64, 48, (90, 140, 190)))
        return Media(kind, {"photo": photo_json(files, stored)}, stored)
    if kind not in _FILES:
        raise ValueError(f"people of this phone send {', '.join(KINDS)}; not {kind!r}")
    name, fields = _FILES[kind]
    stored = _keep(files, kind, name, content or b"a file of the phone")
    return Media(kind, {kind: {**file_json(files, stored), **fields, **facts}}, stored)


def _keep(files: Files, kind: str, name: str, content: bytes) -> StoredFile:
    return files.keep(kind, Upload(name, content), look(content))
