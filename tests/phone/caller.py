"""Calls the phone over HTTP without any library in between."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import aiohttp
from yarl import URL

from bot.phone.phone import Phone


@dataclass
class HandClock:
    """Moves when told."""

    now: datetime = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)


@dataclass
class Answer:
    status: int
    body: dict[str, Any]
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def result(self) -> Any:
        assert self.body["ok"], self.body
        return self.body["result"]

    @property
    def refusal(self) -> str:
        assert not self.body["ok"], self.body
        assert self.body["error_code"] == self.status
        return str(self.body["description"])


class Caller:
    def __init__(self, session: aiohttp.ClientSession, root: str) -> None:
        self.session, self.root = session, root

    async def __call__(
        self, method: str, files: dict[str, bytes] | None = None, **parameters: object
    ) -> Answer:
        return await self.read(await self.session.post(self.url(method), data=form(files, parameters)))

    def url(self, method: str) -> URL:
        return URL(f"{self.root}/{method}", encoded=True)

    async def read(self, response: aiohttp.ClientResponse) -> Answer:
        async with response:
            assert response.content_type == "application/json"
            return Answer(response.status, await response.json(), dict(response.headers))


def form(files: dict[str, bytes] | None, parameters: dict[str, object]) -> aiohttp.FormData:
    body = aiohttp.FormData()
    for name, value in parameters.items():
        body.add_field(name, value if isinstance(value, str) else json.dumps(value))
    for name, content in (files or {}).items():
        body.add_field(name, BytesIO(content), filename=f"{name}.bin")
    return body


@asynccontextmanager
async def caller_of(phone: Phone) -> AsyncIterator[Caller]:
    async with aiohttp.ClientSession() as session:
        yield Caller(session, f"{phone.address}/bot{phone.token}")


def keys(*rows: list[str], **extra: object) -> dict[str, object]:
    """An inline keyboard whose buttons send their own labels."""
    return {
        "inline_keyboard": [
            [{"text": label, "callback_data": label, **extra} for label in row] for row in rows
        ]
    }
