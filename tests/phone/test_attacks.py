"""What another page, a changed app or a fool sends to the phone's page: refused with a sentence, and nothing stays broken."""

import json
from random import Random

import aiohttp
import pytest
from yarl import URL

from bot.phone.page.deeds import DEEDS
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from tests.phone.caller import Caller

HOMES = ("localhost", "LocalHost:80", "127.0.0.1:65535", "[::1]", "[::1]:8080")
NO_HOMES = (
    "evil.com", "evil.com@localhost", "a:b@localhost:80", "@localhost", "localhost.", "localhost.evil.com", "127.0.0.1.evil.com",
    "127.1", "0.0.0.0", "2130706433", "::1", "[::1%lo]", "[0::1]", "[localhost]", "[::1", "localhost:", "localhost:65536",
    "localhost:80:80", "localhost:8a", "localhost:-1", "localhost/", "localhost?x", "localhost#x", "localhost\\x", "local\thost",
    "localhost evil.com", "localhost,evil.com", "localhost:٣", "",
)  # fmt: skip


async def asked_as(phone: Phone, host: str) -> int:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{phone.address}/phone/people", headers={"Host": host}) as response,
    ):
        return response.status


@pytest.mark.parametrize("host", HOMES)
async def test_the_names_of_this_machine_lead_in(phone: Phone, host: str) -> None:
    assert await asked_as(phone, host) == 200


async def test_nothing_that_only_holds_such_a_name_does(phone: Phone) -> None:
    assert {host for host in NO_HOMES if await asked_as(phone, host) != 403} == set()


async def posts(browser: aiohttp.ClientSession, path: str, body: bytes) -> tuple[int, str]:
    headers = {"Content-Type": "application/json"}
    async with browser.post(path, data=body, headers=headers) as response:
        assert response.content_type == "application/json", (path, body[:100])
        return response.status, (await response.json()).get("error", "")


@pytest.mark.parametrize(
    "path", ["/phone/people", "/phone/clock", *(f"/phone/chats/7/{deed}" for deed in DEEDS)]
)
async def test_what_is_nested_too_deeply_is_refused_in_words(
    browser: aiohttp.ClientSession, ana: PhoneUser, path: str
) -> None:
    for body in (b"[" * 100_000, b'{"text":' * 100_000):
        assert await posts(browser, path, body) == (400, "That is nested too deeply.")


@pytest.mark.parametrize(
    ("deed", "told"),
    [
        ("say", {"text": "half \ud83d"}),
        ("say", {"text": "\ud83d"}),
        ("edit", {"text": "half \ud83d", "message_id": 1}),
        ("edit", {"text": "x", "message_id": True}),
        ("delete", {"message_id": 1.0}),
        ("tap", {"data": "\udc00", "message_id": 1}),
        ("speak", {"language": "\u0000<script>"}),
        ("speak", {"language": "<b>"}),
        ("speak", {"language": "de\n"}),
        ("speak", {"language": "d"}),
        ("speak", {"language": "\u202een"}),
        ("speak", {"language": "de" * 30}),
        ("send", {"what": "location", "latitude": 10**400}),
        ("send", {"what": "location", "latitude": 91}),
        ("send", {"what": "location", "longitude": float("nan")}),
        ("send", {"what": "location", "longitude": True}),
    ],
)  # fmt: skip
async def test_what_no_app_sends_is_refused_and_the_bot_hears_nothing(
    browser: aiohttp.ClientSession, phone: Phone, ana: PhoneUser, deed: str, told: dict[str, object]
) -> None:
    waiting = len(phone.telegram.updates)
    status, why = await posts(browser, f"/phone/chats/7/{deed}", json.dumps(told).encode())
    assert status in {400, 409}
    assert why.endswith(".") or ": " in why
    assert len(phone.telegram.updates) == waiting
    assert ana.language == "de"


def test_a_person_types_no_half_characters(ana: PhoneUser) -> None:
    with pytest.raises(ValueError, match="UTF-8"):
        ana.says("half \ud83d")


@pytest.mark.parametrize("language", ["en", "pt-br", "zh-Hans-CN", "kab"])
def test_a_person_speaks_any_language(ana: PhoneUser, language: str) -> None:
    ana.speaks(language)
    assert ana.language == language


async def test_a_number_of_nobody_is_nobody(
    browser: aiohttp.ClientSession, phone: Phone, ana: PhoneUser
) -> None:
    for number in ("9" * 5000, "9" * 19, "-7", "7.0", "%D9%A7"):
        async with browser.get(URL(f"{phone.address}/phone/chats/{number}", encoded=True)) as response:
            assert response.status == 404, number


async def test_who_is_new_has_a_name_as_telegram_keeps_it(
    browser: aiohttp.ClientSession, phone: Phone
) -> None:
    for name, status in (("\u202e \u0000", 400), ("x" * 65, 400), ("\ud83d", 400), (" Cem\t\u202e ", 200)):
        assert (await posts(browser, "/phone/people", json.dumps({"name": name}).encode()))[0] == status
    assert phone.people()[-1].first_name == "Cem"


@pytest.mark.parametrize("how", ["deleteMessage", "deleteMessages", "by Ana"])
async def test_what_was_deleted_takes_no_reaction(call: Caller, ana: PhoneUser, how: str) -> None:
    said = (await call("sendMessage", chat_id=7, text="a")).result["message_id"]
    if how == "by Ana":
        ana.deletes(said)
    else:
        await call(how, chat_id=7, message_id=said, message_ids=[said])
    answer = await call(
        "setMessageReaction", chat_id=7, message_id=said, reaction=[{"type": "emoji", "emoji": "👍"}]
    )
    assert answer.refusal == "Bad Request: message to react not found"


ODD: list[object] = [
    "x", "", "\u0000<script>", "\ud83d", "x" * 5000, "\u202e", 1, 3, 1.5, float("nan"), float("inf"), 1e300, 10**400, -1, True,
    None, [], {}, [[]], "/start", "9" * 5000, "²", "t.me/[", "https://t.me/unhunch_bot?start=\ud800", "http://[::1", "location",
    "venue", "contact", "photo", "dice", "__class__",
]  # fmt: skip
FIELDS = (
    "text",
    "data",
    "message_id",
    "link",
    "label",
    "what",
    "latitude",
    "longitude",
    "language",
    "reply_to",
    "name",
)


async def test_a_thousand_odd_deeds_leave_a_page_that_can_be_read(
    browser: aiohttp.ClientSession, call: Caller, phone: Phone, ana: PhoneUser
) -> None:
    chance = Random(4)
    for _ in range(1000):
        told = {name: chance.choice(ODD) for name in FIELDS if chance.random() < 0.7}
        path = chance.choice(["/phone/people", "/phone/clock", *(f"/phone/chats/7/{deed}" for deed in DEEDS)])
        status, _ = await posts(browser, path, json.dumps(told).encode())
        assert status in {200, 400, 409}, (path, told)
    for path in ("/phone/people", "/phone/chats/7", "/phone/chats/7/record", "/phone/clock"):
        async with browser.get(path) as response:
            assert response.status == 200
            assert "NaN" not in await response.text()
    assert "NaN" not in json.dumps((await call("getUpdates")).result)
