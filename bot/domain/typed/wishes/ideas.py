"""Hears wishes by ideas: finds the ideas in a sentence, and the wish that explains most of it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property, lru_cache
from typing import Self

from bot.domain.plain_text import LETTER, bare
from bot.domain.typed.wishes.wish import Wish
from bot.domain.typed.word_slips import WordSlips

MOST_WORDS = 60
"""Further words are ignored: no wish is longer, and one long letter must not hold up other people."""

APART = 9
"""Words that may stand between the ideas of one wish."""

_WORD = re.compile(rf"\d+:\d\d|\d+|{LETTER}+")
_APOSTROPHE = re.compile("'")
ANY = ""
"""Stands for any second word of a phrase, or for none."""

Words = tuple[str, ...]
Span = tuple[int, int]


class KnownIdea(Enum):
    """Ideas that the program knows by name. NUMBER, TIME and MOVE have no lists of words; values that end in a dot begin the names of
    others."""

    NUMBER = "number"
    TIME = "time"
    MOVE = "move"
    SHORT = "short"
    SHORTEST = "shortest"
    HALF_HOUR = "half-hour"
    QUARTER_HOUR = "quarter-hour"
    TAG = "tag."
    JOINT = "joint."
    KIND = "kind."
    THING = "thing."
    IN = "in."
    BAD = "bad"
    TOO_LONG = "too-long"
    NOT_SO = "not-so"
    DO_NOT = "do-not"
    FLOOR = "floor"
    OR_ELSE = "or-else"
    LENGTH_OF_TIME = "length-of-time"
    SOME_NUMBER = "some-number"
    OPERATION_TO_COME = "operation-to-come"


NUMBER, TIME, MOVE = (each.value for each in (KnownIdea.NUMBER, KnownIdea.TIME, KnownIdea.MOVE))


class Situation(Enum):
    """What is going on when a person writes. Wishes of ANYWHERE are possible in every situation."""

    ANYWHERE = "anywhere"
    SESSION = "session"
    REMINDER = "reminder"


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to express a wish: all of `ideas` and none of `without` occur in the sentence."""

    wish: Wish
    situation: Situation
    ideas: Words
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hearing:
    """`share`: how much of the sentence the wish explains, from 0 to 1. `ideas`: the words found, by names of ideas."""

    wish: Wish
    share: float
    ideas: Mapping[str, str] = field(compare=False)


@dataclass(frozen=True, eq=False)
class WishWords:
    """`ideas`: phrases by names of ideas; a word ending in * stands for all words that begin with it. `fillers`:
    words that change nothing. `guarded`: real words that are not to be taken for slips. `denials`: words before
    which the opposite may be meant. `asking`: how questions open, and `asking_for`: how wishes open that sound
    like one; `before_questions`: what may stand before either.

    No slots: what is worked out from them is kept. Compared by identity, because there are so many."""

    ideas: Mapping[str, frozenset[Words]] = field(default_factory=dict)
    wordings: tuple[Wording, ...] = ()
    fillers: frozenset[str] = frozenset()
    guarded: frozenset[str] = frozenset()
    denials: frozenset[str] = frozenset()
    asking: frozenset[Words] = frozenset()
    asking_for: frozenset[Words] = frozenset()
    before_questions: frozenset[str] = frozenset()

    def naming(self, moves: Iterable[Words]) -> Self:
        return replace(self, ideas={**self.ideas, MOVE: frozenset(moves)})

    def beside(self, other: Self) -> Self:
        ideas = {idea: self.ideas.get(idea, frozenset()) | phrases for idea, phrases in other.ideas.items()}
        return type(self)(
            {**self.ideas, **ideas},
            (*self.wordings, *other.wordings),
            self.fillers | other.fillers,
            self.guarded | other.guarded,
            self.denials | other.denials,
            self.asking | other.asking,
            self.asking_for | other.asking_for,
            self.before_questions | other.before_questions,
        )

    @cached_property
    def by_first_words(self) -> Mapping[tuple[str, str], tuple[tuple[Words, str], ...]]:
        """Under their first two words; the second is ANY if there is none, or if it is only a beginning."""
        found: dict[tuple[str, str], list[tuple[Words, str]]] = defaultdict(list)
        for idea, phrases in self.ideas.items():
            for phrase in phrases:
                first, second = (*phrase, ANY)[:2]
                found[first, ANY if second.endswith("*") else second].append((phrase, idea))
        return {words: tuple(phrases) for words, phrases in found.items()}

    @cached_property
    def by_idea(self) -> Mapping[str, tuple[tuple[frozenset[str], Wording], ...]]:
        """Each wording under its idea with the fewest phrases, because that one is found least often."""
        found: dict[str, list[tuple[frozenset[str], Wording]]] = defaultdict(list)
        for wording in self.wordings:
            rarest = min(wording.ideas, key=lambda idea: len(self.ideas.get(idea, ())) or MOST_WORDS)
            found[rarest].append((frozenset(wording.ideas), wording))
        return {idea: tuple(wordings) for idea, wordings in found.items()}

    @cached_property
    def beginning_lengths(self) -> tuple[int, ...]:
        return tuple({len(word) - 1 for word, _ in self.by_first_words if word.endswith("*")})

    @cached_property
    def spelling(self) -> WordSlips:
        words = {word for phrases in self.ideas.values() for phrase in phrases for word in phrase}
        beginnings = {word.removesuffix("*") for word in words if word.endswith("*")}
        whole = {word for word in words if not word.endswith("*")}
        return WordSlips(frozenset(whole | beginnings | self.fillers), self.guarded, frozenset(beginnings))


