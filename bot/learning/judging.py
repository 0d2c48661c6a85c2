"""Learns how much the rules and both ears count, by sentences that no ear was taught."""

from pathlib import Path

import numpy as np
from scipy.sparse import csr_array

from bot.content.ear.danger_ear import DangerEar, read_danger_ear
from bot.content.ear.deep.deep_ear import read_deep_ear
from bot.content.ear.judge import Judge, TextHeard, hash_of_judged, things_said, to_be_judged
from bot.content.ear.sentences_heard import ForeignSample
from bot.content.ear.trained_ear import read_ear
from bot.content.language.dangers import danger
from bot.domain.typed.danger.danger_words import DangerWords
from bot.learning.lessons import TIERS
from bot.learning.regression import fit

_HELD_BACK = 0.0015
"""How much it costs to lean on one thing: there are few sentences."""

_AT_MOST = 1000
"""Rounds."""


def judge_of(content: Path) -> Judge:
    """The same sentences and ears always give the same one. Raises ContentFault, OSError and ValueError."""
    rules, ear = danger(content), read_danger_ear(content, read_ear(content), read_deep_ear(content))
    said = to_be_judged(content)
    heard = [_heard(each, rules, ear) for each in said]
    names = sorted({name for each in heard for name in each})
    values = np.array([[each.get(name, 0.0) for name in names] for each in heard])
    middle, spread = values.mean(0), values.std(0) + 1e-6
    classes = np.array([TIERS.index(each.kind) for each in said])
    even = csr_array((values - middle) / spread)
    weights, start = fit(even, classes, len(TIERS), held_back=_HELD_BACK, rounds=_AT_MOST)
    weights /= spread[:, None]
    start -= middle @ weights
    rows = {name: _rounded(row) for name, row in zip(names, weights, strict=True)}
    return Judge(hash_of_judged(content), TIERS, _rounded(start), rows)


def _heard(said: ForeignSample, rules: DangerWords, ear: DangerEar) -> dict[str, float]:
    whole, words, language = ear.apart(said.sentence)
    by_rules = rules.said(said.sentence, rules.hears(said.sentence))
    return dict(things_said(TextHeard(said.sentence, whole, words, in_english=language == "en"), by_rules))


def _rounded(numbers: np.ndarray) -> tuple[float, ...]:
    return tuple(numbers.round(4).tolist())
