"""Hears in somebody's words how they are: rules listen, and beside them the ear that was trained by examples."""

from collections.abc import Iterator
from typing import Protocol

from bot.domain.library.exercise import Tag
from bot.domain.typed.danger.heard import Heard, HearsDanger, Tier, heavier
from bot.domain.typed.ear import Ear, EarForDanger
from bot.domain.typed.tag_said import tags_alone
from bot.domain.typed.vocabulary import Vocabulary

_FEWEST = 3
"""Letters."""

_LONGEST = 400
"""Letters. The examples are sentences: longer texts, and single words, are left to the rules."""

EAR_SPEAKS = "en"


_NOT_BODILY = frozenset({Tier.SELF_HARM, Tier.ABUSE})
"""People often say which signs of the body they do not have. The rules hear that "no"; the ear does not."""


_JOINTS = frozenset({Tag.KNEES, Tag.WRISTS, Tag.SHOULDER, Tag.NECK, Tag.HIP, Tag.LEANING_BACK, Tag.BENDY})
"""Nothing else is heard in their names, also in several: "knees and my wrist". "Heart, left shoulder" may be no list."""

_CERTAINLY = 0.75
"""Who says "no longer" or "nobody" may deny a sign of the body, or be in despair: the foreign ear has to be surer then."""

_CERTAIN = frozenset({Tier.LOW_BACK, Tier.ILL, Tier.WORK_AROUND})
"""Here the rules know what to do, so nobody is asked how bad it is: "my wrists hurt"."""


class Rules(HearsDanger, Protocol):
    def denies(self, text: str) -> bool: ...

    def holds_an_idiom(self, text: str) -> bool: ...


class TwoEars:
    """The trained ears, one for English and one for all other languages, may add to what the rules hear, and take nothing away.

    `english`: the vocabulary of the first. Words that only name what to work around, like "thin bones", are no sign of
    anything new.
    """

    def __init__(
        self,
        rules: Rules,
        taught: Ear | None,
        english: Vocabulary | None = None,
        foreign: EarForDanger | None = None,
    ) -> None:
        self._rules, self._taught, self._english, self._foreign = rules, taught, english, foreign

    def hears(self, text: str) -> Heard | None:
        heard = self._rules.hears(text)
        if not _is_a_sentence(text) or self._only_names_tags(text, heard):
            return heard
        for raised in self._raised(text, heard):
            if self._adds(text, heard, raised.tier):
                heard = heavier(heard, raised)
        return heard

    def _raised(self, text: str, heard: Heard | None) -> Iterator[Heard]:
        ruled = heard.tier.value if heard else None
        if self._taught and (said := self._taught.raises(text, ruled)):
            yield Heard(Tier(said), EAR_SPEAKS)
        raised = self._foreign.raises(text, ruled) if self._foreign else None
        if raised and (raised.share >= _CERTAINLY or not self._may_only_sound_so(text)):
            yield Heard(Tier(raised.tier), raised.language)

    def _may_only_sound_so(self, text: str) -> bool:
        return self._rules.denies(text) or self._rules.holds_an_idiom(text)

    def _adds(self, text: str, heard: Heard | None, tier: Tier) -> bool:
        if tier not in _NOT_BODILY and self._rules.denies(text):
            return False
        return not (tier is Tier.COMPLAINT and heard and heard.tier in _CERTAIN)

    def _only_names_tags(self, text: str, heard: Heard | None) -> bool:
        words = self._english
        said = tags_alone(text, words.tags, words.beside_tags) if words else frozenset()
        return bool(said) and (
            said <= _JOINTS if heard is None else len(said) == 1 and heard.tier is Tier.WORK_AROUND
        )


def _is_a_sentence(text: str) -> bool:
    """ "20 to 30 s" has no words to go by."""
    return len(text) <= _LONGEST and len(text.split(maxsplit=1)) > 1 and sum(map(str.isalpha, text)) > _FEWEST
