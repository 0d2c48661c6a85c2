"""The Bot API over HTTP: token, parameters, faults, the method, and the answer in Telegram's envelope."""

import asyncio
import hmac
import inspect
import json
from datetime import UTC
from email.utils import format_datetime

from aiohttp import hdrs, web
from aiohttp.http_exceptions import HttpProcessingError

from bot.phone.given.parameters import Json, Parameters, read_parameters
from bot.phone.given.refused import RefusedError
from bot.phone.methods.method_table import METHODS, NAMES, Method
from bot.phone.methods.of_the_bot.explained_result import ExplainedResult
from bot.phone.state.call_record import ApiCall
from bot.phone.state.planned_faults import PlannedFault
from bot.phone.state.telegram import Telegram

LARGEST_BODY = 50 << 20
LONGEST_TOKEN = 80


class BotApi:
    def __init__(self, telegram: Telegram, token: str) -> None:
        self._telegram = telegram
        self._token = token

    def mount(self, app: web.Application) -> None:
        app.router.add_route("*", "/bot{token}/{method:.*}", self._answer)
        self._telegram.webhooks.perform = self.perform
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        app.on_response_prepare.append(self._date)

    async def _date(self, request: web.Request, response: web.StreamResponse) -> None:
        if not request.path.startswith("/bot"):
            return
        date = self._telegram.date_of_answers()
        if date is None:
            del response.headers[hdrs.DATE]
        else:
            response.headers[hdrs.DATE] = format_datetime(date.astimezone(UTC), usegmt=True)

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check(request)
            given = await _read(request)
            name = _method(request.match_info["method"], given)
        except RefusedError as no:
            return refusal_answer(no)
        call, fault = self._noted(name, given)
        try:
            return await (
                self._carry_out(call, given) if fault is None else self._fail(request, call, given, fault)
            )
        finally:
            # Somebody may wait for a call that changed no chat.
            self._telegram.wake_waiting()

    async def perform(self, given: Parameters) -> None:
        """Carries out a call that came in the answer to a webhook. Nobody is told its result."""
        try:
            name = _method("", given)
        except RefusedError:
            return
        call, fault = self._noted(name, given)
        if fault is not None and fault.refusal is not None:
            call.by_fault, call.status = True, fault.refusal.status
        elif fault is None or not fault.is_undone:
            await self._carry_out(call, given)
        self._telegram.wake_waiting()

    def _noted(self, name: str, given: Parameters) -> tuple[ApiCall, PlannedFault | None]:
        chat = self._telegram.chat_of_call(given)
        call = self._telegram.record.begin(name, given, chat, self._telegram.clock())
        return call, self._telegram.faults.take(name, given, chat)

    def _check(self, request: web.Request) -> None:
        if request.method not in {"GET", "POST"}:
            raise RefusedError("Not Implemented", 501)
        token = request.match_info["token"]
        if ":" not in token or token.startswith("0") or len(token) > LONGEST_TOKEN:
            raise RefusedError("Invalid token specified", 401)
        if not hmac.compare_digest(token.encode(), self._token.encode()):
            raise RefusedError("", 401)

    async def _carry_out(self, call: ApiCall, given: Parameters) -> web.Response:
        try:
            result = _found(call.method)(self._telegram, given)
            if inspect.isawaitable(result):
                result = await result
        except RecursionError:
            return refusal_answer(RefusedError("Can't parse JSON: it is nested too deeply"))
        except RefusedError as no:
            call.status, call.description = no.status, no.description
            return refusal_answer(no)
        call.status = 200
        return _accepted(result)

    async def _fail(
        self, request: web.Request, call: ApiCall, given: Parameters, fault: PlannedFault
    ) -> web.StreamResponse:
        call.by_fault = True
        if fault.refusal is not None:
            call.status, call.description = fault.refusal.status, fault.refusal.description
            return refusal_answer(fault.refusal)
        response = None if fault.is_undone else await self._carry_out(call, given)
        if fault.page:
            call.status, body, kind = fault.page
            return web.Response(body=body, status=call.status, content_type=kind)
        if fault.drop or response is None:
            call.status = 0
            return _cut(request)
        call.by_fault = False
        # The call is carried out: people who wait for its effect need not wait for its answer.
        self._telegram.wake_waiting()
        await asyncio.sleep(fault.seconds)
        return response

    async def _download(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check(request)
        except RefusedError as no:
            return refusal_answer(no)
        stored = self._telegram.files.at(request.match_info["path"])
        if stored is None:
            return refusal_answer(RefusedError("", 404))
        return web.Response(body=stored.content, content_type="application/octet-stream")


async def _read(request: web.Request) -> Parameters:
    if (request.content_length or 0) > LARGEST_BODY:
        raise RefusedError("Request Entity Too Large", 413)
    try:
        return await read_parameters(request)
    except web.HTTPRequestEntityTooLarge:
        raise RefusedError("Request Entity Too Large", 413) from None
    except (ValueError, RuntimeError, HttpProcessingError):
        raise RefusedError("Can't parse the body of the request") from None


def _method(asked: str, given: Parameters) -> str:
    wanted = asked.removeprefix("test/").lower() or given.text("method").lower()
    if not wanted or "/" in wanted:
        raise RefusedError("", 404)
    return NAMES.get(wanted, wanted)


def _found(name: str) -> Method:
    if name not in METHODS:
        raise RefusedError("Method not found", 404)
    return METHODS[name]


def _cut(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _accepted(result: object) -> web.Response:
    if isinstance(result, ExplainedResult):
        return _json({"ok": True, "result": result.result, "description": result.description}, 200)
    return _json({"ok": True, "result": result}, 200)


def refusal_answer(no: RefusedError) -> web.Response:
    answer: Json = {"ok": False, "error_code": no.status, "description": no.description}
    if no.hints:
        answer["parameters"] = no.hints
    response = _json(answer, no.status)
    if no.retry_after is not None:
        response.headers["Retry-After"] = str(no.retry_after)
    return response


def _json(answer: Json, status: int) -> web.Response:
    body = json.dumps(answer, separators=(",", ":")).encode("ascii")
    return web.Response(body=body, status=status, content_type="application/json")
