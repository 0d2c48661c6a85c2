"""Sees to it that within a minute nothing is left in the file of somebody who was deleted."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.chat.beside_process import run
from bot.coach.mishaps import OnceAMinute
from bot.store.database import Store
from bot.store.facts import ERASED
from bot.store.file.beside import tidy_command
from bot.store.file.tidying import is_too_large
from bot.store.moments import moment

log = logging.getLogger(__name__)

AFTER = timedelta(seconds=35)
"""By then they were told, or won't be."""

LOOK_EVERY = 1.0
"""Seconds."""

AGAIN = 300.0
"""Seconds until what failed is tried again."""


async def keep_tidy(store: Store, clock: Callable[[], datetime]) -> None:
    """Until cancelled. A failure is told."""
    told = OnceAMinute(log)
    while store.path:
        try:
            is_done = await _tidy(store, clock())
        except Exception as error:  # noqa: BLE001 - whatever goes wrong
            told.tell("the file could not be tidied", error)
            is_done = False
        await asyncio.sleep(LOOK_EVERY if is_done else AGAIN)


async def _tidy(store: Store, now: datetime) -> bool:
    """Whether all is done that is to be done by now. Who is deleted meanwhile has their turn later."""
    erased = store.facts.get(ERASED)
    if store.path is None or erased is None or timedelta() <= now - moment(erased) < AFTER:
        return True
    if is_too_large(store.path):
        with store.transaction():
            store.remember_log()
        return False
    if fault := await run(tidy_command(store.path)):
        log.error("what was deleted could not be taken out of the file's unused room: %s", fault)
        return False
    with store.transaction():
        store.facts.forget(ERASED, erased)
        store.remember_log()
    store.scrub()
    return True
