"""The Bot API over HTTP: who may call, what was called, what is answered."""

import asyncio
import hmac
import json
from dataclasses import dataclass, field

from aiohttp import web

from bot.phone.calls import Call, Calls
from bot.phone.faults import Fault, Faults
from bot.phone.files import StoredFile
from bot.phone.methods.table import METHODS, Method
from bot.phone.parameters import Json, Parameters, read_parameters
from bot.phone.refused import RefusedError
from bot.phone.signatures import known_parameters
from bot.phone.world import World

LARGEST_BODY = 50 << 20


@dataclass(slots=True)
class Server:
    world: World
    calls: Calls = field(default_factory=Calls)
    faults: Faults = field(default_factory=Faults)
    # Names the phone does not read but the library knows: each is looked up once.
    _known: dict[tuple[str, str], bool] = field(default_factory=dict)

    def add_routes(self, app: web.Application) -> None:
        for method in ("GET", "POST"):
            app.router.add_route(method, "/bot{token}/test/{method}", self.call)
            app.router.add_route(method, "/bot{token}/{method:[^/]*}", self.call)
        app.router.add_get("/file/bot{token}/{path:.+}", self.download)

    async def call(self, request: web.Request) -> web.Response:
        try:
            self._check_token(request.match_info["token"])
            given = await read_parameters(request)
        except RefusedError as error:
            return _refusal(error)
        except web.HTTPRequestEntityTooLarge:
            return _answer(413, {"description": "Request Entity Too Large"})
        name = request.match_info["method"] or given.text("method")
        method = METHODS.get(name.lower())
        call = self._record(method.name if method else name, given)
        fault = self.faults.take(call.method, given)
        if fault is not None and (fault.status or fault.drop == "before"):
            return self._fail(request, call, fault)
        response = await self._carry_out(method, given, call)
        if fault is not None and fault.drop:
            return _cut(request)
        if fault is not None:
            await asyncio.sleep(fault.seconds)
        return response

    def _record(self, name: str, given: Parameters) -> Call:
        chat = given.values.get("chat_id")
        call = Call(name, given.values, _number(chat), self.world.clock())
        self.calls.add(call)
        return call

    def _fail(self, request: web.Request, call: Call, fault: Fault) -> web.Response:
        self.calls.finish(call, fault.status, fault.description, by_fault=True)
        self.world.changes.tell()
        if fault.drop:
            return _cut(request)
        hints = {} if fault.retry_after is None else {"retry_after": fault.retry_after}
        return _refused(fault.status, fault.description, hints)

    async def _carry_out(self, method: Method | None, given: Parameters, call: Call) -> web.Response:
        try:
            if method is None:
                raise RefusedError("Method not found", 404)
            if not given.values.keys() <= method.reads:
                self._count_unknown(method, given)
            result = method.answer(self.world, given)
            if asyncio.isfuture(result) or asyncio.iscoroutine(result):
                result = await result
        except RefusedError as error:
            self.calls.finish(call, error.status, error.description, by_fault=False)
            return _refusal(error)
        else:
            self.calls.finish(call, 200, "", by_fault=False)
            return _answer(200, {"result": result})
        finally:
            # Also a call that changed no chat may be what somebody waits for.
            self.world.changes.tell()

    def _count_unknown(self, method: Method, given: Parameters) -> None:
        for name in given.values.keys() - method.reads - {"method"}:
            key = method.name, name
            if key not in self._known:
                self._known[key] = name in known_parameters(method.name)
            if not self._known[key]:
                self.world.breaches.append(f"{method.name} has no parameter {name!r}")

    def _check_token(self, token: str) -> None:
        if ":" not in token or token.startswith("0") or len(token) > 80:
            raise RefusedError("Invalid token specified", 401)
        if not hmac.compare_digest(token.encode(), self.world.token.encode()):
            raise RefusedError("", 401)

    async def download(self, request: web.Request) -> web.Response:
        try:
            self._check_token(request.match_info["token"])
        except RefusedError as error:
            return _refusal(error)
        stored = self.world.files.at(request.match_info["path"])
        return file_response(stored) if stored else _answer(404, {"description": "Not Found"})


def file_response(stored: StoredFile) -> web.Response:
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, max-age=3600"}
    return web.Response(body=stored.content, content_type=stored.mime, headers=headers)


def _number(text: str | None) -> int | None:
    try:
        return int(text) if text else None
    except ValueError:
        return None


def _cut(request: web.Request) -> web.Response:
    """The caller sees a lost connection: whatever is answered here no longer reaches them."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _refusal(error: RefusedError) -> web.Response:
    return _refused(error.status, error.description, error.hints)


def _refused(status: int, description: str, hints: dict[str, int]) -> web.Response:
    body: Json = {"description": description}
    if hints:
        body["parameters"] = hints
    response = _answer(status, body)
    if "retry_after" in hints:
        response.headers["Retry-After"] = str(hints["retry_after"])
    return response


def _answer(status: int, body: Json) -> web.Response:
    head: Json = {"ok": True} if status == 200 else {"ok": False, "error_code": status}
    text = json.dumps({**head, **body}, separators=(",", ":"))
    return web.Response(status=status, body=text.encode("ascii"), content_type="application/json")
