"""What a language knows about danger: words for concepts, and rules over concepts that hold in every language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from bot.domain.library.exercise import Tag
from bot.domain.typed.danger.heard import Tier


class Grammar(Enum):
    """What is no sign itself, and changes how the signs near by are to be read. Each is a concept too.

    NO: no sign of what follows. NO_NEXT: only of what follows at once. NO_AFTER: of what went before. BUT: ends their reach.
    OR: goes on with it. SURE: looks like a no and is none. PAST: long ago. PRESENT: after all now. ASKING: asks about facts.
    FACTS: asks what would be, or what helps: no call-now, but to be asked about. HARMLESS: an idiom, to be passed over.
    """

    NO = "no"
    NO_NEXT = "no-next"
    NO_AFTER = "no-after"
    BUT = "but"
    OR = "or"
    SURE = "sure"
    PAST = "past"
    PRESENT = "present"
    ASKING = "asking"
    FACTS = "facts"
    HARMLESS = "harmless"


_BODILY = (Tier.NOW, Tier.DOCTOR)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language. `words`: by concept, entries such as "numb", "tingl*", "pins and needles", "cant _ feel".

    A word ending in * stands for all that begin so; _ stands for up to two words of any kind. `common`: words that tell the
    language; `real`: others that must not be taken for a slip. `alike`: how a word of an entry may be written too.
    """

    tag: str
    words: Mapping[str, tuple[str, ...]]
    grammar: Mapping[Grammar, tuple[str, ...]] = field(default_factory=dict)
    certain: Mapping[Tier, tuple[str, ...]] = field(default_factory=dict)
    common: frozenset[str] = frozenset()
    real: frozenset[str] = frozenset()
    alike: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DangerRule:
    """One concept out of every group of `near`, in any order, so many words apart, and none of `unless` beside them.

    `past`: what was long ago counts as well.
    """

    tier: Tier
    near: tuple[frozenset[str], ...]
    within: int
    unless: frozenset[str] = frozenset()
    tags: frozenset[Tag] = frozenset()
    past: bool = False


@dataclass(frozen=True, slots=True)
class DangerRules:
    """`places`: of those in one another only the longer phrase counts. `closed`: concepts whose phrases hide the words in them.

    `never`: what keeps all rules of a tier from firing when it stands beside them, unless one of `mine` is nearer.
    `lasting`: what counts however long ago it was.
    """

    rules: tuple[DangerRule, ...]
    places: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    never: Mapping[Tier, frozenset[str]] = field(default_factory=dict)
    mine: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()

    @property
    def bodily(self) -> frozenset[str | Tier]:
        """What may mean danger to the body, alone or beside others."""
        near = (group for rule in self.rules if rule.tier in _BODILY for group in rule.near)
        return frozenset[str | Tier](_BODILY).union(*near)
