"""Takes out of a sentence about a reminder where somebody is: "every day at 9 am in london", "I live in Warsaw,
Poland, remind me at seven"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.plain_text import bare
from bot.domain.typed.alternatives import one_of
from bot.domain.typed.when.when_words import Kind, WhenWords

LONGEST = 4
"""Words in a name."""

_SHORT = 3
"""Letters: "in" and "en" may stand before a place; a longer word ("within") stands only before a length of time."""

_WORD = re.compile(r"\s*([^\s,.;:!?()]+)")
_BETWEEN = re.compile(r"\s*,\s*")

IsPlace = Callable[[str, bool], bool]
"""Whether these words are the name of a place; True: they say that they live there, or are there."""


@dataclass(frozen=True, slots=True)
class PlaceBeside:
    """`rest`: all that is left."""

    name: str
    rest: str


def place_beside(text: str, languages: Sequence[WhenWords], is_place: IsPlace) -> PlaceBeside | None:
    """The first place that is named. A name after a comma, such as its country, belongs to it."""
    plain = " ".join(bare(text).replace("'", "").replace("’", "").split())
    leads, joins = _patterns(tuple(languages))
    for lead in leads.finditer(plain):
        is_sure = lead["there"] is not None
        if found := _name(plain, lead.end(), is_place, is_sure=is_sure):
            name, end = found
            behind = _BETWEEN.match(plain, end)
            country = _name(plain, behind.end(), is_place, is_sure=True) if behind else None
            before = joins.sub("", plain[: lead.start()])
            rest = plain[country[1] if country else end :]
            return PlaceBeside(name, f"{before}{rest}".strip(" ,"))
    return None


def _name(plain: str, begin: int, is_place: IsPlace, *, is_sure: bool) -> tuple[str, int] | None:
    """The longest name, and the place after it."""
    ends = [*_word_ends(plain, begin)][:LONGEST]
    for end in reversed(ends):
        name = plain[begin:end].strip()
        if is_place(name, is_sure):
            return name, end
    return None


def _word_ends(plain: str, at: int) -> Iterator[int]:
    while found := _WORD.match(plain, at):
        yield found.end()
        at = found.end()


@lru_cache(maxsize=8)
def _patterns(languages: tuple[WhenWords, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a place; and what joins that to the words before."""
    there = frozenset().union(*(words.beside.in_place for words in languages))
    every = [each for words in languages for each in words.phrases.items()]
    inside = {phrase for phrase, meanings in every if Kind.IN in meanings and len(phrase) <= _SHORT}
    joins = {phrase for phrase, meanings in every if Kind.AND in meanings or Kind.BECAUSE in meanings}
    return (
        re.compile(rf"\b(?:(?P<there>{one_of(there)})|{one_of(inside)}) "),
        re.compile(rf"[,\s]*(?:\b{one_of(joins)}\s*)?$"),
    )
