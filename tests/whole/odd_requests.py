"""Requests over HTTP that are nearly right, and such as are none: every part of one, right mostly, and wrong now and then."""

import json
from collections.abc import Sequence
from random import Random
from typing import TypeVar

from tests.whole.odd_updates import odd_update

Part = TypeVar("Part")

TARGETS = [b"/", b"/healthz", b"/readyz", b"/metrics", b"/unhunch", b"/unhunch/", b"/unhunch?a=b"]
ODD_TARGETS = [
    b"*",
    b"//",
    b"/%00",
    b"/..%2f..%2fetc%2fpasswd",
    b"http://elsewhere.example/unhunch",
    b"/\xff\xfe",
    b"/a b",
    b"",
    b"/" + b"a" * 9_000,
    b"/%zz",
    b"elsewhere.example:443",
    b"/[::1]:x",
    b"http://[::1/x",
    b"/#fragment",
]
METHODS = [b"POST", b"GET", b"HEAD", b"PUT", b"DELETE", b"OPTIONS", b"PATCH", b"TRACE", b"CONNECT"]
ODD_METHODS = [b"post", b"PRI", b"", b"P\xc3\x96ST", b"GET\x00", b"A" * 5_000, b"\x16\x03\x01"]
VERSIONS = [b"HTTP/1.0", b"HTTP/2.0", b"HTTP/0.9", b"HTTP/1.2", b"http/1.1", b"HTTP/11", b"", b"JUNK/9"]
ODD_HEADERS = [
    b"Expect: 100-continue",
    b"Expect: the unexpected",
    b"Upgrade: websocket\r\nConnection: Upgrade",
    b"Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
    b"Connection: close",
    b"Connection: keep-alive",
    b"Content-Encoding: gzip",
    b"Content-Encoding: br",
    b"Content-Length: -1",
    b"Content-Length: 99999999999999999999",
    b"Content-Length: 2000000",
    b"Content-Length: many",
    b"Content-Length: 5\r\nContent-Length: 7",
    b"Transfer-Encoding: gzip, chunked",
    b"Transfer-Encoding: identity",
    b"Transfer-Encoding: chunked\r\nContent-Length: 5",
    b"Accept: application/openmetrics-text; version=1.0.0; q=x",
    b"Accept: application/openmetrics-text; version=foo",
    b"Accept: application/openmetrics-text; version=",
    b"Accept: text/plain; version=1.0.0; escaping=odd",
    b"Accept: ,;=,\xff",
    b"Accept-Encoding: gzip;q=-1, \xfe",
    b"Cookie: a=b; =; \x7f",
    b"Range: bytes=0-0,5-",
    b"If-Modified-Since: yesterday",
    b"If-None-Match: *",
    b"Host: [::1",
    b"Host:",
    b"X: " + b"y" * 9_000,
    b"no colon",
    b": no name",
    b"X-\x00: null",
    b" folded: line",
    b"X: a\r\n b",
    b"\xc3\x84: umlaut",
    b"X-Forwarded-For: " + b"1.2.3.4, " * 500,
]


def odd_request(chance: Random, secret: bytes, number: int) -> bytes:
    """A third of them as Telegram would bring an update, or nearly. `number`: the update's."""
    if chance.random() < 0.03:
        return chance.randbytes(chance.choice([1, 40, 5_000]))
    body = _body(chance, number)
    lines = [_first_line(chance), *_headers(chance, secret)]
    is_chunked = chance.random() < 0.2
    if is_chunked:
        lines.append(b"Transfer-Encoding: chunked")
    else:
        lines.append(b"Content-Length: %d" % len(body))
    chance.shuffle(headers := lines[1:])
    whole = b"\r\n".join([lines[0], *headers]) + b"\r\n\r\n" + (_chunks(chance, body) if is_chunked else body)
    return _damaged(chance, whole)


def _mostly(chance: Random, right: Sequence[Part], odd: Sequence[Part]) -> Part:
    return chance.choice(right if chance.random() < 0.92 else odd)


def _first_line(chance: Random) -> bytes:
    method = b"POST" if chance.random() < 0.5 else _mostly(chance, METHODS, ODD_METHODS)
    version = b"HTTP/1.1" if chance.random() < 0.97 else chance.choice(VERSIONS)
    return b" ".join([method, _mostly(chance, TARGETS, ODD_TARGETS), version])


def _headers(chance: Random, secret: bytes) -> list[bytes]:
    shown = _mostly(chance, [secret], [b"", b"wrong", secret[:-1], secret + b"x", b"\xff" * 64, b"s" * 9_000])
    headers = [b"X-Telegram-Bot-Api-Secret-Token: " + shown, b"Content-Type: application/json"]
    if chance.random() < 0.95:
        headers.append(b"Host: localhost")
    if chance.random() < 0.01:
        headers += [b"X-%d: y" % number for number in range(200)]
    return headers + chance.sample(ODD_HEADERS, chance.choice([0, 0, 0, 0, 0, 0, 0, 1, 1, 3]))


def _body(chance: Random, number: int) -> bytes:
    kind = chance.random()
    if kind < 0.6:
        return json.dumps(odd_update(chance, number)).encode()
    if kind < 0.7:
        return b""
    if kind < 0.76:
        return b" " * chance.choice([1_000_000, 1_100_000, 3_000_000])
    odd = [
        b"{",
        b"[]",
        b"null",
        b"[" * 50_000,
        b"9" * 6_000,
        b"1e999",
        b'"\\ud800"',
        b"\xff\xfe{\x00}\x00",
        b"a=b&c=d",
    ]
    return chance.choice([*odd, chance.randbytes(300)])


def _chunks(chance: Random, body: bytes) -> bytes:
    size = chance.choice([1_000, 70_000])
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    end = chance.choice(
        [b"0\r\n\r\n", b"0\r\n\r\n", b"0\r\nX: trailer\r\n\r\n", b"zz\r\n", b"", b"-1\r\n\r\n", b"f" * 30]
    )
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + end


def _damaged(chance: Random, whole: bytes) -> bytes:
    damage = chance.random()
    if damage < 0.04:
        return whole[: chance.randrange(len(whole))]
    if damage < 0.08:
        spot = chance.randrange(len(whole))
        return whole[:spot] + chance.randbytes(1) + whole[spot + 1 :]
    if damage < 0.14:
        return whole * 3  # one behind the other
    return whole.replace(b"\r\n", b"\n") if damage < 0.16 else whole
