"""The first bytes of films, sounds and pictures: enough for the phone to know what they are."""

import struct

from bot.phone.files.first_bytes import plain_png


def mp4(width: int, height: int) -> bytes:
    """A film with one track of that size."""
    track = b"\0" * 76 + struct.pack(">II", width << 16, height << 16)
    return b"\0\0\0\x18ftypisom" + b"\0" * 12 + struct.pack(">I", len(track) + 8) + b"tkhd" + track


def png_head(width: int, height: int) -> bytes:
    """As much of a picture as tells its size."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height) + b"\x08\x02\0\0\0"


PNG = plain_png(300, 200, (1, 2, 3))
GIF = b"GIF89a\x40\x01\xf0\x00" + b"\0" * 20
FILM = mp4(640, 360)
SONG = b"ID3\x04" + b"\0" * 20
SPEECH = b"OggS" + b"\0" * 20
TALK = b"\0\0\0\x18ftypM4A " + b"\0" * 12
PAPER = b"%PDF-1.7 and so on"
