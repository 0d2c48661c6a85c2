"""Hears in somebody's words how they are: rules listen, and beside them the ear that was trained by examples."""

from collections.abc import Container
from dataclasses import replace
from typing import Protocol

from bot.domain.library.exercise import Tag
from bot.domain.plain_text import plain
from bot.domain.typed.danger.heard import MAY_BE_DOUBTED, Heard, HearsDanger, Tier, heavier
from bot.domain.typed.ear import EarForDanger, Raised
from bot.domain.typed.tag_said import tags_alone
from bot.domain.typed.vocabulary import Vocabulary

_FEWEST = 3
"""Letters."""

_LONGEST = 400
"""Letters. The examples are sentences: longer texts, and single words, are left to the rules."""

EAR_SPEAKS = "en"


_NOT_BODILY = frozenset({Tier.SELF_HARM, Tier.ABUSE})
"""People often say which signs of the body they do not have, or had long ago. The rules hear that; the ear does not always."""

_JOINTS = frozenset({Tag.KNEES, Tag.WRISTS, Tag.SHOULDER, Tag.NECK, Tag.HIP, Tag.LEANING_BACK, Tag.BENDY})
"""Their names say nothing else, even several together: "knees and my wrist". "Heart, left shoulder" may be no list."""

_SURE_IT_IS_MEANT = 0.75
"""How probable an alarm must be where rules hear a no or an idiom: "no longer", "nobody", "kills me" may be meant or not."""

_CERTAIN = frozenset({Tier.LOW_BACK, Tier.ILL, Tier.WORK_AROUND})
"""Here the rules know what to do, so nobody is asked how bad it is: "my wrists hurt"."""


class Rules(HearsDanger, Protocol):
    def denies(self, text: str) -> bool: ...

    def holds_an_idiom(self, text: str) -> bool: ...


class TwoEars:
    """Beside the rules listens an ear that was taught. It may add to what they hear, and takes nothing away: what it doubts is asked about.

    `english`: names of what to work around, like "thin bones", which are no sign of anything new. `names`: what can be looked up, like
    "opposite arm and leg", in plain text: no sign either.
    """

    def __init__(
        self,
        rules: Rules,
        taught: EarForDanger | None,
        english: Vocabulary | None = None,
        names: Container[str] = (),
    ) -> None:
        self._rules, self._taught, self._english, self._names = rules, taught, english, names

    def hears(self, text: str) -> Heard | None:
        heard = self._rules.hears(text)
        taught = self._taught
        if taught is None or not self._may_be_weighed(text, heard):
            return heard
        raised = taught.raises(text, heard.tier.value if heard else None)
        if heard and heard.tier in MAY_BE_DOUBTED and taught.doubts(text, heard.tier.value):
            heard = replace(heard, doubted=True)
        if raised is None or not self._is_meant(text, raised) or _is_certain(raised, heard):
            return heard
        return heavier(heard, Heard(Tier(raised.tier), raised.language))

    def _may_be_weighed(self, text: str, heard: Heard | None) -> bool:
        is_a_name = plain(text) in self._names or self._only_names_tags(text, heard)
        return _is_a_sentence(text) and not is_a_name

    def _is_meant(self, text: str, raised: Raised) -> bool:
        is_denied = self._rules.denies(text)
        if is_denied and Tier(raised.tier) not in _NOT_BODILY:
            return False
        return raised.share >= _SURE_IT_IS_MEANT or not (is_denied or self._rules.holds_an_idiom(text))

    def _only_names_tags(self, text: str, heard: Heard | None) -> bool:
        words = self._english
        said = tags_alone(text, words.tags, words.beside_tags) if words else frozenset()
        return bool(said) and (
            said <= _JOINTS if heard is None else len(said) == 1 and heard.tier is Tier.WORK_AROUND
        )


def _is_certain(raised: Raised, heard: Heard | None) -> bool:
    return raised.tier == Tier.COMPLAINT.value and heard is not None and heard.tier in _CERTAIN


def _is_a_sentence(text: str) -> bool:
    """ "20 to 30 s" has no words to go by."""
    return len(text) <= _LONGEST and len(text.split(maxsplit=1)) > 1 and sum(map(str.isalpha, text)) > _FEWEST
