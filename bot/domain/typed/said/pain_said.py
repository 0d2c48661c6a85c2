"""Hears how much it hurts: "pain 6", "my pain is 4 today", "6/10", "it's an 8", "back is 6 today"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from bot.domain.person.stages import Stage
from bot.domain.plain_text import plain
from bot.domain.typed.alternatives import one_of
from bot.domain.typed.said.worst_said import worst_said

WORST_FIRST = (Stage.HIGH, Stage.MODERATE, Stage.MILD)

_TOP = 10


@dataclass(frozen=True)
class PainWords:
    """`pain`: names of what is rated. `linking`: may stand between name and number. `of`: between the number and ten.
    `then`: may follow, and adds nothing. `article`: directly before a number that rates nothing else. `place`:
    where it may hurt, and `being` between that and the number. `felt`: pain in words. `to`: between two numbers.
    `numbers`: by their names.

    No slots: the patterns are built from the words when they are first needed, and kept."""

    pain: frozenset[str] = frozenset()
    linking: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    then: frozenset[str] = frozenset()
    article: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()
    being: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    felt: Mapping[str, Stage] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def of_pain(self) -> re.Pattern[str]:
        return re.compile(
            rf"\b{one_of(self.pain)}(?: {one_of(self.linking)})*(?: ?[:=-])? ?{self._number}{self._of_ten}?{self._rest}"
        )

    @cached_property
    def of_ten(self) -> re.Pattern[str]:
        return re.compile(rf"(?:^|{one_of(self.linking)} ){self._number}{self._of_ten}{self._rest}")

    @cached_property
    def unnamed(self) -> tuple[re.Pattern[str], ...]:
        """Whole sentences that rate pain without naming it: "it's an 8", "neck is 6 today", "today 4, neck"."""
        linked, then, place = one_of(self.linking), one_of(self.then), one_of(self.place)
        return (
            re.compile(rf"(?:{linked} )+{one_of(self.article)} {self._number}{self._rest}"),
            re.compile(rf"(?:\w+ )?{place} {one_of(self.being)} (?:{linked} )*{self._number}{self._rest}"),
            re.compile(
                rf"{then} {self._number} ?[,;:-] ?(?P<rest>{place}(?:(?:, ?| & | )(?:\w{{1,3}} )?{place})*[.!]?)"
            ),
        )

    @cached_property
    def alone(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{one_of(self.linking | self.article)} )*{self._number}{self._of_ten}?[.!]?")

    @cached_property
    def nothing_more(self) -> re.Pattern[str]:
        return re.compile(rf"[\s,;.!-]*(?:{one_of(self.then)})?[\s,;.!-]*")

    @cached_property
    def two_numbers(self) -> re.Pattern[str]:
        number = rf"(\d{{1,2}}|{one_of(self.numbers)})"
        return re.compile(rf"(?<![\w.,/-]){number}(?: ?- ?| {one_of(self.to)} ){number}(?![\w-]|[.,]\d)")

    @property
    def _number(self) -> str:
        return rf"(?P<number>\d{{1,3}}(?:[.,]\d)?|{one_of(self.numbers)})"

    @property
    def _rest(self) -> str:
        return rf"(?P<rest>$| ?[,;.!-].*| {one_of(self.then)}\b.*)"

    @property
    def _of_ten(self) -> str:
        return rf"(?: ?/ ?10\b| {one_of(self.of)} (?:10|{one_of({n for n, v in self.numbers.items() if v == _TOP})})\b)"


@dataclass(frozen=True, slots=True)
class PainSaid:
    """`number`: None if it is not from 0 to 10. `more`: other things were said too. `is_named`: "pain" or "of ten"
    was said. `is_higher`: the higher of two numbers."""

    number: int | None
    more: bool = False
    is_named: bool = True
    is_higher: bool = False


def pain_said(text: str, words: PainWords) -> PainSaid | None:
    """None if no number rates pain: "pain for 3 days"."""
    bare = _bare(text)
    said = _with_the_higher(bare, words)
    found = _pain_said(said, words)
    return replace(found, is_higher=said != bare) if found else None


def _with_the_higher(said: str, words: PainWords) -> str:
    """8 for "7-8"."""
    return words.two_numbers.sub(
        lambda two: max(two[1], two[2], key=lambda each: _counted(each, words)), said
    )


def _pain_said(said: str, words: PainWords) -> PainSaid | None:
    found = words.of_pain.search(said) or words.of_ten.search(said)
    if found is None:
        return _unnamed(said, words)
    begins_with_it = found.start() == 0 or not said[: found.start()].strip()
    more = not words.nothing_more.fullmatch(found["rest"]) or not begins_with_it
    return PainSaid(_number(found["number"], words), more)


def _unnamed(said: str, words: PainWords) -> PainSaid | None:
    found = next((found for each in words.unnamed if (found := each.fullmatch(said))), None)
    number = _number(found["number"], words) if found else None  # None: above ten it counts something else
    if found is None or number is None:
        return None
    names_place = not words.unnamed[0].fullmatch(said)
    more = names_place or not words.nothing_more.fullmatch(found["rest"])
    return PainSaid(number, more, is_named=False)


def answered(text: str, words: PainWords) -> PainSaid | Stage | None:
    bare = _bare(text)
    said = _with_the_higher(bare, words)
    if alone := words.alone.fullmatch(said):
        return PainSaid(_number(alone["number"], words), is_higher=said != bare)
    return pain_said(text, words) or worst_said(text, words.felt, WORST_FIRST)


def _bare(text: str) -> str:
    return plain(text).replace("'", "")


def _number(said: str, words: PainWords) -> int | None:
    number = _counted(said, words)
    return number if number <= _TOP else None


def _counted(said: str, words: PainWords) -> int:
    if said in words.numbers:
        return words.numbers[said]
    whole, dot, part = said.replace(",", ".").partition(".")
    return int(whole) + (1 if dot and part != "0" else 0)  # "6.5" counts as 7
