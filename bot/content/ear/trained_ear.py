"""The trained ear: how likely a sentence means each kind of wish, and each tier of danger."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from bot.content.ear.learnt import LEARNT, WORDS, Learnt, WordVectors, learnt_from, words_from
from bot.content.ear.rows import Rows
from bot.content.ear.senses import STEPS, TraitSense, WordSense
from bot.content.ear.sentences_heard import EXAMPLES, hash_of_sources
from bot.content.ear.shares import MAKE_ANEW, UNREADABLE, ZERO, shares
from bot.content.ear.traits import words_and_signs
from bot.content.faults import ContentFault, Fault

IDLE, UNSURE = "idle", "off-topic"

NOTHING_KNOWN = ((UNSURE, 1.0),)
"""Of a sentence in which no word is known."""

_LESS_LIKELY = 2.0
"""In a session and after a reminder people mostly talk about it; other kinds must score this much higher."""

_KEPT = 8
"""Sentences kept in memory, since each is asked about several times."""


class TrainedEar:
    def __init__(self, words: WordVectors, learnt: Learnt) -> None:
        self._learnt = replace(learnt, traits=(), counts=())  # the senses have them
        width = len(learnt.kinds) + len(learnt.tiers)
        self._sense = WordSense(words)
        self._traits = TraitSense(learnt.traits, learnt.counts, learnt.sentences)
        self._trait_rows = Rows(learnt.trait_rows, width, ZERO)
        self._meaning_rows = Rows(learnt.meaning_rows, width, ZERO)
        # Rows are added a whole number of times, so meanings are raised by STEPS; what the raising adds is taken off the start.
        raised = self._meaning_rows.add_up((each, STEPS) for each in range(words.dimensions))
        self._start = [
            start - learnt.meaning_scale * more for start, more in zip(learnt.start, raised, strict=True)
        ]
        self._spoken = lru_cache(maxsize=_KEPT)(self._weighed)

    def hears(self, text: str, state: str | None = None) -> tuple[tuple[str, float], ...]:
        """Kinds with their probabilities, best first. Kinds of the idle state can be meant in every state."""
        spoken = self._spoken(text)
        if spoken is None:
            return NOTHING_KNOWN
        known = zip(self._learnt.kinds, spoken, strict=False)
        scores = {name: each * self._learnt.warmth[0] for name, each in known}
        return shares(in_state(scores, state))

    def danger(self, text: str) -> tuple[tuple[str, float], ...]:
        spoken = self._spoken(text)
        if spoken is None:
            return ()
        tiers = spoken[len(self._learnt.kinds) :]
        return shares(dict(zip(self._learnt.tiers, tiers, strict=True)), self._learnt.warmth[1])

    def _weighed(self, text: str) -> list[float] | None:
        words = words_and_signs(text)
        places, length = self._traits.met(words)
        meaning = self._sense.meaning(words)
        if not places and not any(meaning):
            return None
        met = self._trait_rows.add_up_once(places)
        raised = self._meaning_rows.add_up((each, STEPS + much) for each, much in enumerate(meaning))
        of_trait, of_meaning = self._learnt.trait_scale / length, self._learnt.meaning_scale
        return [
            start + of_trait * trait + of_meaning * sense
            for start, trait, sense in zip(self._start, met, raised, strict=True)
        ]


def in_state(scores: Mapping[str, float], state: str | None) -> dict[str, float]:
    """`scores`: by state and kind, "idle/start". Kinds of the idle state can be meant in every state, and are less likely there."""
    split = {name: name.partition("/")[::2] for name in scores}
    states = {where for where, _ in split.values()}
    here = state if state in states else IDLE
    own = {kind for where, kind in split.values() if where == here}
    return {
        kind: scores[name] - (0 if where == here else _LESS_LIKELY)
        for name, (where, kind) in split.items()
        if where == here or (where == IDLE and kind not in own)
    }


def read_ear(folder: Path) -> TrainedEar | None:
    """None if nothing was learnt; then only rules listen. Raises ContentFault."""
    words, learnt = folder / WORDS, folder / LEARNT
    if not (words.is_file() and learnt.is_file()):
        return None
    try:
        return TrainedEar(words_from(words), learnt_from(learnt))
    except UNREADABLE as error:
        raise ContentFault(
            [Fault(LEARNT.as_posix(), "the file", f"can't be read ({error}); {MAKE_ANEW}")]
        ) from None


def ear_faults(folder: Path) -> list[Fault]:
    if not (folder / EXAMPLES).is_dir():
        return []
    try:
        fits = learnt_from(folder / LEARNT).sources == hash_of_sources(folder)
    except (OSError, *UNREADABLE):
        return [Fault(LEARNT.as_posix(), "the file", f"can't be read; {MAKE_ANEW}")]
    return (
        []
        if fits
        else [Fault(LEARNT.as_posix(), "the file", f"was learnt from other sentences; {MAKE_ANEW}")]
    )
