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
class Raised:
    """The value of a tier of danger, the tag of the language it was heard in, and how probable it is: of harm by oneself or others, that of
    both; of the body, that of any alarm."""

    tier: str
    language: str
    share: float


class EarForDanger(Protocol):
    """Compares a sentence in any language with examples of danger in it."""

    def raises(self, text: str, heard: str | None = None) -> Raised | None:
        """What the ear is sure of. It may add to what the rules `heard`, and takes nothing away."""

    def doubts(self, text: str, heard: str) -> bool:
        """True if it is almost certain that nothing is meant by what the rules `heard`."""
