"""The ear for danger: two ears weigh a sentence, by its words and letters and as a whole, and the mean of both counts."""

from pathlib import Path

from bot.content.ear.deep.deep_ear import DeepEar, read_deep_ear
from bot.content.ear.foreign_ear import ForeignEar, read_foreign_ear
from bot.content.ear.trained_ear import TrainedEar
from bot.domain.typed.ear import Raised

_ALARMS, _COMPLAINT, _EVERYDAY = ("self-harm", "abuse", "now", "doctor"), "complaint", "everyday"
_HARM = frozenset({"self-harm", "abuse"})
_HEAVY = frozenset({"overdose", "self-harm", "abuse", "now"})
"""If rules hear one of these, the ear has nothing to add."""

_SURE = {"now": 0.7, "abuse": 0.7, "self-harm": 0.65, "doctor": 0.75}
"""By the likeliest alarm: the probability of all alarms together needed to raise it. Harmless words are taken for some alarms more
often than for others. bot/learning/README.md tells how it was measured."""

_SURE_IN_ENGLISH = {"now": 0.65, "abuse": 0.55, "self-harm": 0.55, "doctor": 0.75}
"""The same for English, of which there were many more examples."""

_SURE_EVERYDAY, _SURE_ASKED, _SURE_DOCTOR = 0.68, 0.62, 0.6
"""The same if rules heard everyday talk, or would have asked; and what one alarm alone must reach to come before a doctor."""

_SURE_ASKED_DOCTOR, _SURE_ILL_DOCTOR = 0.93, 0.95
"""The same to send somebody to a doctor in English, if rules would have asked, or heard a cold or a fever: "a sore throat for two days"."""

_ASKING, _ASKING_IN_ENGLISH, _ASKING_EVERYDAY = 0.85, 0.65, 0.95
"""The probability of alarms and complaints together needed to ask the person; and if rules heard everyday talk."""

_CALM, _NOT_ASKING = 0.1, 0.3
"""Twice the least probability needed, of alarms and with complaints, less 1. If the other ear says less, the mean is not sure whatever
this one says."""

_ENGLISH, _DOCTOR, _ILL = "en", "doctor", "ill"


class DangerEar:
    """`english`, `others`: go by words and letters. `deep`: reads the whole sentence. Any of them may be missing."""

    def __init__(self, english: TrainedEar | None, others: ForeignEar | None, deep: DeepEar | None) -> None:
        self._english, self._others, self._deep = english, others, deep

    def raises(self, text: str, heard: str | None = None) -> Raised | None:
        """A tier and its language, if the ear is sure. It may raise the tier that rules `heard`, and never lowers it."""
        if heard in _HEAVY or self._is_calm(text):
            return None
        tiers, language = self.weighs(text)
        tier = _raised(tiers, heard, in_english=language == _ENGLISH) if tiers else None
        return Raised(tier, language, _share(tiers, tier)) if tier else None

    def doubts(self, text: str, heard: str) -> bool:  # noqa: ARG002 - nothing is doubted yet
        return False

    def weighs(self, text: str) -> tuple[dict[str, float], str]:
        """The probability of each tier, and the likeliest language; no tier where nothing is known of any word."""
        whole, languages = self._deep.weighs(text) if self._deep else ({}, {})
        others, guessed = self._others.weighs(text) if self._others else ({}, {})
        language = max(languages or guessed, key=(languages or guessed).__getitem__, default=_ENGLISH)
        by_words = self._in_english(text) if language == _ENGLISH else others
        return _mean(whole, by_words), language

    def _is_calm(self, text: str) -> bool:
        """True if the mean would not be sure whatever the deep ear said. Then it need not read the sentence, which takes ten
        times as long as all else.
        """
        weighed = [self._in_english(text), self._others.weighs(text)[0] if self._others else {}]
        return all(
            tiers and _alarm(tiers) < _CALM and _alarm(tiers) + tiers[_COMPLAINT] < _NOT_ASKING
            for tiers in weighed
        )

    def _in_english(self, text: str) -> dict[str, float]:
        return dict(self._english.danger(text)) if self._english else {}


def _mean(one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    if not (one and other):
        return one or other
    return {tier: (share + other[tier]) / 2 for tier, share in one.items()}


def _raised(tiers: dict[str, float], heard: str | None, *, in_english: bool) -> str | None:
    likeliest = max(_ALARMS, key=lambda each: tiers[each])
    if heard == _DOCTOR:
        return likeliest if tiers[likeliest] >= _SURE_DOCTOR else None
    alarm = _alarm(tiers)
    if alarm >= _sure(likeliest, heard, in_english=in_english):
        return likeliest
    asking = {None: _ASKING_IN_ENGLISH if in_english else _ASKING, _EVERYDAY: _ASKING_EVERYDAY}.get(heard)
    return _COMPLAINT if asking and alarm + tiers[_COMPLAINT] >= asking else None


def _sure(likeliest: str, heard: str | None, *, in_english: bool) -> float:
    if heard is None:
        return (_SURE_IN_ENGLISH if in_english else _SURE)[likeliest]
    if heard == _EVERYDAY:
        return _SURE_EVERYDAY
    if in_english and likeliest == _DOCTOR:
        return _SURE_ILL_DOCTOR if heard == _ILL else _SURE_ASKED_DOCTOR
    return _SURE_ASKED


def _share(tiers: dict[str, float], tier: str) -> float:
    return sum(tiers[each] for each in _HARM) if tier in _HARM else _alarm(tiers)


def _alarm(tiers: dict[str, float]) -> float:
    return sum(tiers[each] for each in _ALARMS)


def read_danger_ear(folder: Path, english: TrainedEar | None) -> DangerEar:
    """Raises ContentFault."""
    return DangerEar(english, read_foreign_ear(folder), read_deep_ear(folder))
