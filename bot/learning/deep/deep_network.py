"""The network of the deep ear as it learns: what bot/content/ear/deep/network.py computes, with a way back to each number."""

from typing import Any, TypeAlias

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from bot.content.ear.deep.deep_file import Tables, in_bytes
from bot.learning.deep.source_model import SourceModel

Weights: TypeAlias = dict[str, Tensor]

FORGETS = 0.1
"""The share of numbers left out at random while it learns, so that it leans on none alone."""

_PLACES = 96
"""Word pieces: longer sentences are cut."""

_NEVER_ZERO = 1e-12

_UNSEEN = -1e9
"""The score of what only fills up a row."""


def first_weights(source: SourceModel, kept: list[int], layers: tuple[int, ...], answers: int) -> Weights:
    """From some layers of the source. The meanings of words stay as they are there; the head is new."""
    width, draw = source.width, torch.Generator().manual_seed(1)
    found: Weights = {
        "word": torch.tensor(source.rows("emb.word", width)[kept]),
        "places": torch.tensor(
            source.numbers("emb.pos").reshape(-1, width)[:_PLACES] + source.numbers("emb.type")[:width]
        ),
        "begin.scale": torch.tensor(source.numbers("emb.ln.w")),
        "begin.shift": torch.tensor(source.numbers("emb.ln.b")),
        "said": torch.randn(answers, width, generator=draw) * 0.02,
        "said.start": torch.zeros(answers),
    }
    for number, layer in enumerate(layers):
        found |= {f"{number}.{name}": table for name, table in _layer(source, f"l{layer}").items()}
    return found


def learnt_weights(learnt: Tables, words: NDArray[np.float32]) -> Weights:
    """What `tables` kept of them. `words`: the meanings of the pieces, a row each."""
    found: Weights = {"word": torch.tensor(words)}
    for name, table in learnt.items():
        if name.startswith("word.") or name.endswith(".steps"):
            continue
        steps = learnt.get(f"{name}.steps")
        numbers = table.astype(np.float32)
        found[name] = torch.tensor(numbers if steps is None else numbers * steps)
    return found


def _layer(source: SourceModel, name: str) -> Weights:
    width, wide = source.width, source.wide
    rows = {"look": ("q", "k", "v"), "gather": ("ao",), "wide": ("fi",), "narrow": ("fo",)}
    found: Weights = {}
    for ours, theirs in rows.items():
        columns = wide if ours == "narrow" else width
        found[ours] = torch.tensor(
            np.concatenate([source.rows(f"{name}.{each}.w", columns) for each in theirs])
        )
        found[f"{ours}.start"] = torch.tensor(
            np.concatenate([source.numbers(f"{name}.{each}.b") for each in theirs])
        )
    for ours, its in (("look", "aln"), ("thought", "oln")):
        found[f"{ours}.scale"] = torch.tensor(source.numbers(f"{name}.{its}.w"))
        found[f"{ours}.shift"] = torch.tensor(source.numbers(f"{name}.{its}.b"))
    return found


def scores(weights: Weights, numbers: Tensor, there: Tensor, heads: int, *, learning: bool = False) -> Tensor:
    """`numbers`: a sentence a row, filled up at the end. `there`: which of them are pieces. Returns a row of scores for each."""
    layers = sum(name.endswith(".wide") for name in weights)
    forgets = FORGETS if learning else 0.0
    read = weights["word"][numbers] + weights["places"][: numbers.shape[1]]
    read = functional.dropout(_even(read, weights, "begin"), forgets)
    for layer in map(str, range(layers)):
        looked = _looked_around(weights, layer, read, there, heads)
        read = _even(read + functional.dropout(looked, forgets), weights, f"{layer}.look")
        turned = functional.gelu(_through(read, weights, f"{layer}.wide"), approximate="tanh")
        thought = functional.dropout(_through(turned, weights, f"{layer}.narrow"), forgets)
        read = _even(read + thought, weights, f"{layer}.thought")
    counted = there[..., None].float()
    whole = (read * counted).sum(1) / counted.sum(1)
    return _through(functional.dropout(whole, forgets), weights, "said")


def _looked_around(weights: Weights, layer: str, read: Tensor, there: Tensor, heads: int) -> Tensor:
    sentences, count, width = read.shape
    parts = _through(read, weights, f"{layer}.look").reshape(sentences, count, 3, heads, -1)
    asked, known, told = parts.permute(2, 0, 3, 1, 4)
    # Written out: what torch has for it takes six times as long for sentences as short as these.
    near = (asked @ known.transpose(-1, -2)).float() / asked.shape[-1] ** 0.5
    seen = near.masked_fill(~there[:, None, None, :], _UNSEEN).softmax(-1).to(told.dtype) @ told
    return _through(seen.transpose(1, 2).reshape(sentences, count, width), weights, f"{layer}.gather")


def _through(read: Tensor, weights: Weights, name: str) -> Tensor:
    return functional.linear(read, weights[name], weights[f"{name}.start"])


def _even(read: Tensor, weights: Weights, name: str) -> Tensor:
    scale, shift = weights[f"{name}.scale"], weights[f"{name}.shift"]
    return functional.layer_norm(read, scale.shape, scale, shift, _NEVER_ZERO)


def tables(weights: Weights, source: SourceModel, kept: list[int]) -> Tables:
    """What is kept of it: the large tables in bytes, the meanings of words as they came."""
    steps, nibbles = source.steps_and_nibbles("emb.word", source.width)
    found: dict[str, NDArray[Any]] = {"word.steps": steps[kept], "word.nibbles": nibbles[kept]}
    for name, table in weights.items():
        numbers = table.detach().numpy()
        if name == "word":
            continue
        if numbers.ndim == 2 and name != "places":
            found[name], found[f"{name}.steps"] = in_bytes(numbers)
        else:
            found[name] = numbers.astype(np.float16) if name == "places" else numbers
    return found
