"""Updates are brought to the bot's own address: set by Telegram's rules, in order, until they are taken."""

import asyncio
import math
import ssl
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path
from shutil import which
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.phone.state.persons import PhoneUser
from bot.phone.updates import update_queue
from bot.phone.updates.webhook_delivery import SECRET, pause_after
from tests.phone.caller import Answer, Caller, HandClock
from tests.phone.hook import Hook, hook, taken

PUBLIC = "https://unhunch.example/hook"


@pytest.fixture
async def phone(clock: HandClock) -> AsyncIterator[Phone]:
    async with Phone(clock=clock, floods=Floods.off(), local=True) as phone:
        yield phone


@pytest.fixture
async def here() -> AsyncIterator[Hook]:
    async with hook() as made:
        yield made


async def info(call: Caller) -> dict[str, Any]:
    result: dict[str, Any] = (await call("getWebhookInfo")).result
    return result


def answering(status: int, **headers: str) -> Any:
    async def answer(_: dict[str, Any]) -> web.Response:
        return web.Response(status=status, headers=headers)

    return answer


# ---- setting it


async def test_what_is_pending_is_brought_and_then_what_comes(
    call: Caller, ana: PhoneUser, phone: Phone, here: Hook
) -> None:
    answer = await call("setWebhook", url=here.address, secret_token="s3cret_-")
    assert answer.body == {"ok": True, "result": True, "description": "Webhook was set"}
    ana.says("hello")
    await phone.until(lambda: len(here.updates) == 2)
    assert here.texts == ["/start", "hello"]
    assert {headers[SECRET] for headers in here.headers} == {"s3cret_-"}
    assert {headers["Content-Type"] for headers in here.headers} == {"application/json"}
    assert "User-Agent" not in here.headers[0]
    await phone.until(lambda: not phone.telegram.updates.count(phone.telegram.clock()))
    assert await info(call) == {
        "url": here.address,
        "has_custom_certificate": False,
        "pending_update_count": 0,
        "ip_address": "127.0.0.1",
        "max_connections": 40,
    }


async def test_without_a_secret_there_is_no_header(
    call: Caller, ana: PhoneUser, phone: Phone, here: Hook
) -> None:
    await call("setWebhook", url=here.address)
    await phone.until(lambda: here.headers)
    assert SECRET not in here.headers[0]


