"""Calls an address once a minute as a sign of life, as healthchecks and the like want it: start, success, failure."""

import asyncio
import logging
from collections.abc import Callable
from urllib.parse import urlsplit, urlunsplit

import aiohttp
from yarl import URL

from bot.watch.ticks import Ticks

log = logging.getLogger(__name__)

EVERY = 60.0
"""Seconds between two signs."""

FRESH = 10.0
"""Seconds for which a tick shows that all goes on."""

LOOK = 1.0
"""Seconds between two looks for a fresh tick."""

LONGEST = 5.0
"""Seconds that a sign may take."""


class Heartbeat:
    """`url`: a secret, as anybody who knows it can say that all is well; None: nobody is told. Nothing but the address is sent.

    `every`: seconds.
    """

    def __init__(self, url: str | None, ticks: Ticks, every: float = EVERY) -> None:
        self._url, self._ticks, self._every = url, ticks, every
        self._is_heard = True
        self._one_at_a_time = asyncio.Lock()

    async def go_on(self, is_silenced: Callable[[], bool]) -> None:
        """Runs until cancelled. Sends a sign each minute while the loops tick. `is_silenced`: something lasting is
        wrong.
        """
        while self._url:
            if is_silenced():
                await self.fail()
            elif self._has_ticked():
                await self._sign("")
            else:
                await asyncio.sleep(LOOK)
                continue
            await asyncio.sleep(self._every)

    async def begin(self) -> None:
        await self._sign("start")

    async def fail(self) -> None:
        await self._sign("fail")

    def _has_ticked(self) -> bool:
        age = self._ticks.age()
        return age is not None and age <= FRESH

    async def _sign(self, what: str) -> None:
        """Never raises. A failure is logged once, without the address."""
        if not self._url:
            return
        async with self._one_at_a_time:  # the start first
            try:
                trouble = await _refusal(_address(self._url, what))
            except (aiohttp.ClientError, OSError, ValueError) as error:  # TimeoutError is an OSError
                trouble = type(error).__name__
        if trouble and self._is_heard:
            log.warning("The heartbeat address does not take our sign (%s); we go on trying", trouble)
        elif not trouble and not self._is_heard:
            log.info("The heartbeat address takes our sign again")
        self._is_heard = not trouble


async def _refusal(address: URL) -> str:
    """ "" if the sign was accepted. A redirect does not count as that."""
    async with (
        aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(LONGEST), cookie_jar=aiohttp.DummyCookieJar()
        ) as session,
        session.get(address, allow_redirects=False, skip_auto_headers=("User-Agent",)) as answer,
    ):
        return "" if 200 <= answer.status < 300 else f"it answers {answer.status}"


def _address(url: str, what: str) -> URL:
    parts = urlsplit(url)
    path = "/".join((parts.path.rstrip("/"), what)) if what else parts.path
    return URL(urlunsplit(parts._replace(path=path)))
