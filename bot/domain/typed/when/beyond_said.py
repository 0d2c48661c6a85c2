"""Takes out of a sentence what no reminder can do: a last or a first day, every other week, one day of a month."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import lru_cache

from bot.domain.plain_text import bare
from bot.domain.typed.alternatives import one_of
from bot.domain.typed.dates import DateWords, read_date
from bot.domain.typed.when.meant import Half
from bot.domain.typed.when.read_when import read_when
from bot.domain.typed.when.when_words import BeyondWords, Kind, WhenWords

LONGEST = 160
"""Characters. A longer text tells a story."""

_MOST_OF_A_DAY = 6
"""Words: "the first of next month"."""

_ENDS = re.compile(r"[,;!?()]+|\.(?!\d)|\s[-–—]+\s")


class Beyond(Enum):
    """END: it ends by itself. BEGIN: it begins on a later day. FORTNIGHT: every other week. MONTH: once in a month."""

    END = "end"
    BEGIN = "begin"
    FORTNIGHT = "fortnight"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class BeyondSaid:
    """`rest`: all that is left."""

    what: Beyond
    rest: str


def beyond_said(
    text: str, now: datetime, languages: Sequence[WhenWords], dates: DateWords
) -> BeyondSaid | None:
    if len(text) > LONGEST:
        return None
    plain = " ".join(_ENDS.sub(" , ", bare(text).replace("'", "").replace("’", "")).split())
    said = _said(tuple(languages))
    return next(
        filter(
            None,
            (
                said.read(Beyond.MONTH, plain),
                said.read(Beyond.FORTNIGHT, plain),
                _to_a_day(Beyond.END, plain, now, languages, dates),
                _to_a_day(Beyond.BEGIN, plain, now, languages, dates),
            ),
        ),
        None,
    )


@dataclass(frozen=True, slots=True)
class _Said:
    whole: Mapping[Beyond, re.Pattern[str]]
    leads: Mapping[Beyond, re.Pattern[str]]
    lasting: re.Pattern[str]
    some_days: re.Pattern[str]
    goes_on: re.Pattern[str]
    then: re.Pattern[str]

    def read(self, what: Beyond, plain: str) -> BeyondSaid | None:
        rest = self.whole[what].sub(lambda found: " ".join(filter(None, found.groups())), plain)
        return BeyondSaid(what, self.tidied(rest)) if rest != plain else None

    def tidied(self, rest: str) -> str:
        left = self.then.sub(" ", " ".join(rest.split()))
        return re.sub(r"( ,)+", ",", " ".join(left.split())).strip(" ,")


def _to_a_day(
    what: Beyond, plain: str, now: datetime, languages: Sequence[WhenWords], dates: DateWords
) -> BeyondSaid | None:
    """The longest words after "until" or "from" that are a day."""
    said = _said(tuple(languages))
    if what is Beyond.END and (whole := said.lasting.sub(" ", plain)) != plain:
        return BeyondSaid(what, said.tidied(whole))
    for lead in said.leads[what].finditer(plain):
        for day, rest in _behind(plain[lead.end() :]):
            if said.goes_on.match(rest):
                continue
            if said.some_days.fullmatch(day) or _is_day(day, now, languages, dates):
                return BeyondSaid(what, said.tidied(f"{plain[: lead.start()]} , {rest}"))
    return None


def _behind(text: str) -> Iterator[tuple[str, str]]:
    words = text.split()
    for size in range(min(len(words), _MOST_OF_A_DAY), 0, -1):
        yield " ".join(words[:size]), " ".join(words[size:])


def _is_day(text: str, now: datetime, languages: Sequence[WhenWords], dates: DateWords) -> bool:
    """No time of day beside it, and no weekday that comes again."""
    if "," in text:
        return False
    when = read_when(text, now, languages)
    if isinstance(when, Half):
        return when.part is None and (when.day is not None or len(when.weekdays) == 1)
    return when is None and read_date(text, now.date(), dates) is not None


@lru_cache(maxsize=8)
def _said(languages: tuple[WhenWords, ...]) -> _Said:
    words = BeyondWords(*(_of_all(languages, name) for name in BeyondWords.__dataclass_fields__))
    days, months = _of_kind(languages, Kind.DAY, Kind.EACH), one_of(_of_kind(languages, Kind.MONTH))
    weekday, numbers = one_of(days), one_of(_of_kind(languages, Kind.NUMBER))
    article, nth = one_of(_of_kind(languages, Kind.LINK)), _of_kind(languages, Kind.NTH)
    count = rf"(?:{numbers}|\d{{1,3}})"
    return _Said(
        whole={
            Beyond.MONTH: re.compile(
                rf"\b{one_of(words.nth)} ({weekday}\b.*?)\b{one_of(words.of_month)}\b|\b{one_of(words.monthly)}\b"
            ),
            Beyond.FORTNIGHT: re.compile(
                rf"\b{one_of(words.fortnightly)}\b|\b{one_of(words.other)} (?=(?:{weekday})\b)"
            ),
        },
        leads={
            Beyond.END: re.compile(rf"\b{one_of(words.ends)} "),
            Beyond.BEGIN: re.compile(rf"\b{one_of(words.begins)} "),
        },
        lasting=re.compile(
            rf"\b{one_of(words.lasts)} (?:{count} )?{one_of(words.periods)}\b"
            rf"|\b{one_of(words.all_of)} {months}\b"
        ),
        some_days=re.compile(rf"{one_of(words.some_days)}|(?:{article} )?\d{{1,2}} ?{one_of(nth)}"),
        goes_on=re.compile(rf"{one_of(_of_kind(languages, Kind.TO, Kind.DASH, Kind.AND))}\b|-"),
        then=re.compile(rf"\b{one_of(words.then)}\b"),
    )


def _of_all(languages: Sequence[WhenWords], name: str) -> frozenset[str]:
    return frozenset().union(*(getattr(words.beyond, name) for words in languages))


def _of_kind(languages: Sequence[WhenWords], *kinds: Kind) -> frozenset[str]:
    every = (each for words in languages for each in words.phrases.items())
    return frozenset(phrase for phrase, meanings in every if not meanings.keys().isdisjoint(kinds))
