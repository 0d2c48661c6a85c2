"""At which stage somebody is now, by what they noted, and how long that counts."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.domain.person.pain_notes import Morning, NotedWhen, PainNote
from bot.domain.person.stages import Stage, worse

LESS_AFTER = timedelta(days=7)
"""From then on a note counts as moderate at most (facts.md 10.7)."""

OVER_AFTER = timedelta(days=14)
"""Then a note says nothing any more of today: so long silence is no sign of pain (judgement)."""


_RAISING = frozenset({NotedWhen.AFTER, NotedWhen.MORNING, NotedWhen.WEEK})


def stage_now(notes: Iterable[PainNote], now: datetime) -> Stage:
    """`notes`: the oldest first; older ones than OVER_AFTER count for nothing.

    The last one that tells how it is holds, and after it the worst of what was noted after a session, the next morning or for
    a whole week: these may raise the stage, and don't lower it, as what a session eases is often back an hour later. A
    morning that was as usual takes back what sessions and mornings raised.
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
    held = (_held(note, now) for note in (last, *since) if note)
    return worse(*held) or Stage.MILD


def _held(note: PainNote, now: datetime) -> Stage | None:
    """What is left of it; None where it is too old."""
    age = now - note.at
    if note.stage is None or age >= OVER_AFTER:
        return None
    return min(note.stage, Stage.MODERATE, key=lambda stage: stage.rank) if age >= LESS_AFTER else note.stage
