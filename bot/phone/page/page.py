"""Serves the chat page to the browser, tells it the content of a chat, and carries out the person's deeds."""

import json
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

from bot.phone.clock import clock_json, move_time
from bot.phone.given.parameters import Json
from bot.phone.page.deeds import DEEDS, Wrong, required_words
from bot.phone.page.record import recorded_chat
from bot.phone.page.stream import Stream, page_file_json, page_message_json
from bot.phone.state.chats import reply_keyboard_json
from bot.phone.state.persons import PhoneUser
from bot.phone.text.formatted import Formatted, settled
from bot.phone.world import World

STATIC = Path(__file__).parent / "static"
FIRST_PEOPLE = {7: "Ana", 8: "Bo", 9: "Mallory"}
LONGEST_NAME = 64

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
        "media-src 'self' blob:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    # Another page may send a browser here, but learns nothing: not even whether a picture exists.
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_SHOWN = {
    "image/png", "image/jpeg", "image/gif", "image/webp", "video/mp4", "audio/ogg", "audio/mpeg", "audio/mp4",
}  # fmt: skip

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def mount_page(app: web.Application, world: World) -> None:
    page = _Page(world)
    get, post = app.router.add_get, app.router.add_post
    get("/", _safe(page.index))
    get(r"/static/{file:[a-z]+\.(?:css|js|svg)}", _safe(page.static))
    get("/phone/people", _safe(page.people))
    post("/phone/people", _safe(page.newcomer))
    get(r"/phone/chats/{id:[0-9]{1,19}}", _safe(page.chat))
    get(r"/phone/chats/{id:[0-9]{1,19}}/about", _safe(page.about))
    get(r"/phone/chats/{id:[0-9]{1,19}}/record", _safe(page.record))
    post(r"/phone/chats/{id:[0-9]{1,19}}/{deed:[a-z]+}", _safe(page.deed))
    get("/phone/clock", _safe(page.clock))
    post("/phone/clock", _safe(page.move_clock))
    get("/phone/content", _safe(page.content))
    get("/phone/events", page.events)
    get("/phone/files/{path:.+}", _safe(page.file))
    app.on_shutdown.append(page.close)


def _safe(handler: Handler) -> Handler:
    async def guarded(request: web.Request) -> web.StreamResponse:
        try:
            response = await handler(request)
        except Wrong as wrong:
            response = _json({"error": str(wrong)}, wrong.status)
        response.headers.update(HEADERS)
        return response

    return guarded


def _json(content: Json, status: int = 200) -> web.Response:
    return web.json_response(content, status=status)


