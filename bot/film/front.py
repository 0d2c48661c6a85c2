"""Moves the index of an MP4 to its front, so that a phone can start to play during the download."""

import struct
from collections.abc import Iterator

from bot.film.boxes import INSIDE, boxes

PLACES = b"stco"
PADDING = {b"free"}


def index_first(content: bytes) -> bytes:
    """Expects the index at the end of `content`. Drops boxes that only reserve space."""
    found = list(boxes(content))
    moov = next(content[at:end] for name, at, end in found if name == b"moov")
    rest = [(name, at, end) for name, at, end in found if name != b"moov" and name not in PADDING]
    (head, *_), mdat = rest, next(at for name, at, _ in found if name == b"mdat")
    shift = (head[2] - head[1]) + len(moov) - mdat
    return b"".join(
        (content[head[1] : head[2]], _shifted(moov, shift), *(content[at:end] for _, at, end in rest[1:]))
    )


def _shifted(moov: bytes, shift: int) -> bytes:
    moved = bytearray(moov)
    for at in _tables(moov, 8, len(moov)):
        (count,) = struct.unpack_from(">I", moov, at + 12)
        places = struct.unpack_from(f">{count}I", moov, at + 16)
        struct.pack_into(f">{count}I", moved, at + 16, *(place + shift for place in places))
    return bytes(moved)


def _tables(content: bytes, begin: int, end: int) -> Iterator[int]:
    for name, at, after in boxes(content, begin, end):
        if name == PLACES:
            yield at
        elif name in INSIDE:
            yield from _tables(content, at + 8, after)
