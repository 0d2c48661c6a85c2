"""Learns from the examples how to hear, and writes it into the content folder."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, hstack

from bot.content.ear.deep.deep_wishes import write_wish_table
from bot.content.ear.judge import to_be_judged, write_judge
from bot.content.ear.learnt import (
    LEARNT,
    OTHERS,
    WISHES,
    WORDS,
    Learnt,
    LearntTiers,
    learnt_to_bytes,
    tiers_to_bytes,
    words_from,
)
from bot.content.ear.senses import STEPS, TraitSense, WordSense
from bot.content.ear.sentences_heard import (
    DANGER,
    Sample,
    dangers_in_all,
    hash_of_all,
    hash_of_sources,
    samples,
)
from bot.content.ear.shares import ZERO
from bot.content.ear.traits import ENGLISH_TRAITS, FOREIGN_TRAITS, words_and_signs
from bot.learning.judging import judge_of
from bot.learning.lessons import TIERS, tier_of
from bot.learning.regression import Numbers, fit, telling, warmth
from bot.learning.teaching_wishes import wish_table

_OFTEN = 2
"""In so many sentences a trait must be: what was said once alone teaches little."""

_OFTEN_FOREIGN = 3
"""One table for all other languages: what only two sentences share would double it, and teaches nothing that can be measured."""

_TRAITS, _MEANING = 4.0, 3.0
"""How much either of the two counts."""

_KEPT_BACK = 3


@dataclass(frozen=True, slots=True)
class _Lesson:
    """`rows`: numbers of the sentences it learns from. `classes`: the class of each. `names`: of the classes."""

    rows: NDArray[np.intp]
    classes: NDArray[np.intp]
    names: tuple[str, ...]


def learn(content: Path) -> None:
    path = content / LEARNT
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(learnt_to_bytes(taught(content)))
    (content / OTHERS).write_bytes(tiers_to_bytes(taught_others(content)))
    if table := wish_table(content):
        write_wish_table(content / WISHES, table)
    if to_be_judged(content):
        write_judge(content, judge_of(content))


def taught(content: Path) -> Learnt:
    """The same sentences always give the same result."""
    said = samples(content)
    words = words_from(content / WORDS)
    apart = [words_and_signs(each.sentence) for each in said]
    counts = Counter(trait for each in apart for trait in set(ENGLISH_TRAITS.of(each)))
    known = sorted(trait for trait, count in counts.items() if count >= _OFTEN)
    sense = TraitSense(known, [counts[each] for each in known], len(said))
    heard = _heard(apart, sense, WordSense(words))
    lessons = (_wishes(said), _dangers(said))
    found = [_fitted(heard, lesson, each) for lesson, each in zip(lessons, (0, len(known)), strict=True)]
    weights, start = (np.hstack(each) for each in zip(*found, strict=True))
    rare = np.array(sense.rarity)[:, None]
    trait_rows, trait_scale = _in_bytes(weights[: len(known)] * rare * _TRAITS)
    meaning_rows, meaning_scale = _in_bytes(weights[len(known) :] * _MEANING / STEPS)
    wishes, tiers = lessons
    return Learnt(
        sources=hash_of_sources(content),
        kinds=wishes.names,
        tiers=tiers.names,
        sentences=len(said),
        start=tuple(start.round(4).tolist()),
        trait_scale=trait_scale,
        meaning_scale=meaning_scale,
        warmth=(_honest(heard, wishes), _honest(heard, tiers, len(known))),
        traits=tuple(known),
        counts=tuple(counts[each] for each in known),
        trait_rows=trait_rows,
        meaning_rows=meaning_rows,
    )


def taught_others(content: Path) -> LearntTiers:
    """For danger in every language: words and letters alone, as no vectors of words are to be had for all of them."""
    said = dangers_in_all(content)
    apart = [words_and_signs(each.sentence) for each in said]
    counts = Counter(trait for each in apart for trait in set(FOREIGN_TRAITS.of(each)))
    known = sorted(trait for trait, count in counts.items() if count >= _OFTEN_FOREIGN)
    sense = TraitSense(known, [counts[each] for each in known], len(said), FOREIGN_TRAITS)
    heard = _met(apart, sense)
    tiers = _lesson(((row, each.kind) for row, each in enumerate(said)), TIERS)
    languages = _lesson((row, each.language) for row, each in enumerate(said))
    found = [_fitted(heard, tiers, len(known)), _fitted(heard, languages)]
    weights, start = (np.hstack(each) for each in zip(*found, strict=True))
    rows, scale = _in_bytes(weights * np.array(sense.rarity)[:, None] * _TRAITS)
    return LearntTiers(
        sources=hash_of_all(content),
        tiers=tiers.names,
        languages=languages.names,
        sentences=len(said),
        start=tuple(start.round(4).tolist()),
        scale=scale,
        warmth=(_honest(heard, tiers, len(known)), 1.0),
        traits=tuple(known),
        counts=tuple(counts[each] for each in known),
        rows=rows,
    )


def _wishes(said: Sequence[Sample]) -> _Lesson:
    return _lesson(
        (row, f"{each.state}/{each.kind}") for row, each in enumerate(said) if each.state != DANGER
    )


def _dangers(said: Sequence[Sample]) -> _Lesson:
    """Wishes stand for what is harmless; every second one is enough, or there would be too few pleas among them."""
    about = [(row, tier) for row, each in enumerate(said) if (tier := tier_of(each))]
    pleas = [(row, tier) for row, tier in about if said[row].state == DANGER]
    wishes = [(row, tier) for row, tier in about if said[row].state != DANGER]
    return _lesson(sorted((*pleas, *wishes[::2])), TIERS)


def _lesson(meant: Iterable[tuple[int, str]], names: tuple[str, ...] = ()) -> _Lesson:
    rows, classes = zip(*meant, strict=True)
    names = names or tuple(sorted(set(classes)))
    return _Lesson(np.array(rows), np.array([names.index(each) for each in classes]), names)


def _heard(apart: Sequence[list[str]], sense: TraitSense, words: WordSense) -> csr_array:
    meant = np.array([words.meaning(each) for each in apart]) / STEPS * _MEANING
    return csr_array(hstack([_met(apart, sense), csr_array(meant)]))


def _met(apart: Sequence[list[str]], sense: TraitSense) -> csr_array:
    rows, columns, values = [], [], []
    for row, each in enumerate(apart):
        places, length = sense.met(each)
        rows += [row] * len(places)
        columns += places
        values += [_TRAITS * sense.rarity[place] / length for place in places]
    return csr_array((values, (rows, columns)), (len(apart), len(sense.rarity)))


def _fitted(heard: csr_array, lesson: _Lesson, telling_traits: int = 0) -> tuple[Numbers, Numbers]:
    """The mean of two models, if the first `telling_traits` columns are to be told apart: one takes all of them alike, the other leans on
    those that tell most. Both are linear, so it costs nothing to listen to both."""
    rows, count = heard[lesson.rows], len(lesson.names)
    weights, start = fit(rows, lesson.classes, count)
    if not telling_traits:
        return weights, start
    told = np.ones(rows.shape[1])
    told[:telling_traits] = telling(rows[:, :telling_traits], lesson.classes, count)
    leaning, its_start = fit(csr_array(rows.multiply(told[None, :])), lesson.classes, count)
    return (weights + leaning * told[:, None]) / 2, (start + its_start) / 2


def _honest(heard: csr_array, lesson: _Lesson, telling_traits: int = 0) -> float:
    """Every third sentence of a kind is held back, and heard by what was learnt from the others."""
    back = np.zeros(len(lesson.classes), bool)
    for each in range(len(lesson.names)):
        (of_kind,) = np.nonzero(lesson.classes == each)
        back[of_kind[::_KEPT_BACK]] = True
    others = _Lesson(lesson.rows[~back], lesson.classes[~back], lesson.names)
    weights, start = _fitted(heard, others, telling_traits)
    return warmth(heard[lesson.rows[back]] @ weights + start, lesson.classes[back])


def _in_bytes(numbers: Numbers) -> tuple[bytes, float]:
    step = float(np.abs(numbers).max()) / (ZERO - 1)
    return (np.rint(numbers / step) + ZERO).astype(np.uint8).tobytes(), step
