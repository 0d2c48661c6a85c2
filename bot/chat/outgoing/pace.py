"""How fast may be sent: arithmetic of moments, in seconds of a clock that only goes forward. No waiting happens here."""

from dataclasses import dataclass, field

BURST = 3
"""Messages that may follow each other at once before the pace holds."""

PER_CHAT = 1.0
"""Messages a second to one chat (Telegram's FAQ for bots)."""

FLOOD_CHATS, FLOOD_WINDOW = 3, 5.0
"""So many chats refused within so many seconds mean that it is not the chats, but all that is sent."""


@dataclass
class SendingPace:
    """One message every `1 / per_second` on average, with a little room for bursts; None: no limit."""

    per_second: float | None
    burst: int = BURST
    _next: float = 0.0

    def delay(self, now: float) -> float:
        """Seconds until one more may go."""
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
    """A chat's own pace, and until when Telegram asked to leave it alone."""

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
    """Remembers refusals for being too fast: a 429 names no chat, but several at once tell."""

    _refused: list[tuple[float, int, float]] = field(default_factory=list)

    def note(self, chat: int, retry_after: float, now: float) -> float:
        """Seconds for which everything that can wait is to be held; 0 when only this chat is."""
        self._refused = [old for old in self._refused if now - old[0] < FLOOD_WINDOW]
        self._refused.append((now, chat, retry_after))
        if len({refused for _, refused, _ in self._refused}) < FLOOD_CHATS:
            return 0.0
        return max(seconds for _, _, seconds in self._refused)
