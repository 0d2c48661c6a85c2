"""Sees to it that nothing is left in the write-ahead log of somebody who was deleted, and waits for whoever reads it."""

import asyncio
import logging

from bot.coach.mishaps import OnceAMinute
from bot.store.database import Store

log = logging.getLogger(__name__)

LOOK_EVERY = 1.0
"""Seconds."""

SETTLED = 5.0
"""Seconds after which a replicator, which looks once a second, knows that the log was begun anew."""

ASK_EVERY = 10.0
"""Seconds. SQLite empties the log as soon as nobody reads it; where a replicator does, asking often could meet the one moment in
which it does not, and cost it a whole new copy."""


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
