"""Hears how a session or a morning was, in any words: by the phrases in a sentence, and the denials that reverse them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from bot.domain.person.pain_notes import Morning
from bot.domain.plain_text import phrase_or_signs
from bot.domain.progress.diary import Rating
from bot.domain.typed.said.worst_said import phrases_in

M = TypeVar("M")

_HARDEST_FIRST = (Rating.HURT, Rating.HARD, Rating.EASY, Rating.RIGHT)
_WORST_FIRST = (Morning.WORSE, Morning.MORE, Morning.USUAL)
_NOT_RATED = {Rating.HARD: Rating.EASY, Rating.EASY: Rating.HARD}
_NOT_OF_A_MORNING = {Morning.USUAL: Morning.MORE, Morning.MORE: Morning.USUAL}
"""What a denied phrase means instead. Denying any other says nothing."""


@dataclass(frozen=True, slots=True)
class HowWords:
    """`rated`, `mornings`: phrases, as `phrase_or_signs` returns them. `denials`: words that reverse the phrase that
    follows, if only words of `between` stand between. `joining`: words across which a denial reaches another
    phrase. `beside`: words that change nothing."""

    rated: Mapping[str, Rating] = field(default_factory=dict)
    mornings: Mapping[str, Morning] = field(default_factory=dict)
    denials: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class HowSaid(Generic[M]):
    """`is_all`: nothing else was said."""

    how: M
    is_all: bool


def rating_said(text: str, words: HowWords) -> HowSaid[Rating] | None:
    said, denied, is_all = _said(text, words.rated, words, _NOT_RATED)
    if {*_NOT_RATED} <= denied:  # neither hard nor easy
        said = {Rating.RIGHT, *said} - denied
    how = next((each for each in _HARDEST_FIRST if each in said), None)
    return HowSaid(how, is_all) if how else None


def morning_said(text: str, words: HowWords) -> HowSaid[Morning] | None:
    said, _, is_all = _said(text, words.mornings, words, _NOT_OF_A_MORNING)
    how = next((each for each in _WORST_FIRST if each in said), None)
    return HowSaid(how, is_all) if how else None


def _said(
    text: str, spoken: Mapping[str, M], words: HowWords, turned: Mapping[M, M]
) -> tuple[set[M], set[M], bool]:
    """What is said, what is denied, and whether that is all. A denied phrase counts as what it turns into."""
    each_word = phrase_or_signs(text).split()
    found = phrases_in(each_word, spoken)
    taken = {at for start, length, _ in found for at in range(start, start + length)}
    denied = {meaning for start, _, meaning in found if _is_denied(each_word, start, taken, words)}
    plainly = {meaning for start, _, meaning in found if not _is_denied(each_word, start, taken, words)}
    said = plainly | {turned[each] for each in denied if each in turned}
    beside = words.denials | words.between | words.joining | words.beside
    is_all = all(at in taken or word in beside for at, word in enumerate(each_word))
    return said, denied, is_all


def _is_denied(each_word: Sequence[str], start: int, taken: set[int], words: HowWords) -> bool:
    is_joined = False
    for at in range(start - 1, -1, -1):
        word = each_word[at]
        if at not in taken and word in words.denials:
            return True
        is_joined |= word in words.joining
        if word not in words.between | words.joining and not (at in taken and is_joined):
            return False
    return False
