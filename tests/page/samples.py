"""A loop that a browser plays, made by hand: its first picture is red, its second blue."""

import struct

_SIDE = 8


def _picture(colour: int) -> bytes:
    """Each pixel as a code of three bits, and the table emptied before it grows."""
    codes = [code for _ in range(_SIDE * _SIDE) for code in (4, colour)] + [5]
    bits = sum(code << 3 * place for place, code in enumerate(codes))
    data = bits.to_bytes((3 * len(codes) + 7) // 8, "little")
    control = b"\x21\xf9\x04\x04" + struct.pack("<H", 20) + b"\0\0"
    frame = b"\x2c" + struct.pack("<HHHH", 0, 0, _SIDE, _SIDE) + b"\0\x02"
    return control + frame + bytes([len(data)]) + data + b"\0"


LOOP = (
    b"GIF89a" + struct.pack("<HH", _SIDE, _SIDE) + b"\x81\0\0"
    b"\xff\0\0\0\0\xff\0\0\0\0\0\0"
    b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0" + _picture(0) + _picture(1) + b"\x3b"
)  # fmt: skip

loop_red = "node => node.getContext('2d').getImageData(1, 1, 1, 1).data.slice(0, 3).join() === '255,0,0'"
"""Whether a canvas shows the first picture."""
