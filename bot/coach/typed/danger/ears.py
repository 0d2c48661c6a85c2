"""Hears how people are from their words: rules listen, and with them an ear that was trained on examples."""

import re
from collections.abc import Container
from dataclasses import replace
from typing import Protocol

from bot.domain.library.exercise import Tag
from bot.domain.plain_text import phrase, plain
from bot.domain.typed.danger.calm import Calm
from bot.domain.typed.danger.heard import (
    IN_DANGER,
    MAY_BE_DOUBTED,
    AskedAbout,
    ByRules,
    Heard,
    HearsDanger,
    Tier,
    heavier,
)
from bot.domain.typed.ear import EarForDanger, Raised
from bot.domain.typed.said.tag_said import tags_alone
from bot.domain.typed.vocabulary import Vocabulary

_COMMAND = re.compile(r"^\s*/[\w@]+\s*")

_FEWEST = 3
"""Characters."""

_LONGEST = 400
"""Characters. The examples are sentences: longer texts, and single words, are left to the rules."""

EAR_SPEAKS = "en"

NOTHING_CALM = Calm()


_JOINTS = frozenset(
    {
        *(Tag.KNEES, Tag.WRISTS, Tag.SHOULDER, Tag.NECK, Tag.HIP, Tag.BENDY),
        *(Tag.LEANING_BACK, Tag.BENDING, Tag.TWISTING),
    }
)
"""Several of their names in a row are just a list: "knees and my wrist". "Heart, left shoulder" may be more than a list."""

_CERTAIN = frozenset({Tier.LOW_BACK, Tier.ILL, Tier.WORK_AROUND})
"""For these the rules know what to do, so nobody is asked how bad it is: "my wrists hurt"."""


class Rules(HearsDanger, Protocol):
    def said(self, text: str, heard: Heard | None) -> ByRules: ...


class TwoEars:
    """The rules and a trained ear together. The ear may add to what the rules hear, but takes nothing away; when it
    is in doubt, people are asked.

    `english`: names of things to work around, like "thin bones", which are no new sign. `names`, in plain text, are
    no sign either: what can be looked up, like "opposite arm and leg"; small words of any language, like "quiero
    parar". `calm`: what means no danger: "he needs me"."""

    def __init__(
        self,
        rules: Rules,
        taught: EarForDanger | None,
        english: Vocabulary | None = None,
        names: Container[str] = (),
        calm: Calm = NOTHING_CALM,
    ) -> None:
        self._rules, self._taught, self._english = rules, taught, english
        self._names, self._calm = names, calm

    def hears(self, text: str) -> Heard | None:
        heard = self._rules.hears(text)
        said = _COMMAND.sub("", text)
        if self._taught is None or not self._may_speak(said, heard):
            return heard
        if not _is_danger(heard) and self._taught.is_calm(said):
            return heard
        return self._weighed(self._taught, said, heard)

    def by_rules(self, text: str) -> Heard | None:
        return self._rules.by_rules(text)

    def denies(self, text: str) -> bool:
        return self._rules.said(text, None).denied

    def hears_answer(self, text: str, question: AskedAbout) -> Heard | None:
        return self._rules.hears_answer(text, question)

    def _weighed(self, taught: EarForDanger, said: str, heard: Heard | None) -> Heard | None:
        rules = self._rules.said(said, heard)
        if heard and heard.tier in MAY_BE_DOUBTED:
            heard = replace(heard, doubt=taught.doubts(said, rules))
        raised = taught.raises(said, rules)
        if raised is None or _is_certain(raised, heard):
            return heard
        if heard and raised.instead and heard.tier is not Tier.NOW:
            return replace(heard, tier=Tier(raised.tier), doubt=None)
        if raised.tier == Tier.ABUSE.value and heard and heard.tier is Tier.NOW and heard.doubt is None:
            return heard
        language = rules.language or raised.language
        return heavier(heard, Heard(Tier(raised.tier), language, doubt=raised.doubt))

    def _may_speak(self, text: str, heard: Heard | None) -> bool:
        is_named = plain(text) in self._names or phrase(text) in self._names
        is_harmless = is_named or self._calm.is_all_of(text)
        return _is_a_sentence(text) and not is_harmless and not self._only_names_tags(text, heard)

    def _only_names_tags(self, text: str, heard: Heard | None) -> bool:
        words = self._english
        said = tags_alone(text, words.tags, words.beside_tags) if words else frozenset()
        return bool(said) and (said <= _JOINTS if heard is None else heard.tier is Tier.WORK_AROUND)


def _is_danger(heard: Heard | None) -> bool:
    return heard is not None and heard.tier in IN_DANGER


def _is_certain(raised: Raised, heard: Heard | None) -> bool:
    return raised.tier == Tier.COMPLAINT.value and heard is not None and heard.tier in _CERTAIN


def _is_a_sentence(text: str) -> bool:
    return len(text) <= _LONGEST and len(text.split(maxsplit=1)) > 1 and sum(map(str.isalpha, text)) > _FEWEST
