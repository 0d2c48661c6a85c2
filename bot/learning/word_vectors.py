"""Takes word vectors from the model all-MiniLM-L6-v2: it reads each word alone, and what it makes of it is kept."""

import hashlib
import json
import math
import struct
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.special import erf

from bot.content.ear.learnt import WORDS, WordVectors, words_to_bytes
from bot.content.ear.traits import INSIDE

MODEL, TOKENS = "model.safetensors", "tokenizer.json"

_LAYERS, _HEADS = 6, 12
_AT_ONCE = 512
_DIMENSIONS = 96
_STEPS = 15
"""Steps to either side in which a vector's place along a dimension is stored."""

_WIDE = 2.5
"""Standard deviations that are told apart; what is farther out counts as this far."""

_HEAVIEST = 1023
_COMMON = 1e-3
"""Words that are more usual than this count less and less."""

Vectors = NDArray[np.float32]


def take_words(content: Path, model: Path) -> None:
    """`model`: the folder with the two files. The same result each time on one machine."""
    path = content / WORDS
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(words_to_bytes(_compact(model)))


def _compact(model: Path) -> WordVectors:
    vocabulary: dict[str, int] = json.loads((model / TOKENS).read_text(encoding="utf-8"))["model"]["vocab"]
    pieces = sorted(filter(_is_plain, vocabulary), key=vocabulary.__getitem__)
    reader = _Reader(model / MODEL)
    ends = vocabulary["[CLS]"], vocabulary["[SEP]"]
    read = np.concatenate(list(reader.read([vocabulary[each] for each in pieces], ends))).astype(np.float64)
    read -= read.mean(0)
    _, directions = np.linalg.eigh(np.cov(read.T))
    directions = directions[:, ::-1][:, :_DIMENSIONS]
    directions *= np.sign(directions[np.abs(directions).argmax(0), np.arange(_DIMENSIONS)])
    placed = read @ directions
    lengths = np.linalg.norm(placed, axis=1, keepdims=True)
    usual = 1 / (np.arange(len(pieces)) + 2.7)
    weights = np.sqrt(lengths[:, 0]) * _COMMON / (_COMMON + usual / usual.sum())
    steps = np.rint(placed / lengths / (placed / lengths).std() / _WIDE * _STEPS)
    return WordVectors(
        source=hashlib.sha256((model / MODEL).read_bytes()).hexdigest(),
        dimensions=_DIMENSIONS,
        zero=_STEPS,
        pieces=tuple(pieces),
        weights=tuple(np.maximum(np.rint(weights / weights.max() * _HEAVIEST), 1).astype(int).tolist()),
        vectors=(np.clip(steps, -_STEPS, _STEPS) + _STEPS).astype(np.uint8).tobytes(),
    )


def _is_plain(piece: str) -> bool:
    return piece.isascii() and piece.removeprefix(INSIDE).isalpha()


class _Reader:
    """The model itself, as published: a BERT of six layers."""

    def __init__(self, path: Path) -> None:
        whole = path.read_bytes()
        (length,) = struct.unpack_from("<Q", whole)
        head = json.loads(whole[8 : 8 + length])
        self._tensors = {
            name.removeprefix("bert."): np.frombuffer(
                whole[8 + length + each["data_offsets"][0] : 8 + length + each["data_offsets"][1]], np.float32
            ).reshape(each["shape"])
            for name, each in head.items()
            if name != "__metadata__" and each["dtype"] == "F32"
        }

    def read(self, tokens: list[int], ends: tuple[int, int]) -> Iterator[Vectors]:
        for start in range(0, len(tokens), _AT_ONCE):
            yield self._read(
                np.array([[ends[0], each, ends[1]] for each in tokens[start : start + _AT_ONCE]])
            )

    def _read(self, tokens: NDArray[np.intp]) -> Vectors:
        embedded = (
            self._tensors["embeddings.word_embeddings.weight"][tokens]
            + self._tensors["embeddings.position_embeddings.weight"][: tokens.shape[1]]
            + self._tensors["embeddings.token_type_embeddings.weight"][0]
        )
        state = self._evened(embedded, "embeddings.LayerNorm")
        for layer in range(_LAYERS):
            name = f"encoder.layer.{layer}"
            seen = self._through(
                self._attended(state, f"{name}.attention.self"), f"{name}.attention.output.dense"
            )
            state = self._evened(state + seen, f"{name}.attention.output.LayerNorm")
            inner = self._through(state, f"{name}.intermediate.dense")
            inner = (inner * 0.5 * (1 + erf(inner / np.float32(math.sqrt(2))))).astype(np.float32)
            state = self._evened(
                state + self._through(inner, f"{name}.output.dense"), f"{name}.output.LayerNorm"
            )
        mean: Vectors = state.mean(1)
        return mean

    def _attended(self, state: Vectors, name: str) -> Vectors:
        batch, length, width = state.shape
        query, key, value = (
            self._through(state, f"{name}.{part}")
            .reshape(batch, length, _HEADS, width // _HEADS)
            .transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        weights = query @ key.transpose(0, 1, 3, 2) / np.float32(math.sqrt(width // _HEADS))
        weights = np.exp(weights - weights.max(-1, keepdims=True))
        shares = weights / weights.sum(-1, keepdims=True)
        seen: Vectors = (shares @ value).transpose(0, 2, 1, 3).reshape(batch, length, width)
        return seen

    def _through(self, state: Vectors, name: str) -> Vectors:
        flat = state.reshape(-1, state.shape[-1]) @ self._tensors[f"{name}.weight"].T
        through: Vectors = flat.reshape(*state.shape[:-1], -1) + self._tensors[f"{name}.bias"]
        return through

    def _evened(self, state: Vectors, name: str) -> Vectors:
        middle = state.mean(-1, keepdims=True)
        spread = ((state - middle) ** 2).mean(-1, keepdims=True)
        evened: Vectors = (state - middle) / np.sqrt(spread + np.float32(1e-12)) * self._tensors[
            f"{name}.weight"
        ] + self._tensors[f"{name}.bias"]
        return evened
