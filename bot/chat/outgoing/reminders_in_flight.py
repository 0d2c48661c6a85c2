"""How many reminders may be on their way at once: few, and one in trouble gives its place to the next."""

import asyncio

ON_THEIR_WAY = 64
"""So many keep a line busy that carries a thousand a second; and so many, at most, a crash can leave unsure."""

IN_TROUBLE = 256
"""From so many on something is wrong with more than a few chats, and no more are claimed: they wait where they are."""


class RemindersInFlight:
    def __init__(self) -> None:
        self._going: set[int] = set()
        self._troubled: set[int] = set()
        self._freed = asyncio.Event()

    @property
    def free_places(self) -> int:
        return max(0, ON_THEIR_WAY - len(self._going)) if len(self._troubled) < IN_TROUBLE else 0

    def enter(self, chat: int) -> None:
        self._going.add(chat)

    def meet_trouble(self, chat: int) -> None:
        if chat in self._going:
            self._going.discard(chat)
            self._troubled.add(chat)
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
