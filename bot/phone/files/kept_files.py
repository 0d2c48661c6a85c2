"""Keeps the files of one bot: their ids, what is known of them, and their bytes for download."""

import hashlib
import re
import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from typing import Self

from bot.phone.given.parameters import Json, Parameters, Upload
from bot.phone.given.refused import RefusedError

LARGEST_DOWNLOAD = 20 << 20
LONGEST_SIDE = 10_000
LONGEST_SECONDS = 86_400
_PHOTO_SIDES = (90, 320, 800, 1280)
_LAST_SYMBOL = 4
_ID = struct.Struct(">4sIBB")
_BASE64 = re.compile(r"[A-Za-z0-9_-]*")
_KINDS = (
    "photo", "animation", "document", "video", "sticker", "voice", "audio", "video_note", "thumbnail", "profile_photo",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FileFacts:
    """The facts stay as they were at the first upload: later calls by the same id change nothing."""

    width: int = 0
    height: int = 0
    duration: int = 0
    title: str = ""
    performer: str = ""

    @classmethod
    def told(cls, told: Parameters, width: int = 0, height: int = 0) -> Self:
        """The size found in the bytes wins over the size that the caller tells."""
        return cls(
            width or _bounded(told.integer("width"), LONGEST_SIDE),
            height or _bounded(told.integer("height"), LONGEST_SIDE),
            _bounded(told.integer("duration"), LONGEST_SECONDS),
            told.text("title").strip(),
            told.text("performer").strip(),
        )


@dataclass(frozen=True, slots=True)
class StoredFile:
    serial: int
    kind: str
    name: str
    mime: str
    content: bytes
    facts: FileFacts = FileFacts()
    thumbnail: "StoredFile | None" = None

    @property
    def width(self) -> int:
        return self.facts.width

    @property
    def height(self) -> int:
        return self.facts.height

    @property
    def path(self) -> str:
        ending = self.name.rpartition(".")[2] if "." in self.name else "bin"
        return f"{self.kind}s/file_{self.serial}.{ending}"


class KeptFiles:
    """A file id is only good for the bot it was made for, as at Telegram."""

    def __init__(self, bot: int) -> None:
        self._owner = hashlib.sha256(str(bot).encode()).digest()[:4]
        self._files: dict[int, StoredFile] = {}
        self._paths: dict[str, StoredFile] = {}
        self._forgotten = 0

    def keep(
        self,
        kind: str,
        upload: Upload,
        mime: str,
        facts: FileFacts = FileFacts(),
        thumbnail: StoredFile | None = None,
    ) -> StoredFile:
        serial = len(self._files) + 1
        stored = StoredFile(serial, kind, upload.name, mime, upload.content, facts, thumbnail)
        self._files[serial] = self._paths[stored.path] = stored
        return stored

    def file_id(self, stored: StoredFile, size: int = 0) -> str:
        body = _ID.pack(self._owner, stored.serial, _KINDS.index(stored.kind), size)
        return _encoded(body + bytes([_LAST_SYMBOL]))

    def unique_id(self, stored: StoredFile, size: int = 0) -> str:
        return _encoded(b"AQ" + _ID.pack(b"\0" * 4, stored.serial, _KINDS.index(stored.kind), size)[3:])

    def found(self, file_id: str) -> StoredFile | None:
        """None for an id of another bot, or of a file that is gone. Raises RefusedError for text that is no id at all."""
        owner, serial, _, _ = _ID.unpack(_decoded(file_id))
        return self._files.get(serial) if owner == self._owner and serial > self._forgotten else None

    def size_of(self, file_id: str) -> int:
        return int(_ID.unpack(_decoded(file_id))[3])

    def at(self, path: str) -> StoredFile | None:
        return self._paths.get(path)

    def forget(self) -> None:
        self._forgotten = len(self._files)

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


def file_json(files: KeptFiles, stored: StoredFile, size: int = 0) -> Json:
    return {
        "file_id": files.file_id(stored, size),
        "file_unique_id": files.unique_id(stored, size),
        "file_size": len(stored.content),
    }


def photo_json(files: KeptFiles, stored: StoredFile) -> list[Json]:
    longer = max(stored.width, stored.height)
    sides = [side for side in _PHOTO_SIDES if side < longer] + [longer]
    return [_photo_size(files, stored, number, side / longer) for number, side in enumerate(sides[:4])]


def _photo_size(files: KeptFiles, stored: StoredFile, number: int, scale: float) -> Json:
    size = {"width": max(1, round(stored.width * scale)), "height": max(1, round(stored.height * scale))}
    return {**file_json(files, stored, number), **size}
