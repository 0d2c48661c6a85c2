"""What people do reaches the bot as Telegram tells it, and what the bot does is what they see."""

from typing import Any

import pytest

from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.phone.state.sent_media import KINDS
from bot.phone.state.telegram import Change, Toast
from bot.phone.world import NotSeenError
from tests.phone.caller import Caller, HandClock, keys

HOSTILE_NAMES = (
    "<b>Ana</b>",
    "\u202eanA",
    "A" * 64,
    "👩‍🦽",
    "\u0000\u0007",
    "{name}",
    "'); DROP TABLE people;--",
    "Å\u030a",
)


async def fetched(call: Caller, update: int) -> dict[str, Any]:
    updates: list[dict[str, Any]] = (await call("getUpdates", offset=update, timeout=1)).result
    return next(found for found in updates if found["update_id"] == update)


async def test_a_message_carries_its_commands(call: Caller, ana: PhoneUser, clock: HandClock) -> None:
    message = (await fetched(call, ana.says("go /exercise@unhunch_bot 🙂 /today")))["message"]
    assert message["text"] == "go /exercise@unhunch_bot 🙂 /today"
    assert message["from"] == {"id": 7, "is_bot": False, "first_name": "Ana", "language_code": "de"}
    assert message["chat"] == {"id": 7, "type": "private", "first_name": "Ana"}
    assert message["date"] == int(clock.now.timestamp())
    assert message["entities"] == [
        {"type": "bot_command", "offset": 3, "length": 21},
        {"type": "bot_command", "offset": 28, "length": 6},
    ]


async def test_a_tap_brings_the_message_it_was_made_on(call: Caller, ana: PhoneUser) -> None:
    await call("sendMessage", chat_id=7, text="choose", reply_markup=keys(["one", "two"]))
    tap = (await fetched(call, ana.taps("two").update))["callback_query"]
    assert (tap["data"], tap["message"]["text"], tap["from"]["id"]) == ("two", "choose", 7)
    assert tap["chat_instance"]


async def test_a_tap_on_a_message_that_is_gone_still_comes(call: Caller, ana: PhoneUser) -> None:
    await call("sendMessage", chat_id=7, text="choose", reply_markup=keys(["one"]))
    await call("deleteMessage", chat_id=7, message_id=2)
    tap = (await fetched(call, ana.taps_data("one", 2).update))["callback_query"]
    assert tap["message"] == {
        "chat": {"id": 7, "type": "private", "first_name": "Ana"},
        "message_id": 2,
        "date": 0,
    }


async def test_nobody_taps_what_they_do_not_see(call: Caller, ana: PhoneUser, phone: Phone) -> None:
    await call("sendMessage", chat_id=7, text="choose", reply_markup=keys(["one"]))
    mallory = phone.person(666, first_name="Mallory")
    with pytest.raises(LookupError, match="only \\['one'\\]"):
        ana.taps("three")
    with pytest.raises(LookupError):
        mallory.taps("one")
    forged = (await fetched(call, mallory.taps_data("one", 2).update))["callback_query"]
    assert (forged["from"]["id"], forged["message"]["chat"]["id"]) == (666, 666)


async def test_a_tap_is_answered_once_and_in_time(call: Caller, ana: PhoneUser, clock: HandClock) -> None:
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    first, second, third = (ana.taps_data("x").query for _ in range(3))
    assert ana.unanswered == [first, second, third]

    assert (
        await call("answerCallbackQuery", callback_query_id=first, text="Well done", show_alert=True)
    ).result
    assert ana.toasts == [Toast("Well done", alert=True, query=first)]
    assert (await call("answerCallbackQuery", callback_query_id=first)).refusal == too_old
    assert (await call("answerCallbackQuery", callback_query_id="nonsense")).refusal == too_old
    long = await call("answerCallbackQuery", callback_query_id=second, text="a" * 201)
    assert long.refusal == "Bad Request: MESSAGE_TOO_LONG"
    clock.passes(seconds=149)
    assert (await call("answerCallbackQuery", callback_query_id=second)).result
    clock.passes(seconds=1)
    assert (await call("answerCallbackQuery", callback_query_id=third)).refusal == too_old
    assert ana.unanswered == [third]


