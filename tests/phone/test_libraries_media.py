"""python-telegram-bot sends every kind of file, albums, places and pins over this phone, and reads what comes back."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
import telegram as ptb
from telegram import Bot, ReplyParameters

from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.phone.state.persons import PhoneUser
from tests.phone.samples import FILM, GIF, PAPER, PNG, SONG, SPEECH, STILL, jpeg_head

TOKEN = "1:abcdefghijklmnopqrstuvwxyzabcdefghi"
JPEG = jpeg_head(640, 640)


@pytest.fixture
async def phone() -> AsyncIterator[Phone]:
    async with Phone(token=TOKEN, floods=Floods.off()) as phone:
        yield phone


def shown(person: PhoneUser) -> list[tuple[str, str]]:
    return [(message.kind, message.text) for message in person.messages[1:]]


ALL = [("video", "a"), ("audio", "b"), ("voice", "c"), ("document", "d"), ("location", "")]
ALBUM = [("photo", "e"), ("video", "")]


async def test_python_telegram_bot_sends_every_kind(bot: Bot, phone: Phone, ana: PhoneUser) -> None:
    film = await bot.send_video(
        7, FILM, duration=7, caption="a", thumbnail=STILL, cover=PNG, supports_streaming=True
    )
    song = await bot.send_audio(7, SONG, title="Calm", performer="Bo", caption="b")
    voice = await bot.send_voice(7, SPEECH, duration=3, caption="c")
    paper = await bot.send_document(7, PAPER, filename="plan.pdf", caption="d")
    place = await bot.send_location(7, 52.5, 13.4, horizontal_accuracy=10)
    album = await bot.send_media_group(
        7, [ptb.InputMediaPhoto(PNG, "e"), ptb.InputMediaVideo(FILM, duration=7)]
    )

    assert film.video
    assert film.video.thumbnail
    assert (film.video.width, film.video.mime_type, film.video.thumbnail.width) == (640, "video/mp4", 320)
    assert film.video.cover
    assert film.video.cover[-1].width == 300
    assert song.audio
    assert (song.audio.title, song.audio.performer) == ("Calm", "Bo")
    assert voice.voice
    assert paper.document
    assert (paper.document.file_name, paper.document.mime_type) == ("plan.pdf", "application/pdf")
    assert bytes(await (await paper.document.get_file()).download_as_bytearray()) == PAPER
    assert place.location
    assert place.location.latitude == 52.5
    assert album[0].media_group_id == album[1].media_group_id
    assert shown(ana) == ALL + ALBUM
    assert (phone.refusals, phone.breaches) == ([], [])


@pytest.mark.parametrize(
    ("kind", "media"),
    [
        ("photo", ptb.InputMediaPhoto(PNG, "new")),
        ("video", ptb.InputMediaVideo(FILM, "new", thumbnail=STILL)),
        ("audio", ptb.InputMediaAudio(SONG, "new", title="Calm")),
        ("document", ptb.InputMediaDocument(PAPER, "new")),
        ("animation", ptb.InputMediaAnimation(GIF, "new")),
    ],
)
async def test_python_telegram_bot_changes_media(
    bot: Bot, phone: Phone, ana: PhoneUser, kind: str, media: Any
) -> None:
    text = await bot.send_message(7, "old")
    changed = await bot.edit_message_media(media, 7, text.message_id)
    assert isinstance(changed, ptb.Message)
    assert getattr(changed, kind)
    assert (ana.sees.kind, ana.sees.text) == (kind, "new")
    assert (phone.refusals, phone.breaches) == ([], [])


async def test_python_telegram_bot_pins_quotes_and_introduces_itself(
    bot: Bot, phone: Phone, ana: PhoneUser
) -> None:
    quote = ReplyParameters(1, quote="start", allow_sending_without_reply=True)
    reply = await bot.send_message(7, "well", reply_parameters=quote, protect_content=True)
    assert reply.quote
    assert (reply.quote.text, reply.quote.position, reply.has_protected_content) == ("start", 1, True)
    await bot.pin_chat_message(7, reply.message_id)
    update = (await bot.get_updates(offset=-1))[0]
    assert update.message
    assert update.message.pinned_message
    chat = await bot.get_chat(7)
    assert chat.pinned_message
    assert chat.pinned_message.text == "well"
    await bot.unpin_chat_message(7, reply.message_id)
    await bot.unpin_all_chat_messages(7)

    scope = ptb.BotCommandScopeChat(7)
    await bot.set_my_commands([ptb.BotCommand("start", "Begin")], scope, "de")
    assert [command.description for command in await bot.get_my_commands(scope, "de")] == ["Begin"]
    button = ptb.MenuButtonWebApp("Plan", ptb.WebAppInfo("https://example.org/plan"))
    await bot.set_chat_menu_button(7, button)
    assert await bot.get_chat_menu_button(7) == button
    assert (await bot.get_chat_menu_button()).type == "default"
    await bot.set_my_name("Straight")
    assert (await bot.get_my_name()).name == "Straight"
    await bot.set_my_profile_photo(ptb.InputProfilePhotoStatic(JPEG))
    assert (await bot.get_user_profile_photos(bot.id)).total_count == 1
    await bot.remove_my_profile_photo()
    assert (phone.refusals, phone.breaches) == ([], [])
