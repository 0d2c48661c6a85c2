"""A cry for help that says nothing else, such as "sos" or "please help me now", in any language."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.domain.plain_text import folded, phrase
from bot.domain.typed.said.said_back import made_of

_DRAWN_OUT = re.compile(r"(.)\1+")
"""As in "heeelp" and "helpp". Words that differ only in a doubled letter count as the same here."""

_SHOUTS = "!!"


@dataclass(frozen=True)
class Cries:
    """`said`: phrases that cry for help, each with the tag of its language. `beside`: words that may stand around
    them. `asks`: those of `said` that may only ask what the bot can do. All as `as_cry` returns them, except signs
    without letters."""

    said: Mapping[str, str] = field(default_factory=dict)
    beside: frozenset[str] = frozenset()
    asks: frozenset[str] = frozenset()

    def are(self, text: str) -> bool:
        """False if there is any other word: "don't need help", "help my neck"."""
        return bool(self._said(text))

    def alone(self, text: str) -> str:
        """The language of a cry that needs nothing said before it; "" for anything else, and for a plain "help"."""
        said = self._said(text)
        is_plain = len(said) == 1 and said[0] in self.asks and _SHOUTS not in text
        return self.said[said[0]] if said and not is_plain else ""

    def _said(self, text: str) -> list[str]:
        cry = as_cry(text)
        if not cry:
            return [sign for sign in self.said if sign in text]
        return [each for each in made_of(cry, self._known) if each]

    @cached_property
    def _known(self) -> Mapping[str, str]:
        return {**dict.fromkeys(self.beside, ""), **{each: each for each in self.said}}


def cries(said: Mapping[str, Iterable[str]], beside: Iterable[str], asks: Iterable[str] = ()) -> Cries:
    """A phrase of several languages counts for the first one."""
    tags: dict[str, str] = {}
    for tag, phrases in said.items():
        tags |= {cry: tag for each in phrases if (cry := as_cry(each) or each) not in tags}
    return Cries(tags, frozenset(map(as_cry, beside)), frozenset(map(as_cry, asks)))


def as_cry(text: str) -> str:
    return _DRAWN_OUT.sub(r"\1", phrase(folded(text)))
