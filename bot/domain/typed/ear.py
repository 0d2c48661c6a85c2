"""What an ear for meanings gives: kinds of wishes that a sentence may be, with probabilities, and an ear for danger."""

from typing import Protocol


class Ear(Protocol):
    """Compares a sentence with examples. Where there is none, rules alone listen."""

    def hears(self, text: str, state: str | None = None) -> tuple[tuple[str, float], ...]:
        """Kinds by the values of Wish, with probabilities from 0 to 1, the best first. Kinds that nobody knows are passed over.

        `state`: what is going on, by the names that the examples have for it; None: nothing. What can't be meant in it is left out.
        """

    def raises(self, text: str, heard: str | None = None) -> str | None:
        """A tier of danger by its value, if it is sure. It adds to what the rules `heard`, and takes nothing away."""

    def __hash__(self) -> int:
        """What one ear gave of late is kept apart from what others gave."""
