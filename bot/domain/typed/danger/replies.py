"""Understands replies to the question whether danger was meant, and to the answer: that it was not, or that
everything said should be removed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from bot.domain.typed.danger.cries import as_cry
from bot.domain.typed.said.said_back import made_of

Phrases = frozenset[str]

_PARTED = re.compile(r"[.,;:!?…\n()،؛؟।۔]|\s[-–—]+\s")


class _Part(Enum):
    BESIDE = auto()
    GOES = auto()
    WIDELY = auto()
    REMOVES = auto()
    ALL = auto()


@dataclass(frozen=True, slots=True)
class Replies:
    """In all languages, as `phrases` returns them; content/danger/replies.toml says what each is."""

    denied: Phrases = frozenset()
    well: Phrases = frozenset()
    taken_back: Phrases = frozenset()
    no_before_well: Phrases = frozenset()
    beside_denied: Phrases = frozenset()
    dismissed: Phrases = frozenset()
    removes: Phrases = frozenset()
    goes: Phrases = frozenset()
    widely: Phrases = frozenset()
    removed: Phrases = frozenset()
    beside_removed: Phrases = frozenset()
    after_all: Phrases = frozenset()
    beside_after_all: Phrases = frozenset()
    explains: Phrases = frozenset()
    calling: Phrases = frozenset()
    unanswered: Phrases = frozenset()
    beside_calling: Phrases = frozenset()

    def deny(self, text: str) -> bool:
        """False if there is any other word: "no, I don't want to live". Also false if a no stands before words of
        being well, and may reverse them: "no estoy bien", "definitely not joking"."""
        return self._is_of_parts(text, self.denied, self.well | self.no_before_well, self.taken_back)

    def take_back(self, text: str) -> bool:
        """True if one part of it says that it was not meant, and more than just no, whatever else it explains: "no,
        false alarm", "I'm sorry, you misunderstood, I can't kneel"."""
        is_back = any(self._is_of_parts(part, self.taken_back) for part in _PARTED.split(text))
        return is_back or self.deny_first(text)

    def mean_it_after_all(self, text: str) -> bool:
        """True if one part of it says that it was meant: "ok I lied, I wasn't kidding"."""
        return self._has_a_part(text, self.after_all, self.beside_after_all)

    def explain(self, text: str) -> bool:
        """True if one part of it says what was meant instead: "no, I meant the name of my workout". False for "I meant it"."""
        if self.mean_it_after_all(text):
            return False
        return any(self._begins_to_explain(as_cry(part).split()) for part in _PARTED.split(text))

    def _begins_to_explain(self, words: list[str]) -> bool:
        beside = dict.fromkeys(self.beside_denied | self.denied, True)
        begun = (at for at in range(len(words)) if not at or made_of(" ".join(words[:at]), beside))
        return any(self._names_another(f"{' '.join(words[at:])} ") for at in begun)

    def _names_another(self, said: str) -> bool:
        """The longer phrase counts: "I meant it as a name" is none of "I meant it"."""
        other, same = (_longest_at_the_beginning(said, each) for each in (self.explains, self.after_all))
        return same < other < len(said) - 1

    def say_they_call(self, text: str) -> bool:
        """True if one part of it says that help is called or comes: "ok, calling now"."""
        return self._has_a_part(text, self.calling, self.beside_calling)

    def say_only_that_they_call(self, text: str) -> bool:
        known = _known(self.calling, self.beside_denied, self.beside_calling)
        said = [part for part in map(as_cry, _PARTED.split(text)) if part]
        return all(made_of(part, known) for part in said) and self.say_they_call(text)

    def say_nobody_answers(self, text: str) -> bool:
        return self._has_a_part(text, self.unanswered, self.beside_calling)

    def dismiss(self, text: str) -> bool:
        """True if it only drops the subject, without a yes or no: "never mind, thanks"."""
        is_left = any(self._is_of_parts(part, self.dismissed) for part in _PARTED.split(text))
        return is_left and self._is_of_parts(text, self.dismissed, self.denied, self.well, self.taken_back)

    def deny_first(self, text: str) -> bool:
        """True if it begins with a no and words of being well, whatever comes after: "what? no I'm fine, it was just the door"."""
        known = _known(self.no_before_well, self.beside_denied)
        parts = [as_cry(part).split() for part in _PARTED.split(text)]
        begun = (words[:end] for words in parts for end in range(2, len(words) + 1))
        return any(any(made_of(" ".join(words), known)) for words in begun)

    def _has_a_part(self, text: str, said: Phrases, beside: Phrases) -> bool:
        known = _known(said, self.beside_denied, beside)
        return any(any(made_of(as_cry(part), known)) for part in _PARTED.split(text))

    def _is_of_parts(self, text: str, *kinds: Phrases) -> bool:
        """True if every part is of one kind, apart from words that say nothing."""
        parts = [said for part in _PARTED.split(text) if (said := as_cry(part))]
        known = [_known(kind, self.beside_denied) for kind in kinds]
        made = [[made_of(part, each) for each in known] for part in parts]
        return all(any(each) for each in made) and any(any(map(any, each)) for each in made)

    def remove(self, text: str) -> bool:
        """False if there is any other word, as in "delete my data", and for "delete me"."""
        known = {
            **dict.fromkeys(self.beside_removed, _Part.BESIDE),
            **dict.fromkeys(self.widely, _Part.WIDELY),
            **dict.fromkeys(self.goes, _Part.GOES),
            **dict.fromkeys(self.removes, _Part.REMOVES),
            **dict.fromkeys(self.removed, _Part.ALL),
        }
        found = {*made_of(as_cry(text), known)}
        is_wide = _Part.WIDELY in found and _Part.GOES not in found
        return _Part.ALL in found or (_Part.REMOVES in found and not is_wide)

    def begin_to_remove(self, text: str) -> bool:
        """True also if it says more: "please delete my account"."""
        words, known = as_cry(text).split(), dict.fromkeys(self.beside_removed, True)
        parts = ((" ".join(words[:at]), f"{' '.join(words[at:])} ") for at in range(len(words)))
        return any(
            (not before or made_of(before, known))
            and any(said.startswith(f"{each} ") for each in self.removes)
            for before, said in parts
        )


@lru_cache(maxsize=64)
def _known(said: Phrases, *beside: Phrases) -> Mapping[str, bool]:
    """What is said counts even where it also stands beside."""
    return {**dict.fromkeys((each for some in beside for each in some), False), **dict.fromkeys(said, True)}


def _longest_at_the_beginning(said: str, phrases_: Phrases) -> int:
    """In letters; 0 if it begins with none."""
    return max((len(each) for each in phrases_ if said.startswith(f"{each} ")), default=0)


def phrases(said: Iterable[str]) -> Phrases:
    return frozenset(map(as_cry, said))
