"""Carries the library's calls over aiohttp: a seventh of the processor time of its own transport."""

import json
import os
import time
from collections.abc import Callable
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Any, Final

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.chat.telegram.envelope import Envelope, NotTelegrams, is_success, opened

KEEP_ALIVE = 75.0
"""Seconds a connection stays open unused: longer than servers wait before closing theirs."""

FILE_WRITE = 30.0
"""Seconds more for a call that carries a file."""

_encode = json.JSONEncoder(ensure_ascii=False).encode

JSON: Final = {"Content-Type": "application/json"}
"""JSON is made several times as fast as a form."""


LONGEST_ANSWER = 64_000_000
"""Bytes, unpacked. Telegram's answers have a hundredth of it; one without an end would fill the memory."""

TELLS_THE_TIME = 5.0
"""Seconds. The `Date` of a slower answer, as of a long poll, may be of any moment on its way."""


class Dropped(NetworkError):
    """The connection broke before the answer came, so the call may have been carried out."""


class AiohttpRequest(BaseRequest):
    """All times in seconds. `connections`: the most at once. `heard`: called with the time in an answer of Telegram's, UTC."""

    def __init__(
        self,
        connections: int = 256,
        *,
        read: float = 10,
        write: float = 10,
        connect: float = 5,
        heard: Callable[[datetime], None] | None = None,
    ) -> None:
        self._connections, self._read, self._write, self._connect = connections, read, write, connect
        self._heard, self._last_date = heard, ""
        self._session: aiohttp.ClientSession | None = None
        self._urls: dict[str, URL] = {}

    @property
    def read_timeout(self) -> float:
        return self._read

    async def initialize(self) -> None:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=KEEP_ALIVE),
                cookie_jar=aiohttp.DummyCookieJar(),
                skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding"),
                auto_decompress=True,
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(  # noqa: PLR0913, PLR0917 - the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - the library passes it; there is room for all
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise RuntimeError("The transport is not open.")
        body, headers = _body(request_data)
        seconds = _seconds(read_timeout, self._read) + _seconds(write_timeout, self._write)
        if request_data and request_data.contains_files:
            seconds += FILE_WRITE
        limits = _limits(seconds, _seconds(connect_timeout, self._connect))
        began = time.monotonic()
        try:
            # Telegram never redirects a call. Another server would learn the token, which is in the address.
            async with self._session.request(
                method,
                self._url(url) if request_data else URL(url, encoded=True),
                data=body,
                headers=headers,
                timeout=limits,
                allow_redirects=False,
            ) as answer:
                status, content = answer.status, await _whole(answer)
                date = answer.headers.get("Date", "")
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NetworkError(f"No way to Telegram: {_why(error)}") from None
        except TimeoutError:
            raise TimedOut from None  # the cause holds the address, and so the token
        except (aiohttp.ClientError, OSError) as error:
            raise Dropped(f"No answer from Telegram: {type(error).__name__}") from None
        if method == "GET" and is_success(status):  # a file
            return status, content
        envelope = opened(status, content)
        if time.monotonic() - began <= TELLS_THE_TIME:
            self._hear(date)
        return status, envelope

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        return payload.holds if isinstance(payload, Envelope) else BaseRequest.parse_json_payload(payload)

    def _hear(self, date: str) -> None:
        if self._heard is None or date == self._last_date:
            return
        self._last_date = date
        try:
            told = parsedate_to_datetime(date)
        except (ValueError, OverflowError):
            return
        if told.tzinfo:
            self._heard(told)

    def _url(self, url: str) -> URL:
        """Keeps each parsed address: parsing one costs more than sending it."""
        if url not in self._urls:
            self._urls[url] = URL(url, encoded=True)
        return self._urls[url]


async def _whole(answer: aiohttp.ClientResponse) -> bytes:
    """Raises NotTelegrams if it is too long."""
    parts: list[bytes] = []
    length = 0
    async for part in answer.content.iter_any():
        length += len(part)
        if length > LONGEST_ANSWER:
            raise NotTelegrams(answer.status)
        parts.append(part)
    return b"".join(parts)


def _body(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str] | None]:
    if data is None:
        return None, None
    if not data.contains_files:
        return _encode(data.json_parameters).encode(errors="replace"), JSON
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, kind) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=file_name, content_type=kind)
    return form, None


@lru_cache(maxsize=32)
def _limits(seconds: float, connect: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(seconds, sock_connect=connect)


def _seconds(wanted: object, usual: float) -> float:
    return float(wanted) if isinstance(wanted, int | float) else usual


def _why(error: aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError) -> str:
    """In the system's words: the library's would name the address."""
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return "its name can't be looked up"
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return "nobody answered in time"
    if isinstance(error, aiohttp.ClientSSLError):
        return "no safe connection to it"
    code = error.os_error.errno
    return os.strerror(code).lower() if code and code > 0 else "it can't be reached"
