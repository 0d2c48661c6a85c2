"""Cities, and the time zones that they are in."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.domain.plain_text import WORD, Accents, bare

_TOGETHER = "\u200c"
_START = 2


@dataclass(frozen=True, slots=True)
class City:
    """`country`: two letters (ISO 3166). `zone`: an IANA name."""

    name: str
    country: str
    zone: str


@dataclass(frozen=True)
class Gazetteer:
    """Cities by any of their names, as `plain_name` returns it; of several with one name, the biggest comes first.

    No slots: the names are grouped when a beginning is first looked up, and kept."""

    by_name: Mapping[str, tuple[City, ...]]

    @cached_property
    def by_start(self) -> Mapping[str, list[str]]:
        """Names that share their first two characters, in order, because there are too many to look at each."""
        together: defaultdict[str, list[str]] = defaultdict(list)
        for name in self.by_name:
            together[name[:_START]].append(name)
        return together

    def find(self, typed: str) -> tuple[City, ...]:
        """Cities of exactly that name, otherwise those whose name begins with it. One per zone."""
        return self.named(typed) or _one_each(next(filter(None, map(self._beginning, _ways(typed))), ()))

    def named(self, typed: str) -> tuple[City, ...]:
        """Only cities of exactly that name."""
        return _one_each(next(filter(None, (self.by_name.get(name, ()) for name in _ways(typed))), ()))

    def _beginning(self, wanted: str) -> tuple[City, ...]:
        if _letters(wanted) < SURE_FROM:
            return ()
        names = (name for name in self.by_start.get(wanted[:_START], ()) if name.startswith(wanted))
        return tuple(city for name in names for city in self.by_name[name])


def _ways(typed: str) -> list[str]:
    # Words that Persian joins invisibly are looked up both joined and with a space, which many people type.
    return list(dict.fromkeys((plain_name(typed), plain_name(typed.replace(_TOGETHER, " ")))))


def _one_each(found: Sequence[City]) -> tuple[City, ...]:
    """Keeps the first city of each zone."""
    return tuple({city.zone: city for city in reversed(found)}.values())[::-1]


@dataclass(frozen=True, slots=True)
class Atlas:
    """Ways to find a zone. Data that takes long to read is read when first needed.

    `find`: cities by name, or by the beginning of one; `named`: only by their whole name. `in_country`: by the name
    of their country, the biggest city of each zone there. `zone_at`: by latitude and longitude. `guess`: the
    likeliest zone for a language (an IETF tag). `biggest`: the biggest city of each zone, the biggest of all first."""

    find: Callable[[str], tuple[City, ...]] = lambda _: ()
    zone_at: Callable[[float, float], str | None] = lambda _, __: None
    guess: Callable[[str], str | None] = lambda _: None
    biggest: Callable[[], Mapping[str, City]] = dict
    named: Callable[[str], tuple[City, ...]] = lambda _: ()
    in_country: Callable[[str], tuple[City, ...]] = lambda _: ()


NOWHERE = Atlas()
"""An atlas that knows no place."""

SURE_FROM = 4
"""From this many letters on, the beginning of a name may stand for it."""


def _letters(name: str) -> int:
    # The vowel signs of Hindi and others are marks on letters, and no letters themselves.
    return sum(not unicodedata.category(sign).startswith("M") for sign in name)


def plain_name(text: str) -> str:
    return _without_signs(bare(text, Accents.ALL))  # "São Paulo", "sao paulo" and "Sao-Paulo" are one


def plain_names(text: str) -> set[str]:
    # Where Persian joins words invisibly, many type a blank.
    names = {_without_signs(each) for each in bare(text, Accents.ALL).split(",")} - {""}
    return names | plain_names(text.replace(_TOGETHER, " ")) if _TOGETHER in text else names


def _without_signs(text: str) -> str:
    return " ".join(WORD.findall(text))
