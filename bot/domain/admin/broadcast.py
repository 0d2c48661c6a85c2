"""What an admin tells everybody: how far it is, and how long somebody is waited for."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from bot.domain.session.session import Session

LONGEST = 3000
"""Code points: below them the preview has room for what it says."""

PATIENCE = timedelta(hours=24)
"""So long somebody is waited for whose turn has come: who could not be told by then counts as failed."""

ON_THE_MAT = timedelta(hours=1)
"""A session that waits for its person is still theirs for so long; after that it keeps nothing from them."""

FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=2), timedelta(minutes=15)
"""Between two tries at somebody; each is twice as long as the one before."""

UNSURE_TRIES, UNSURE_PAUSE = 6, timedelta(seconds=30)
"""Where no answer came the message may have arrived: it is sent so often at most, with longer pauses, and then no more."""


class BroadcastStage(Enum):
    """The values stand in the file. CUT: it was going in a file that is an older copy, so that who has had it is not known."""

    DRAFT = "draft"
    GOING = "going"
    DONE = "done"
    STOPPED = "stopped"
    CUT = "cut"


class Outcome(Enum):
    """What became of it for somebody. The values are columns."""

    SENT = "sent"
    LOST = "lost"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Broadcast:
    """`stage`: None for one that this version does not know. `people`: who could be reached when it began. `begun_at`: UTC;
    None: not yet. `waiting`: to be told later, as they are in a session or Telegram would not take it. `is_told`: the admin knows
    how it ended.
    """

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

    @property
    def told(self) -> int:
        """For so many it is over, one way or the other."""
        return self.sent + self.lost + self.failed


@dataclass(frozen=True, slots=True)
class Letter:
    """One broadcast to one person. `since`: when their turn came, UTC. `tries`: that failed."""

    broadcast: int
    person: int
    since: datetime
    tries: int = 0

    def is_too_late(self, now: datetime) -> bool:
        return now - self.since > PATIENCE


def next_try(tries: int, now: datetime, at_least: float = 0.0) -> datetime:
    """`tries`: that failed before. `at_least`: seconds that Telegram asks for; it is believed up to the longest pause."""
    doublings = min(max(tries, 0), 10)
    pause = min(FIRST_PAUSE * (1 << doublings), LONGEST_PAUSE)
    return now + max(pause, min(timedelta(seconds=at_least), LONGEST_PAUSE))


def is_on_the_mat(session: Session | None, now: datetime) -> bool:
    """Whether they are in the midst of a session, in which nothing else is sent."""
    return session is not None and (session.wake_at is not None or now - session.beat_at < ON_THE_MAT)
