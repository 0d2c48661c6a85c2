"""Clears the write-ahead log of people who were deleted, and waits while anybody reads it."""

import asyncio
import logging

from bot.coach.mishaps import OnceAMinute
from bot.store.database import Store

log = logging.getLogger(__name__)

LOOK_EVERY = 1.0
"""Seconds."""

SETTLED = 5.0
"""Seconds after which a replicator, which looks once a second, knows that the log was begun again."""

ASK_EVERY = 10.0
"""Seconds. SQLite empties the log as soon as nobody reads it. A replicator stops reading for single moments: to meet one would cost it a
whole new copy, so it is asked seldom."""


async def keep_log_clear(store: Store) -> None:
    told, asked_at, seconds = OnceAMinute(log), float("-inf"), asyncio.get_running_loop().time
    while store.path:
        try:
            is_held = store.is_log_held()
            if is_held and seconds() - asked_at >= ASK_EVERY:
                asked_at = seconds()
                store.empty_log()
            elif is_held is False:
                await asyncio.sleep(SETTLED)
                store.cut_log()
        except Exception as error:  # noqa: BLE001 - whatever goes wrong
            told.tell("what was deleted could not be taken out of the log", error)
        await asyncio.sleep(LOOK_EVERY)
