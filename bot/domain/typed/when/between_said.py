"""The full hours between two times: "somewhere 7 to 9 ish in the morning" leaves open which of them it should be."""

from collections.abc import Sequence

from bot.domain.reminders.reminder import EVERY_DAY
from bot.domain.typed.when.found.clock_times import mark_at, skipped, towards_or_plain
from bot.domain.typed.when.found.marks import Mark, marks, pieces
from bot.domain.typed.when.found.spans import hours_between, is_rhythm
from bot.domain.typed.when.meant import DayTimes, Either, Repeating
from bot.domain.typed.when.when_words import Kind, WhenWords

MOST = 4
"""The bot can't ask about more."""

_ELSE = (
    Kind.DAY,
    Kind.EACH,
    Kind.SHORT,
    Kind.DATE,
    Kind.AHEAD,
    Kind.TELLS,
    Kind.HAPPENED,
    Kind.MOVES,
    Kind.NOT,
)
_TO = (Kind.TO, Kind.DASH, Kind.UNTIL)


def between_said(text: str, languages: Sequence[WhenWords]) -> Either | None:
    """None if days are named, or if something is said about these hours."""
    every = [_said(text, words) for words in languages]
    if any(mark.has(*_ELSE) or is_rhythm(said, at) for said in every for at, mark in enumerate(said)):
        return None
    return next((found for said in every if (found := _between(said))), None)


def _said(text: str, words: WhenWords) -> list[Mark]:
    return marks(pieces(text, [words]), words)


def _between(said: Sequence[Mark]) -> Either | None:
    for at in range(len(said)):
        first = towards_or_plain(said, at)
        if first is None or not _leads_on(said, at, first[1]):
            continue
        last = towards_or_plain(said, skipped(said, first[1] + 1, Kind.LINK, Kind.AT))
        every = hours_between(first[0], last[0]) if last else []
        ways = [way for way in every if 1 < len(way) <= MOST]
        if len(ways) == 1:
            return Either(
                tuple(Repeating((DayTimes(EVERY_DAY, (each,)),), names_days=False) for each in ways[0])
            )
    return None


def _leads_on(said: Sequence[Mark], at: int, end: int) -> bool:
    is_between = mark_at(said, at - 1).has(Kind.BETWEEN) and mark_at(said, end).has(Kind.AND)
    return is_between or mark_at(said, end).has(*_TO)
