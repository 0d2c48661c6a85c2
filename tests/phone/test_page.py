"""The chat page over HTTP: what it serves, what it does for the person, and whom it turns away."""

import asyncio
import json
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.phone.files.first_bytes import plain_png
from bot.phone.page.page import HEADERS, STATIC
from bot.phone.page.stream import MOST_BEHIND, Stream
from bot.phone.phone import Phone
from tests.phone.page_caller import HOSTILE, Json, asked, bot_calls, told
from tests.phone.samples import FILM


async def test_the_page_comes_with_its_policy_and_nothing_inline(browser: aiohttp.ClientSession) -> None:
    async with browser.get("/") as response:
        page = await response.text()
        policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'; script-src 'self'; style-src 'self'" in policy
    assert "'unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "<style" not in page
    assert " style=" not in page
    assert page.count("<script") == 1 == page.count('src="/static/page.js"')


@pytest.mark.parametrize("name", sorted(path.name for path in STATIC.iterdir()))
async def test_every_part_of_the_page_is_served_and_takes_nothing_from_outside(
    browser: aiohttp.ClientSession, name: str
) -> None:
    async with browser.get("/" if name == "index.html" else f"/static/{name}") as response:
        text = await response.text()
        assert response.status == 200
        assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "//" not in text.replace("https://t.me", "").replace("https://$", "").replace("// ", "").replace(
        "http://www.w3.org/2000/svg", ""
    )


@pytest.mark.parametrize(
    "path", ["/static/page.py", "/static/..%2fpage.py", "/static/none.js", "/phone/files/none.png"]
)
async def test_nothing_else_is_served(browser: aiohttp.ClientSession, path: str) -> None:
    async with browser.get(path) as response:
        assert response.status == 404


async def test_a_phone_that_nobody_has_yet_gets_three_people(browser: aiohttp.ClientSession) -> None:
    people = (await asked(browser, "/phone/people"))["people"]
    assert [person["first_name"] for person in people] == ["Ana", "Bo", "Mallory"]


async def test_people_who_are_there_stay_the_only_ones(phone: Phone, browser: aiohttp.ClientSession) -> None:
    phone.person(70, first_name="Bo")
    assert await asked(browser, "/phone/people") == {
        "people": [{"id": 70, "first_name": "Bo", "language": "en"}]
    }


async def test_somebody_new_gets_a_chat_of_their_own(phone: Phone, browser: aiohttp.ClientSession) -> None:
    phone.person(7, first_name="Ana")
    assert await told(browser, "/phone/people", {"name": f" {HOSTILE} "}) == (200, {"id": 8})
    assert phone.person(8).first_name == HOSTILE
    assert (await asked(browser, "/phone/chats/8"))["messages"] == []


@pytest.mark.parametrize("name", ["", "   ", "x" * 65, 7, None])
async def test_nobody_is_nameless(phone: Phone, browser: aiohttp.ClientSession, name: object) -> None:
    phone.person(7, first_name="Ana")
    status, said = await told(browser, "/phone/people", {"name": name})
    assert status == 400
    assert said["error"]
    assert len(phone.people()) == 1


async def test_the_chat_tells_who_the_bot_is(phone: Phone, browser: aiohttp.ClientSession) -> None:
    phone.person(7, first_name="Ana")
    await bot_calls(phone, "setMyDescription", description="Short, guided moves.")
    await bot_calls(phone, "setMyCommands", commands=[{"command": "start", "description": "Begin"}])
    chat = await asked(browser, "/phone/chats/7")
    assert chat["bot"]["description"] == "Short, guided moves."
    assert chat["bot"]["username"]
    assert chat["commands"] == [{"command": "start", "description": "Begin"}]
    assert chat["blocked"] is False


