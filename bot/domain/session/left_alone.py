"""Whether a session that is still open was left alone, so that what comes by itself need not wait for it."""

from datetime import datetime, timedelta

from bot.domain.session.session import OVERDUE, Phase, Stand

LEFT_AFTER = timedelta(minutes=45)
"""Nobody needs this long for a rest, or for reading the steps."""

NOT_BEGUN_AFTER = timedelta(minutes=15)
"""The same before the first move: they opened it, looked at it and put the phone away."""

ASKED_FOR = timedelta(hours=1)
"""For this long, nothing that comes by itself covers the question whether a session was done."""

_NEVER_LEFT = frozenset({Phase.HURTING, Phase.HALTED})
"""While something hurts, or after danger was heard, nobody is invited to move until it is answered."""


def is_left_alone(session: Stand, now: datetime) -> bool:
    if session.phase in _NEVER_LEFT or (session.wake_at is not None and now - session.wake_at <= OVERDUE):
        return False
    return now - session.beat_at >= _patience(session)


def _patience(session: Stand) -> timedelta:
    if session.phase is Phase.ASKED:
        return ASKED_FOR
    is_at_its_start = session.beat == 0 and session.phase in (Phase.READY, Phase.READING, Phase.PAUSED)
    return NOT_BEGUN_AFTER if is_at_its_start and not session.done else LEFT_AFTER
