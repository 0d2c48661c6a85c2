"""Hears how much it hurts: "pain 6", "my pain is 4 today", "6/10", "it's an 8", "back is 6 today"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.domain.person.stages import Stage
from bot.domain.plain_text import plain
from bot.domain.typed.alternatives import one_of
from bot.domain.typed.worst_said import worst_said

WORST_FIRST = (Stage.HIGH, Stage.MODERATE, Stage.MILD)

_TOP = 10


@dataclass(frozen=True)
class PainWords:
    """`pain`: names of what is rated. `linking`: may stand between name and number. `of`: between the number and ten. `then`: may
    follow, and adds nothing. `article`: directly before a number that rates nothing else. `place`: where it may hurt, and `being`
    between that and the number. `felt`: pain in words. `numbers`: by their names.

    No slots: the patterns are made of the words when they are first asked for, and kept.
    """

    pain: frozenset[str] = frozenset()
    linking: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    then: frozenset[str] = frozenset()
    article: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()
    being: frozenset[str] = frozenset()
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
    """`number`: None where it is none from 0 to 10. `more`: other things were said too. `is_named`: "pain" or "of ten" was said."""

    number: int | None
    more: bool = False
    is_named: bool = True


def pain_said(text: str, words: PainWords) -> PainSaid | None:
    """None where no number rates pain: "pain for 3 days"."""
    said = _bare(text)
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
    if alone := words.alone.fullmatch(_bare(text)):
        return PainSaid(_number(alone["number"], words))
    return pain_said(text, words) or worst_said(text, words.felt, WORST_FIRST)


def _bare(text: str) -> str:
    return plain(text).replace("'", "")


def _number(said: str, words: PainWords) -> int | None:
    if said in words.numbers:
        number = words.numbers[said]
    else:
        whole, dot, part = said.replace(",", ".").partition(".")
        number = int(whole) + (1 if dot and part != "0" else 0)  # between two numbers it is the higher
    return number if number <= _TOP else None
