"""Looks into a file: whether it is a picture, film or sound, and how large; draws the small pictures people send."""

import struct
import zlib
from dataclasses import dataclass

from bot.phone.files.mp4_boxes import mp4_look


@dataclass(frozen=True, slots=True)
class FileLook:
    """Width and height are in pixels, 0 for a sound. `seconds` is 0 where the file does not say."""

    mime: str
    width: int = 0
    height: int = 0
    seconds: float = 0.0
    plays_while_loading: bool = True


def file_look(content: bytes) -> FileLook | None:
    try:
        return _look(content)
    except (struct.error, IndexError):
        return None


def _look(content: bytes) -> FileLook | None:
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return FileLook("image/png", *struct.unpack(">II", content[16:24]))
    if content.startswith((b"GIF87a", b"GIF89a")):
        return FileLook("image/gif", *struct.unpack("<HH", content[6:10]))
    if content.startswith(b"\xff\xd8"):
        return _jpeg(content)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _webp(content)
    if content[4:8] == b"ftyp":
        return _mp4(content)
    return _sound(content)


def _sound(content: bytes) -> FileLook | None:
    if content.startswith(b"OggS"):
        return FileLook("audio/ogg")
    # A tag, or eleven set bits and a layer: how a frame of MPEG sound begins.
    begins_frame = content[:1] == b"\xff" and content[1] & 0xE0 == 0xE0 and content[1] & 0x06
    return FileLook("audio/mpeg") if content.startswith(b"ID3") or begins_frame else None


def _jpeg(content: bytes) -> FileLook | None:
    at = 2
    while content[at] == 0xFF:
        marker, size = content[at + 1], struct.unpack(">H", content[at + 2 : at + 4])[0]
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return FileLook("image/jpeg", width, height)
        at += 2 + size
    return None


def _webp(content: bytes) -> FileLook | None:
    match content[12:16]:
        case b"VP8X":
            width, height = (int.from_bytes(content[at : at + 3], "little") + 1 for at in (24, 27))
        case b"VP8L":
            bits = int.from_bytes(content[21:25], "little")
            width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 ":
            width, height = (value & 0x3FFF for value in struct.unpack("<HH", content[26:30]))
        case _:
            return None
    return FileLook("image/webp", width, height)


def _mp4(content: bytes) -> FileLook:
    """A film, unless all its tracks are sound. If it has no tracks, its brand decides."""
    look = mp4_look(content)
    is_sound = not look.width and (look.has_sound or content[8:11] == b"M4A")
    mime = "audio/mp4" if is_sound else "video/mp4"
    return FileLook(mime, look.width, look.height, look.seconds, look.plays_while_loading)


def plain_png(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    row = b"\0" + bytes(colour) * width
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(row * height)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
