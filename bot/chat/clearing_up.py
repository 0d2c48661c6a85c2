"""Clears the file of people who were deleted, within a minute (or five, if many are deleted)."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.chat.beside_process import run
from bot.coach.mishaps import OnceAMinute
from bot.domain.admission.buckets import Allowance, Buckets
from bot.store.database import Store
from bot.store.facts import ERASED
from bot.store.file.beside import tidy_command
from bot.store.file.tidying import is_too_large
from bot.store.moments import moment

log = logging.getLogger(__name__)

AFTER = timedelta(seconds=35)
"""By then the word that all is deleted was sent, or never will be."""

AT_MOST = Allowance(at_once=3, per_second=1 / 300)
"""How often the file is rewritten: a person who deletes all of theirs again and again must not keep the others waiting."""

LOOK_EVERY = 1.0
"""Seconds."""

AGAIN = 300.0
"""Seconds until what failed is tried again."""


async def keep_tidy(store: Store, clock: Callable[[], datetime]) -> None:
    told, turns = OnceAMinute(log), Turns()
    while store.path:
        try:
            is_done = await _tidy(store, clock(), turns)
        except Exception as error:  # noqa: BLE001 - whatever goes wrong
            told.tell("the file could not be tidied", error)
            is_done = False
        await asyncio.sleep(LOOK_EVERY if is_done else AGAIN)


class Turns:
    """Tells when it is time to tidy. A new deletion does not put off the earlier ones. The file is not rewritten again
    and again, because everybody waits for that.
    """

    def __init__(self) -> None:
        self._some = Buckets(AT_MOST)
        self._since: datetime | None = None

    def has_come(self, erased: datetime, now: datetime) -> bool:
        self._since = min(self._since or erased, now)
        is_told = not timedelta() <= now - erased < AFTER or now - self._since >= 2 * AFTER
        return is_told and self._some.take(0, now.timestamp())

    def is_over(self) -> None:
        self._since = None


async def _tidy(store: Store, now: datetime, turns: Turns) -> bool:
    """Returns True if nothing is left to do."""
    erased = store.facts.get(ERASED)
    if store.path is None or erased is None or not turns.has_come(moment(erased), now):
        return True
    turns.is_over()
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
    store.empty_log()
    return True
