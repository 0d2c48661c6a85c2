"""Lets in only callers on this machine: no foreign host name, no other page in the browser."""

import re
from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.phone.api.api import refusal_answer
from bot.phone.given.refused import RefusedError

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

# Nothing before the name, nothing after the port: a lenient reader of addresses would find another host in it.
_HOST = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::(?P<port>[0-9]{1,5}))?")


@web.middleware
async def entrance(request: web.Request, handler: Handler) -> web.StreamResponse:
    if not _is_home(request.headers.get("Host", "")):
        return refusal_answer(RefusedError("This phone answers on this machine only", 403))
    if _is_foreign(request):
        return refusal_answer(RefusedError("This phone does not speak with other pages", 403))
    try:
        return await handler(request)
    except web.HTTPNotFound:
        return refusal_answer(RefusedError("", 404))


def _is_home(host: str) -> bool:
    """A foreign name that leads here (DNS rebinding) shows in the Host header."""
    found = _HOST.fullmatch(host.lower())
    return found is not None and int(found["port"] or 0) < 1 << 16


def _is_foreign(request: web.Request) -> bool:
    origin = request.headers.get("Origin")
    if origin is not None:
        return origin != f"http://{request.headers.get('Host')}"
    site = request.headers.get("Sec-Fetch-Site", "none")
    is_visit = request.method == "GET" and request.path == "/"
    return site in {"cross-site", "same-site"} and not is_visit
