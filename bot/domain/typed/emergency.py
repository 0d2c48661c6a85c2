"""Hears in somebody's words that they need help now, whatever the bot was doing (facts.md 10.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from bot.domain.plain_text import words_of

_ELSE = "_"
"""Stands where harmless words were, so that their neighbours do not move together."""


class Alarm(Enum):
    EMERGENCY = "emergency"
    SELF_HARM = "self-harm"


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that say one thing: one of every group, in any order, within so many words of each other.

    `in_order`: side by side and in this order, as in "heart attack". A word ending in * stands for all that begin so.
    """

    alarm: Alarm
    groups: tuple[frozenset[str], ...]
    within: int
    in_order: bool = False


@dataclass(frozen=True, slots=True)
class EmergencyWords:
    """The signs of one language. `alike`: phrases that mean another ("can not", "cant"); `harmless`: not to be heard."""

    signs: tuple[Sign, ...]
    harmless: tuple[tuple[str, ...], ...] = ()
    alike: tuple[tuple[tuple[str, ...], str], ...] = ()

    def hears(self, text: str) -> Alarm | None:
        """Self-harm is heard before all else: what is answered to it names the emergency number too."""
        words = self._understood(words_of(text))
        known = frozenset(words)
        alarms = {sign.alarm for sign in self.signs if _may_be_in(known, sign) and _is_in(words, sign)}
        return next((alarm for alarm in (Alarm.SELF_HARM, Alarm.EMERGENCY) if alarm in alarms), None)

    def _understood(self, words: list[str]) -> list[str]:
        phrases = (*self.alike, *((phrase, _ELSE) for phrase in self.harmless))
        for phrase, meaning in phrases:
            if _holds(frozenset(words), phrase[0]):
                words = _replaced(words, phrase, meaning)
        return words


def _replaced(words: Sequence[str], phrase: Sequence[str], by: str) -> list[str]:
    out: list[str] = []
    at = 0
    while at < len(words):
        if _begins(words[at : at + len(phrase)], phrase):
            out.append(by)
            at += len(phrase)
        else:
            out.append(words[at])
            at += 1
    return out


def _begins(words: Sequence[str], phrase: Sequence[str]) -> bool:
    return len(words) >= len(phrase) and all(_is(word, of) for word, of in zip(words, phrase, strict=False))


def _may_be_in(known: frozenset[str], sign: Sign) -> bool:
    """Rules out nearly every sign at little cost: who writes 4,096 letters must not hold up the others."""
    return all(any(_holds(known, of) for of in group) for group in sign.groups)


def _holds(known: frozenset[str], of: str) -> bool:
    return any(_is(word, of) for word in known) if of.endswith("*") else of in known


def _is_in(words: Sequence[str], sign: Sign) -> bool:
    if sign.in_order:
        return any(_stands_at(words[at:], sign.groups) for at in range(len(words)))
    places = [{at for at, word in enumerate(words) if _is_one_of(word, group)} for group in sign.groups]
    return any(
        all(any(at in group for at in range(start, start + sign.within)) for group in places)
        for start in set[int]().union(*places)
    )


def _stands_at(words: Sequence[str], groups: Sequence[frozenset[str]]) -> bool:
    return len(words) >= len(groups) and all(
        _is_one_of(word, group) for word, group in zip(words, groups, strict=False)
    )


def _is_one_of(word: str, group: frozenset[str]) -> bool:
    return any(_is(word, of) for of in group)


def _is(word: str, of: str) -> bool:
    return word.startswith(of[:-1]) if of.endswith("*") else word == of
