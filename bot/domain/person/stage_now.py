"""Works out a person's present pain stage from their notes, and how long each note counts."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.domain.person.pain_notes import Morning, NotedWhen, PainNote
from bot.domain.person.stages import Stage, worse

LESS_AFTER = timedelta(days=7)
"""After this long a note counts as moderate at most (docs/facts.md: stale-pain)."""

OVER_AFTER = timedelta(days=14)
"""After this long a note no longer counts: long silence is no sign of pain (judgement)."""


_RAISING = frozenset({NotedWhen.AFTER, NotedWhen.MORNING, NotedWhen.WEEK})


def stage_now(notes: Iterable[PainNote], now: datetime) -> Stage:
    """`notes`: the oldest first.

    The last plain note holds, and after it the worst noted after a session, on the next morning or for a whole week. These may raise
    the stage but don't lower it, as what a session eases is often back an hour later. A morning that was as usual takes back what
    sessions and mornings raised.
    """
    last: PainNote | None = None
    since: list[PainNote] = []
    for note in notes:
        if note.morning is Morning.USUAL:
            since = [each for each in since if each.moment is NotedWhen.WEEK]
        if note.stage is None:
            continue
        if note.moment in _RAISING:
            since.append(note)
        else:
            last, since = note, []
    held = (_stage_left(note, now) for note in (last, *since) if note)
    return worse(*held) or Stage.MILD


def _stage_left(note: PainNote, now: datetime) -> Stage | None:
    age = now - note.at
    if note.stage is None or age >= OVER_AFTER:
        return None
    return min(note.stage, Stage.MODERATE, key=lambda stage: stage.rank) if age >= LESS_AFTER else note.stage
