"""What is tried with aiogram over this phone: apart, as reading it takes seconds, and every process of the suite collects every test."""

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram import types as aio
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.methods import SendMessage, SendPhoto
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from bot.phone.state.sent_media import KINDS
from tests.phone.hook import serving
from tests.phone.samples import FILM, GIF, PAPER, PNG, SONG, SPEECH, STILL, jpeg_head

WORD = "s3cret"
ALL = [("video", "a"), ("audio", "b"), ("voice", "c"), ("document", "d"), ("location", "")]
ALBUM = [("photo", "e"), ("video", "")]


def bot(phone: Phone) -> Bot:
    return Bot(phone.token, session=AiohttpSession(api=TelegramAPIServer.from_base(phone.address)))


def shown(person: PhoneUser) -> list[tuple[str, str]]:
    return [(message.kind, message.text) for message in person.messages[1:]]


def part(content: bytes, name: str) -> aio.BufferedInputFile:
    return aio.BufferedInputFile(content, name)


async def holds_a_talk(other: Bot, phone: Phone, ana: PhoneUser) -> None:
    keyboard = aio.InlineKeyboardMarkup(
        inline_keyboard=[[aio.InlineKeyboardButton(text="Go", callback_data="go", style="primary")]]
    )
    begun = (await other.get_updates())[0]
    sent = await other.send_message(7, "<b>Ready?</b>", parse_mode="HTML", reply_markup=keyboard)
    ana.taps("Go")
    tap = (await other.get_updates(offset=begun.update_id + 1))[-1].callback_query
    assert tap
    assert tap.data == "go"
    await other.answer_callback_query(tap.id, "Here we go")
    await other.edit_message_text("Going", chat_id=7, message_id=sent.message_id)
    card = await other.send_photo(7, aio.BufferedInputFile(PNG, "a.png"), caption="one")
    loop = aio.InputMediaAnimation(media=aio.BufferedInputFile(GIF, "a.gif"), caption="two")
    await other.edit_message_media(loop, chat_id=7, message_id=card.message_id)
    await other.delete_message(7, sent.message_id)

    assert [toast.text for toast in ana.toasts] == ["Here we go"]
    assert [message.text for message in ana.messages] == ["/start", "two"]
    assert ana.sees.moves
    assert (phone.refusals, phone.breaches) == ([], [])


async def reads_all_that_people_do_and_understands_refusals(other: Bot, phone: Phone, ana: PhoneUser) -> None:
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


async def sends_every_kind(other: Bot, phone: Phone, ana: PhoneUser) -> None:
    film = await other.send_video(
        7,
        part(FILM, "a.mp4"),
        duration=7,
        caption="a",
        thumbnail=part(STILL, "a.jpg"),
        cover=part(PNG, "a.png"),
    )
    song = await other.send_audio(7, part(SONG, "a.mp3"), title="Calm", performer="Bo", caption="b")
    await other.send_voice(7, part(SPEECH, "a.ogg"), duration=3, caption="c")
    paper = await other.send_document(7, part(PAPER, "plan.pdf"), caption="d")
    await other.send_location(7, 52.5, 13.4)
    photo, video = (
        aio.InputMediaPhoto(media=part(PNG, "a.png"), caption="e"),
        aio.InputMediaVideo(media=part(FILM, "a.mp4")),
    )
    album = await other.send_media_group(7, [photo, video])

    assert film.video
    assert film.video.thumbnail
    assert film.video.cover
    assert film.video.cover[-1].width == 300
    assert song.audio
    assert song.audio.title == "Calm"
    assert paper.document
    downloaded = await other.download(paper.document.file_id)
    assert downloaded
    assert downloaded.read() == PAPER
    assert album[0].media_group_id == album[1].media_group_id
    assert shown(ana) == ALL + ALBUM
    assert (phone.refusals, phone.breaches) == ([], [])


