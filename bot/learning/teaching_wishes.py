"""Teaches what is wished for by whole sentences: which of the meanings that the deep ear finds goes with which wish."""

from pathlib import Path

import numpy as np
from scipy.sparse import csr_array

from bot.content.ear.deep.deep_ear import DeepEar, read_deep_ear
from bot.content.ear.deep.deep_wishes import WishTable, hash_of_wishes
from bot.content.ear.sentences_heard import DANGER, samples
from bot.learning.regression import fit

_MEANING = 0.35
"""How much a meaning counts before it is learnt from, which is how little it costs to lean on it."""

_HELD_BACK = 2e-5


def wish_table(content: Path) -> WishTable | None:
    """None if there is no deep ear. Takes a hundredth of a second for each sentence. Raises ContentFault, OSError and ValueError."""
    ear = read_deep_ear(content)
    return _taught(content, ear) if ear else None


def _taught(content: Path, ear: DeepEar) -> WishTable:
    said = [each for each in samples(content) if each.state != DANGER]
    meanings = np.array([ear.meaning(each.sentence) for each in said], np.float64)
    middle, spread = meanings.mean(0), (meanings - meanings.mean(0)).std() / _MEANING
    names = [f"{each.state}/{each.kind}" for each in said]
    kinds = tuple(sorted(set(names)))
    classes = np.array([kinds.index(each) for each in names])
    weights, start = fit(csr_array((meanings - middle) / spread), classes, len(kinds), held_back=_HELD_BACK)
    weights = weights / spread
    return WishTable(
        hash_of_wishes(content),
        kinds,
        weights.astype(np.float32),
        (start - middle @ weights).astype(np.float32),
    )
