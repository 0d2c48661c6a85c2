"""Gives stickers, voices, places and other things that people send their wire form."""

from bot.phone.files.first_bytes import FileLook, file_look, plain_png
from bot.phone.files.kept_files import FileFacts, KeptFiles
from bot.phone.files.uploads import told_mime
from bot.phone.given.parameters import Json, Upload
from bot.phone.state.chats import Media
from bot.phone.state.media import file_fields

_FILES: dict[str, tuple[str, FileFacts]] = {
    "sticker": ("sticker.webp", FileFacts(512, 512)),
    "voice": ("voice.ogg", FileFacts(duration=3)),
    "audio": ("song.mp3", FileFacts(duration=180, title="Song")),
    "document": ("paper.pdf", FileFacts()),
    "video": ("video.mp4", FileFacts(640, 480, 5)),
    "animation": ("loop.mp4", FileFacts(320, 240, 2)),
    "video_note": ("round.mp4", FileFacts(240, 240, 5)),
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


def sent_media(files: KeptFiles, kind: str, content: bytes | None, facts: Json) -> Media:
    """`content`: the bytes of the file; None: made up. `facts` replace fields of the inner object."""
    if kind in _PLAIN:
        wire = {name: dict(value) for name, value in _PLAIN[kind].items()}
        wire[kind].update(facts)
        return Media(kind, wire)
    if kind == "photo":
        upload = Upload("photo.png", content or plain_png(64, 48, (90, 140, 190)))
        picture = file_look(upload.content) or FileLook("image/png")
        stored = files.keep(kind, upload, picture.mime, FileFacts(picture.width, picture.height))
        return Media(kind, {kind: file_fields(files, stored)}, stored)
    if kind not in _FILES:
        raise ValueError(f"people of this phone send {', '.join(KINDS)}; not {kind!r}")
    name, known = _FILES[kind]
    upload = Upload(name, content or b"a file of the phone")
    seen = file_look(upload.content)
    stored = files.keep(kind, upload, seen.mime if seen else told_mime(kind, name), known)
    return Media(kind, {kind: {**file_fields(files, stored), **facts}}, stored)
