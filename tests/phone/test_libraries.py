"""python-telegram-bot, with two transports, holds a talk over this phone."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaAnimation, Message
from telegram.constants import ReactionEmoji
from telegram.error import BadRequest, Forbidden, RetryAfter

from bot.phone.files.first_bytes import plain_png
from bot.phone.methods.answering import REACTIONS
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.phone.state.sent_media import KINDS

TOKEN = "1:abcdefghijklmnopqrstuvwxyzabcdefghi"
PNG, GIF = plain_png(300, 200, (1, 2, 3)), b"GIF89a\x40\x01\xf0\x00" + b"\0" * 20


@pytest.fixture
async def phone() -> AsyncIterator[Phone]:
    async with Phone(token=TOKEN) as phone:
        yield phone


async def test_python_telegram_bot_holds_a_talk(bot: Bot, phone: Phone, ana: PhoneUser) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go", style="primary")]])
    begun = (await bot.get_updates())[0]
    assert begun.message
    assert begun.message.text == "/start"
    sent = await bot.send_message(7, "<b>Ready?</b>", parse_mode="HTML", reply_markup=keyboard)
    tapped = ana.taps("Go")
    tap = (await bot.get_updates(offset=begun.update_id + 1))[-1].callback_query
    assert tap
    assert (tap.data, tap.message) == ("go", sent)
    await tap.answer("Here we go")
    await bot.edit_message_text("Going", 7, sent.message_id)
    card = await bot.send_photo(7, PNG, caption="one")
    loop = await bot.edit_message_media(InputMediaAnimation(GIF, caption="two"), 7, card.message_id)
    assert isinstance(loop, Message)
    assert loop.animation
    await bot.send_animation(7, loop.animation.file_id)
    await bot.edit_message_caption(7, card.message_id, caption="three")
    await bot.set_message_reaction(7, 1, ReactionEmoji.THUMBS_UP)
    downloaded = await (await card.photo[-1].get_file()).download_as_bytearray()
    await bot.delete_message(7, sent.message_id)

    assert bytes(downloaded) == PNG
    assert [toast.query for toast in ana.toasts] == [tapped.query]
    assert [message.text for message in ana.messages] == ["/start", "three", ""]
    assert (phone.refusals, phone.breaches) == ([], [])


async def test_python_telegram_bot_understands_refusals(bot: Bot, phone: Phone, ana: PhoneUser) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(70, "a")
    phone.faults.refuse("sendMessage", retry_after=2)
    with pytest.raises(RetryAfter, match="Retry in 2"):
        await bot.send_message(7, "a")
    ana.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(7, "a")


async def test_python_telegram_bot_reads_all_that_people_do(bot: Bot, phone: Phone, ana: PhoneUser) -> None:
    for what in KINDS:
        ana.sends(what)
    ana.edits(1, "/help")
    ana.taps_data("x", 99)
    ana.blocks()
    for group in (phone.group(-100), phone.group(-1000000000100, kind="channel")):
        group.adds_bot(by=ana)
        ana.says("/start", chat=group)
        group.removes_bot(by=ana)
    updates = await bot.get_updates()
    assert [update.update_id for update in updates] == list(range(1000, 1000 + len(updates)))
    assert len(updates) == len(KINDS) + 11
    assert [update.to_dict() for update in updates if len(update.to_dict()) != 2] == []


def test_the_reactions_are_those_the_library_knows() -> None:
    known = {emoji.value.replace("\ufe0f", "") for emoji in ReactionEmoji}
    assert known == REACTIONS


async def test_the_librarys_own_reactions_are_taken(bot: Bot, ana: PhoneUser) -> None:
    await bot.set_message_reaction(7, 1, ReactionEmoji.HEART_ON_FIRE)
    assert ana.reactions == {1: "❤\u200d🔥"}
