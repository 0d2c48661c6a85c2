"""How many reminders may be on their way at once: a few, and one in trouble gives its place to the next."""

import asyncio

ON_THEIR_WAY = 64
"""Enough to keep a line busy that carries a thousand a second. A crash can leave at most this many unsure."""

IN_TROUBLE = 256
"""With this many chats in trouble, no more reminders are claimed: it is not the trouble of a few chats. Chats count that are in trouble
at the same time, or one after another with nothing taken in between."""

A_TRY = 8
"""This many are claimed now and then all the same: only the first few hundred chats may be in trouble."""


class RemindersInFlight:
    def __init__(self) -> None:
        self._going: set[int] = set()
        self._troubled: set[int] = set()
        self._put_off_running = 0
        self._takes_again = False
        self._to_try = 0
        self._freed = asyncio.Event()

    @property
    def free_places(self) -> int:
        if len(self._troubled) >= IN_TROUBLE:
            return 0
        return min(self._to_try, self.places) if self.takes_nothing else self.places

    @property
    def places(self) -> int:
        return max(0, ON_THEIR_WAY - len(self._going))

    @property
    def takes_nothing(self) -> bool:
        return self._put_off_running >= IN_TROUBLE

    def takes_again(self) -> bool:
        """True only once."""
        took, self._takes_again = self._takes_again, False
        return took

    def let_some_try(self) -> None:
        self._to_try = A_TRY
        self._tell()

    def enter(self, chat: int) -> None:
        self._going.add(chat)
        self._to_try = max(0, self._to_try - 1)

    def meet_trouble(self, chat: int) -> None:
        if chat in self._going:
            self._going.discard(chat)
            self._troubled.add(chat)
            self._tell()

    def put_off(self, chat: int) -> None:
        self._put_off_running += 1
        self.leave(chat)

    def succeed(self) -> None:
        if self.takes_nothing:
            self._takes_again = True
        self._put_off_running = 0
        self._tell()

    def leave(self, chat: int) -> None:
        self._going.discard(chat)
        self._troubled.discard(chat)
        self._tell()

    async def wait_for_places(self) -> None:
        """Waits until many are free: to claim each alone would cost a transaction each."""
        while not self._are_enough():
            self._freed.clear()
            await self._freed.wait()

    def _tell(self) -> None:
        if self._are_enough():
            self._freed.set()

    def _are_enough(self) -> bool:
        return self.free_places >= (1 if self.takes_nothing else ON_THEIR_WAY // 2)
