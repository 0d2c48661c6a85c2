"""An admin's message to everybody: how far it has got, and how long it waits for each person."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from bot.domain.session.session import Stand

LONGEST = 3000
"""Code points. The rest of a message's length is for the words around it in the preview."""

PATIENCE = timedelta(hours=24)
"""How long to wait for a person once their turn has come; after that it counts as failed."""

ON_THE_MAT = timedelta(hours=1)
"""How long a session without a timer keeps broadcasts from its person."""

FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=2), timedelta(minutes=15)
"""Between two tries at one person; each pause is twice as long as the one before."""

UNSURE_TRIES, UNSURE_PAUSE = 6, timedelta(seconds=30)
"""Without an answer from Telegram the message may have arrived. It is sent this many times at most, with longer pauses."""


class BroadcastStage(Enum):
    """The values stand in the file. CUT: the file was restored from an older copy while it was going out, so nobody knows who got it."""

    DRAFT = "draft"
    GOING = "going"
    DONE = "done"
    STOPPED = "stopped"
    CUT = "cut"


class Outcome(Enum):
    """How it ended for one person. The values are columns."""

    SENT = "sent"
    LOST = "lost"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Broadcast:
    """`stage`: None for one that this version does not know. `people`: who could be reached when it began.
    `begun_at`: UTC; None if it has not begun. `waiting`: people to be told later, because they are in a session or
    Telegram did not take it. `is_told`: the admin knows how it ended. `twice`: how many of `sent` may have it
    twice."""

    id: int
    admin: int
    words: str
    stage: BroadcastStage | None
    begun_at: datetime | None = None
    people: int = 0
    sent: int = 0
    lost: int = 0
    failed: int = 0
    waiting: int = 0
    is_told: bool = False
    twice: int = 0

    @property
    def told(self) -> int:
        return self.sent + self.lost + self.failed


@dataclass(frozen=True, slots=True)
class Letter:
    """One broadcast to one person. `since`: when their turn came, UTC. `tries`: failed ones. `is_unsure`: it was sent before, and may have
    arrived."""

    broadcast: int
    person: int
    since: datetime
    tries: int = 0
    is_unsure: bool = False

    def is_too_late(self, now: datetime) -> bool:
        return now - self.since > PATIENCE


def next_try(tries: int, now: datetime, at_least: float = 0.0) -> datetime:
    """`tries`: failed ones. `at_least`: seconds that Telegram asks for, believed up to the longest pause."""
    doublings = min(max(tries, 0), 10)
    pause = min(FIRST_PAUSE * (1 << doublings), LONGEST_PAUSE)
    return now + max(pause, min(timedelta(seconds=at_least), LONGEST_PAUSE))


def is_on_the_mat(session: Stand | None, now: datetime) -> bool:
    return session is not None and (session.wake_at is not None or now - session.beat_at < ON_THE_MAT)
