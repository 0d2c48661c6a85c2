"""Puts off chats that Telegram takes nothing for. That is kept in the store: no task sleeps over them, and a new start finds them.

The first pause is half a minute. The pauses double up to a quarter of an hour. A reminder is tried until it is no longer welcome, which is
two hours at most. Any other screen is tried as long, and then waits for what the person does next, or for a start. Whatever is decided
anew for the chat is drawn at once.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.chat.outgoing.turns.reminders_in_flight import RemindersInFlight
from bot.store.chat.shown import Chats

FIRST, LONGEST = timedelta(seconds=30), timedelta(minutes=15)
"""Pauses; each is twice as long as the one before."""

TIMES = 12
"""How often a screen that is no reminder is put off: ½, 1, 2, 4, 8 and seven times 15 minutes are two hours."""

PROBES_EVERY = 5.0
"""Seconds between two tries while Telegram takes nothing at all: one chat and a few reminders try for all."""


def pause_after(times: int) -> timedelta:
    doublings: int = min(max(times, 0), 10)
    return min(FIRST * (1 << doublings), LONGEST)


class PutOff:
    def __init__(
        self,
        chats: Chats,
        in_flight: RemindersInFlight,
        seconds: Callable[[], float],
        clock: Callable[[], datetime],
    ) -> None:
        self._chats, self._in_flight = chats, in_flight
        self._seconds, self._clock = seconds, clock
        self._probed_at = 0.0
        # For when the disk does not take even the note. What they are owed stands in the store.
        self._not_noted: set[int] = set()

    def has_been(self, chat: int) -> bool:
        return self._chats.times_put_off(chat) > 0

    def put_off(self, chat: int, *, is_reminder: bool, seconds: float = 0.0) -> None:
        times = self._chats.times_put_off(chat)
        pause = max(pause_after(times), timedelta(seconds=min(seconds, LONGEST.total_seconds())))
        self._chats.put_off(chat, self._clock() + pause if is_reminder or times < TIMES else None)
        self._in_flight.put_off(chat)

    def note_failure(self, chat: int) -> None:
        self._not_noted.add(chat)

    def come(self) -> list[int]:
        """No more chats than reminders may be on their way, so that one knock does not start a crowd."""
        for chat in tuple(self._not_noted):
            self.put_off(chat, is_reminder=False)
            self._not_noted.discard(chat)
        now = self._clock()
        if self._in_flight.takes_again():
            self._chats.bring_forward(now)
        due = self._chats.take_put_off(now, LONGEST, self._in_flight.places)
        return due + self._probe(now)

    def _probe(self, now: datetime) -> list[int]:
        seconds = self._seconds()
        if not self._in_flight.takes_nothing or seconds - self._probed_at < PROBES_EVERY:
            return []
        self._probed_at = seconds
        self._in_flight.let_some_try()
        return self._chats.take_put_off(now + LONGEST, LONGEST, 1)
