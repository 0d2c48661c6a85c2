"""Reads what a call was given: query, form, JSON or multipart, all to plain strings and uploads."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, ClientResponse, MultipartReader, web

from bot.phone.given.refused import RefusedError

Json = dict[str, Any]

MOST_BYTES = 1 << 20
MOST_FILES = 50
_INTEGER = re.compile(r"\s*([+-]?[0-9]{1,19})")
_NUMBER = re.compile(r"\s*([+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?)")
_IDENTIFIER = re.compile(r"-?[0-9]{1,19}")


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    content: bytes


@dataclass(slots=True)
class Parameters:
    """If a name is given twice, the first value counts."""

    values: dict[str, str] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        return self.values.get(name, "")

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in {"true", "yes", "1"}

    def integer(self, name: str, default: int = 0) -> int:
        """Text that is no number counts as zero, as on Telegram's server."""
        return default if name not in self.values else whole(self.values[name])

    def number(self, name: str) -> float:
        found = _NUMBER.match(self.text(name))
        return float(found[1]) if found else 0.0

    def json(self, name: str) -> object:
        """None if it is absent or empty. Raises ValueError for text that is no JSON."""
        text = self.values.get(name)
        return json.loads(text) if text else None

    def add(self, pairs: Iterable[tuple[str, str]]) -> None:
        for name, value in pairs:
            self.values.setdefault(name, value)


def whole(text: str) -> int:
    found = _INTEGER.match(text)
    return int(found[1]) if found else 0


def identifier(text: str) -> int | None:
    """Stricter than `int`, which accepts blanks, underscores and the digits of other scripts."""
    return int(text) if _IDENTIFIER.fullmatch(text) else None


def encoded(value: object) -> str:
    """The value as if it were a parameter; "" for entities that are no array."""
    return json.dumps(value) if isinstance(value, list) else ""


async def read_parameters(request: web.Request) -> Parameters:
    given = Parameters()
    if request.query_string:
        given.add(request.query.items())
    if request.body_exists:
        await _read_body(request, given)
    if sum(map(len, given.values.values())) > MOST_BYTES:
        raise RefusedError("Request Entity Too Large: too many parameters", 413)
    return given


async def _read_body(request: web.Request, given: Parameters) -> None:
    kind = request.content_type
    if kind == "multipart/form-data":
        await _read_parts(await request.multipart(), given)
    elif kind in _WORDS:
        given.add(_WORDS[kind](await request.read()))


async def read_answer(response: ClientResponse) -> Parameters:
    """Reads the call that a webhook gave as its answer. Raises ValueError, RuntimeError and the like if it can't be
    read.
    """
    given, kind = Parameters(), response.content_type
    if kind == "multipart/form-data":
        await _read_parts(MultipartReader(response.headers, response.content), given)
    elif kind in _WORDS:
        given.add(_WORDS[kind](await response.read()))
    return given


def _pairs_of_form(body: bytes) -> Iterable[tuple[str, str]]:
    text = body.decode("utf-8", "surrogateescape")
    return parse_qsl(text, keep_blank_values=True, errors="surrogateescape")


def _pairs_of_json(body: bytes) -> Iterable[tuple[str, str]]:
    """For Telegram, a body that is no JSON object is no error: it has no parameters."""
    try:
        content = json.loads(body)
    except ValueError:
        return
    for name, value in content.items() if isinstance(content, dict) else ():
        yield name, value if isinstance(value, str) else json.dumps(value)


_WORDS = {"application/json": _pairs_of_json, "application/x-www-form-urlencoded": _pairs_of_form}


async def _read_parts(parts: MultipartReader, given: Parameters) -> None:
    async for part in parts:
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytes(await part.read(decode=True))
        if part.filename is None:
            given.values.setdefault(part.name, content.decode("utf-8", "surrogateescape"))
        else:
            given.files.setdefault(part.name, Upload(part.filename, content))
    if len(given.files) > MOST_FILES:
        raise RefusedError("Request Entity Too Large: too many files attached", 413)


def is_utf8(text: str) -> bool:
    """Bytes that are no UTF-8 arrive here as lone surrogates."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
