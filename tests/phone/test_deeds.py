"""What a person does on the page reaches the bot, stands in their chat, or is refused in plain words."""

import aiohttp
import pytest

from bot.phone.page.page import STATIC
from bot.phone.phone import Phone
from tests.phone.page_caller import HOSTILE, Json, asked, bot_calls, bot_updates, told


async def test_what_ana_types_reaches_the_bot_and_stands_in_her_chat(
    phone: Phone, browser: aiohttp.ClientSession
) -> None:
    phone.person(7, first_name="Ana")
    assert (await told(browser, "/phone/chats/7/say", {"text": HOSTILE}))[0] == 200
    (update,) = await bot_updates(phone)
    assert update["message"]["text"] == HOSTILE
    (message,) = (await asked(browser, "/phone/chats/7"))["messages"]
    assert message["text"] == HOSTILE
    assert not message["from"]["is_bot"]


async def test_a_tap_is_told_with_its_query(phone: Phone, browser: aiohttp.ClientSession) -> None:
    ana = phone.person(7, first_name="Ana")
    ana.says("/start")
    keyboard = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    sent = await bot_calls(phone, "sendMessage", chat_id=7, text="Ready?", reply_markup=keyboard)
    status, said = await told(browser, "/phone/chats/7/tap", {"message_id": sent["message_id"], "data": "go"})
    assert status == 200
    assert ana.unanswered == [said["query"]]


@pytest.mark.parametrize("message_id", [999, "1", None])
async def test_a_tap_on_a_message_that_is_gone_is_refused(
    phone: Phone, browser: aiohttp.ClientSession, message_id: object
) -> None:
    ana = phone.person(7, first_name="Ana")
    status, _ = await told(browser, "/phone/chats/7/tap", {"message_id": message_id, "data": "go"})
    assert status == 409
    assert ana.unanswered == []


async def test_ana_blocks_the_bot_and_comes_back(phone: Phone, browser: aiohttp.ClientSession) -> None:
    phone.person(7, first_name="Ana").says("/start")
    assert (await told(browser, "/phone/chats/7/block", {}))[0] == 200
    assert (await asked(browser, "/phone/chats/7"))["blocked"] is True
    assert (await told(browser, "/phone/chats/7/unblock", {}))[0] == 200
    assert (await asked(browser, "/phone/chats/7"))["blocked"] is False


@pytest.mark.parametrize("what", ["photo", "sticker", "voice", "document", "location", "contact"])
async def test_everything_in_the_menu_can_be_sent(
    phone: Phone, browser: aiohttp.ClientSession, what: str
) -> None:
    phone.person(7, first_name="Ana")
    assert f'data-send="{what}"' in (STATIC / "index.html").read_text()
    assert (await told(browser, "/phone/chats/7/send", {"what": what}))[0] == 200
    (message,) = (await asked(browser, "/phone/chats/7"))["messages"]
    assert message[what]


async def test_ana_opens_a_link_presses_a_key_and_answers_a_message(
    phone: Phone, browser: aiohttp.ClientSession
) -> None:
    await told(
        browser, "/phone/chats/7/open", {"link": f"https://t.me/{phone.describe()['username']}?start=x"}
    )
    keyboard = {"keyboard": [[{"text": "Here I am", "request_location": True}]], "one_time_keyboard": True}
    await bot_calls(phone, "sendMessage", chat_id=7, text="Where?", reply_markup=keyboard)
    assert (await asked(browser, "/phone/chats/7"))["keyboard"] == {
        **keyboard,
        "message_id": 2,
        "hidden": False,
    }
    await told(browser, "/phone/chats/7/press", {"label": "Here I am", "latitude": -36.8, "longitude": 174.8})
    await told(browser, "/phone/chats/7/say", {"text": "Thanks", "reply_to": 2})
    await told(browser, "/phone/chats/7/hide", {})
    start, here, thanks = [update["message"] for update in await bot_updates(phone)]
    assert start["text"] == "/start x"
    assert here["location"] == {"latitude": -36.8, "longitude": 174.8}
    assert [message["reply_to_message"]["message_id"] for message in (here, thanks)] == [2, 2]
    assert (await asked(browser, "/phone/chats/7"))["keyboard"]["hidden"]


@pytest.mark.parametrize(
    ("deed", "what"),
    [
        ("open", {"link": "https://t.me/another_bot"}),
        ("press", {"label": "x"}),
        ("send", {"what": "anvil"}),
        ("say", {"text": "x" * 4097}),
        ("say", {}),
        ("dance", {}),
        ("send", {"what": "location", "latitude": "far"}),
    ],
)
async def test_what_cannot_be_done_is_said(
    phone: Phone, browser: aiohttp.ClientSession, deed: str, what: Json
) -> None:
    phone.person(7, first_name="Ana")
    status, said = await told(browser, f"/phone/chats/7/{deed}", what)
    assert status in {400, 404}
    assert said["error"]
    assert await bot_updates(phone) == []


async def test_ana_edits_and_deletes_what_she_wrote(phone: Phone, browser: aiohttp.ClientSession) -> None:
    ana = phone.person(7, first_name="Ana")
    ana.says("helo")
    mine = ana.messages[-1].id
    assert (await told(browser, "/phone/chats/7/edit", {"message_id": mine, "text": "hello"}))[0] == 200
    assert (ana.messages[-1].text, ana.messages[-1].edited) == ("hello", True)
    assert [*(await bot_updates(phone))[-1]][1] == "edited_message"
    assert (await told(browser, "/phone/chats/7/delete", {"message_id": mine}))[0] == 200
    assert ana.messages == []


async def test_nobody_edits_what_the_bot_wrote(phone: Phone, browser: aiohttp.ClientSession) -> None:
    ana = phone.person(7, first_name="Ana")
    ana.says("/start")
    sent = await bot_calls(phone, "sendMessage", chat_id=7, text="Ready?")
    what = {"message_id": sent["message_id"], "text": "Go!"}
    assert (await told(browser, "/phone/chats/7/edit", what))[0] == 409
    assert ana.sees.text == "Ready?"


async def test_the_language_of_anas_app_is_told_with_what_she_does_next(
    phone: Phone, browser: aiohttp.ClientSession
) -> None:
    ana = phone.person(7, first_name="Ana")
    assert (await told(browser, "/phone/chats/7/speak", {"language": "fa"}))[0] == 200
    ana.says("hi")
    assert (await bot_updates(phone))[-1]["message"]["from"]["language_code"] == "fa"
    assert (await asked(browser, "/phone/people"))["people"][0]["language"] == "fa"
