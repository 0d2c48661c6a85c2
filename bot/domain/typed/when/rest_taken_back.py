"""Whether words take back a pause of reminders, and for which days: "actually dont skip tomorrow", "cancel the pause", "holiday is off"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.domain.plain_text import bare
from bot.domain.typed.alternatives import one_of
from bot.domain.typed.when.absence_said import Absence, absence_said
from bot.domain.typed.when.when_words import WhenWords

_ENDS = re.compile(r"[,;!?\n…()]+|\.(?!\d)|\s[-–—]+\s")


@dataclass(frozen=True, slots=True)
class RestTakenBack:
    """`days`: None if none are named, and the whole pause is meant."""

    days: Absence | None


def rest_taken_back(text: str, today: date, languages: Sequence[WhenWords]) -> RestTakenBack | None:
    """Only if a clause of its own says so. None if it says anything besides small words and days."""
    plain = " ".join(bare(text).replace("'", "").replace("’", "").split())
    found = (_in_clause(each.strip(), today, languages) for each in _ENDS.split(plain) if each.strip())
    return next((each for each in found if each), None)


def _in_clause(clause: str, today: date, languages: Sequence[WhenWords]) -> RestTakenBack | None:
    patterns, small = _patterns(tuple(languages))
    said = next((found for each in patterns if (found := each.fullmatch(clause))), None)
    if said is None:
        return None
    tail = " ".join(small.sub(" ", said["days"] or "").split())
    days = absence_said(tail, today, languages) if tail else None
    return RestTakenBack(days) if days or not tail else None


@lru_cache(maxsize=8)
def _patterns(languages: tuple[WhenWords, ...]) -> tuple[tuple[re.Pattern[str], ...], re.Pattern[str]]:
    def every(words_of: Callable[[WhenWords], frozenset[str]]) -> str:
        return one_of(frozenset().union(*map(words_of, languages)))

    article = every(lambda words: words.which.article)
    small, rest = every(lambda words: words.beside.small), every(lambda words: words.beside.pauses)
    undoes, undone = every(lambda words: words.beside.undoes), every(lambda words: words.beside.undone)
    before = rf"(?:{small} )*"
    return (
        re.compile(rf"{before}{undoes} (?:{article} )?{rest}(?: (?P<days>.+))?"),
        re.compile(rf"{before}(?:{article} )?{rest} (?P<days>.+ )??{undone}(?: {small})*"),
        # "Morgen doch nicht auslassen".
        re.compile(rf"{before}(?P<days>.+) {undoes} {rest}(?: {small})*"),
    ), re.compile(rf"\b{small}\b")