async def test_nobody_polls_while_a_webhook_is_set(
    call: Caller, ana: PhoneUser, phone: Phone, here: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(update_queue, "_IMPATIENT", 0.1)
    polling = asyncio.create_task(call("getUpdates", offset=2_000, timeout=50))
    await phone.until(lambda: phone.calls)
    await call("setWebhook", url=here.address)
    ended, refused = await polling, await call("getUpdates")
    assert (ended.status, ended.refusal) == (409, "Conflict: terminated by setWebhook request")
    assert (refused.status, refused.refusal) == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
    assert (await call("deleteWebhook")).body["description"] == "Webhook was deleted"
    polling = asyncio.create_task(call("getUpdates", timeout=50))
    await phone.until(lambda: phone.calls[-1].method == "getUpdates")
    said = ana.says("hello")
    assert [update["update_id"] for update in (await polling).result] == [said]
    assert here.texts == []


async def test_who_polls_all_the_same_is_made_to_wait(
    call: Caller, phone: Phone, here: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    await call("setWebhook", url=here.address)
    monkeypatch.setattr(update_queue, "_IMPATIENT", 3600)
    phone.telegram.updates._conflict_at = -math.inf  # never before, be this machine just started
    assert (await call("getUpdates")).status == 409  # at once: nobody waits an hour here
    monkeypatch.setattr(update_queue, "_IMPATIENT", 0.3)
    phone.telegram.updates._conflict_at = began = asyncio.get_running_loop().time()
    assert (await call("getUpdates")).status == 409
    assert asyncio.get_running_loop().time() - began >= 0.3


async def test_setting_it_says_what_it_changed(call: Caller, here: Hook, clock: HandClock) -> None:
    async def said(method: str = "setWebhook", **given: Any) -> str:
        clock.passes(seconds=1)
        return str((await call(method, **given)).body["description"])

    assert await said(url=here.address) == "Webhook was set"
    assert await said(url=here.address) == "Webhook is already set"
    assert await said(url=here.address, allowed_updates=["Message"]) == "Webhook is already set"
    assert (await info(call))["allowed_updates"] == ["message"]
    changes: list[dict[str, Any]] = [
        {"secret_token": "a"},
        {"max_connections": 7},
        {"ip_address": "127.0.0.1"},
    ]
    for change in changes:
        assert await said(url=here.address, **change) == "Webhook was set"
        assert await said(url=here.address, **change) == "Webhook is already set"
    assert await said(url=here.address) == "Webhook was set"
    assert await said(url=here.address, drop_pending_updates=True) == "Webhook was set"
    assert await said(url="") == "Webhook was deleted"
    assert await said("deleteWebhook") == "Webhook is already deleted"


async def test_it_can_be_set_once_a_second(call: Caller, here: Hook, clock: HandClock) -> None:
    await call("setWebhook", url=here.address)
    clock.passes(seconds=0.9)
    soon = await call("setWebhook", url=here.address)
    assert (soon.status, soon.body["parameters"]) == (429, {"retry_after": 1})
    assert (await call("setWebhook", url="")).result
    clock.passes(seconds=0.1)
    assert (await call("setWebhook", url=here.address)).result


async def test_a_bad_address_costs_the_one_that_was_set(call: Caller, here: Hook, clock: HandClock) -> None:
    await call("setWebhook", url=here.address)
    clock.passes(seconds=1)
    assert (await call("setWebhook", url="nowhere:0")).refusal == "Bad Request: invalid webhook URL specified"
    assert (await info(call))["url"] == ""


async def test_what_is_pending_can_be_dropped(call: Caller, ana: PhoneUser, phone: Phone, here: Hook) -> None:
    await call("setWebhook", url=here.address, drop_pending_updates=True)
    ana.says("hello")
    await phone.until(lambda: here.updates)
    assert here.texts == ["hello"]


@pytest.mark.parametrize(("asked", "kept"), [(0, 1), (1, 1), (100, 100), (100_001, 100_000), ("many", 1)])
async def test_connections_are_within_bounds(call: Caller, here: Hook, asked: object, kept: int) -> None:
    await call("setWebhook", url=here.address, max_connections=asked)
    assert (await info(call))["max_connections"] == kept


INSIDE_AND_OUTSIDE: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "an address": ({}, {"url": "ftp://unhunch.example"}, "invalid webhook URL specified"),
    "a host": ({"url": "unhunch.example"}, {"url": "https://"}, "invalid webhook URL specified"),
    "a port that is one": ({}, {"url": "https://unhunch.example:65536/"}, "invalid webhook URL specified"),
    "https": ({}, {"url": "http://unhunch.example/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
    "one of four ports": (
        {"url": "https://unhunch.example:8443/hook"}, {"url": "https://unhunch.example:8444/hook"},
        "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
    ),
    "a name that is known": (
        {}, {"url": "https://unhunch.invalid/hook"}, "bad webhook: Failed to resolve host: Name or service not known",
    ),
    "somewhere public": (
        {"url": "https://8.8.8.8/hook"}, {"url": "https://127.0.0.1/hook"}, "bad webhook: IP address 127.0.0.1 is reserved",
    ),
    "not by its name either": ({}, {"url": "https://localhost/hook"}, "bad webhook: IP address 127.0.0.1 is reserved"),
    "not at home": ({}, {"url": "https://192.168.1.7/hook"}, "bad webhook: IP address 192.168.1.7 is reserved"),
    "somewhere for one": ({}, {"url": "https://224.0.0.1/hook"}, "bad webhook: IP address 224.0.0.1 is reserved"),
    "of the fourth version": (
        {}, {"url": "https://[2001:4860:4860::8888]/hook"}, "bad webhook: IPv6-only addresses are not allowed",
    ),
    "a told address is public too": (
        {"ip_address": "8.8.8.8"}, {"ip_address": "10.0.0.1"}, "bad webhook: IP address 10.0.0.1 is reserved",
    ),
    "a told address is one": ({}, {"ip_address": "home"}, "bad webhook: Invalid IP address specified"),
    "a secret of 256": ({"secret_token": "a" * 256}, {"secret_token": "a" * 257}, "secret token is too long"),
    "a secret in letters": ({"secret_token": "aZ0_-"}, {"secret_token": "a b"}, "secret token contains unallowed characters"),
}  # fmt: skip


@pytest.mark.parametrize("name", INSIDE_AND_OUTSIDE)
async def test_a_phone_that_is_not_local_takes_what_telegram_takes(
    name: str, call: Caller, phone: Phone, clock: HandClock
) -> None:
    phone.telegram.webhooks.is_local = False
    inside, outside, refusal = INSIDE_AND_OUTSIDE[name]
    refused = await call("setWebhook", **{"url": PUBLIC, **outside})
    assert (refused.status, refused.refusal) == (400, f"Bad Request: {refusal}")
    clock.passes(seconds=1)
    assert (await call("setWebhook", **{"url": PUBLIC, **inside})).result
    clock.passes(seconds=1)
    assert (await call("setWebhook", url=PUBLIC, max_connections=101)).result
    assert (await info(call))["max_connections"] == 100


async def test_a_certificate_is_of_at_most_3_mb_and_one_indeed(
    call: Caller, phone: Phone, clock: HandClock
) -> None:
    async def given(content: bytes) -> Answer:
        clock.passes(seconds=1)
        return await call("setWebhook", {"certificate": content}, url=PUBLIC)

    assert (await given(b"x" * ((3 << 20) + 1))).refusal == (
        "Bad Request: certificate size is too big (3145729 bytes)"
    )
    assert (await given(b"x" * (3 << 20))).refusal == (
        "Bad Request: bad webhook: Failed to set custom certificate file"
    )


async def test_nothing_leaves_this_machine(call: Caller, ana: PhoneUser, phone: Phone) -> None:
    phone.telegram.webhooks.is_local = False
    await call("setWebhook", url=PUBLIC)
    await phone.until(lambda: phone.telegram.webhooks.last_mishap)
    told = await info(call)
    assert told["last_error_message"] == "This phone delivers on this machine only"
    assert (told["pending_update_count"], "ip_address" in told) == (1, False)


@pytest.fixture
def certified(tmp_path: Path) -> tuple[ssl.SSLContext, bytes]:
    """What a webhook serves with, and the certificate to trust it by."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key, "-out", certificate, "-days", "2",
         "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context, certificate.read_bytes()


@pytest.mark.skipif(which("openssl") is None, reason="No openssl to make a certificate with.")
@pytest.mark.usefixtures("ana")
async def test_a_certificate_of_ones_own_is_trusted(
    call: Caller, phone: Phone, clock: HandClock, certified: tuple[ssl.SSLContext, bytes]
) -> None:
    context, certificate = certified
    async with hook(context) as made:
        await call("setWebhook", url=made.address)
        await phone.until(lambda: phone.telegram.webhooks.last_mishap)
        assert (await info(call))["last_error_message"].startswith("SSL error")
        clock.passes(seconds=1)
        await call("setWebhook", {"own": certificate}, url=made.address, certificate="attach://own")
        await phone.until(lambda: made.texts == ["/start"])
        assert (await info(call))["has_custom_certificate"]


# ---- bringing the updates


async def test_each_chat_is_served_in_order_and_all_side_by_side(
    call: Caller, ana: PhoneUser, phone: Phone, here: Hook
) -> None:
    bo = phone.person(8, first_name="Bo")
    slow, held = asyncio.Event(), asyncio.Event()

    async def answers(update: dict[str, Any]) -> web.Response:
        if update.get("message", {}).get("text") == "one":
            held.set()
            await slow.wait()
        return web.Response()

    here.answers = answers
    await call("setWebhook", url=here.address, drop_pending_updates=True)
    ana.says("one")
    ana.says("two")
    await held.wait()
    bo.says("three")
    ana.taps_data("x")
    await phone.until(lambda: len(here.updates) == 4 - 1)
    assert sorted(here.texts) == ["one", "three"]
    assert [update for update in here.updates if "callback_query" in update]
    slow.set()
    await phone.until(lambda: here.texts[-1] == "two")


async def test_no_more_at_once_than_connections(
    call: Caller, ana: PhoneUser, phone: Phone, here: Hook
) -> None:
    now, most = 0, 0
    three = asyncio.Event()

    async def answers(_: dict[str, Any]) -> web.Response:
        nonlocal now, most
        now, most = now + 1, max(most, now + 1)
        if now == 3:
            three.set()
        await three.wait()
        await asyncio.sleep(0.01)  # for a fourth to come, if it is let
        now -= 1
        return web.Response()

    here.answers = answers
    await call("setWebhook", url=here.address, max_connections=3, drop_pending_updates=True)
    for number in range(20, 32):
        phone.person(number, first_name="Bo").says("hello")
    await phone.until(lambda: len(here.updates) == 12)
    assert most == 3


async def test_what_was_not_taken_comes_again(
    call: Caller, ana: PhoneUser, phone: Phone, here: Hook, clock: HandClock
) -> None:
    here.answers = answering(500)
    await call("setWebhook", url=here.address)
    await phone.until(lambda: len(here.updates) == 2)
    told = await info(call)
    assert told["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    assert told["last_error_date"] == int(clock.now.timestamp())
    assert told["pending_update_count"] == 1
    here.answers = taken
    await call("deleteWebhook")
    assert [update["update_id"] for update in (await call("getUpdates")).result] == [1000]


async def test_a_webhook_may_say_when_it_wants_to_be_asked_again(
    call: Caller, ana: PhoneUser, phone: Phone, here: Hook
) -> None:
    moments = []

    async def answers(_: dict[str, Any]) -> web.Response:
        moments.append(asyncio.get_running_loop().time())
        return web.Response(status=503 if len(moments) == 1 else 200, headers={"Retry-After": "1"})

    here.answers = answers
    await call("setWebhook", url=here.address)
    await phone.until(lambda: len(here.updates) == 2)
    assert here.updates[0] == here.updates[1]
    assert moments[1] - moments[0] >= 1


@pytest.mark.parametrize(
    ("failures", "wish", "seconds"),
    [
        (0, 0, 0),
        (1, 0, 2),
        (2, 0, 4),
        (5, 0, 32),
        (6, 0, 60),
        (60, 0, 60),
        (0, 5, 5),
        (3, 3600, 3600),
        (0, 9999, 3600),
    ],
)
def test_the_pauses_grow(failures: int, wish: int, seconds: int) -> None:
    assert pause_after(failures, wish) == seconds


async def test_what_has_expired_is_not_brought_any_more(
    call: Caller, ana: PhoneUser, phone: Phone, here: Hook, clock: HandClock
) -> None:
    async def answers(_: dict[str, Any]) -> web.Response:
        clock.passes(seconds=150)
        return web.Response(status=500)

    here.answers = answers
    await call("setWebhook", url=here.address, drop_pending_updates=True)
    ana.taps_data("x")
    await phone.until(lambda: here.updates)
    await phone.until(lambda: not len(phone.telegram.updates))
    assert len(here.updates) == 1


async def test_a_redirection_is_no_taking(call: Caller, ana: PhoneUser, phone: Phone, here: Hook) -> None:
    here.answers = answering(302, Location="/elsewhere")
    await call("setWebhook", url=here.address)
    await phone.until(lambda: phone.telegram.webhooks.last_mishap)
    assert (await info(call))["last_error_message"] == "Wrong response from the webhook: 302 Found"


async def test_where_nobody_listens_the_connection_is_refused(
    call: Caller, ana: PhoneUser, phone: Phone
) -> None:
    async with hook() as gone:
        pass
    await call("setWebhook", url=gone.address)
    await phone.until(lambda: phone.telegram.webhooks.last_mishap)
    assert (await info(call))["last_error_message"] == "Connection refused"


async def test_who_is_gone_for_23_hours_is_left_alone(
    call: Caller, ana: PhoneUser, phone: Phone, here: Hook, clock: HandClock
) -> None:
    async def answers(_: dict[str, Any]) -> web.Response:
        clock.passes(hours=23, seconds=1)
        return web.Response(status=410)

    here.answers = answers
    clock.passes(hours=-23)
    await call("setWebhook", url=here.address)
    await phone.until(lambda: phone.telegram.webhooks.current is None)
    assert (await info(call))["url"] == ""
    assert len(here.updates) == 2


async def test_who_was_gone_in_between_is_not_left_alone(
    call: Caller, ana: PhoneUser, phone: Phone, here: Hook, clock: HandClock
) -> None:
    statuses = iter((410, 200, 410, 200))

    async def answers(_: dict[str, Any]) -> web.Response:
        clock.passes(hours=12)
        return web.Response(status=next(statuses))

    here.answers = answers
    clock.passes(hours=-23)
    await call("setWebhook", url=here.address)
    await phone.until(lambda: here.texts == ["/start"] * 2)
    ana.says("hello")
    await phone.until(lambda: here.texts == ["/start"] * 2 + ["hello"] * 2)
    assert phone.telegram.webhooks.current


async def test_what_would_come_too_late_is_not_waited_for(
    call: Caller, ana: PhoneUser, phone: Phone, here: Hook
) -> None:
    here.answers = answering(503, **{"Retry-After": "151"})
    await call("setWebhook", url=here.address, drop_pending_updates=True)
    ana.taps_data("x")
    await phone.until(lambda: here.updates and not len(phone.telegram.updates))


async def test_an_update_can_be_brought_twice(call: Caller, ana: PhoneUser, phone: Phone, here: Hook) -> None:
    await call("setWebhook", url=here.address)
    await phone.until(lambda: here.texts == ["/start"])
    phone.redeliver(1000)
    await phone.until(lambda: here.texts == ["/start", "/start"])


# ---- an answer that is a call


def form(**fields: str) -> aiohttp.MultipartWriter:
    writer = aiohttp.MultipartWriter("form-data")
    for name, value in fields.items():
        writer.append(value).set_content_disposition("form-data", name=name)
    return writer


ANSWERS = {
    "json": lambda: web.json_response({"method": "SendMessage", "chat_id": 7, "text": "hello"}),
    "form": lambda: web.Response(text="method=sendMessage&chat_id=7&text=hello", content_type="application/x-www-form-urlencoded"),
    "multipart": lambda: web.Response(body=form(method="sendMessage", chat_id="7", text="hello")),
}  # fmt: skip


@pytest.mark.parametrize("kind", ANSWERS)
async def test_the_answer_may_be_a_call(
    kind: str, call: Caller, ana: PhoneUser, phone: Phone, here: Hook
) -> None:
    async def answers(_: dict[str, Any]) -> web.Response:
        return ANSWERS[kind]()

    here.answers = answers
    await call("setWebhook", url=here.address)
    await phone.until(lambda: ana.sees.text == "hello")
    assert [noted.method for noted in phone.calls] == ["setWebhook", "sendMessage"]
    assert phone.refusals == []


@pytest.mark.parametrize("method", ["setWebhook", "deleteWebhook", "close", "logOut", "getMe", "getUpdates"])
async def test_some_calls_are_not_carried_out_from_an_answer(
    method: str, call: Caller, ana: PhoneUser, phone: Phone, here: Hook
) -> None:
    async def answers(_: dict[str, Any]) -> web.Response:
        return web.json_response({"method": method})

    here.answers = answers
    await call("setWebhook", url=here.address)
    await phone.until(lambda: not len(phone.telegram.updates))
    assert [noted.method for noted in phone.calls] == ["setWebhook"]


@pytest.mark.parametrize("body", [b"{", b"[]", b"--x", b"\xff", b'{"method": "a/b"}', b'{"method": 7}'])
@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data; boundary=x", "text/plain"])
@pytest.mark.usefixtures("ana")
async def test_an_answer_that_is_no_call_is_a_taking_all_the_same(
    body: bytes, kind: str, call: Caller, phone: Phone, here: Hook
) -> None:
    async def answers(_: dict[str, Any]) -> web.Response:
        return web.Response(body=body, headers={"Content-Type": kind})

    here.answers = answers
    await call("setWebhook", url=here.address)
    await phone.until(lambda: not len(phone.telegram.updates))
    assert len(here.updates) == 1


async def test_a_refused_call_from_an_answer_is_on_record_and_a_fault_hits_it(
    call: Caller, ana: PhoneUser, phone: Phone, here: Hook
) -> None:
    async def answers(update: dict[str, Any]) -> web.Response:
        return web.json_response(
            {"method": "sendMessage", "chat_id": 7, "text": update["message"]["text"][1:]}
        )

    here.answers = answers
    phone.faults.refuse("sendMessage", status=500)
    await call("setWebhook", url=here.address, drop_pending_updates=True)
    for text in ("1st", "2", "3rd"):
        ana.says(text)
    await phone.until(lambda: ana.sees.text == "rd")
    assert [call.description for call in phone.refusals] == ["Bad Request: message text is empty"]
    assert [message.text for message in ana.messages if message.by_bot] == ["rd"]
