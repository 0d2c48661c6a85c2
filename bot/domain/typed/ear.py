"""What the ears offer: likely wishes for a sentence, and a sense for danger."""

from dataclasses import dataclass
from typing import Protocol


class Ear(Protocol):
    """Compares a sentence with examples. Without an ear, rules alone listen."""

    def hears(self, text: str, state: str | None = None) -> tuple[tuple[str, float], ...]:
        """Values of Wish with probabilities from 0 to 1, the best first; unknown values are skipped.

        `state`: what is going on, by the names of the examples; None: nothing. Wishes that make no sense in it are left out.
        """

    def __hash__(self) -> int:
        """Results of one ear are cached apart from those of another."""


@dataclass(frozen=True, slots=True)
class ByRules:
    """What rules heard. `tier`: the value of a tier of danger. `denied`: a sign of the body was named and denied, or is of long ago. `idiom`:
    words that only sound like danger. `body`: a place of the body was named."""

    tier: str | None = None
    denied: bool = False
    idiom: bool = False
    body: bool = False


@dataclass(frozen=True, slots=True)
class Raised:
    """The value of a tier of danger, and the tag of the language it was heard in."""

    tier: str
    language: str


class EarForDanger(Protocol):
    """Compares a sentence in any language with examples of danger in it."""

    def is_calm(self, text: str) -> bool:
        """True if it would raise nothing that rules did not hear. This is found out much faster than what else it knows."""

    def raises(self, text: str, rules: ByRules) -> Raised | None:
        """What it is sure of, where rules heard less."""

    def doubts(self, text: str, rules: ByRules) -> bool:
        """True if it is almost certain that nothing is meant by what rules heard."""
