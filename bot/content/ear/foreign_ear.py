"""The ear for danger in every language but English: how likely a sentence is each tier, and in which language it is."""

from dataclasses import replace
from pathlib import Path

from bot.content.ear.learnt import OTHERS, LearntTiers, tiers_from
from bot.content.ear.rows import Rows
from bot.content.ear.senses import TraitSense
from bot.content.ear.sentences_heard import EXAMPLES, hash_of_all
from bot.content.ear.shares import MAKE_ANEW, UNREADABLE, ZERO, shares
from bot.content.ear.traits import FOREIGN_TRAITS, words_and_signs
from bot.content.faults import ContentFault, Fault

_FEWEST_TRAITS = 12
"""A sentence with fewer known traits, like "ok" or "да", tells nothing."""


class ForeignEar:
    def __init__(self, learnt: LearntTiers) -> None:
        self._learnt = replace(learnt, traits=(), counts=())  # the senses have them
        self._traits = TraitSense(learnt.traits, learnt.counts, learnt.sentences, FOREIGN_TRAITS)
        self._rows = Rows(learnt.rows, len(learnt.tiers) + len(learnt.languages), ZERO)

    def weighs(self, text: str) -> tuple[dict[str, float], dict[str, float]]:
        """The probability of each tier, and of each language, the likeliest first; both empty where too little is known."""
        learnt = self._learnt
        places, length = self._traits.met(words_and_signs(text))
        if len(places) < _FEWEST_TRAITS:
            return {}, {}
        met = self._rows.add_up_once(places)
        scale = learnt.scale / length
        said = [start + scale * each for start, each in zip(learnt.start, met, strict=True)]
        count = len(learnt.tiers)
        return (
            dict(shares(dict(zip(learnt.tiers, said, strict=False)), learnt.warmth[0])),
            dict(shares(dict(zip(learnt.languages, said[count:], strict=True)), learnt.warmth[1])),
        )


def read_foreign_ear(folder: Path) -> ForeignEar | None:
    """None if nothing was learnt; then only rules listen. Raises ContentFault."""
    if not (folder / OTHERS).is_file():
        return None
    try:
        return ForeignEar(tiers_from(folder / OTHERS))
    except UNREADABLE as error:
        raise ContentFault(
            [Fault(OTHERS.as_posix(), "the file", f"can't be read ({error}); {MAKE_ANEW}")]
        ) from None


def foreign_ear_faults(folder: Path) -> list[Fault]:
    if not (folder / EXAMPLES).is_dir():
        return []
    try:
        fits = tiers_from(folder / OTHERS).sources == hash_of_all(folder)
    except (OSError, *UNREADABLE):
        return [Fault(OTHERS.as_posix(), "the file", f"can't be read; {MAKE_ANEW}")]
    return (
        []
        if fits
        else [Fault(OTHERS.as_posix(), "the file", f"was learnt from other sentences; {MAKE_ANEW}")]
    )
