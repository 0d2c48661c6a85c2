"""Computes how fast messages may go. Moments are seconds of a clock that only goes forward; nothing waits here."""

from dataclasses import dataclass, field

BURST = 3
"""Messages that may follow each other at once."""

PER_CHAT = 1.0
"""Messages a second to one chat (Telegram's FAQ for bots)."""

FLOOD_CHATS, FLOOD_WINDOW = 3, 5.0
"""This many chats refused within this many seconds: all that is sent is too fast, and not one chat."""


@dataclass
class SendingPace:
    """One message every `1 / per_second` on average, with room for a small burst. None: no limit."""

    per_second: float | None
    burst: int = BURST
    _next: float = 0.0

    def delay(self, now: float) -> float:
        if self.per_second is None:
            return 0.0
        return max(0.0, self._next - now - (self.burst - 1) / self.per_second)

    def take(self, now: float) -> None:
        if self.per_second is not None:
            self._next = max(self._next, now) + 1 / self.per_second

    def is_idle(self, now: float) -> bool:
        return self._next <= now


@dataclass
class ChatPace:
    pace: SendingPace
    held_until: float = 0.0

    def delay(self, now: float) -> float:
        return max(self.held(now), self.pace.delay(now))

    def held(self, now: float) -> float:
        return max(self.held_until - now, 0.0)

    def is_idle(self, now: float) -> bool:
        return self.held_until <= now and self.pace.is_idle(now)


@dataclass
class FloodWatch:
    """Remembers refusals as too fast. A refusal names no chat, so several chats at once mean that all sending is too
    fast.
    """

    _refused: list[tuple[float, int, float]] = field(default_factory=list)

    def note(self, chat: int, retry_after: float, now: float) -> float:
        """Returns the seconds for which everything that can wait is held; 0 if only this chat is."""
        self._refused = [old for old in self._refused if now - old[0] < FLOOD_WINDOW]
        self._refused.append((now, chat, retry_after))
        if len({refused for _, refused, _ in self._refused}) < FLOOD_CHATS:
            return 0.0
        return max(seconds for _, _, seconds in self._refused)
