"""The words of one language that can be about a time, and words that are nearly one of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from bot.domain.typed.when.meant import PartOfDay
from bot.domain.typed.word_slips import is_slip, shortened

LONGEST_ENDING = 5
"""Letters. A word that has no more tells nothing by its ending."""

NEAR_FROM = 5
"""Letters of a word that may be another one with a slip in it; the other has at least one more."""


class Kind(Enum):
    """Kinds of meanings. The values are the names that content has for them."""

    __hash__ = object.__hash__
    """Compared by identity: an Enum's own hash is slow, and a sentence needs thousands."""

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
    RHYTHM = "rhythms"
    COUNT = "counts"
    PER_DAY = "per-day"
    WEEKLY = "weekly"
    PER_WEEK = "per-week"
    AHEAD = "ahead"
    PART = "parts"
    TONIGHT = "today-parts"
    PUT_OFF = "put-off"

    AM = "am"
    PM = "pm"
    BOTH = "am-or-pm"
    HALVES = "am-and-pm"
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
    HOURLY = "hourly"
    BETWEEN = "between"
    EXCEPT = "except"
    NOT = "not"
    NO = "no"
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
    TELLS = "tells"
    AFTER = "after"
    INSTEAD = "instead"
    MOVES = "moves"
    SHIFTS = "shifts"
    SOONER_LATER = "sooner-or-later"
    THAN = "than"
    UNSUITED = "unsuited"
    OR = "or"
    NOT_BEFORE = "not-before"
    NOT_AFTER = "not-after"
    OR_LATER = "or-later"
    OR_EARLIER = "or-earlier"
    QUESTION = "questions"
    MARKED_QUESTION = "marked-questions"
    OTHER_DAYS = "other-days"
    REFERS = "refers"
    THAT = "that-time"
    WITHDRAWS = "withdraws"
    STATES = "states"
    ABOUT_NOON = "about-noon"
    ARTICLE = "articles"
    AMENDS = "amends"
    POSSIBLE = "possible"
    SOME_DAYS = "some-days"
    HAPPENED = "happened"
    NOW = "now"
    WHO = "who"
    REMARK = "remarks"
    MORE = "some-more"
    FOR_GOOD = "for-good"
    BACK_ON = "back-on"
    ALTERNATE = "alternate"
    EVERY_FEW = "every-few-days"
    CONDITION = "conditions"
    HAS_MOVED = "has-moved"
    THIS_WEEK = "in-this-week"
    ROLE = "roles"
    SAYS = "says"
    COURTESY = "courtesies"
    BODY = "body"
    ENDING = "telling-endings"

    CLOCK = "a time in figures"
    DATE = "a day in figures"
    DECIMAL = "a number and a half"
    COMMA = "a comma"
    DASH = "a dash"


@dataclass(frozen=True, slots=True)
class Meaning:
    """`number`: of a number, a month, minutes, also of the day, or days. `days`: weekdays. `part`: of the day."""

    kind: Kind
    number: int = 0
    days: frozenset[int] = frozenset()
    part: PartOfDay | None = None


Meanings = Mapping[Kind, Meaning]


