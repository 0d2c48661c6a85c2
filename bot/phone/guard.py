"""Keeps strangers out: only this machine's own names as Host, no other page's Origin, and what a browser may load."""

import re
from collections.abc import Awaitable, Callable

from aiohttp import web

_LOOPBACK = re.compile(r"(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::\d{1,5})?", re.IGNORECASE)
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A name that points here from outside (DNS rebinding) and another page's script are both turned away."""
    if not _LOOPBACK.fullmatch(request.host):
        return web.Response(status=421, text="This phone answers on loopback only.\n")
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"http://{request.host}":
        return web.Response(status=403, text="Another page may not use this phone.\n")
    return await handler(request)


async def add_headers(_: web.Request, response: web.StreamResponse) -> None:
    """What the browser may do with the page; a signal, for a stream sends its headers early."""
    if response.content_type != "application/json":
        response.headers.update(_HEADERS)
