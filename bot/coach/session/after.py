"""Asks how it feels after a session, only if people noted a number before it that day, and only if they want to say so."""

from datetime import timedelta

from bot.coach.case import Case
from bot.domain.person.morning_after import last_note_before
from bot.domain.person.pain_notes import NotedWhen, PainNote
from bot.domain.session.session import Session

A_DAY = timedelta(days=1)


def is_asked(case: Case, session: Session) -> bool:
    notes = _notes(case)
    is_noted = any(note.moment is NotedWhen.AFTER and note.session == session.id for note in notes)
    return not is_noted and last_note_before(notes, session.began_at, case.local_now) is not None


def before(case: Case, session: Session) -> PainNote | None:
    return last_note_before(_notes(case), session.began_at, case.local_now)


def _notes(case: Case) -> list[PainNote]:
    return case.store.pain_notes.since(case.person.id, case.now - A_DAY)