async def changes_media_pins_and_introduces_itself(other: Bot, phone: Phone, ana: PhoneUser) -> None:
    text = await other.send_message(
        7, "old", reply_parameters=aio.ReplyParameters(message_id=1, quote="start")
    )
    assert text.quote
    await other.pin_chat_message(7, text.message_id)
    assert (await other.get_updates(offset=-1))[0].message.pinned_message  # type: ignore[union-attr]
    assert (await other.get_chat(7)).pinned_message
    for media in (
        aio.InputMediaVideo(
            media=part(FILM, "a.mp4"), thumbnail=part(STILL, "a.jpg"), cover=part(PNG, "a.png")
        ),
        aio.InputMediaAudio(media=part(SONG, "a.mp3")),
        aio.InputMediaDocument(media=part(PAPER, "a.pdf")),
        aio.InputMediaAnimation(media=part(GIF, "a.gif")),
        aio.InputMediaPhoto(media=part(PNG, "a.png")),
    ):
        changed = await other.edit_message_media(media, chat_id=7, message_id=text.message_id)
        assert isinstance(changed, aio.Message)
        assert changed.content_type == media.type
        assert not changed.video or changed.video.cover
    await other.unpin_all_chat_messages(7)
    await other.set_my_commands(
        [aio.BotCommand(command="a", description="b")], aio.BotCommandScopeAllPrivateChats()
    )
    await other.set_chat_menu_button(7, aio.MenuButtonCommands())
    assert (await other.get_chat_menu_button(7)).type == "commands"
    await other.set_my_profile_photo(aio.InputProfilePhotoStatic(photo=part(jpeg_head(640, 640), "a.jpg")))
    assert (await other.get_user_profile_photos(other.id)).total_count == 1
    assert (phone.refusals, phone.breaches) == ([], [])


def dispatcher() -> Dispatcher:
    made = Dispatcher()

    @made.message(F.text == "/start")
    async def greet(message: aio.Message) -> SendMessage:
        keyboard = aio.InlineKeyboardMarkup(
            inline_keyboard=[[aio.InlineKeyboardButton(text="Go", callback_data="go")]]
        )
        return message.answer("Ready?", reply_markup=keyboard)

    @made.callback_query()
    async def go(query: aio.CallbackQuery) -> SendPhoto:
        await query.answer("Here we go")
        return SendPhoto(
            chat_id=query.from_user.id, photo=aio.BufferedInputFile(PNG, "a.png"), caption="Going"
        )

    return made


async def holds_a_talk_in_its_answers(other: Bot, phone: Phone, ana: PhoneUser) -> None:
    app = web.Application()
    SimpleRequestHandler(dispatcher(), other, handle_in_background=False, secret_token=WORD).register(
        app, path="/hook"
    )
    async with serving(app) as root:
        await other.set_webhook(
            f"{root}/hook", secret_token=WORD, allowed_updates=["message", "callback_query"]
        )
        await phone.until(lambda: ana.sees.labels == ["Go"])
        ana.taps("Go")
        await phone.until(lambda: ana.sees.kind == "photo")
        told = await other.get_webhook_info()
    assert ana.sees.text == "Going"
    assert (told.allowed_updates, told.last_error_message) == (["callback_query", "message"], None)
    assert [call.method for call in phone.calls] == [
        "setWebhook", "sendMessage", "answerCallbackQuery", "sendPhoto", "getWebhookInfo",
    ]  # fmt: skip
    assert phone.refusals == []


async def is_brought_nothing_with_another_secret(other: Bot, phone: Phone, ana: PhoneUser) -> None:
    app = web.Application()
    SimpleRequestHandler(dispatcher(), other, secret_token="another").register(app, path="/hook")
    async with serving(app) as root:
        await other.set_webhook(f"{root}/hook", secret_token=WORD)
        await phone.until(lambda: phone.telegram.webhooks.last_mishap)
        told = await other.get_webhook_info()
    assert told.last_error_message == "Wrong response from the webhook: 401 Unauthorized"
    assert told.pending_update_count == 1
