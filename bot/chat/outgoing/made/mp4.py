"""Reads from an MP4 how large it is and how long it runs, so that a phone makes room for it before it is loaded."""

import struct
from collections.abc import Iterator

_FIXED_POINT = 16
"""Width and height are written with so many bits behind the point."""


def film_measures(content: bytes) -> dict[str, int]:
    """Width and height in pixels, duration in whole seconds, under Telegram's names. Empty if it is no MP4."""
    try:
        moov = _box(content, b"moov")
        seconds = _seconds(_box(moov, b"mvhd"))
        width, height = next(size for size in map(_size, _tracks(moov)) if all(size))
    except (struct.error, StopIteration, ZeroDivisionError):
        return {}
    return {"width": width, "height": height, "duration": max(1, round(seconds))}


def _tracks(moov: bytes) -> Iterator[bytes]:
    return (_box(body, b"tkhd") for name, body in _boxes(moov) if name == b"trak")


def _seconds(mvhd: bytes) -> float:
    layout, at = (">IQ", 20) if mvhd[0:1] == b"\x01" else (">II", 12)
    per_second, length = struct.unpack_from(layout, mvhd, at)
    return float(length / per_second)


def _size(tkhd: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", tkhd[-8:])
    return width >> _FIXED_POINT, height >> _FIXED_POINT


def _box(content: bytes, wanted: bytes) -> bytes:
    return next(body for name, body in _boxes(content) if name == wanted)


def _boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(content):
        size, name = struct.unpack_from(">I4s", content, at)
        if size < 8:
            return
        yield name, content[at + 8 : at + size]
        at += size
