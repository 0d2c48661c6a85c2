"""How many reminders may be on their way at once: few, and one in trouble gives its place to the next."""

import asyncio

ON_THEIR_WAY = 64
"""So many keep a line busy that carries a thousand a second; and so many, at most, a crash can leave unsure."""

IN_TROUBLE = 256
"""With so many chats in trouble, no more reminders are claimed: the trouble is not with a few chats alone. They count at
once, or one after another while Telegram took nothing in between."""

A_TRY = 8
"""So many are claimed now and then all the same: of all chats it may be the first few hundred alone that are in trouble."""


class RemindersInFlight:
    def __init__(self) -> None:
        self._going: set[int] = set()
        self._troubled: set[int] = set()
        self._put_off_running = 0
        self._took_heart = False
        self._to_try = 0
        self._freed = asyncio.Event()

    @property
    def free_places(self) -> int:
        if len(self._troubled) >= IN_TROUBLE:
            return 0
        return min(self._to_try, self.places) if self.has_lost_heart else self.places

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

    def let_some_try(self) -> None:
        """To be called now and then while Telegram takes nothing."""
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
        while not self._are_enough():
            self._freed.clear()
            await self._freed.wait()

    def _tell(self) -> None:
        if self._are_enough():
            self._freed.set()

    def _are_enough(self) -> bool:
        return self.free_places >= (1 if self.has_lost_heart else ON_THEIR_WAY // 2)