async def test_what_is_seen_is_what_was_sent(call: Caller, ana: PhoneUser) -> None:
    text = '<b>Stay</b> <tg-time unix="1700000000" format="r">30 s</tg-time>\n<blockquote expandable>why</blockquote>'
    await call(
        "sendMessage", chat_id=7, text=text, parse_mode="HTML", disable_notification=True,
        reply_markup=keys(["Stop"], style="danger"),
    )  # fmt: skip
    assert ana.sees.text == "Stay 30 s\nwhy"
    assert ana.sees.html == text
    assert ana.sees.silent
    assert not ana.sees.edited
    assert [(b.label, b.data, b.style) for b in ana.sees.buttons[0]] == [("Stop", "Stop", "danger")]


async def test_an_edit_without_keys_takes_them_away(call: Caller, ana: PhoneUser) -> None:
    await call("sendMessage", chat_id=7, text="old", reply_markup=keys(["one"]))
    assert [message.id for message in ana.live_keyboards] == [2]
    answer = await call("editMessageText", chat_id=7, message_id=2, text="new")
    assert answer.result["edit_date"]
    assert "reply_markup" not in answer.result
    assert (ana.sees.text, ana.sees.edited, ana.live_keyboards) == ("new", True, [])


async def test_a_message_with_a_reply_keyboard_can_not_be_edited(call: Caller, ana: PhoneUser) -> None:
    keyboard = {"keyboard": [[{"text": "Share"}]]}
    await call("sendMessage", chat_id=7, text="where?", reply_markup=keyboard)
    answer = await call("editMessageText", chat_id=7, message_id=2, text="new")
    assert answer.refusal == "Bad Request: message can't be edited"
    assert ana.reply_keys == ["Share"]
    await call("sendMessage", chat_id=7, text="thanks", reply_markup={"remove_keyboard": True})
    assert ana.chat.reply_keyboard is None


async def test_messages_can_be_deleted_for_48_hours(call: Caller, ana: PhoneUser, clock: HandClock) -> None:
    await call("sendMessage", chat_id=7, text="one")
    await call("sendMessage", chat_id=7, text="two")
    clock.passes(hours=47, minutes=59, seconds=59)
    assert (await call("deleteMessage", chat_id=7, message_id=2)).result is True
    clock.passes(seconds=1)
    answer = await call("deleteMessage", chat_id=7, message_id=3)
    assert answer.refusal == "Bad Request: message can't be deleted for everyone"
    assert [message.text for message in ana.messages] == ["/start", "two"]
    assert (await call("editMessageText", chat_id=7, message_id=3, text="old news")).result


async def test_who_blocks_hears_nothing_until_they_unblock(call: Caller, ana: PhoneUser) -> None:
    update = (await fetched(call, ana.blocks()))["my_chat_member"]
    assert (update["old_chat_member"]["status"], update["new_chat_member"]["status"]) == ("member", "kicked")
    answer = await call("sendMessage", chat_id=7, text="hello?")
    assert (answer.status, answer.refusal) == (403, "Forbidden: bot was blocked by the user")
    ana.unblocks()
    assert (await call("sendMessage", chat_id=7, text="hello")).result
    ana.deactivates()
    assert (await call("sendMessage", chat_id=7, text="hello?")).refusal == "Forbidden: user is deactivated"


async def test_who_never_pressed_start_can_not_be_written_to(call: Caller, phone: Phone) -> None:
    bo = phone.person(8, first_name="Bo", language="en")
    answer = await call("sendMessage", chat_id=8, text="hello?")
    assert (answer.status, answer.refusal) == (403, "Forbidden: bot can't initiate conversation with a user")
    bo.says("/start")
    assert (await call("sendMessage", chat_id=8, text="hello")).result


@pytest.mark.parametrize("what", KINDS)
async def test_whatever_people_send_arrives(what: str, call: Caller, ana: PhoneUser) -> None:
    message = (await fetched(call, ana.sends(what)))["message"]
    assert what in message
    assert ana.messages[-1].kind == what


@pytest.mark.parametrize("name", HOSTILE_NAMES)
async def test_a_hostile_name_changes_nothing(name: str, call: Caller, phone: Phone) -> None:
    mallory = phone.person(666, first_name=name)
    message = (await fetched(call, mallory.says(f"I am {name}.")))["message"]
    assert message["from"]["first_name"] == name
    assert (await call("sendMessage", chat_id=666, text=f"Hello {name}!")).result["chat"][
        "first_name"
    ] == name


