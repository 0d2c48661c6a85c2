"""What the deep ear computes, against figures of the network with which it was taught (by PyTorch 2.13)."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.content.ear.deep.deep_file import DeepFacts, DeepLearnt, Tables, deep_from, in_bytes, write_deep
from bot.content.ear.deep.network import Network

WIDTH, WIDE, LAYERS, HEADS = 32, 48, 2, 4


def waves(*shape: int, of: int) -> NDArray[np.float32]:
    """Numbers that look drawn by lot and are the same everywhere."""
    count = int(np.prod(shape))
    found: NDArray[np.float32] = (np.sin(np.arange(count) * 0.7 + of) * 0.5).astype(np.float32)
    return found.reshape(shape)


def made_up() -> Tables:
    nibbles = (np.arange(6 * 16) * 7 % 256 % 251).astype(np.uint8).reshape(6, 1, 16)
    tables: dict[str, NDArray[Any]] = {
        "word.nibbles": nibbles,
        "word.steps": (np.arange(1, 7) / 40).astype(np.float16).reshape(6, 1),
        "places": waves(8, WIDTH, of=2),
        "begin.scale": 1 + waves(WIDTH, of=3) / 5,
        "begin.shift": waves(WIDTH, of=4) / 5,
        "said": waves(5, WIDTH, of=5).T,
        "said.start": waves(5, of=6),
    }
    for layer in range(LAYERS):
        tables |= {f"{layer}.{name}": table for name, table in of_a_layer(20 * layer).items()}
    return tables


def of_a_layer(of: int) -> Tables:
    return {
        "look": waves(3 * WIDTH, WIDTH, of=of + 7).T,
        "look.start": waves(3 * WIDTH, of=of + 8),
        "gather": waves(WIDTH, WIDTH, of=of + 9).T,
        "gather.start": waves(WIDTH, of=of + 10),
        "wide": waves(WIDE, WIDTH, of=of + 11).T,
        "wide.start": waves(WIDE, of=of + 12),
        "narrow": waves(WIDTH, WIDE, of=of + 13).T,
        "narrow.start": waves(WIDTH, of=of + 14),
        "look.scale": 1 + waves(WIDTH, of=of + 15) / 5,
        "look.shift": waves(WIDTH, of=of + 16) / 5,
        "thought.scale": 1 + waves(WIDTH, of=of + 17) / 5,
        "thought.shift": waves(WIDTH, of=of + 18) / 5,
    }


@pytest.mark.parametrize(
    ("numbers", "scores"),
    [
        ([0, 4, 5, 3, 2], [-0.6053, 0.7807, -0.1464, 0.9999, -0.0568]),
        ([0, 2], [-0.6167, 0.783, -0.1392, 0.9844, -0.0356]),
        ([0, 5, 5, 5, 4, 3, 1, 2], [-0.5797, 0.7531, -0.1212, 0.9813, -0.0479]),
    ],
)
def test_it_computes_what_was_taught(numbers: list[int], scores: list[float]) -> None:
    assert Network(made_up(), LAYERS, HEADS).scores(numbers) == pytest.approx(scores, abs=2e-3)


def test_tables_in_bytes_give_what_the_same_tables_give_in_numbers() -> None:
    numbers, kept = dict(made_up()), dict(made_up())
    for name in [
        f"{layer}.{table}" for layer in range(LAYERS) for table in ("look", "gather", "wide", "narrow")
    ]:
        kept[name], kept[f"{name}.steps"] = in_bytes(numbers[name].T)
        numbers[name] = (kept[name] * kept[f"{name}.steps"]).T
    said = [0, 5, 5, 5, 4, 3, 1, 2]
    assert Network(kept, LAYERS, HEADS).scores(said) == pytest.approx(
        Network(numbers, LAYERS, HEADS).scores(said), abs=1e-5
    )


def test_what_is_written_is_read(tmp_path: Path) -> None:
    facts = DeepFacts("a", "b", ("now", "harmless"), ("de", "en"), LAYERS, HEADS)
    learnt = DeepLearnt(facts, ("<s>", "▁schmerz", "ß"), made_up())
    write_deep(tmp_path / "one", learnt)
    write_deep(tmp_path / "two", learnt)
    found = deep_from(tmp_path / "one")
    assert (found.facts, found.pieces) == (facts, learnt.pieces)
    assert all((found.tables[name] == table).all() for name, table in learnt.tables.items())
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_row_in_bytes_is_what_it_was_but_for_half_a_step() -> None:
    rows = waves(5, 40, of=1) * np.array([[1], [10], [0.01], [100], [0]], np.float32)
    small, steps = in_bytes(rows)
    assert small.dtype == np.int8
    assert (np.abs(small * steps - rows) <= steps / 2 + 1e-6).all()
