"""Judges whether a session raised the pain more than is fine, and whether the next morning is asked about (docs/facts.md: pain-rule)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.domain.person.pain_notes import NotedWhen, PainNote

FINE = 2
"""This many points more than before are fine, if they are gone by the next morning."""


def last_note_before(notes: Iterable[PainNote], began_at: datetime, now: datetime) -> PainNote | None:
    """The last number; None if it is from another day than `now`, in the zone of `now`. `notes`: oldest first."""
    these = (
        note
        for note in notes
        if note.moment is NotedWhen.BEFORE and note.number is not None and note.at <= began_at
    )
    last = max(these, key=lambda note: note.at, default=None)
    return last if last and last.at.astimezone(now.tzinfo).date() == now.date() else None


def is_more_than_fine(before: PainNote, after: int | None) -> bool:
    return before.number is not None and after is not None and after - before.number > FINE


def sessions_that_raised(notes: Iterable[PainNote]) -> Iterable[int]:
    """Ids of sessions after which the pain was more than fine. `notes`: oldest first."""
    before: PainNote | None = None
    for note in notes:
        if note.moment is NotedWhen.BEFORE and note.number is not None:
            before = note
        elif (
            note.moment is NotedWhen.AFTER
            and note.session
            and before
            and is_more_than_fine(before, note.number)
        ):
            yield note.session


def morning_after_is_due(hurt: Iterable[datetime], notes: Iterable[PainNote], now: datetime) -> bool:
    """`hurt`: when the sessions began that hurt. Days are those of the zone of `now`."""
    yesterday, today = now.date() - timedelta(days=1), now.date()
    if not any(began.astimezone(now.tzinfo).date() == yesterday for began in hurt):
        return False
    return not any(
        note.moment is NotedWhen.MORNING and note.at.astimezone(now.tzinfo).date() == today for note in notes
    )
