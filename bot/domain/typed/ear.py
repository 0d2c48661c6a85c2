"""What the trained ears offer: likely wishes for a sentence, and a sense of danger."""

from dataclasses import dataclass
from typing import Protocol

from bot.domain.typed.danger.heard import ByRules, Doubt


class Ear(Protocol):
    """Compares a sentence with examples. Without an ear, rules alone listen."""

    def hears(self, text: str, state: str | None = None) -> tuple[tuple[str, float], ...]:
        """Values of Wish with probabilities from 0 to 1, the best first; unknown values are skipped.

        `state`: what is going on, as the examples call it; None for nothing. Wishes that make no sense in it are left
        out."""

    def __hash__(self) -> int:
        """Results of one ear are cached separately from those of another."""


@dataclass(frozen=True, slots=True)
class Raised:
    """The value of a tier of danger, and the tag of the language it was heard in. `doubt`: None if it is sure.
    `instead`: it replaces what rules heard, which is just as grave but of another kind."""

    tier: str
    language: str
    doubt: Doubt | None = None
    instead: bool = False


class EarForDanger(Protocol):
    """Compares a sentence in any language with examples of danger in it."""

    def is_calm(self, text: str) -> bool:
        """True if it would raise nothing beyond what rules heard. This is found out much faster than the rest."""

    def raises(self, text: str, rules: ByRules) -> Raised | None:
        """What it hears if rules heard less."""

    def doubts(self, text: str, rules: ByRules) -> Doubt | None:
        """Whether what rules heard is meant; None if it may well be."""
