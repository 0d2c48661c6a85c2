"""The ear for danger: one ear goes by words and letters, one reads the whole sentence, and a judge weighs both beside the rules."""

from pathlib import Path

from bot.content.ear.deep.deep_ear import DeepEar, read_deep_ear
from bot.content.ear.foreign_ear import ForeignEar, read_foreign_ear
from bot.content.ear.judge import Judge, read_judge
from bot.content.ear.trained_ear import TrainedEar
from bot.domain.typed.ear import ByRules, Raised

_ALARMS, _DOCTOR, _COMPLAINT = ("self-harm", "abuse", "now", "doctor"), "doctor", "complaint"
_EVERYDAY, _HARMLESS = "everyday", "harmless"
_BODILY = frozenset({"now", "doctor"})
_HEAVY = frozenset({"overdose", "self-harm", "abuse", "now"})
"""If rules hear one of these, there is nothing to add."""

_ASKED = frozenset({"complaint", "low-back", "ill", "work-around"})
"""If rules hear one of these, the person is asked anyway."""

_SURE = 0.5
"""The probability of all alarms together from which the likeliest is raised: more likely than not."""

_SURE_CAREFUL = 0.93
"""The same where a sign of the body is raised, and rules hear one denied or told of long ago: people often say which signs they do not have; and to send
somebody to a doctor who is asked anyway.
"""

_ASKING = 0.8
"""The same of alarms and complaints together, to ask the person."""

_DOUBTED, _DOUBTED_EVERYDAY, _WORDS_TO_DOUBT = 0.1, 0.02, 6
"""Below the first probability, what the rules hear is asked about before anybody is alarmed; below the second, if it seems to be everyday talk. Never
in fewer words, which may be all that somebody in need can type, and never a sign of the body beside one of its places: "is this a heart
attack or a stiff back".
"""

_CALM, _NOT_ASKING = 0.1, 0.3
"""If the ears that go by words and letters give alarms, and alarms with complaints, less than this, the judge is not sure whatever the
deep ear says."""

_ENGLISH = "en"


class DangerEar:
    """`english`, `others`: go by words and letters. `deep`: reads the whole sentence. Any of these may be missing."""

    def __init__(
        self, english: TrainedEar | None, others: ForeignEar | None, deep: DeepEar | None, judge: Judge | None
    ) -> None:
        self._english, self._others, self._deep, self._judge = english, others, deep, judge

    def is_calm(self, text: str) -> bool:
        """The deep ear need not read the sentence then, which takes it twenty times as long as all else."""
        weighed = [self._in_english(text), self._others.weighs(text)[0] if self._others else {}]
        return all(
            tiers and _alarm(tiers) < _CALM and _alarm(tiers) + tiers[_COMPLAINT] < _NOT_ASKING
            for tiers in weighed
        )

    def raises(self, text: str, rules: ByRules) -> Raised | None:
        if rules.tier in _HEAVY:
            return None
        tiers, language = self.weighs(text, rules)
        tier = _raised(tiers, rules) if tiers else None
        return Raised(tier, language) if tier else None

    def doubts(self, text: str, rules: ByRules) -> bool:
        tiers, _ = self.weighs(text, rules)
        if not tiers or len(text.split()) < _WORDS_TO_DOUBT:
            return False
        likeliest = max(tiers, key=tiers.__getitem__)
        if likeliest == _EVERYDAY:
            return _alarm(tiers) < _DOUBTED_EVERYDAY
        is_plain = rules.body and rules.tier in _BODILY
        return likeliest == _HARMLESS and not is_plain and _alarm(tiers) < _DOUBTED

    def weighs(self, text: str, rules: ByRules) -> tuple[dict[str, float], str]:
        """The probability of each tier, and the likeliest language; no tier where nothing is known of any word."""
        whole, words, language = self.apart(text)
        if self._judge is None or not whole:
            return {}, language
        return self._judge.weighs(whole, words, rules, in_english=language == _ENGLISH), language

    def apart(self, text: str) -> tuple[dict[str, float], dict[str, float], str]:
        """What the deep ear says, what the one says that goes by words and letters, and the likeliest language. If one knows nothing, the
        other speaks for it.
        """
        whole, languages = self._deep.weighs(text) if self._deep else ({}, {})
        others, guessed = self._others.weighs(text) if self._others else ({}, {})
        language = max(languages or guessed, key=(languages or guessed).__getitem__, default=_ENGLISH)
        words = self._in_english(text) if language == _ENGLISH else others
        return whole or words, words or whole, language

    def _in_english(self, text: str) -> dict[str, float]:
        return dict(self._english.danger(text)) if self._english else {}


def _raised(tiers: dict[str, float], rules: ByRules) -> str | None:
    alarm, likeliest = _alarm(tiers), max(_ALARMS, key=lambda each: tiers[each])
    is_denied = rules.denied and likeliest in _BODILY
    is_asked = rules.tier in _ASKED
    if alarm >= (_SURE_CAREFUL if is_denied or (is_asked and likeliest == _DOCTOR) else _SURE):
        return None if rules.tier == likeliest == _DOCTOR else likeliest
    if is_asked or rules.tier == _DOCTOR:
        return None
    return _COMPLAINT if alarm + tiers[_COMPLAINT] >= (_SURE_CAREFUL if is_denied else _ASKING) else None


def _alarm(tiers: dict[str, float]) -> float:
    return sum(tiers[each] for each in _ALARMS)


def read_danger_ear(folder: Path, english: TrainedEar | None) -> DangerEar:
    """Raises ContentFault."""
    return DangerEar(english, read_foreign_ear(folder), read_deep_ear(folder), read_judge(folder))