async def test_a_picture_comes_with_its_address(phone: Phone, browser: aiohttp.ClientSession) -> None:
    picture = plain_png(40, 30, (1, 2, 3))
    phone.person(7, first_name="Ana").says("/start")
    form = aiohttp.FormData({"chat_id": "7"})
    form.add_field("photo", picture, filename="pose.png")
    async with browser.post(f"/bot{phone.token}/sendPhoto", data=form) as response:
        assert response.status == 200
    file = (await asked(browser, "/phone/chats/7"))["messages"][-1]["file"]
    async with browser.get(file["url"]) as response:
        assert await response.read() == picture
        assert response.content_type == file["mime"] == "image/png"
        assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"


async def test_a_file_that_is_no_picture_is_saved_and_never_opened(
    phone: Phone, browser: aiohttp.ClientSession
) -> None:
    phone.person(7, first_name="Ana").sends("document")
    url = (await asked(browser, "/phone/chats/7"))["messages"][-1]["file"]["url"]
    async with browser.get(url) as response:
        assert response.content_type == "application/octet-stream"
        assert response.headers["Content-Disposition"] == "attachment"


@pytest.mark.parametrize(
    ("asked_for", "status", "part"),
    [
        (None, 200, slice(None)),
        ("bytes=0-", 206, slice(None)),
        ("bytes=10-19", 206, slice(10, 20)),
        ("bytes=-5", 206, slice(-5, None)),
        ("bytes=9999-", 416, None),
        ("bytes=x", 416, None),
    ],
)
async def test_a_player_jumps_to_any_part_of_a_film(
    phone: Phone, browser: aiohttp.ClientSession, asked_for: str | None, status: int, part: slice | None
) -> None:
    phone.person(7, first_name="Ana").sends("video", FILM)
    url = (await asked(browser, "/phone/chats/7"))["messages"][-1]["file"]["url"]
    async with browser.get(url, headers={"Range": asked_for} if asked_for else {}) as response:
        assert response.status == status
        if part is not None:
            assert await response.read() == FILM[part]
            assert response.headers["Accept-Ranges"] == "bytes"
        if status == 206 and part is not None:
            start, end, _ = part.indices(len(FILM))
            assert response.headers["Content-Range"] == f"bytes {start}-{end - 1}/{len(FILM)}"


async def test_what_the_bot_tells_of_itself_is_told_without_the_messages(
    phone: Phone, browser: aiohttp.ClientSession
) -> None:
    phone.person(7, first_name="Ana").says("/start")
    await bot_calls(phone, "setMyName", name="Unhunch!")
    about = await asked(browser, "/phone/chats/7/about")
    assert (set(about), about["bot"]["name"]) == ({"bot", "commands"}, "Unhunch!")


async def test_the_page_is_told_what_is_silent(phone: Phone, browser: aiohttp.ClientSession) -> None:
    phone.person(7, first_name="Ana").says("/start")
    for silent in (False, True):
        await bot_calls(phone, "sendMessage", chat_id=7, text="Now", disable_notification=silent)
    messages = (await asked(browser, "/phone/chats/7"))["messages"]
    assert [message.get("silent", False) for message in messages] == [False, False, True]


DEEDS = [
    "/phone/people",
    "/phone/chats/7/say",
    "/phone/chats/7/tap",
    "/phone/chats/7/send",
    "/phone/chats/7/block",
    "/phone/chats/7/edit",
    "/phone/chats/7/delete",
    "/phone/chats/7/speak",
]
ALL_GIVEN = {"name": "Mallory", "text": "hi", "message_id": 1, "data": "x", "what": "photo", "language": "fa"}


@pytest.mark.parametrize("path", DEEDS)
@pytest.mark.parametrize("origin", ["https://mallory.example", "null", "http://127.0.0.1:1", None])
async def test_mallorys_page_can_do_nothing_here(phone: Phone, path: str, origin: str | None) -> None:
    ana = phone.person(7, first_name="Ana")
    headers = {"Origin": origin} if origin else {}
    async with (
        aiohttp.ClientSession() as session,
        session.post(phone.address + path, json=ALL_GIVEN, headers=headers) as response,
    ):
        assert response.status == 403
        assert "Access-Control-Allow-Origin" not in response.headers
    assert (len(phone.people()), ana.messages, ana.chat.membership) == (1, [], "left")


