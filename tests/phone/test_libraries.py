"""Two libraries, each with its own parsers and one of them with two transports, hold a talk over this phone."""

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot as OtherBot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.types import BufferedInputFile
from aiogram.types import InlineKeyboardButton as OtherButton
from aiogram.types import InlineKeyboardMarkup as OtherMarkup
from aiogram.types import InputMediaAnimation as OtherAnimation
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


async def test_aiogram_holds_a_talk(other: OtherBot, phone: Phone, ana: PhoneUser) -> None:
    keyboard = OtherMarkup(inline_keyboard=[[OtherButton(text="Go", callback_data="go", style="primary")]])
    begun = (await other.get_updates())[0]
    sent = await other.send_message(7, "<b>Ready?</b>", parse_mode="HTML", reply_markup=keyboard)
    ana.taps("Go")
    tap = (await other.get_updates(offset=begun.update_id + 1))[-1].callback_query
    assert tap
    assert tap.data == "go"
    await other.answer_callback_query(tap.id, "Here we go")
    await other.edit_message_text("Going", chat_id=7, message_id=sent.message_id)
    card = await other.send_photo(7, BufferedInputFile(PNG, "a.png"), caption="one")
    loop = OtherAnimation(media=BufferedInputFile(GIF, "a.gif"), caption="two")
    await other.edit_message_media(loop, chat_id=7, message_id=card.message_id)
    await other.delete_message(7, sent.message_id)

    assert [toast.text for toast in ana.toasts] == ["Here we go"]
    assert [message.text for message in ana.messages] == ["/start", "two"]
    assert ana.sees.moves
    assert (phone.refusals, phone.breaches) == ([], [])


async def test_aiogram_reads_all_that_people_do_and_understands_refusals(
    other: OtherBot, phone: Phone, ana: PhoneUser
) -> None:
    for what in KINDS:
        ana.sends(what)
    ana.taps_data("x", 99)
    phone.group(-100).adds_bot(by=ana)
    assert len(await other.get_updates()) == len(KINDS) + 4
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await other.send_message(70, "a")
    phone.faults.refuse("sendMessage", retry_after=2)
    with pytest.raises(TelegramRetryAfter, match="Retry in 2"):
        await other.send_message(7, "a")
    ana.blocks()
    with pytest.raises(TelegramForbiddenError):
        await other.send_message(7, "a")


def test_the_reactions_are_those_the_library_knows() -> None:
    known = {emoji.value.replace("\ufe0f", "") for emoji in ReactionEmoji}
    assert known == REACTIONS


async def test_the_librarys_own_reactions_are_taken(bot: Bot, ana: PhoneUser) -> None:
    await bot.set_message_reaction(7, 1, ReactionEmoji.HEART_ON_FIRE)
    assert ana.reactions == {1: "❤\u200d🔥"}
