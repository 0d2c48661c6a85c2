"""The ear for danger: one ear goes by words and letters, one reads the whole sentence, and a judge weighs both beside the rules."""

from dataclasses import replace
from pathlib import Path

from bot.content.ear.deep.deep_ear import DeepEar
from bot.content.ear.foreign_ear import ForeignEar, read_foreign_ear
from bot.content.ear.judge import Judge, TextHeard, read_judge
from bot.content.ear.sentences_heard import OF_HOW_ONE_IS
from bot.content.ear.trained_ear import UNSURE, TrainedEar
from bot.domain.typed.danger.heard import ByRules, Doubt
from bot.domain.typed.ear import Raised

_ALARMS, _NOW, _DOCTOR, _COMPLAINT = ("self-harm", "abuse", "now", "doctor"), "now", "doctor", "complaint"
_EVERYDAY, _OVERDOSE = "everyday", "overdose"
_CALM_TIERS = frozenset({_EVERYDAY, "harmless"})
_BODILY = frozenset({"now", "doctor"})
_KINDS = frozenset({"self-harm", "abuse", "now"})
"""As grave as each other: if rules hear one of these, the ear may only be sure that another is meant."""

_ASKED = frozenset({"complaint", "low-back", "ill", "work-around"})
"""If rules hear one of these, the person is asked anyway."""

_MAY_BE, _LIKELY, _SURE = 0.3, 0.4, 0.8
"""Probabilities of all alarms together. From the first on it is asked whether the likeliest is meant, in English and where rules ask about something
else from the second, as few pleas lie between; from the third on it is raised.
"""

_A_WISH, _SURELY_A_WISH = 0.6, 0.8
"""The probability of a wish from which nothing is asked: of its words in English the ear knows more than of danger. From the second on it is asked
whether danger is meant where rules hear none and this ear is sure; what would only lead to a doctor gives way to the wish.
"""

_ASKING, _SURE_IF_DENIED = 0.8, 0.93
"""The first of alarms and complaints together, to ask the person. The second in place of it and of those above where rules hear a sign of the body
denied or told of long ago: people often say which signs they do not have.
"""

_DOUBTED, _DOUBTED_BESIDE_A_PLACE, _HARDLY, _WORDS_TO_DOUBT = 0.4, 0.2, 0.05, 6
"""Below the first probability, what the rules hear is asked about before anybody is alarmed; below the third no number stands beside the question,
but where help must be called at once. In English, where rules know more, a sign beside its place of the body is below the second alone: of 171 pleas
that no ear was taught none was, and five of nine harmless sentences. Nowhere in fewer words, which may be all that somebody in need can type.
"""

_CALM, _NOT_ASKING = 0.1, 0.3
"""If the ears that go by words and letters give alarms, and alarms with complaints, less than this, the judge is not sure whatever the
deep ear says."""

