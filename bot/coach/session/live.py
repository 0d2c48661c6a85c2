"""The session that a person is in; one that can't be read is closed, so that it keeps them from nothing else.

Stopping, pausing and asking for help need only how it stands, and never read its script."""

import logging

from bot.coach.case import Case
from bot.domain.session.session import Session, Stand
from bot.store.database import Store
from bot.store.session.sessions import Unreadable

log = logging.getLogger(__name__)


def live_of(case: Case) -> Stand | None:
    try:
        return case.store.sessions.live_stand(case.person.id)
    except Unreadable as row:
        close(case.store, row)
        return None


def stand_of(case: Case, id: int) -> Stand | None:  # noqa: A002
    try:
        return case.store.sessions.stand(id, case.person.id)
    except Unreadable as row:
        close(case.store, row)
        return None


def live_session(case: Case) -> Session | None:
    try:
        return case.store.sessions.live(case.person.id)
    except Unreadable as row:
        close(case.store, row)
        return None


def session_of(case: Case, id: int) -> Session | None:  # noqa: A002
    try:
        return case.store.sessions.get(id, case.person.id)
    except Unreadable as row:
        close(case.store, row)
        return None


def close(store: Store, row: Unreadable) -> None:
    """Logs it once, and what was done in it counts. It is closed instead of put off, which would log it every hour for nobody's good."""
    if store.sessions.close(row.id, row.person):
        log.error("session %s can't be read, and is closed", row.id)
