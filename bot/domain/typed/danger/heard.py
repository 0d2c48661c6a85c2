"""The results of hearing how a person is (docs/facts.md: warning-signs, danger-words)."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from bot.domain.library.exercise import Tag


class Tier(Enum):
    """How serious it is, the gravest first; only the gravest is answered.

    OVERDOSE: self-harm that also needs an ambulance. COMPLAINT: something hurts, and it is not certain what it is.
    LOW_BACK: not our area. ILL: only a fever or a cold. WORK_AROUND: certain, and exercises can do without it.
    EVERYDAY: stiff, sore or aching in our area, from whatever habit: the reason people come."""

    OVERDOSE = "overdose"
    SELF_HARM = "self-harm"
    ABUSE = "abuse"
    NOW = "now"
    DOCTOR = "doctor"
    COMPLAINT = "complaint"
    LOW_BACK = "low-back"
    ILL = "ill"
    WORK_AROUND = "work-around"
    EVERYDAY = "everyday"


class Doubt(Enum):
    """How likely it is that words of danger are meant, if people are asked about that before anything else happens."""

    MAY_BE = "may be"
    """Likely enough to show the number to call while asking."""

    HARDLY = "hardly"


IN_DANGER = frozenset({Tier.OVERDOSE, Tier.SELF_HARM, Tier.ABUSE, Tier.NOW, Tier.DOCTOR})
"""These come before everything else, in every state."""

MAY_BE_DOUBTED = IN_DANGER - {Tier.OVERDOSE}
"""Tiers for which the ear may doubt that they are meant. An overdose leaves no time to ask."""


@dataclass(frozen=True, slots=True)
class Heard:
    """`language`: the tag of the language it was heard in. `tags`: what to work around, if that is certain. `doubt`:
    None if it is surely meant."""

    tier: Tier
    language: str
    tags: frozenset[Tag] = frozenset()
    doubt: Doubt | None = None

    @property
    def doubted(self) -> bool:
        return self.doubt is not None


@dataclass(frozen=True, slots=True)
class ByRules:
    """What rules heard. `tier`: the value of a tier of danger. `denied`: a sign of the body was named and denied, or
    is long ago. `idiom`: words that only sound like danger. `body`: a place of the body was named. `supposed`: a
    sign was named that only might come, as in "what if I feel faint". `language`: the tag of the only language
    that knows every word; "" if there is none."""

    tier: str | None = None
    denied: bool = False
    idiom: bool = False
    body: bool = False
    supposed: bool = False
    language: str = ""


class AskedAbout(Enum):
    """An open question, in whose answer a mere name means something. HURTING: where it hurts, or what it is like.
    SIGNS: whether anything grave comes with it."""

    HURTING = "hurting"
    SIGNS = "signs"


class HearsDanger(Protocol):
    def hears(self, text: str) -> Heard | None: ...

    def by_rules(self, text: str) -> Heard | None:
        """What is certain by its words alone, without the trained ear."""

    def denies(self, text: str) -> bool: ...

    def hears_answer(self, text: str, question: AskedAbout) -> Heard | None:
        """What mere names mean as an answer to the question, besides what `hears` returns: "chest" when asked where it hurts."""


def is_danger(text: str, ears: HearsDanger) -> bool:
    heard = ears.hears(text)
    return heard is not None and heard.tier in IN_DANGER


WEIGHT = {tier: weight for weight, tier in enumerate(Tier)}
"""A lower number is more serious."""


_FIRST = (Tier.OVERDOSE, Tier.NOW, Tier.SELF_HARM, Tier.ABUSE, Tier.DOCTOR)
"""What needs an ambulance is said first."""

_COVERED = {Tier.SELF_HARM: Tier.OVERDOSE, Tier.DOCTOR: Tier.NOW}
"""The answer to the second also says what the first needs."""


def to_be_said(tiers: Collection[Tier]) -> tuple[Tier, ...]:
    """What to answer, in this order, if several dangers were told one after the other."""
    return tuple(tier for tier in _FIRST if tier in tiers and _COVERED.get(tier) not in tiers)


def heavier(one: Heard | None, other: Heard | None) -> Heard | None:
    if one is None or other is None:
        return one or other
    return other if _weight(other) < _weight(one) else one


def _weight(heard: Heard) -> tuple[bool, bool, int]:
    return heard.tier not in IN_DANGER, heard.doubted, WEIGHT[heard.tier]
