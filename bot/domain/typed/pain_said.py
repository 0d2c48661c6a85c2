"""How much it hurts, as people type it: "pain 6", "my pain is 4 today", "6/10", "it's an 8", "back is 6 today"."""

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
    """`pain`: what the number is of. `linking`: what may stand between them. `of`: between the number and ten. `then`: what
    may follow and says no more. `article`: right before a number that is of nothing else. `place`: where it may hurt, `being`:
    between that and the number. `felt`: in words. `numbers`: by their names.

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
        """What a whole sentence is like that names no pain, and tells how much: "it's an 8", "neck is 6 today", "today 4, neck"."""
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
    """`number`: None where it is none from 0 to 10. `more`: whether more was said than that. `is_named`: whether it was said
    that it is pain, or of ten.
    """

    number: int | None
    more: bool = False
    is_named: bool = True


def pain_said(text: str, words: PainWords) -> PainSaid | None:
    """None where no number was said of pain: "pain for 3 days" has none."""
    said = _bare(text)
    found = words.of_pain.search(said) or words.of_ten.search(said)
    if found is None:
        return _unnamed(said, words)
    begins_with_it = found.start() == 0 or not said[: found.start()].strip()
    more = not words.nothing_more.fullmatch(found["rest"]) or not begins_with_it
    return PainSaid(_number(found["number"], words), more)


def _unnamed(said: str, words: PainWords) -> PainSaid | None:
    """Whatever is more than 10 is the number of something else."""
    found = next((found for each in words.unnamed if (found := each.fullmatch(said))), None)
    number = _number(found["number"], words) if found else None
    if found is None or number is None:
        return None
    names_place = not words.unnamed[0].fullmatch(said)
    more = names_place or not words.nothing_more.fullmatch(found["rest"])
    return PainSaid(number, more, is_named=False)


def answered(text: str, words: PainWords) -> PainSaid | Stage | None:
    """To who asked for it: a number alone, or how it feels in words. None where it is neither."""
    if alone := words.alone.fullmatch(_bare(text)):
        return PainSaid(_number(alone["number"], words))
    return pain_said(text, words) or worst_said(text, words.felt, WORST_FIRST)


def _bare(text: str) -> str:
    return plain(text).replace("'", "")


def _number(said: str, words: PainWords) -> int | None:
    """Between two numbers it is the higher."""
    if said in words.numbers:
        number = words.numbers[said]
    else:
        whole, dot, part = said.replace(",", ".").partition(".")
        number = int(whole) + (1 if dot and part != "0" else 0)
    return number if number <= _TOP else None