def split(text: str) -> Words:
    """Separates letters from digits: "8pm" is two words, "8:30" is one."""
    return tuple(_WORD.findall(_APOSTROPHE.sub("", bare(text)))[:MOST_WORDS])


@lru_cache(maxsize=8)
def hear(text: str, words: WishWords, situation: Situation = Situation.ANYWHERE) -> tuple[Hearing, ...]:
    """Each wish once, the one that explains most first. Cached, because one sentence is asked about several times."""
    said, found = _read(text, words)
    weights = tuple(0.0 if word in words.fillers else 1.0 for word in said)
    best: dict[Wish, tuple[float, int, int]] = {}
    for wording in _possible(found, words, situation):
        if spans := _places_of_ideas(wording, found):
            share = _share(wording, spans, weights) * _denied(said, spans, words)
            share -= 0 if wording.situation is situation else ELSEWHERE
            explained = sum(end - start for start, end in spans)
            best[wording.wish] = max(best.get(wording.wish, NOTHING), (share, explained, len(spans)))
    named = {idea: " ".join(said[slice(*spans[0])]) for idea, spans in found.items()}
    ordered = sorted(best.items(), key=lambda each: each[1], reverse=True)
    return tuple(Hearing(wish, round(share, 3), named) for wish, (share, _, _) in ordered)


def is_length_of_time(text: str, words: WishWords) -> bool:
    """True for "24 weeks" or "about six months now" with nothing else."""
    said, found = _read(text, words)
    lengths, numbers = found.get(KnownIdea.LENGTH_OF_TIME.value), (NUMBER, KnownIdea.SOME_NUMBER.value)
    spans = [span for idea in (KnownIdea.LENGTH_OF_TIME.value, *numbers) for span in found.get(idea, ())]
    told = {at for start, end in spans for at in range(start, end)}
    is_all = all(at in told or word in words.fillers for at, word in enumerate(said))
    return bool(lengths) and any(idea in found for idea in numbers) and is_all


@lru_cache(maxsize=8)
def _read(text: str, words: WishWords) -> tuple[Words, dict[str, list[Span]]]:
    said = tuple(words.spelling.right(word) for word in split(text))
    return said, ideas_in(said, words)


NOTHING = (0.0, 0, 0)

ELSEWHERE = 0.12
"""In a session, or after a reminder, a wish for that situation is this much likelier than one of ANYWHERE."""

LEFT_OVER = {1: 1.0, 2: 0.45, 3: 0.25}
"""How much an unexplained word counts against a wish, by its number of ideas: two ideas rarely occur together by chance."""

DENIED = 0.6
"""The factor for a wish after a "not"."""


def _possible(
    found: Mapping[str, Sequence[Span]], words: WishWords, situation: Situation
) -> Iterator[Wording]:
    there = found.keys()
    for idea in there:
        for ideas, wording in words.by_idea.get(idea, ()):
            if (
                wording.situation in (situation, Situation.ANYWHERE)
                and there >= ideas
                and not there & wording.without
            ):
                yield wording


def _share(wording: Wording, spans: Iterable[Span], weights: Sequence[float]) -> float:
    explained = {at for start, end in spans for at in range(start, end)}
    here = sum(weights[at] or 0.3 for at in explained)
    left = sum(weight for at, weight in enumerate(weights) if at not in explained)
    return here / (here + left * LEFT_OVER[min(len(wording.ideas), 3)])


def _denied(said: Words, spans: Iterable[Span], words: WishWords) -> float:
    explained = {at for start, end in spans for at in range(start, end)}
    first = min(explained)
    before = range(max(first - 2, 0), first)
    return DENIED if any(said[at] in words.denials for at in before) else 1.0


def _places_of_ideas(wording: Wording, found: Mapping[str, Sequence[Span]]) -> list[Span] | None:
    for first in found[wording.ideas[0]]:
        taken = [first]
        for idea in wording.ideas[1:]:
            near = [span for span in found[idea] if _is_free(span, taken) and _is_near(span, taken)]
            if not near:
                break
            taken.append(near[0])
        else:
            return taken
    return None


def _is_free(span: Span, taken: Iterable[Span]) -> bool:
    return all(span[1] <= other[0] or other[1] <= span[0] for other in taken)


def _is_near(span: Span, taken: Iterable[Span]) -> bool:
    return min(max(span[0] - other[1], other[0] - span[1]) for other in taken) <= APART


def ideas_in(said: Words, words: WishWords) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = defaultdict(list)
    for at, word in enumerate(said):
        if word[0].isdecimal():
            found[TIME if ":" in word else NUMBER].append((at, at + 1))
        following = said[at + 1] if at + 1 < len(said) else ANY
        for phrase, idea in _beginning_with(word, following, words):
            if len(phrase) == 1 or _rest_follows(said, at, phrase):
                found[idea].append((at, at + len(phrase)))
    return {idea: sorted(spans, key=lambda span: span[0] - span[1]) for idea, spans in found.items()}


def _beginning_with(word: str, following: str, words: WishWords) -> Iterator[tuple[Words, str]]:
    beginnings = (f"{word[:length]}*" for length in words.beginning_lengths if length <= len(word))
    for first in (word, *beginnings):
        for second in (following, ANY) if following else (ANY,):
            yield from words.by_first_words.get((first, second), ())


def _rest_follows(said: Words, at: int, phrase: Words) -> bool:
    return len(said) - at >= len(phrase) and all(
        _is(word, of) for word, of in zip(said[at + 1 :], phrase[1:], strict=False)
    )


def _is(word: str, of: str) -> bool:
    return word.startswith(of[:-1]) if of.endswith("*") else word == of
