"""A Bot API that answers every send at once, in a process of its own, so that only the client is measured."""

import asyncio
import json
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

from aiohttp import web

MESSAGE = {
    "message_id": 1,
    "date": 1_700_000_000,
    "chat": {"id": 7, "type": "private", "first_name": "Ana"},
    "from": {"id": 1, "is_bot": True, "first_name": "Unhunch", "username": "unhunch_bot"},
    "text": "Stay 30 s · Child's pose 3 of 6",
}
WITH_FILM = {**MESSAGE, "animation": {"file_id": "film"}}
WITH_PHOTO = {**MESSAGE, "photo": [{"file_id": "photo"}]}
LARGEST = 2**26
ME = {"id": 1, "is_bot": True, "first_name": "Unhunch", "username": "unhunch_bot"}


@contextmanager
def echo() -> Iterator[str]:
    """The address of a server that lives as long as the block."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(theirs,), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{ours.recv()}"
    finally:
        process.terminate()
        process.join()


def _serve(pipe: Connection) -> None:
    asyncio.run(_run(pipe))


async def _run(pipe: Connection) -> None:
    sent = json.dumps({"ok": True, "result": MESSAGE}).encode()
    me = json.dumps({"ok": True, "result": ME}).encode()
    true = json.dumps({"ok": True, "result": True}).encode()
    answers = {"sendMessage": sent, "editMessageText": sent, "getMe": me}
    pictures = {"sendAnimation": WITH_FILM, "sendPhoto": WITH_PHOTO}
    for method, message in pictures.items():
        answers[method] = json.dumps({"ok": True, "result": message}).encode()

    async def answer(request: web.Request) -> web.Response:
        await request.read()
        method = request.match_info["method"]
        return web.Response(body=answers.get(method, true), content_type="application/json")

    app = web.Application(client_max_size=LARGEST)
    app.router.add_route("*", "/bot{token}/{method}", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    pipe.send(runner.addresses[0][1])
    await asyncio.Event().wait()