_NO_WISHES = OF_HOW_ONE_IS | {UNSURE, "pain"}
_ON_DOCTORS = {"q-worse", "q-when-doctor", "q-hurt-normal"}
"""Questions whose answer tells when to see a doctor."""

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
        tiers, language = self.weighs(text, rules) if rules.tier != _OVERDOSE else ({}, "")
        if not tiers:
            return None
        raised = (_of_another_kind if rules.tier in _KINDS else _raised)(tiers, rules, language)
        if raised and raised.doubt is None and raised.tier in _BODILY and rules.supposed:
            raised = replace(
                raised, doubt=Doubt.MAY_BE
            )  # "what if I feel faint" may be a question, and may be now
        if raised is None or raised.instead or language != _ENGLISH:
            return raised
        least = _A_WISH if raised.doubt else _SURELY_A_WISH
        if raised.tier not in _ALARMS or not self._is_a_wish(text, raised.tier, least):
            return raised
        return None if raised.doubt or raised.tier == _DOCTOR else replace(raised, doubt=Doubt.MAY_BE)

    def doubts(self, text: str, rules: ByRules) -> Doubt | None:
        tiers, language = self.weighs(text, rules)
        if not tiers or len(text.split()) < _WORDS_TO_DOUBT:
            return None
        alarm, likeliest = _alarm(tiers), max(tiers, key=tiers.__getitem__)
        if likeliest not in _CALM_TIERS or alarm >= _doubted_below(rules, language):
            return None
        is_plain = rules.body and rules.tier == _NOW
        return Doubt.MAY_BE if alarm >= _HARDLY or is_plain else Doubt.HARDLY

    def weighs(self, text: str, rules: ByRules) -> tuple[dict[str, float], str]:
        """The probability of each tier, and the likeliest language; no tier where nothing is known of any word."""
        whole, words, language = self.apart(text)
        if self._judge is None or not whole:
            return {}, language
        return self._judge.weighs(TextHeard(text, whole, words, language == _ENGLISH), rules), language

    def apart(self, text: str) -> tuple[dict[str, float], dict[str, float], str]:
        """What the deep ear says, what the one says that goes by words and letters, and the likeliest language. If one knows nothing, the
        other speaks for it.
        """
        whole, languages = self._deep.weighs(text) if self._deep else ({}, {})
        others, guessed = self._others.weighs(text) if self._others else ({}, {})
        language = max(languages or guessed, key=(languages or guessed).__getitem__, default=_ENGLISH)
        words = self._in_english(text) if language == _ENGLISH else others
        return whole or words, words or whole, language

    def _is_a_wish(self, text: str, tier: str, least: float) -> bool:
        kinds = self._english.hears(text) if self._english else ()
        none = _NO_WISHES - _ON_DOCTORS if tier == _DOCTOR else _NO_WISHES
        return any(likely >= least for kind, likely in kinds if kind not in none)

    def _in_english(self, text: str) -> dict[str, float]:
        return dict(self._english.danger(text)) if self._english else {}


def _raised(tiers: dict[str, float], rules: ByRules, language: str) -> Raised | None:
    alarm, likeliest = _alarm(tiers), max(_ALARMS, key=lambda each: tiers[each])
    is_denied = rules.denied and likeliest in _BODILY
    if rules.tier == _DOCTOR:
        is_graver = likeliest != _DOCTOR and alarm >= (_SURE_IF_DENIED if is_denied else _SURE)
        return Raised(likeliest, language) if is_graver else None
    if alarm >= (_SURE_IF_DENIED if is_denied else _LIKELY):
        return Raised(likeliest, language, None if alarm >= _SURE else Doubt.MAY_BE)
    if rules.tier in _ASKED:
        return None
    if alarm + tiers[_COMPLAINT] >= (_SURE_IF_DENIED if is_denied else _ASKING):
        return Raised(_COMPLAINT, language)
    is_far = alarm < _MAY_BE or is_denied or language == _ENGLISH
    return None if is_far else Raised(likeliest, language, Doubt.MAY_BE)


def _doubted_below(rules: ByRules, language: str) -> float:
    if language != _ENGLISH or not rules.body or rules.tier not in _BODILY:
        return _DOUBTED
    return _DOUBTED_BESIDE_A_PLACE


def _of_another_kind(tiers: dict[str, float], rules: ByRules, language: str) -> Raised | None:
    likeliest = max(_KINDS, key=lambda each: tiers[each])
    is_sure = likeliest != rules.tier and tiers[likeliest] >= _SURE
    return Raised(likeliest, language, instead=True) if is_sure else None


def _alarm(tiers: dict[str, float]) -> float:
    return sum(tiers[each] for each in _ALARMS)


def read_danger_ear(folder: Path, english: TrainedEar | None, deep: DeepEar | None) -> DangerEar:
    """Raises ContentFault."""
    return DangerEar(english, read_foreign_ear(folder), deep, read_judge(folder))