async def test_a_group_hears_of_the_bot_and_the_bot_of_its_commands(
    call: Caller, ana: PhoneUser, phone: Phone
) -> None:
    group = phone.group(-100, title="Stiff backs")
    outside = await call("sendMessage", chat_id=-100, text="hello?")
    assert (outside.status, outside.refusal) == (403, "Forbidden: bot is not a member of the group chat")

    added = group.adds_bot(by=ana)
    assert (await fetched(call, added))["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert ana.says("just talking", chat=group) == 0
    command = (await fetched(call, ana.says("/start", chat=group)))["message"]
    assert command["chat"] == {"id": -100, "title": "Stiff backs", "type": "group"}
    assert (await call("sendMessage", chat_id=-100, text="hello")).result
    assert group.messages[-1].text == "hello"

    assert ana.says("thanks", chat=group, reply_to=group.messages[-1].id)
    assert ana.says("/start@another_bot", chat=group) == 0
    group.removes_bot(by=ana)
    assert ana.says("/start", chat=group) == 0
    assert (
        await call("sendMessage", chat_id=-100, text="?")
    ).refusal == "Forbidden: bot was kicked from the group chat"


async def test_a_group_that_grew_leads_to_its_new_id(call: Caller, ana: PhoneUser, phone: Phone) -> None:
    group, grown = phone.group(-100), phone.group(-1000000000100)
    group.adds_bot(by=ana)
    group.becomes(grown)
    answer = await call("sendMessage", chat_id=-100, text="hello")
    assert answer.refusal == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer.body["parameters"] == {"migrate_to_chat_id": -1000000000100}


async def test_a_channel_speaks_for_itself(call: Caller, ana: PhoneUser, phone: Phone) -> None:
    channel = phone.group(-1000000000200, title="News", kind="channel", username="stiff_news")
    channel.adds_bot(by=ana)
    post = (await fetched(call, ana.says("/start", chat=channel)))["channel_post"]
    assert "from" not in post
    assert post["sender_chat"]["title"] == "News"
    assert (await call("sendMessage", chat_id="@stiff_news", text="hello")).result["chat"]["id"] == channel.id


async def test_changes_are_told_as_they_happen(call: Caller, ana: PhoneUser, phone: Phone) -> None:
    with phone.listen() as changes:
        await call("sendMessage", chat_id=7, text="one")
        await call("editMessageText", chat_id=7, message_id=2, text="two")
        await call("setMessageReaction", chat_id=7, message_id=1, reaction=[{"type": "emoji", "emoji": "👍"}])
        await call("sendChatAction", chat_id=7, action="typing")
        await call("deleteMessage", chat_id=7, message_id=2)
        told: list[Change] = [changes.get_nowait() for _ in range(changes.qsize())]
    assert [change.kind for change in told] == ["message", "edited", "reaction", "typing", "deleted"]
    assert ana.reactions == {1: "👍"}
    assert changes.put_nowait not in phone.changed


async def test_waiting_ends_with_the_condition_or_with_a_transcript(
    call: Caller, ana: PhoneUser, phone: Phone
) -> None:
    await call("sendMessage", chat_id=7, text="one")
    assert await phone.until(lambda: ana.messages[1]) == ana.sees
    with pytest.raises(NotSeenError, match=r"2 bot \[text\] 'one'"):
        await phone.until(lambda: ana.messages[2], seconds=0.05)


async def test_the_menu_and_the_words_of_the_bot_are_those_of_the_language(
    call: Caller, phone: Phone
) -> None:
    await call("setMyCommands", commands=[{"command": "start", "description": "Begin"}])
    await call("setMyCommands", commands=[{"command": "start", "description": "Los"}], language_code="de")
    await call("setMyDescription", description="Loosens backs")
    await call("setMyDescription", description="Lockert", language_code="de")
    assert [phone.commands(language)[0]["description"] for language in ("de", "fr", None)] == [
        "Los",
        "Begin",
        "Begin",
    ]
    assert phone.describe("de")["description"] == "Lockert"
    assert phone.describe("fr") == {
        "name": "Unhunch", "username": "unhunch_bot", "description": "Loosens backs", "short_description": "",
    }  # fmt: skip
    await call("setMyCommands")
    assert phone.commands("fr") == []
    assert (await call("getMyCommands", language_code="de")).result == [
        {"command": "start", "description": "Los"}
    ]