@dataclass(frozen=True, slots=True)
class WhichWords:
    """How a reminder that is there is named. `one`: what it is called. `indefinite`: before one that is not there yet. `of`: right before its time, where it is not called anything.
    `links`: between what it is called and its time. `ends`: it shall go; `ends_apart`: the same, one word before it and one behind. `keeps`: what shall stay, up to one that `joins`. `becomes`: it shall change. `beside`: says nothing more.
    `first`, `last`: which of two buttons that stand side by side. `compares`: a time beside it takes the place of another.
    `sooner`, `later`: behind how much, which way it moves. `all`: every one of them.
    """

    one: frozenset[str] = frozenset()
    article: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    becomes: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    ends_apart: frozenset[str] = frozenset()
    keeps: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()
    compares: frozenset[str] = frozenset()
    sooner: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()
    all: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class BesideWords:
    """What is said beside the time of a reminder. `small`: begins a clause and says nothing. `clock_is`: before the time that their clock
    shows, if one of `here` is there too; `clock_shows`: the same without it. `in_place`: before where they are; `not_place`: before
    where they are not. `no_length_behind`: after one of these so many minutes are no length of a session; `no_length_before`: so they are before one of these. `length`: beside
    a length. `always`: it is meant for all sessions. `wakes`: reminders that rest shall go on; `asks_rest`: asks what that is, or why. `better`: after the
    time that suits; `cannot`: before the one that does not. `any_time`: leaves the choice. `no_more`: no reminder is wanted; `enough`: at the end, those
    that are there will do. `undoes`: before one of `pauses` takes it back, and `undone` behind one. `of_one`: in a question, it is about a reminder. `take_back`: alone, undoes what was just done.
    """

    small: frozenset[str] = frozenset()
    clock_is: frozenset[str] = frozenset()
    clock_shows: frozenset[str] = frozenset()
    here: frozenset[str] = frozenset()
    in_place: frozenset[str] = frozenset()
    not_place: frozenset[str] = frozenset()
    no_length_behind: frozenset[str] = frozenset()
    no_length_before: frozenset[str] = frozenset()
    length: frozenset[str] = frozenset()
    always: frozenset[str] = frozenset()
    wakes: frozenset[str] = frozenset()
    asks_rest: frozenset[str] = frozenset()
    better: frozenset[str] = frozenset()
    cannot: frozenset[str] = frozenset()
    undoes: frozenset[str] = frozenset()
    pauses: frozenset[str] = frozenset()
    undone: frozenset[str] = frozenset()
    any_time: frozenset[str] = frozenset()
    no_more: frozenset[str] = frozenset()
    enough: frozenset[str] = frozenset()
    of_one: frozenset[str] = frozenset()
    take_back: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class BeyondWords:
    """What a reminder can't do. `ends`: before its last day. `begins`: before its first. `lasts`: before how long it goes on, counted in `periods`. `all_of`: before
    a month. `some_days`: days that are no dates. `then`: what is said behind an end. `fortnightly`: once in two weeks; `other`: the same, right before a weekday.
    `monthly`: once in a month; `nth`: before a weekday, which of a month; `of_month`: behind it.
    """

    ends: frozenset[str] = frozenset()
    begins: frozenset[str] = frozenset()
    lasts: frozenset[str] = frozenset()
    periods: frozenset[str] = frozenset()
    all_of: frozenset[str] = frozenset()
    some_days: frozenset[str] = frozenset()
    then: frozenset[str] = frozenset()
    fortnightly: frozenset[str] = frozenset()
    other: frozenset[str] = frozenset()
    monthly: frozenset[str] = frozenset()
    nth: frozenset[str] = frozenset()
    of_month: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class WhenWords:
    """`phrases`: by their words without accents, joined by blanks. `in_full`: small words that would be others without their signs, and how
    they are written then: "we're" is not "were". `zones`: IANA names, by what their clocks are called; IST is the name of several.

    Read once, and equal only to itself. No slots: what follows from the phrases is made when it is first asked for, and kept.
    """

    phrases: Mapping[str, Meanings] = field(default_factory=dict)
    which: WhichWords = field(default_factory=WhichWords)
    beside: BesideWords = field(default_factory=BesideWords)
    in_full: Mapping[str, str] = field(default_factory=dict)
    zones: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    beyond: BeyondWords = field(default_factory=BeyondWords)

    def written_out(self, text: str) -> str:
        found = self._in_short
        text = found.sub(lambda each: self.in_full[each[0].lower()], text) if found else text
        halves = self._halves_in_short
        return halves.sub(lambda each: self._halves[each[0].lower()], text) if halves else text

    @cached_property
    def _halves(self) -> Mapping[str, str]:
        """By their first letters: "7a" and "5:00p" are written for "7am" and "5:00pm"."""
        both = {Kind.AM, Kind.PM}
        return {
            word[0]: word for word, meant in self.phrases.items() if len(word) == 2 and both & meant.keys()
        }

    @cached_property
    def _halves_in_short(self) -> re.Pattern[str] | None:
        every = "".join(map(re.escape, self._halves))
        return re.compile(rf"(?<=\d)[{every}](?![\w'])", re.IGNORECASE) if every else None

    @cached_property
    def _in_short(self) -> re.Pattern[str] | None:
        every = "|".join(map(re.escape, self.in_full))
        return re.compile(rf"\b(?:{every})\b", re.IGNORECASE) if every else None

    @cached_property
    def lengths(self) -> Mapping[str, int]:
        longest: dict[str, int] = {}
        for phrase in self.phrases:
            words = phrase.split()
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
        return longest

    def near(self, word: str) -> Meanings | None:
        """None also where several words with different meanings are near."""
        if len(word) < NEAR_FROM:
            return None
        found = self._with_slip(word)
        meant = [self.phrases[near] for near in found] or [_TELLING] * self._is_joined(word)
        return meant[0] if meant and all(each == meant[0] for each in meant) else None

    def mended(self, word: str) -> str:
        """Without its slip, where it has one: so "cada mañna" is heard as "cada mañana"."""
        if len(word) < NEAR_FROM or word in self._vocabulary:
            return word
        found = self._with_slip(word)
        return found.pop() if len(found) == 1 else word

    def is_part_of_one(self, word: str) -> bool:
        """Of a phrase of this language, as it stands."""
        return word in self._vocabulary

    def is_telling(self, word: str) -> bool:
        """By its ending: "drinking", "parked". No part of the day, such as "evening"."""
        is_word = len(word) > LONGEST_ENDING and " " not in word
        return is_word and word.endswith(self._endings) and Kind.PART not in self.phrases.get(word, ())

    @cached_property
    def has_halves(self) -> bool:
        """There are words for am and pm, and so people count to twelve."""
        return any(Kind.AM in meanings for meanings in self.phrases.values())

    @cached_property
    def _endings(self) -> tuple[str, ...]:
        return tuple(phrase for phrase, meanings in self.phrases.items() if Kind.ENDING in meanings)

    def _with_slip(self, word: str) -> set[str]:
        every = {near for each in {*shortened(word)} for near in self._slips.get(each, ())}
        return {near for near in every if is_slip(word, near)}

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(word for phrase in self.phrases for word in phrase.split())

    def _is_joined(self, word: str) -> bool:
        # "Montagstermin", "Zahnarzttermin", "football's on".
        if word.endswith("s") and Kind.TELLS in self.phrases.get(word[:-1], ()):
            return True
        begins = any(Kind.DAY in self.phrases.get(word[:end], ()) for end in range(6, len(word) - 2))
        return begins or any(Kind.TELLS in self.phrases.get(word[at:], ()) for at in range(3, len(word) - 5))

    @cached_property
    def _slips(self) -> Mapping[str, tuple[str, ...]]:
        slips: dict[str, tuple[str, ...]] = {}
        for phrase, meanings in self.phrases.items():
            if len(phrase) > NEAR_FROM and " " not in phrase and _NEARLY & meanings.keys():
                for each in shortened(phrase):
                    slips[each] = (*slips.get(each, ()), phrase)
        return slips


_TELLING: Meanings = {kind: Meaning(kind) for kind in (Kind.TELLS, Kind.COMMON)}
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
"""Kinds that are recognised with a slip in them."""
