"""How many reminders may be on their way at once: few, and one in trouble gives its place to the next."""

import asyncio

ON_THEIR_WAY = 64
"""So many keep a line busy that carries a thousand a second; and so many, at most, a crash can leave unsure."""

IN_TROUBLE = 256
"""From so many on something is wrong with more than a few chats, and no more are claimed: they wait where they are. So
many at once, or put off one after another while Telegram took nothing in between."""


class RemindersInFlight:
    def __init__(self) -> None:
        self._going: set[int] = set()
        self._troubled: set[int] = set()
        self._put_off_running = 0
        self._took_heart = False
        self._freed = asyncio.Event()

    @property
    def free_places(self) -> int:
        is_bad = len(self._troubled) >= IN_TROUBLE or self.has_lost_heart
        return 0 if is_bad else self.places

    @property
    def places(self) -> int:
        """Whatever goes wrong elsewhere."""
        return max(0, ON_THEIR_WAY - len(self._going))

    @property
    def has_lost_heart(self) -> bool:
        """Telegram has taken nothing for a long time."""
        return self._put_off_running >= IN_TROUBLE

    def took_heart(self) -> bool:
        """Whether Telegram takes messages again after such a time. Said once."""
        took, self._took_heart = self._took_heart, False
        return took

    def enter(self, chat: int) -> None:
        self._going.add(chat)

    def meet_trouble(self, chat: int) -> None:
        if chat in self._going:
            self._going.discard(chat)
            self._troubled.add(chat)
            self._tell()

    def put_off(self, chat: int) -> None:
        """One chat was given up for a while, a reminder or not."""
        self._put_off_running += 1
        self.leave(chat)

    def succeed(self) -> None:
        """Telegram has taken something."""
        if self.has_lost_heart:
            self._took_heart = True
        self._put_off_running = 0
        self._tell()

    def leave(self, chat: int) -> None:
        self._going.discard(chat)
        self._troubled.discard(chat)
        self._tell()

    async def wait_for_places(self) -> None:
        """Until there are places for a good many: claiming each alone would cost a transaction each."""
        while self.free_places < ON_THEIR_WAY // 2:
            self._freed.clear()
            await self._freed.wait()

    def _tell(self) -> None:
        if self.free_places >= ON_THEIR_WAY // 2:
            self._freed.set()
