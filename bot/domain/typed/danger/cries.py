"""A cry for help that says nothing else, such as "sos" or "please help me now", in any language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.plain_text import folded, phrase
from bot.domain.typed.said.said_back import made_of

_DRAWN_OUT = re.compile(r"(.)\1+")
"""As in "heeelp" and "helpp". Words that only differ in a letter typed twice are no others here."""


@dataclass(frozen=True, slots=True)
class Cries:
    """`said`: phrases that cry for help. `beside`: what may stand around them. Both as `as_cry` gives them."""

    said: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()

    def are(self, text: str) -> bool:
        """False where there is a word more: "don't need help", "help my neck"."""
        known = {**dict.fromkeys(self.beside, False), **dict.fromkeys(self.said, True)}
        return any(made_of(as_cry(text), known))


def cries(said: Iterable[str], beside: Iterable[str]) -> Cries:
    return Cries(frozenset(map(as_cry, said)), frozenset(map(as_cry, beside)))


def as_cry(text: str) -> str:
    return _DRAWN_OUT.sub(r"\1", phrase(folded(text)))
