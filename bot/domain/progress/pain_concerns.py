"""Decides when notes call for a kind word about seeing a doctor, once an episode, or for the warning signs again."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta, tzinfo
from enum import Enum

from bot.domain.person.pain_notes import NotedWhen, PainNote
from bot.domain.person.person import Seen
from bot.domain.person.stages import FROM_HIGH, FROM_MODERATE, Stage
from bot.domain.progress.days_off import DAY
from bot.domain.progress.pain_weeks import ENOUGH, counts, median_of

WEEK = timedelta(days=7)

UP_BY = 2
"""Points, between single notes or between medians."""

LONG = 2 * WEEK - DAY
"""Two weeks from the first note on, which may have been written later in the day."""

AN_EPISODE = 2 * WEEK
"""A concern is not repeated within this time. An episode is over once no note has shown it for this long."""

LITTLE = 3
"""Pain up to this much, if it is new, may be treated as usual after two weeks (docs/facts.md: little-pain)."""


class Concern(Enum):
    """The most pressing first. The values stand in sentences."""

    HIGH = "high"
    RISING = "rising"
    NO_BETTER = "no-better"


def concern(notes: Sequence[PainNote], seen: Seen | None, zone: tzinfo) -> Concern | None:
    """What the newest note brings up, unless it was said in this episode. `notes`: oldest first."""
    if not notes:
        return None
    here = _concerns_at_last_note(notes, seen, zone)
    if not here:
        return None
    before = (
        notes[: count + 1] for count, note in enumerate(notes[:-1]) if notes[-1].at - note.at < AN_EPISODE
    )
    said = {each for earlier in before for each in _concerns_at_last_note(earlier, seen, zone)}
    return next((each for each in Concern if each in here and each not in said), None)


def _concerns_at_last_note(notes: Sequence[PainNote], seen: Seen | None, zone: tzinfo) -> frozenset[Concern]:
    now = notes[-1].at
    last = median_of(_between(notes, now - WEEK, now))
    before = median_of(_between(notes, now - 2 * WEEK, now - WEEK))
    found = {
        Concern.HIGH: _high_twice(notes, zone),
        Concern.RISING: last is not None and before is not None and last - before >= UP_BY,
        Concern.NO_BETTER: seen is not Seen.PROFESSIONAL
        and now - notes[0].at >= LONG
        and _no_better(before, last),
    }
    return frozenset(each for each, holds in found.items() if holds)


def _no_better(before: float | None, last: float | None) -> bool:
    if before is None or last is None:
        return False
    return min(before, last) >= FROM_MODERATE and before - last < UP_BY


def _between(notes: Iterable[PainNote], after: datetime, until: datetime) -> list[PainNote]:
    return [note for note in notes if after < note.at <= until]


def _high_twice(notes: Sequence[PainNote], zone: tzinfo) -> bool:
    days = {_day(note, zone) for note in notes if _is_high(note)}
    today = _day(notes[-1], zone)
    return today in days and today - DAY in days  # two days running


def _is_high(note: PainNote) -> bool:
    if note.moment is NotedWhen.WEEK:
        return False
    return note.felt is Stage.HIGH or (note.number is not None and note.number >= FROM_HIGH)


def _day(note: PainNote, zone: tzinfo) -> date:
    return note.at.astimezone(zone).date()


def asks_signs(notes: Sequence[PainNote], looked_at: datetime | None) -> bool:
    """Up by two within a week (docs/facts.md: signs-again). `looked_at`: when they last answered the signs."""
    new = notes[-1] if notes else None
    if new is None or new.number is None or not _is_of_now(new):
        return False
    since = max(new.at - WEEK, looked_at) if looked_at else new.at - WEEK
    before = [note.number for note in notes[:-1] if _is_of_now(note) and note.at >= since]
    return any(number is not None and new.number - number >= UP_BY for number in before)


def _is_of_now(note: PainNote) -> bool:
    return counts(note) and note.moment is not NotedWhen.WEEK


def may_be_as_usual(notes: Iterable[PainNote], seen: Seen | None, now: datetime) -> bool:
    """New pain that nobody has seen was at three or less for fourteen days. `notes`: oldest first."""
    if seen is not Seen.NEW:
        return False
    told = [note for note in notes if note.number is not None or note.stage]
    last_more = max((note.at for note in told if not _is_little(note)), default=None)
    since = [note for note in told if last_more is None or note.at > last_more]
    return len(since) >= ENOUGH and now - since[0].at >= 2 * WEEK


def _is_little(note: PainNote) -> bool:
    return note.stage is Stage.MILD and (note.number is None or note.number <= LITTLE)
