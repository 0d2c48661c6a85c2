"""Finds and makes the boxes that an MP4 consists of."""

import struct
from collections.abc import Iterator

INSIDE = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl"})
"""Boxes that contain boxes, on the path to the places of pictures and sound."""


def boxes(content: bytes, at: int = 0, end: int | None = None) -> Iterator[tuple[bytes, int, int]]:
    end = len(content) if end is None else end
    while at + 8 <= end:
        size, name = struct.unpack_from(">I4s", content, at)
        if size < 8:
            return
        yield name, at, at + size
        at += size


def box(name: bytes, *parts: bytes) -> bytes:
    size = 8 + sum(map(len, parts))
    return b"".join((struct.pack(">I4s", size, name), *parts))
