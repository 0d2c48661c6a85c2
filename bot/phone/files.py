"""Keeps the files of one bot: their ids, what may be sent again as what, and their bytes for download."""

import hashlib
import re
import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass

from bot.phone.parameters import Json, Parameters, Upload
from bot.phone.pictures import Look, look
from bot.phone.refused import RefusedError

LARGEST_PHOTO = 10 << 20
LARGEST_DOWNLOAD = 20 << 20
LONGEST_SIDE = 10_000
LONGEST_SECONDS = 86_400
_PHOTO_SIDES = (90, 320, 800, 1280)
_LAST_SYMBOL = 4
_ID = struct.Struct(">4sIBB")
_BASE64 = re.compile(r"[A-Za-z0-9_-]*")
_KINDS = ("photo", "animation", "document", "video", "sticker", "voice", "audio", "video_note")
# Telegram keeps these as documents: one may be sent as the other.
_DOCUMENTS = {"animation", "document", "video", "audio", "voice", "sticker", "video_note"}


@dataclass(frozen=True, slots=True)
class StoredFile:
    serial: int
    kind: str
    name: str
    mime: str
    content: bytes
    width: int
    height: int
    duration: int = 0

    @property
    def path(self) -> str:
        ending = self.name.rpartition(".")[2] if "." in self.name else "bin"
        return f"{self.kind}s/file_{self.serial}.{ending}"


class Files:
    """File ids are only good for the bot they were made for, as at Telegram."""

    def __init__(self, bot: int) -> None:
        self._owner = hashlib.sha256(str(bot).encode()).digest()[:4]
        self._files: dict[int, StoredFile] = {}
        self._paths: dict[str, StoredFile] = {}

    def keep(
        self, kind: str, upload: Upload, seen: Look | None, told: Parameters | None = None
    ) -> StoredFile:
        """`told` brings what the file itself does not say, once and for all: later calls by id change nothing."""
        told = told or Parameters()
        serial = len(self._files) + 1
        look_ = seen or Look("application/octet-stream", 0, 0)
        stored = StoredFile(
            serial, kind, upload.name, look_.mime, upload.content,
            width=look_.width or _bounded(told.integer("width"), LONGEST_SIDE),
            height=look_.height or _bounded(told.integer("height"), LONGEST_SIDE),
            duration=_bounded(told.integer("duration"), LONGEST_SECONDS),
        )  # fmt: skip
        self._files[serial] = self._paths[stored.path] = stored
        return stored

    def file_id(self, stored: StoredFile, size: int = 0) -> str:
        body = _ID.pack(self._owner, stored.serial, _KINDS.index(stored.kind), size)
        return _encoded(body + bytes([_LAST_SYMBOL]))

    def unique_id(self, stored: StoredFile, size: int = 0) -> str:
        return _encoded(b"AQ" + _ID.pack(b"\0" * 4, stored.serial, _KINDS.index(stored.kind), size)[3:])

    def found(self, file_id: str) -> StoredFile:
        """Raises RefusedError: garbage, an id of another bot, a file that is gone."""
        owner, serial, _, _ = _ID.unpack(_decoded(file_id))
        if owner != self._owner or serial not in self._files:
            raise RefusedError("Wrong file identifier/HTTP URL specified")
        return self._files[serial]

    def size_of(self, file_id: str) -> int:
        """Which of a photo's sizes an id stands for."""
        return int(_ID.unpack(_decoded(file_id))[3])

    def at(self, path: str) -> StoredFile | None:
        return self._paths.get(path)

    def by_serial(self, serial: int) -> StoredFile | None:
        return self._files.get(serial)


def _bounded(value: int, most: int) -> int:
    return max(0, min(value, most))


def _encoded(body: bytes) -> str:
    return urlsafe_b64encode(body).decode().rstrip("=")


