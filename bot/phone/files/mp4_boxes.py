"""Looks into an MP4: which tracks it has, how large and how long it is, and whether it plays while it is still loading."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

# Boxes whose content is more boxes, right behind their head.
_HOLDING = {b"moov", b"trak", b"mdia"}
_HEAD = struct.Struct(">I4s")


@dataclass(slots=True)
class Mp4:
    """Width and height are 0 if it has no picture. `seconds` is 0 where the file does not say.

    `plays_while_loading`: its index stands before the frames and sounds.
    """

    width: int = 0
    height: int = 0
    seconds: float = 0.0
    has_sound: bool = False
    plays_while_loading: bool = False


def mp4_look(content: bytes) -> Mp4:
    """Raises struct.error or IndexError for a file that breaks off."""
    look, order = Mp4(), []
    for name, box in _boxes(content):
        order.append(name)
        match name:
            case b"mvhd":
                look.seconds = _seconds(box)
            case b"tkhd":
                _add_size(look, box)
            case b"hdlr":
                look.has_sound |= box[8:12] == b"soun"
    look.plays_while_loading = b"moov" in order and b"mdat" not in order[: order.index(b"moov")]
    return look


def _boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + _HEAD.size <= len(content):
        size, name = _HEAD.unpack_from(content, at)
        head = _HEAD.size
        if size == 1:
            size, head = struct.unpack_from(">Q", content, at + head)[0], 16
        inside = at + head
        # Size 0 reaches to the end of the file. A size smaller than the head is no box.
        end = min(at + size, len(content)) if size else len(content)
        if end < inside:
            return
        yield name, b"" if name == b"mdat" else content[inside : inside if name in _HOLDING else end]
        at = inside if name in _HOLDING else end


def _seconds(box: bytes) -> float:
    at, form = (20, ">IQ") if box[0] else (12, ">II")
    scale, length = struct.unpack_from(form, box, at)
    return length / scale if scale else 0.0


def _add_size(look: Mp4, box: bytes) -> None:
    """The head of a track ends with its width and height as 16.16 numbers, 0 for a sound."""
    width, height = struct.unpack(">II", box[-8:])
    if width and height and not look.width:
        look.width, look.height = width >> 16, height >> 16
