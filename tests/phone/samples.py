"""The first bytes of films, sounds and pictures: enough for the phone to know what they are."""

import struct

from bot.phone.files.first_bytes import plain_png


def box(name: bytes, *inside: bytes) -> bytes:
    content = b"".join(inside)
    return struct.pack(">I4s", len(content) + 8, name) + content


def mp4(brand: bytes, handler: bytes, seconds: float = 0, width: int = 0, height: int = 0) -> bytes:
    """One track, described and empty; `seconds` 0 for a length that is not told."""
    movie = box(b"mvhd", b"\0" * 12, struct.pack(">II", 1000, round(seconds * 1000)))
    head = box(b"tkhd", b"\0" * 76, struct.pack(">II", width << 16, height << 16))
    track = box(b"trak", head, box(b"mdia", box(b"hdlr", b"\0" * 8, handler)))
    return box(b"ftyp", brand, b"\0" * 12) + box(b"moov", movie, track) + box(b"mdat")


def jpeg_head(width: int, height: int) -> bytes:
    """As much of a picture as tells its size."""
    return b"\xff\xd8\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width) + b"\0" * 20


def png_head(width: int, height: int) -> bytes:
    """As much of a picture as tells its size."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height) + b"\x08\x02\0\0\0"


PNG = plain_png(300, 200, (1, 2, 3))
GIF = b"GIF89a\x40\x01\xf0\x00" + b"\0" * 20
FILM = mp4(b"isom", b"vide", width=640, height=360)
STILL = jpeg_head(320, 200)
SONG = b"ID3\x04" + b"\0" * 20
SPEECH = b"OggS" + b"\0" * 20
TALK = b"\0\0\0\x18ftypM4A " + b"\0" * 12
PAPER = b"%PDF-1.7 and so on"
