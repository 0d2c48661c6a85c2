"""Minutes that a person has, and amounts of an exercise: "10 minutes", "3 × 15 s"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Self

from bot.domain.plain_text import phrase
from bot.domain.typed.alternatives import one_of


@dataclass(frozen=True)
class QuantityWords:
    """`each_side`: may follow an amount. `about`: may stand before minutes, `of` before seconds. `sets`: as in "3 sets of 10".
    `rests`, `between`: as in "rest 10 s between"; `beside` joins it to an amount. `to`: as in "20 to 30 s".

    No slots: the patterns are made of the words when they are first asked for, and kept.
    """

    numbers: Mapping[str, int] = field(default_factory=dict)
    minutes: frozenset[str] = frozenset()
    seconds: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    each_side: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    sets: frozenset[str] = frozenset()
    rests: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()

    @cached_property
    def only_minutes(self) -> re.Pattern[str]:
        unit = one_of(self.minutes)
        return re.compile(rf"([1-9][0-9]?)(?: ?{unit})?|({one_of(self.numbers)}) {unit}")

    @cached_property
    def some_minutes(self) -> re.Pattern[str]:
        unit = one_of(self.minutes)
        return re.compile(rf"\b([1-9][0-9]? ?{unit}|{one_of(self.numbers)} {unit})\b")

    @cached_property
    def only_times(self) -> re.Pattern[str]:
        return re.compile(rf"([0-9]{{1,3}})(?: ?{one_of(self.times)})?{self._side}")

    @cached_property
    def only_seconds(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{one_of(self.of)} )?([0-9]{{1,3}}) ?{one_of(self.seconds)}{self._side}")

    @cached_property
    def times_and_seconds(self) -> re.Pattern[str]:
        return re.compile(rf"([0-9]{{1,3}})(?: ?{one_of(self.times)} ?| ){self.only_seconds.pattern}")

    @cached_property
    def times_of_each(self) -> re.Pattern[str]:
        # "3x10", "3 sets of 10", "3 sets of 10 times".
        again = rf"(?: ?(?:x|{one_of(self.sets)}) ?)(?:{one_of(self.of)} )?"
        return re.compile(rf"([0-9]{{1,3}}){again}([0-9]{{1,3}})(?: ?{one_of(self.times)})?{self._side}")

    @cached_property
    def rests_said(self) -> tuple[re.Pattern[str], ...]:
        """ "rest 10 s between", "10 s rest", "10 s between"; the first that is found counts."""
        rest, between = one_of(self.rests), f"(?: {one_of(self.between)})"
        of, seconds = f"(?: {one_of(self.of)})?", rf"([0-9]{{1,3}}) ?{one_of(self.seconds)}"
        beside = f"(?:{one_of(self.beside)} )?"
        said = (f"{rest}{of} {seconds}{between}?", f"{seconds}{of} {rest}{between}?", f"{seconds}{between}")
        return tuple(re.compile(rf"(?<!\S){beside}{each}(?!\S)") for each in said)

    @cached_property
    def from_and_to(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{one_of(self.between)} )?\b([0-9]{{1,3}}) {one_of(self.to)} ([0-9]{{1,3}})\b")

    @property
    def _side(self) -> str:
        return f"(?: {one_of(self.each_side)})?"


@dataclass(frozen=True, slots=True)
class Amount:
    """Seconds of a hold, and times; None for what was not said.

    `each`: set for "3x10", which is three holds of ten seconds or three sets of ten, depending on the exercise.
    `rest`: seconds between two holds. `is_least`: the lower end of a range."""

    hold: int | None = None
    times: int | None = None
    each: int | None = None
    rest: int | None = None
    is_least: bool = False

    def of_a_move(self, *, is_held: bool) -> Self:
        if self.each is None or self.times is None:
            return self
        if is_held:
            return replace(self, hold=self.each, each=None)
        return replace(self, hold=None, times=self.times * self.each, each=None)


_RANGE = re.compile(r"(\d{1,4})\s*[-–—/]\s*(\d{1,4})(?!\d|\s*[-–—/:.])")
_DECIMAL = re.compile(r"(\d{1,4})[.,](\d)(?!\d)")


def in_whole_numbers(text: str) -> str:
    # "2-3" becomes 3, and "1.5" becomes 2, before signs are dropped and the figures run together.
    rounded = _DECIMAL.sub(lambda said: str(int(said[1]) + (int(said[2]) > 0)), text)
    return _RANGE.sub(lambda said: str(max(int(said[1]), int(said[2]))), rounded)


def minutes_in(text: str, words: QuantityWords) -> int | None:
    said = words.only_minutes.fullmatch(phrase(in_whole_numbers(text)))
    return (int(said[1]) if said[1] else words.numbers[said[2]]) if said else None


def minutes_and_rest(text: str, words: QuantityWords) -> tuple[int | None, str]:
    """The minutes, and what else was said: "evening, ten minutes" gives 10 and "evening"."""
    if minutes := minutes_in(text, words):
        return minutes, ""
    said = phrase(in_whole_numbers(text))
    found = words.some_minutes.search(said)
    if found is None:
        return None, text
    before = _without_about(said[: found.start()].rstrip(), words)
    return minutes_in(found[1], words), f"{before} {said[found.end() :].lstrip()}".strip()


def _without_about(before: str, words: QuantityWords) -> str:
    # From the end: a pattern would try at every word, and one long letter must not hold up other people.
    said, endings = f" {before}", tuple(f" {about}" for about in words.about)
    while found := next((ending for ending in endings if said.endswith(ending)), None):
        said = said.removesuffix(found)
    return said.lstrip()


def amount_in(text: str, words: QuantityWords) -> Amount | None:
    # "8 times", "8", "20 s", "3 × 15 s", "3x10", "20-30 s", "3 x 20 s, rest 10 s between".
    least = _RANGE.sub(_lower, text.replace("×", "x"))
    said = words.from_and_to.sub(_lower, phrase(in_whole_numbers(least)))
    is_least = said != phrase(in_whole_numbers(text.replace("×", "x")))
    rest = next(filter(None, (pattern.search(said) for pattern in words.rests_said)), None)
    if rest is None:
        return _amount(said, is_least=is_least, words=words)
    beside = f"{said[: rest.start()].rstrip()} {said[rest.end() :].lstrip()}".strip()
    amount = _amount(beside, is_least=is_least, words=words) if beside else Amount(is_least=is_least)
    return replace(amount, rest=int(rest[1])) if amount else None


def _lower(said: re.Match[str]) -> str:
    return str(min(int(said[1]), int(said[2])))


def _amount(said: str, *, is_least: bool, words: QuantityWords) -> Amount | None:
    if both := words.times_and_seconds.fullmatch(said):
        return Amount(int(both[2]), int(both[1]), is_least=is_least)
    if seconds := words.only_seconds.fullmatch(said):
        return Amount(hold=int(seconds[1]), is_least=is_least)
    if each := words.times_of_each.fullmatch(said):
        return Amount(times=int(each[1]), each=int(each[2]), is_least=is_least)
    times = words.only_times.fullmatch(said)
    return Amount(times=int(times[1]), is_least=is_least) if times else None
