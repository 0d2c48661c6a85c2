"""The words of each language for concepts of danger, and the rules over concepts, which hold in every language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from bot.domain.library.exercise import Tag
from bot.domain.typed.danger.heard import AskedAbout, Tier


class Grammar(Enum):
    """Words that change how signs near them are read. Each is a concept too.

    NO: denies what follows. NO_NEXT: denies only what follows at once. NO_AFTER: denies what came before. BUT: ends
    their reach. OR: continues it. SURE: looks like a no and is none. PAST: long ago. PRESENT: after all now. OVER:
    what was long ago harms nobody now. ASKING: asks about facts. FACTS: asks what would be, or what helps: no reason
    to call anybody now, but a reason to ask the person. HARMLESS: an idiom, which is ignored."""

    NO = "no"
    NO_NEXT = "no-next"
    NO_AFTER = "no-after"
    BUT = "but"
    OR = "or"
    SURE = "sure"
    PAST = "past"
    PRESENT = "present"
    OVER = "over"
    ASKING = "asking"
    FACTS = "facts"
    HARMLESS = "harmless"


_BODILY = (Tier.NOW, Tier.DOCTOR)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language. `words`: by concept, entries such as "numb", "tingl*", "pins and needles", "cant _
    feel".

    A word ending in * stands for all words that begin with it; _ stands for up to two words of any kind. `common`:
    words that identify the language; `real`: others that must not be taken for a slip. `alike`: other spellings of a
    word. `is_mixed_in`: people use its words in all other languages. `keeps_firsts`: so many of its words are other
    words without their first letter, like "rushing", that this kind of slip is not corrected."""

    tag: str
    words: Mapping[str, tuple[str, ...]]
    grammar: Mapping[Grammar, tuple[str, ...]] = field(default_factory=dict)
    certain: Mapping[Tier, tuple[str, ...]] = field(default_factory=dict)
    common: frozenset[str] = frozenset()
    real: frozenset[str] = frozenset()
    alike: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    is_mixed_in: bool = False
    keeps_firsts: bool = False


@dataclass(frozen=True, slots=True)
class DangerRule:
    """Fires on one concept from every group of `near`, in any order, at most `within` words apart, with none of
    `unless` beside them.

    `past`: what was long ago counts too. `told`: concepts that make it harmless if it happens to nobody here ("in the
    news"). `few`: only in messages of at most this many words, if not 0: "emergency!" says enough, and "emergency, no
    biscuits left" does not."""

    tier: Tier
    near: tuple[frozenset[str], ...]
    within: int
    unless: frozenset[str] = frozenset()
    tags: frozenset[Tag] = frozenset()
    past: bool = False
    told: frozenset[str] = frozenset()
    few: int = 0


@dataclass(frozen=True, slots=True)
class DangerRules:
    """`places`: if two overlap, only the longer phrase counts. `closed`: concepts whose phrases hide the words in
    them.

    `never`: concepts that keep all rules of a tier from firing when they stand near, unless one of `mine` is nearer.
    `lasting`: what counts however long ago it was. `unless` and `told`: as those of a rule, for the certain phrases
    of a tier. `theirs`: people whose harm is not only heard of. `somebody`: who may be meant, beside `places` of the
    body; without any of these a typing slip alone means no danger. `answers`: rules that count only in an answer to
    that question."""

    rules: tuple[DangerRule, ...]
    places: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    never: Mapping[Tier, frozenset[str]] = field(default_factory=dict)
    mine: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    unless: Mapping[Tier, frozenset[str]] = field(default_factory=dict)
    told: Mapping[Tier, frozenset[str]] = field(default_factory=dict)
    theirs: frozenset[str] = frozenset()
    somebody: frozenset[str] = frozenset()
    answers: Mapping[AskedAbout, tuple[DangerRule, ...]] = field(default_factory=dict)

    @property
    def bodily(self) -> frozenset[str | Tier]:
        near = (group for rule in self.rules if rule.tier in _BODILY for group in rule.near)
        return frozenset[str | Tier](_BODILY).union(*near)
