"""Films made by hand: as much of an MP4 as tells its size and length."""

import struct


def box(name: bytes, *bodies: bytes) -> bytes:
    body = b"".join(bodies)
    return struct.pack(">I", len(body) + 8) + name + body


def track(width: int, height: int) -> bytes:
    return box(b"trak", box(b"tkhd", b"\0" * 76, struct.pack(">II", width << 16, height << 16)))


def length(units: int, per_second: int) -> bytes:
    return box(b"mvhd", b"\0" * 12, struct.pack(">II", per_second, units), b"\0" * 80)


def long_length(units: int, per_second: int) -> bytes:
    """In the wider layout, for films that never end."""
    return box(b"mvhd", b"\x01" + b"\0" * 19, struct.pack(">IQ", per_second, units), b"\0" * 80)


def film(*moov: bytes) -> bytes:
    return box(b"ftyp", b"mp42") + box(b"moov", *moov) + box(b"mdat", b"a loop" * 50)


LOOP = film(length(10_000, 1000), track(960, 720))
"""Ten seconds."""