class _Page:
    def __init__(self, world: World) -> None:
        self.world = world
        self.stream = Stream(world.telegram)
        world.changed.append(self.stream.tell)

    async def close(self, _: web.Application) -> None:
        self.world.changed.remove(self.stream.tell)
        self.stream.end()

    async def index(self, _: web.Request) -> web.StreamResponse:
        return _static("index.html")

    async def static(self, request: web.Request) -> web.StreamResponse:
        return _static(request.match_info["file"])

    async def events(self, request: web.Request) -> web.StreamResponse:
        return await self.stream.serve(request, HEADERS)

    async def people(self, _: web.Request) -> web.StreamResponse:
        return _json({"people": [_person_json(person) for person in self._people()]})

    def _people(self) -> list[PhoneUser]:
        if not self.world.people():
            for id_, name in FIRST_PEOPLE.items():
                self.world.person(id_, first_name=name)
        return self.world.people()

    async def newcomer(self, request: web.Request) -> web.StreamResponse:
        name = settled(Formatted(required_words(await _told(request), "name"))).text
        if not 0 < len(name) <= LONGEST_NAME:
            raise Wrong("A name has 1 to 64 letters.")
        id_ = max(person.id for person in self._people()) + 1
        self.world.person(id_, first_name=name)
        return _json({"id": id_})

    async def chat(self, request: web.Request) -> web.StreamResponse:
        person = self._person(request)
        return _json({**self._state(person), "seen": self.stream.number})

    def _state(self, person: PhoneUser) -> Json:
        return {
            **self._about(person),
            "blocked": person.chat.membership == "kicked",
            "keyboard": reply_keyboard_json(person.chat),
            "pinned": person.pinned,
            "now": self.world.telegram.clock().timestamp(),
            "messages": [page_message_json(message) for message in person.chat.messages.values()],
        }

    async def about(self, request: web.Request) -> web.StreamResponse:
        return _json(self._about(self._person(request)))

    def _about(self, person: PhoneUser) -> Json:
        return {
            "bot": self._bot(person),
            "commands": self.world.commands(person.language, person.id),
        }

    def _bot(self, person: PhoneUser) -> Json:
        profile = self.world.telegram.profile
        told = {"id": self.world.telegram.me["id"], **self.world.describe(person.language)}
        return {
            **told,
            "menu_button": profile.button(person.id),
            "photo": page_file_json(profile.photo) if profile.photo else None,
        }

    def _person(self, request: web.Request) -> PhoneUser:
        wanted = int(request.match_info["id"])
        for person in self._people():
            if person.id == wanted:
                return person
        raise Wrong("Nobody of that number is here.", 404)

    async def deed(self, request: web.Request) -> web.StreamResponse:
        told = await _told(request)
        do = DEEDS.get(request.match_info["deed"])
        if do is None:
            raise Wrong("This phone can't do that.", 404)
        try:
            return _json(do(self._person(request), told))
        except (LookupError, ValueError) as fault:
            raise Wrong(f"That can't be done: {fault}") from None

    async def record(self, request: web.Request) -> web.StreamResponse:
        person = self._person(request)
        saved = {"Content-Disposition": f'attachment; filename="chat-{person.id}.html"'}
        return web.Response(
            text=recorded_chat(self.world, person.chat), content_type="text/html", headers=saved
        )

    async def clock(self, _: web.Request) -> web.StreamResponse:
        return _json(clock_json(self.world.time))

    async def content(self, _: web.Request) -> web.StreamResponse:
        return _json(self.world.content)

    async def move_clock(self, request: web.Request) -> web.StreamResponse:
        told = await _told(request)
        try:
            return _json(await move_time(self.world.time, told))
        except (LookupError, ValueError, OverflowError) as fault:
            raise Wrong(f"That can't be done: {fault}") from None
        except TimeoutError:
            raise Wrong("The bot does not get on with what is due; the time stands still.", 503) from None

    async def file(self, request: web.Request) -> web.StreamResponse:
        stored = self.world.telegram.files.at(request.match_info["path"])
        if stored is None:
            raise Wrong("There is no such file.", 404)
        if stored.mime in _SHOWN:
            return _requested_range(request, stored.content, stored.mime)
        # Any other type is saved and never opened here: it might be a page.
        return web.Response(
            body=stored.content,
            content_type="application/octet-stream",
            headers={"Content-Disposition": "attachment"},
        )


def _requested_range(request: web.Request, content: bytes, mime: str) -> web.Response:
    try:
        start, end, _ = request.http_range.indices(len(content))
    except ValueError:
        raise Wrong("That range can't be read.", 416) from None
    if "Range" not in request.headers:
        return web.Response(body=content, content_type=mime, headers={"Accept-Ranges": "bytes"})
    if start >= end:
        raise Wrong("There is nothing in that range.", 416)
    told = {"Content-Range": f"bytes {start}-{end - 1}/{len(content)}", "Accept-Ranges": "bytes"}
    return web.Response(status=206, body=content[start:end], content_type=mime, headers=told)


def _person_json(person: PhoneUser) -> Json:
    return {"id": person.id, "first_name": person.first_name, "language": person.language}


def _static(name: str) -> web.StreamResponse:
    path = STATIC / name
    if not path.is_file():
        raise Wrong("There is no such file.", 404)
    return web.Response(text=path.read_text(), content_type=_TYPES[path.suffix], charset="utf-8")


async def _told(request: web.Request) -> Json:
    """The JSON object of a POST from the page itself. A form on another page can send neither JSON nor our Origin."""
    if request.headers.get("Origin") != f"http://{request.host}":
        raise Wrong("Only the page of this phone may do that.", 403)
    if request.content_type != "application/json":
        raise Wrong("JSON is expected.", 415)
    try:
        told = json.loads(await request.read())
    except ValueError:
        raise Wrong("That is no JSON.") from None
    except RecursionError:
        raise Wrong("That is nested too deeply.") from None
    if not isinstance(told, dict):
        raise Wrong("An object is expected.")
    return told
