"""Has damaged parts of the file made anew where that is possible, beside the bot that serves from it, as soon as damage is met."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from bot.chat.beside_process import run
from bot.coach.mishaps import OnceAMinute, mishap
from bot.store.database import Store
from bot.store.file.beside import MENDED, check_command, mend_command
from bot.store.troubles import Trouble

log = logging.getLogger(__name__)

LOOK_EVERY = 1.0
"""Seconds."""

AGAIN = 3600.0
"""Seconds until it is tried again where nothing could be made anew: all of the file's indexes are read for it."""


async def keep_whole(store: Store, clock: Callable[[], datetime]) -> None:
    told, seconds = OnceAMinute(log), asyncio.get_running_loop().time
    tried_in_vain_at = float("-inf")
    while store.path:
        if store.has_met_damage and seconds() - tried_in_vain_at >= AGAIN:
            store.has_met_damage = False
            try:
                is_mended = await _mend(store, clock)
            except Exception as error:  # noqa: BLE001 - whatever goes wrong
                told.tell("what is damaged in the file could not be made anew", error)
                is_mended = False
            if not is_mended:
                tried_in_vain_at = seconds()
        await asyncio.sleep(LOOK_EVERY)


async def _mend(store: Store, clock: Callable[[], datetime]) -> bool:
    if store.path is None:
        return False
    said = await run(mend_command(store.path))
    if not said.startswith(MENDED):
        if said:
            log.error("what is damaged in the file could not be made anew: %s", said)
        return False
    store.times_mended += 1
    what = "the file was damaged; look whether the disk fails"
    log.error("%s. %s", what, said, extra=mishap(what))
    with store.transaction():
        store.troubles.begin(Trouble.MENDED, clock(), said)
    if not await run(check_command(store.path)):
        with store.transaction():
            store.troubles.end(Trouble.FILE)
    return True
