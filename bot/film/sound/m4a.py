"""Reads and writes M4A files with one track of AAC. Loads no library, since somebody waits for the first sound."""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from bot.content.sound_encoding import FRAME, RATE
from bot.film.boxes import INSIDE, box, boxes

SECOND = 1000
"""A whole file is measured in parts of a second, its track in samples."""

LARGEST_CHUNK = 1 << 20
"""Bytes. A player finds packets by the chunk they are in."""

UNTURNED = struct.pack(">9i", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
"""How the picture lies; a sound must say it as well."""
AS_IT_IS = 1 << 16
"""The pace: unchanged."""
LOUD = 0x0100
"""The volume: unchanged."""
NO_LANGUAGE = 0x55C4
AAC, SOUND = 0x40, 0x15
LEFT_OUT = -1
"""After a jump, the first packet is left out."""

STREAM, DECODER, SETTINGS, ORDER = 3, 4, 5, 6
"""Tags in the description of a stream, the first three one within the other."""
BEFORE_NEXT = {STREAM: 3, DECODER: 13, SETTINGS: 0}
"""Bytes in each before the next one."""


class NoSound(Exception):
    """The file is not one of these."""


def read_sound(content: bytes) -> tuple[list[bytes], bytes]:
    """The packets, and the settings of their decoder. Raises NoSound. Expects one chunk: a clip is small."""
    try:
        tables = dict(_tables(content, 0, len(content)))
        return list(_packets(content, tables)), _settings(content, tables[b"stsd"])
    except (struct.error, LookupError, ValueError) as error:
        raise NoSound from error


def _tables(content: bytes, begin: int, end: int) -> Iterator[tuple[bytes, int]]:
    for name, at, after in boxes(content, begin, end):
        if name in INSIDE:
            yield from _tables(content, at + 8, after)
        else:
            yield name, at


def _packets(content: bytes, tables: dict[bytes, int]) -> Iterator[bytes]:
    same, count = struct.unpack_from(">2I", content, tables[b"stsz"] + 12)
    sizes = (same,) * count if same else struct.unpack_from(f">{count}I", content, tables[b"stsz"] + 20)
    chunks, first = struct.unpack_from(">2I", content, tables[b"stco"] + 12)
    if chunks != 1 or first + sum(sizes) > len(content):
        raise NoSound
    for at, size in zip(accumulate(sizes, initial=first), sizes, strict=False):
        yield content[at : at + size]


def _settings(content: bytes, stsd: int) -> bytes:
    at, size = content.index(b"esds", stsd) + 8, 0
    for tag, before in BEFORE_NEXT.items():
        if content[at] != tag:
            raise NoSound
        size, at = _length(content, at + 1)
        at += before
    return content[at : at + size]


def _length(content: bytes, at: int) -> tuple[int, int]:
    number = 0
    while content[at] >= 0x80:
        number, at = number << 7 | content[at] & 0x7F, at + 1
    return number << 7 | content[at], at + 1


@dataclass(frozen=True)
class M4A:
    """`settings`: of the decoder. `skipped`: packets at the beginning that a player leaves out."""

    packets: Sequence[bytes]
    settings: bytes
    title: str = ""
    skipped: int = 0

    def written(self) -> bytes:
        """Puts the index first, so that a phone can play during the download."""
        kind = box(b"ftyp", b"M4A \0\0\2\0M4A isomiso2")
        first_packet = len(kind) + len(self._index(0)) + 8
        return kind + self._index(first_packet) + box(b"mdat", *self.packets)

    def _index(self, first_packet: int) -> bytes:
        length = _duration(len(self.packets) - self.skipped)
        pace = struct.pack(">IH10x", AS_IT_IS, LOUD)
        times = struct.pack(">4I", 0, 0, SECOND, length)
        movie = _table(b"mvhd", times, pace, UNTURNED, bytes(24), struct.pack(">I", 2))
        return box(b"moov", movie, self._track(length, first_packet), _titled(self.title))

    def _track(self, length: int, first_packet: int) -> bytes:
        named = struct.pack(">5I8x", 0, 0, 1, 0, length)
        head = _table(b"tkhd", named, struct.pack(">HHHxx", 0, 1, LOUD), UNTURNED, bytes(8), flags=3)
        left = _duration(len(self.packets)) - _duration(self.skipped)
        edit = _table(b"elst", struct.pack(">IIiI", 1, left, self.skipped * FRAME, AS_IT_IS))
        return box(b"trak", head, box(b"edts", edit), self._media(first_packet))

    def _media(self, first_packet: int) -> bytes:
        samples = len(self.packets) * FRAME
        head = _table(b"mdhd", struct.pack(">4IHxx", 0, 0, RATE, samples, NO_LANGUAGE))
        handler = _table(b"hdlr", b"\0\0\0\0soun", bytes(12), b"SoundHandler\0")
        here = _table(b"dref", struct.pack(">I", 1), _table(b"url ", flags=1))
        inner = (_table(b"smhd", bytes(4)), box(b"dinf", here), box(b"stbl", *self._places(first_packet)))
        return box(b"mdia", head, handler, box(b"minf", *inner))

    def _places(self, first_packet: int) -> Iterator[bytes]:
        count, sizes = len(self.packets), [len(packet) for packet in self.packets]
        yield _table(b"stsd", struct.pack(">I", 1), self._described(sum(sizes)))
        yield _table(b"stts", struct.pack(">3I", 1, count, FRAME))
        chunks = list(_chunks(sizes))
        yield _table(b"stsc", *_runs([many for many, _ in chunks]))
        same, listed = (sizes[0], []) if len(set(sizes)) == 1 else (0, sizes)
        yield _table(b"stsz", struct.pack(f">2I{len(listed)}I", same, count, *listed))
        places = list(accumulate((size for _, size in chunks[:-1]), initial=first_packet))
        yield _table(b"stco", struct.pack(f">I{len(places)}I", len(places), *places))
        yield _table(b"sgpd", b"roll", struct.pack(">2Ih", 2, 1, LEFT_OUT), version=1)
        yield _table(b"sbgp", b"roll", struct.pack(">3I", 1, count, 1))

    def _described(self, size: int) -> bytes:
        rate = size * 8 * RATE // (len(self.packets) * FRAME)
        order = _tagged(ORDER, b"\2")
        how = struct.pack(">BBxxxII", AAC, SOUND, rate, rate)
        stream = struct.pack(">Hx", 1) + _tagged(DECODER, how + _tagged(SETTINGS, self.settings)) + order
        channels = struct.pack(">6xH8xHH4xI", 1, 1, 16, RATE << 16)
        return box(b"mp4a", channels, _table(b"esds", _tagged(STREAM, stream)))


def _duration(packets: int) -> int:
    """In parts of a second, rounded up."""
    return -(-packets * FRAME * SECOND // RATE)


def _chunks(sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    many, taken = 0, 0
    for size in sizes:
        if many and taken + size >= LARGEST_CHUNK:
            yield many, taken
            many, taken = 0, 0
        many, taken = many + 1, taken + size
    yield many, taken


def _runs(chunks: Sequence[int]) -> Iterator[bytes]:
    """One entry for each run of chunks with equally many packets; it holds the number of its first chunk, from 1."""
    runs = [(many, len(list(alike))) for many, alike in groupby(chunks)]
    yield struct.pack(">I", len(runs))
    firsts = accumulate((count for _, count in runs), initial=1)
    for first, (many, _) in zip(firsts, runs, strict=False):
        yield struct.pack(">3I", first, many, 1)


def _titled(title: str) -> bytes:
    handler = _table(b"hdlr", b"\0\0\0\0mdirappl", bytes(9))
    named = box(b"\xa9nam", box(b"data", struct.pack(">2I", 1, 0), title.encode())) if title else b""
    return box(b"udta", _table(b"meta", handler, box(b"ilst", named)))


def _table(name: bytes, *parts: bytes, version: int = 0, flags: int = 0) -> bytes:
    return box(name, struct.pack(">I", version << 24 | flags), *parts)


def _tagged(tag: int, content: bytes) -> bytes:
    return bytes((tag, 0x80, 0x80, 0x80, len(content))) + content
