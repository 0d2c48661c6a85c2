"""Hears in somebody's words how they are: rules listen, and beside them the ear that was trained by examples."""

from typing import Protocol

from bot.domain.typed.danger.heard import Heard, HearsDanger, Tier, heavier
from bot.domain.typed.ear import Ear
from bot.domain.typed.tag_said import tag_alone
from bot.domain.typed.vocabulary import Vocabulary

_LONGEST = 400
"""Letters. The examples are sentences; longer texts are left to the rules."""

EAR_SPEAKS = "en"


_NOT_BODILY = frozenset({Tier.SELF_HARM, Tier.ABUSE})
"""People often say which signs of the body they do not have. The rules hear that "no"; the ear does not."""


_CERTAIN = frozenset({Tier.LOW_BACK, Tier.ILL, Tier.WORK_AROUND})
"""Here the rules know what to do, so nobody is asked how bad it is: "my wrists hurt"."""


class Rules(HearsDanger, Protocol):
    def denies(self, text: str) -> bool: ...


class TwoEars:
    """The trained ear may add to what the rules hear, and takes nothing away.

    `english`: the vocabulary in that ear's language. Words that only name what to work around, like "thin bones", are no sign
    of anything new.
    """

    def __init__(self, rules: Rules, taught: Ear | None, english: Vocabulary | None = None) -> None:
        self._rules, self._taught, self._english = rules, taught, english

    def hears(self, text: str) -> Heard | None:
        heard = self._rules.hears(text)
        return heavier(heard, self._raised(text, heard))

    def _raised(self, text: str, heard: Heard | None) -> Heard | None:
        if self._taught is None or len(text) > _LONGEST:
            return None
        if heard and heard.tier is Tier.WORK_AROUND and self._names_a_tag(text):
            return None
        said = self._taught.raises(text, heard.tier.value if heard else None)
        tier = Tier(said) if said else None
        if tier is None or (tier not in _NOT_BODILY and self._rules.denies(text)):
            return None
        if tier is Tier.COMPLAINT and heard and heard.tier in _CERTAIN:
            return None
        return Heard(tier, EAR_SPEAKS)

    def _names_a_tag(self, text: str) -> bool:
        words = self._english
        return words is not None and tag_alone(text, words.tags, words.beside_tags) is not None