def _decoded(file_id: str) -> bytes:
    text = file_id.rstrip("=")
    if len(text) % 4 == 1:
        raise _wrong_id("Wrong string length")
    if not _BASE64.fullmatch(text):
        raise _wrong_id("Wrong character in the string")
    body = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if len(body) != _ID.size + 1 or body[-1] != _LAST_SYMBOL:
        raise _wrong_id("can't unserialize it. Wrong last symbol")
    return body[:-1]


def _wrong_id(reason: str) -> RefusedError:
    return RefusedError(f"Wrong remote file identifier specified: {reason}")


Source = Upload | str


def given_file(given: Parameters, kind: str) -> Source:
    """The first stage: a part of that name, attach://name, a file id or a link."""
    if kind in given.files:
        return given.files[kind]
    text = given.text(kind)
    if not text:
        raise RefusedError(f"There is no {kind} in the request")
    return attached(given, text)


def attached(given: Parameters, text: str) -> Source:
    if not text.startswith("attach://"):
        return text
    upload = given.files.get(text.removeprefix("attach://"))
    if upload is None:
        raise RefusedError("Can't find the attached file")
    return upload


def settled_file(files: Files, source: Source, kind: str, told: Parameters) -> StoredFile:
    """The later stage: the file as Telegram keeps it; `told` brings width, height and duration. Raises RefusedError."""
    if isinstance(source, Upload):
        return _uploaded(files, source, kind, told)
    if "." in source:
        raise RefusedError("Failed to get HTTP URL content")
    stored = files.found(source)
    if not (stored.kind == kind or {stored.kind, kind} <= _DOCUMENTS):
        raise RefusedError(f"Can't use file of type {stored.kind.title()} as {kind.title()}")
    return stored


def _uploaded(files: Files, upload: Upload, kind: str, told: Parameters) -> StoredFile:
    size = len(upload.content)
    if not size:
        raise RefusedError("File must be non-empty")
    if kind == "photo" and size > LARGEST_PHOTO:
        raise RefusedError(
            f"File of size {size} bytes is too big for a photo; the maximum size is {LARGEST_PHOTO} bytes"
        )
    seen = look(upload.content)
    if kind == "photo":
        _check_photo(seen)
    elif kind == "animation" and (seen is None or seen.mime not in {"image/gif", "video/mp4"}):
        kind = "document"
    return files.keep(kind, upload, seen, told)


def _check_photo(seen: Look | None) -> None:
    if seen is None or not seen.mime.startswith("image/"):
        raise RefusedError("IMAGE_PROCESS_FAILED")
    longer, shorter = max(seen.width, seen.height), min(seen.width, seen.height)
    if not shorter or longer + shorter > 10_000 or longer > 20 * shorter:
        raise RefusedError("PHOTO_INVALID_DIMENSIONS")


def file_json(files: Files, stored: StoredFile, size: int = 0) -> Json:
    return {
        "file_id": files.file_id(stored, size),
        "file_unique_id": files.unique_id(stored, size),
        "file_size": len(stored.content),
    }


def photo_json(files: Files, stored: StoredFile) -> list[Json]:
    """Several sizes, smallest first, never larger than the picture itself."""
    longer = max(stored.width, stored.height)
    sides = [side for side in _PHOTO_SIDES if side < longer] + [longer]
    return [_photo_size(files, stored, number, side / longer) for number, side in enumerate(sides[:4])]


def _photo_size(files: Files, stored: StoredFile, number: int, scale: float) -> Json:
    size = {"width": max(1, round(stored.width * scale)), "height": max(1, round(stored.height * scale))}
    return {**file_json(files, stored, number), **size}


def animation_json(files: Files, stored: StoredFile) -> Json:
    """Telegram turns a GIF into a silent MP4 and says so."""
    return {
        **file_json(files, stored),
        "width": stored.width,
        "height": stored.height,
        "duration": stored.duration,
        "file_name": stored.name,
        "mime_type": "video/mp4",
    }
