"""What words mean where a time is spoken of, in one language: whole phrases, and words that are nearly one of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from bot.domain.typed.when.meant import PartOfDay

NEAR_FROM = 5
"""Letters from which a word may be another one with a slip in it; and that has one more at least."""


class Kind(Enum):
    """What a word can be. The values are what content calls them."""

    __hash__ = object.__hash__
    """Each is only ever the same as itself; an Enum's own hash is slow, and thousands are asked for in a sentence."""

    DAY = "days"
    EACH = "each-day"
    SHORT = "short-days"
    LETTER = "letters"
    MONTH = "months"
    NUMBER = "numbers"
    FRACTION = "fractions"
    TOWARDS = "towards"
    ONWARDS = "onwards"
    SPAN = "spans"
    COUNT = "counts"
    PER_DAY = "per-day"
    AHEAD = "ahead"
    PART = "parts"
    TONIGHT = "today-parts"

    AM = "am"
    PM = "pm"
    BOTH = "am-or-pm"
    OCLOCK = "oclock"
    HOUR = "hour"
    ISH = "ish"
    PAST = "past"
    BEFORE = "before"
    PLUS = "plus"
    MINUS = "minus"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days-ahead"
    WEEKS = "weeks-ahead"
    AND_A_HALF = "and-a-half"
    NTH = "nth"
    AT = "at"
    AND = "and"
    TO = "to"
    IN = "in"
    WAIT = "wait"
    FROM_NOW = "from-now"
    EVERY = "every"
    BETWEEN = "between"
    EXCEPT = "except"
    NOT = "not"
    ONLY = "only"
    UNWANTED = "unwanted"
    OFF = "off"
    BUT = "but"
    CORRECTS = "corrects"
    TOO = "too"
    ON = "on-days"
    BECAUSE = "because"
    BREAK = "breaks"
    THIS = "this"
    NEXT = "next"
    NEXT_WEEK = "next-week"
    ONCE = "once"
    ONE = "one"
    ASKS = "asks"
    REMIND = "remind"
    WISHES = "wishes"
    UNTIL = "until"
    LINK = "links"
    FILLER = "filler"
    COMMON = "common"
    AGAINST = "against"
    FOREIGN = "foreign"
    COUNTED = "counted"

    CLOCK = "a time in figures"
    DATE = "a day in figures"
    DECIMAL = "a number and a half"
    COMMA = "a comma"
    DASH = "a dash"


@dataclass(frozen=True, slots=True)
class Meaning:
    """`number`: of a number, a month, minutes or days. `days`: weekdays. `part`: of the day."""

    kind: Kind
    number: int = 0
    days: frozenset[int] = frozenset()
    part: PartOfDay | None = None


Meanings = Mapping[Kind, Meaning]


@dataclass(frozen=True, eq=False)
class WhenWords:
    """`phrases`: by their words, joined by blanks, without accents.

    Read once, and only ever the same as itself. No slots: what follows from the phrases is made when it is first asked
    for, and kept.
    """

    phrases: Mapping[str, Meanings] = field(default_factory=dict)

    @cached_property
    def lengths(self) -> Mapping[str, int]:
        """By the first word of phrases: the words of the longest of them."""
        longest: dict[str, int] = {}
        for phrase in self.phrases:
            words = phrase.split()
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
        return longest

    def near(self, word: str) -> Meanings | None:
        """The one word of time that differs in one letter, or in two that changed places. None for any other."""
        if len(word) < NEAR_FROM:
            return None
        wanted = {word, *_shorter(word)}
        found = {near for each in wanted for near in self._slips.get(each, ()) if _is_near(word, near)}
        meant = [self.phrases[near] for near in found]
        return meant[0] if meant and all(each == meant[0] for each in meant) else None

    @cached_property
    def _slips(self) -> Mapping[str, tuple[str, ...]]:
        slips: dict[str, tuple[str, ...]] = {}
        for phrase, meanings in self.phrases.items():
            if len(phrase) > NEAR_FROM and " " not in phrase and _NEARLY & meanings.keys():
                for each in (phrase, *_shorter(phrase)):
                    slips[each] = (*slips.get(each, ()), phrase)
        return slips


_NEARLY = frozenset(
    {
        Kind.DAY,
        Kind.EACH,
        Kind.MONTH,
        Kind.NUMBER,
        Kind.FRACTION,
        Kind.AHEAD,
        Kind.PART,
        Kind.TONIGHT,
        Kind.EVERY,
    }
    | {Kind.MINUTES, Kind.HOURS, Kind.EXCEPT, Kind.ASKS}
)
"""What is listened for in words with a slip in them."""


def _shorter(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _is_near(one: str, other: str) -> bool:
    """The first letter is right, and one letter more, less or other, or two changed."""
    if one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    if len(one) != len(other):
        longer, shorter = sorted((one, other), key=len, reverse=True)
        return shorter in _shorter(longer)
    wrong = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(wrong) < 2:
        return True
    first, last = wrong[0], wrong[-1]
    is_changed = one[first] == other[last] and one[last] == other[first]
    return len(wrong) == 2 and last == first + 1 and is_changed