@pytest.mark.parametrize("path", DEEDS)
async def test_a_form_is_no_json(phone: Phone, browser: aiohttp.ClientSession, path: str) -> None:
    phone.person(7, first_name="Ana")
    async with browser.post(
        path, data=json.dumps(ALL_GIVEN), headers={"Content-Type": "text/plain"}
    ) as response:
        assert response.status == 415
    assert len(phone.people()) == 1


@pytest.mark.parametrize("body", ["", "{", "[]", "7", "\ud800".encode("utf-8", "surrogatepass")])
async def test_a_body_that_is_no_object_is_refused(
    phone: Phone, browser: aiohttp.ClientSession, body: str | bytes
) -> None:
    phone.person(7, first_name="Ana")
    headers = {"Content-Type": "application/json"}
    async with browser.post("/phone/chats/7/block", data=body, headers=headers) as response:
        assert response.status == 400


@pytest.mark.parametrize("path", ["/", "/phone/people", "/phone/chats/7", "/phone/events"])
async def test_a_name_that_only_points_here_is_turned_away(phone: Phone, path: str) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.get(phone.address + path, headers={"Host": "mallory.example"}) as response,
    ):
        assert response.status >= 400


async def events(response: aiohttp.ClientResponse) -> AsyncIterator[Json]:
    async for line in response.content:
        if line.startswith(b"data: "):
            yield json.loads(line.removeprefix(b"data: "))


async def test_the_stream_tells_each_change_once_and_in_order(
    phone: Phone, browser: aiohttp.ClientSession
) -> None:
    ana = phone.person(7, first_name="Ana")
    ana.says("/start")
    async with asyncio.timeout(180), browser.get("/phone/events") as response:
        assert response.content_type == "text/event-stream"
        assert response.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]
        seen = (await asked(browser, "/phone/chats/7"))["seen"]
        stream = events(response)
        sent = await bot_calls(phone, "sendMessage", chat_id=7, text="One")
        await bot_calls(phone, "editMessageText", chat_id=7, message_id=sent["message_id"], text="Two")
        await bot_calls(phone, "deleteMessage", chat_id=7, message_id=sent["message_id"])
        changes = [await anext(stream) for _ in range(3)]
    assert [change["number"] for change in changes] == [seen + 1, seen + 2, seen + 3]
    assert [change["kind"] for change in changes] == ["message", "edited", "deleted"]
    assert [change.get("message", {}).get("text") for change in changes] == ["One", "Two", None]
    assert changes[2]["data"] == {"message_id": sent["message_id"]}


async def test_a_reaction_comes_with_its_message(phone: Phone, browser: aiohttp.ClientSession) -> None:
    ana = phone.person(7, first_name="Ana")
    ana.says("30 min")
    thumb = [{"type": "emoji", "emoji": "👍"}]
    async with asyncio.timeout(180), browser.get("/phone/events") as response:
        await bot_calls(
            phone, "setMessageReaction", chat_id=7, message_id=ana.messages[-1].id, reaction=thumb
        )
        change = await anext(events(response))
    assert (change["kind"], change["message"]["reaction"]) == ("reaction", "👍")


async def test_open_pages_do_not_hold_up_the_end(phone: Phone, browser: aiohttp.ClientSession) -> None:
    async with browser.get("/phone/events") as response:
        async with asyncio.timeout(180):
            await phone.stop()
        assert phone.changed == []
        assert b"data" not in await response.content.read()


async def test_a_browser_that_never_reads_is_let_go(phone: Phone) -> None:
    stream = Stream(phone.telegram)
    page = stream.opened()
    ana = phone.person(7, first_name="Ana")
    phone.changed.append(stream.tell)
    for number in range(MOST_BEHIND + 10):
        ana.says(str(number))
    assert page.qsize() == MOST_BEHIND + 1
    lines = [page.get_nowait() for _ in range(page.qsize())]
    assert lines[-1] is None
