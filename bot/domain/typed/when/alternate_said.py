"""Reads a time of every other day, or every few days, also beside one of other days: "noon daily, and nine pm on alternate days"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import lru_cache
from itertools import product

from bot.domain.plain_text import bare
from bot.domain.typed.alternatives import one_of
from bot.domain.typed.when.days_with_times import one_or_either
from bot.domain.typed.when.meant import DayTimes, Either, Repeating, When
from bot.domain.typed.when.read_when import hear_when
from bot.domain.typed.when.set_apart import set_apart
from bot.domain.typed.when.when_words import Kind, WhenWords

MOST_PLACES = 4
"""Commas and words such as "and", at which it may come apart."""


class Seldom(Enum):
    """The values are the days of a week that come closest."""

    OTHER = frozenset({0, 2, 4})
    FEW = frozenset({0, 3})


@dataclass(frozen=True, slots=True)
class SeldomSaid:
    """`rest`: all that is left."""

    how: Seldom
    rest: str


def seldom_said(text: str, languages: Sequence[WhenWords]) -> SeldomSaid | None:
    for how, kind in ((Seldom.OTHER, Kind.ALTERNATE), (Seldom.FEW, Kind.EVERY_FEW)):
        if said := set_apart(text, languages, kind):
            return SeldomSaid(how, " ".join(said))
    plain = _plain(text)
    left = _before_part(tuple(languages)).sub("", plain)
    return SeldomSaid(Seldom.OTHER, left) if left != plain else None


def _plain(text: str) -> str:
    return bare(text).replace("'", "").replace("’", "")


@lru_cache(maxsize=8)
def _before_part(languages: tuple[WhenWords, ...]) -> re.Pattern[str]:
    """ "Every other morning at 7": the part of the day stays."""
    every = (each for words in languages for each in words.phrases.items())
    parts = {phrase for phrase, meanings in every if Kind.PART in meanings}
    other = frozenset().union(*(words.beyond.other for words in languages))
    return re.compile(rf"\b{one_of(other)} (?={one_of(parts)}\b)")


def beside_seldom(text: str, now: datetime, languages: Sequence[WhenWords]) -> When | None:
    """None where all that is said is of these days, or not understood."""
    plain = _plain(text)
    for found in [*_joins(tuple(languages)).finditer(plain)][:MOST_PLACES]:
        before, behind = plain[: found.start()], plain[found.end() :]
        for part, other in ((before, behind), (behind, before)):
            said = seldom_said(part, languages)
            if said and (meant := _together(said.rest, other, said.how.value, now, languages)):
                return meant
    return None


def _together(
    alternate: str, other: str, days: frozenset[int], now: datetime, languages: Sequence[WhenWords]
) -> When | None:
    pairs = product(_options(other, now, languages), _options(alternate, now, languages))
    made = [_joined(one, each, days) for one, each in pairs if one.names_days and not each.names_days]
    return one_or_either(made) if made else None


def _joined(other: Repeating, alternate: Repeating, days: frozenset[int]) -> Repeating:
    return Repeating((*other.groups, *(DayTimes(days, each.times) for each in alternate.groups)))


def _options(text: str, now: datetime, languages: Sequence[WhenWords]) -> Iterator[Repeating]:
    heard = hear_when(text, now, languages)
    options = heard.when.options if isinstance(heard.when, Either) else (heard.when,)
    yield from (each for each in options if isinstance(each, Repeating) and (heard.is_all or heard.asks))


@lru_cache(maxsize=8)
def _joins(languages: tuple[WhenWords, ...]) -> re.Pattern[str]:
    every = (each for words in languages for each in words.phrases.items())
    joining = {phrase for phrase, meanings in every if Kind.AND in meanings or Kind.BUT in meanings}
    return re.compile(rf"[,;]\s*(?:{one_of(joining)}\b)?|\b{one_of(joining)}\b")
