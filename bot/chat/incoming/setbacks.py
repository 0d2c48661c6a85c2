"""Handles what goes wrong on the way to Telegram's updates: how long to wait, what to log, and when to give up."""

import contextlib
import logging
from collections.abc import Callable
from datetime import datetime

from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.coach.mishaps import OnceAMinute, where_it_failed
from bot.store.database import DiskFails
from bot.store.troubles import Trouble, Troubles

log = logging.getLogger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
"""Seconds between two tries; each is twice as long as the one before."""

FINAL = 600.0
"""Seconds of refusals after which the token counts as wrong."""

LONGEST_ASKED = 300.0
"""Seconds. Telegram may ask for longer pauses, but one wrong number must leave nobody without an answer for a day."""

AWAY = 60.0
"""Seconds without a good answer after which it is told to `doctor`: an outage with nothing due shows nowhere else."""

CALM = 60.0
"""Seconds without a conflict after which the other program counts as gone: two that poll are answered in turn."""

UNWRITTEN = "The database can't be written; nothing was confirmed"


class Setbacks:
    def __init__(
        self, troubles: Troubles, clock: Callable[[], datetime], seconds: Callable[[], float]
    ) -> None:
        self._troubles, self._clock, self._seconds = troubles, clock, seconds
        self._log = OnceAMinute(log, seconds)
        self._told = {old.trouble: old.what for old in troubles.every()}  # told by the run before this one
        self._refused_since: float | None = None
        self._away_since: float | None = None
        self._conflict_at: float | None = None
        self._pause = FIRST_PAUSE
        self.is_one_here = False

    def meet(self, error: Exception) -> float:
        """Returns the seconds to wait before the next try. Raises InvalidToken when the refusal is final."""
        self.is_one_here = True
        if isinstance(error, InvalidToken):
            self._meet_refusal(error)
        if isinstance(error, Conflict):
            self._meet_another()
        if not isinstance(error, InvalidToken | Conflict | DiskFails):
            self._meet_silence()
        pause = max(self._pause, min(_asked(error), LONGEST_ASKED))
        self._pause = min(2 * self._pause, LONGEST_PAUSE)
        what, more = _words(error)
        self._log.tell(what, more=f"{more}; the next try in {pause:.0f} s", level=logging.WARNING)
        return pause

    def end(self) -> None:
        self._pause, self.is_one_here = FIRST_PAUSE, False
        self._refused_since = self._away_since = None
        self._end(Trouble.TOKEN)
        self._end(Trouble.AWAY)
        if self._conflict_at is None or self._seconds() - self._conflict_at >= CALM:
            self._end(Trouble.ANOTHER)

    def is_displaced(self) -> None:
        self._meet_another()
        self._log.tell("The webhook of this token is not ours any more", level=logging.WARNING)

    def is_out_of_reach(self, why: str) -> None:
        self._begin(Trouble.WEBHOOK, why)
        self._log.tell("Telegram can't reach us", more=f": {why}", level=logging.WARNING)

    def reaches_us(self) -> None:
        self._end(Trouble.WEBHOOK)

    def _meet_another(self) -> None:
        self._conflict_at = self._seconds()
        self._begin(Trouble.ANOTHER)

    def _meet_silence(self) -> None:
        now = self._seconds()
        self._away_since = now if self._away_since is None else self._away_since
        if now - self._away_since >= AWAY:
            self._begin(Trouble.AWAY)

    def _meet_refusal(self, error: InvalidToken) -> None:
        now = self._seconds()
        self._refused_since = now if self._refused_since is None else self._refused_since
        self._begin(Trouble.TOKEN)
        if now - self._refused_since >= FINAL:
            raise error

    def _begin(self, trouble: Trouble, what: str = "") -> None:
        if self._told.get(trouble) != what:
            with contextlib.suppress(DiskFails):
                self._troubles.begin(trouble, self._clock(), what)
                self._told[trouble] = what

    def _end(self, trouble: Trouble) -> None:
        if trouble in self._told:
            with contextlib.suppress(DiskFails):
                self._troubles.end(trouble)
                del self._told[trouble]


def is_webhook_in_the_way(error: Exception) -> bool:
    return isinstance(error, Conflict) and "webhook is active" in error.message.casefold()


def _words(error: Exception) -> tuple[str, str]:
    """The first text is always the same for a kind of error, the second may differ. Neither holds a person's words or
    the token.
    """
    match error:
        case Conflict() if is_webhook_in_the_way(error):
            return "A webhook is set for this token, and gets what people write", ""
        case Conflict():
            return "Another program is polling with this token", ""
        case InvalidToken():
            # The library's own words may hold the token.
            return "Telegram refuses the token; what it refuses for ten minutes is taken for wrong", ""
        case DiskFails():
            return UNWRITTEN, f" ({error})"
        case NetworkError():
            return "Telegram can't be reached", f" ({error})"
        case TelegramError():
            return "Telegram says", f": {error}"
        case _:
            return "Updates could not be let in", f": {where_it_failed(error)}"


def _asked(error: Exception) -> float:
    if not isinstance(error, RetryAfter):
        return 0.0
    wait = error.retry_after
    return float(wait) if isinstance(wait, int | float) else wait.total_seconds()
