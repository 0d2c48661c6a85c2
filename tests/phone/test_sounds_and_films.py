"""A sound or a film of minutes, as the bot sends them: uploaded once, then by its id, and changed like any message."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from bot.phone.files.first_bytes import plain_png
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from tests.page.speaking import Bot, key
from tests.phone.caller import Caller, HandClock, keys
from tests.phone.samples import GIF, PNG, SONG, STILL, mp4

SOUND = mp4(b"M4A ", b"soun", seconds=180.4)
FILM = mp4(b"isom", b"vide", 180.4, 360, 450)
LATE_INDEX = FILM[:24] + FILM[-8:] + FILM[24:-8]
TOLD_OF_SOUND = {"chat_id": 7, "title": "Five calm minutes", "performer": "Unhunch", "duration": 180}
TOLD_OF_FILM = {"chat_id": 7, "width": 360, "height": 450, "duration": 180, "supports_streaming": True}


@pytest.fixture
async def bot(phone: Phone, ana: PhoneUser) -> AsyncIterator[Bot]:  # files have names here
    async with aiohttp.ClientSession() as session:
        yield Bot(phone, session)


async def sends_sound(bot: Bot, **more: Any) -> dict[str, Any]:
    files = {"audio": ("session.m4a", SOUND), "thumbnail": ("cover.jpg", STILL)}
    return dict(await bot.call("sendAudio", files, **{**TOLD_OF_SOUND, **more}))


async def sends_film(bot: Bot, **more: Any) -> dict[str, Any]:
    files = {"video": ("session.mp4", FILM), "thumbnail": ("still.jpg", STILL)}
    return dict(await bot.call("sendVideo", files, **{**TOLD_OF_FILM, **more}))


async def test_a_sound_comes_back_with_all_that_was_told(bot: Bot, phone: Phone, ana: PhoneUser) -> None:
    sent = await sends_sound(bot, caption="For today", reply_markup=keys(["Done"]))
    sound = sent["audio"]
    thumbnail = sound.pop("thumbnail")
    assert {name: value for name, value in sound.items() if "id" not in name} == {
        "title": "Five calm minutes", "performer": "Unhunch", "duration": 180, "file_name": "session.m4a",
        "mime_type": "audio/mp4", "file_size": len(SOUND),
    }  # fmt: skip
    assert (thumbnail["width"], thumbnail["height"], thumbnail["file_size"]) == (320, 200, len(STILL))
    assert (sent["caption"], "document" in sent) == ("For today", False)
    assert (ana.sees.kind, ana.sees.labels) == ("audio", ["Done"])
    assert ana.sees.picture
    assert (ana.sees.picture.performer, ana.sees.picture.poster) == ("Unhunch", STILL)
    assert (phone.refusals, phone.breaches) == ([], [])


async def test_a_film_comes_back_with_all_that_was_told(bot: Bot, phone: Phone, ana: PhoneUser) -> None:
    film = (await sends_film(bot))["video"]
    assert film.pop("thumbnail")["width"] == 320
    assert {name: value for name, value in film.items() if "id" not in name or name == "width"} == {
        "width": 360, "height": 450, "duration": 180, "file_name": "session.mp4", "mime_type": "video/mp4",
        "file_size": len(FILM),
    }  # fmt: skip
    assert (phone.refusals, phone.breaches) == ([], [])


async def test_a_cover_is_a_picture_of_one_message_alone(
    bot: Bot, call: Caller, phone: Phone, ana: PhoneUser
) -> None:
    cover = plain_png(720, 900, (1, 2, 3))
    files = {"video": ("session.mp4", FILM), "cover": ("cover.png", cover), "thumbnail": ("a.jpg", STILL)}
    film = (await bot.call("sendVideo", files, **TOLD_OF_FILM))["video"]
    assert [(size["width"], size["height"]) for size in film["cover"]] == [
        (72, 90),
        (256, 320),
        (640, 800),
        (720, 900),
    ]
    assert film["thumbnail"]["width"] == 320
    assert ana.sees.picture
    assert ana.sees.picture.poster == cover
    plain = (await bot.call("sendVideo", chat_id=7, video=film["file_id"]))["video"]
    assert plain == {name: value for name, value in film.items() if name != "cover"}
    known = film["cover"][-1]["file_id"]
    again = await bot.call("sendVideo", chat_id=7, video=film["file_id"], cover=known)
    assert again["video"] == film
    media = {"type": "video", "media": film["file_id"], "cover": known}
    edited = await bot.call("editMessageMedia", chat_id=7, message_id=3, media=media)
    assert edited["video"] == film
    assert phone.breaches == []

    wrong = await call("sendVideo", chat_id=7, video=film["file_id"], cover=film["file_id"])
    assert wrong.refusal == "Bad Request: can't use file of type Video as Photo"
    wrong = await call("sendVideo", {"cover": b"no picture"}, chat_id=7, video=film["file_id"])
    assert wrong.refusal == "Bad Request: IMAGE_PROCESS_FAILED"
    wrong = await call("sendVideo", {"cover": b""}, chat_id=7, video=film["file_id"])
    assert wrong.refusal == "Bad Request: file must be non-empty"


@pytest.mark.parametrize("sends", [sends_sound, sends_film])
async def test_a_file_is_uploaded_once_and_then_goes_by_its_id(sends: Any, bot: Bot, phone: Phone) -> None:
    first = await sends(bot, caption="Yesterday")
    kind = "audio" if "audio" in first else "video"
    again = await bot.call(
        f"send{kind.title()}", chat_id=7, caption="Today", **{kind: first[kind]["file_id"]}
    )
    assert again[kind] == first[kind]
    assert (again["caption"], phone.breaches) == ("Today", [])


async def test_an_id_that_is_forgotten_is_refused_and_what_is_in_the_chat_stays(
    bot: Bot, call: Caller, phone: Phone, ana: PhoneUser
) -> None:
    old = (await sends_sound(bot))["audio"]["file_id"]
    phone.forget_files()
    answer = await call("sendAudio", chat_id=7, audio=old)
    assert answer.refusal == "Bad Request: wrong file identifier/HTTP URL specified"
    media = {"type": "audio", "media": old}
    answer = await call("editMessageMedia", chat_id=7, message_id=2, media=media)
    assert answer.refusal == "Bad Request: wrong file identifier/HTTP URL specified"
    answer = await call("getFile", file_id=old)
    assert answer.refusal == "Bad Request: wrong file_id or the file is temporarily unavailable"
    assert ana.sees.picture
    assert ana.sees.picture.content == SOUND
    new = (await sends_sound(bot))["audio"]["file_id"]
    assert new != old
    assert (await call("sendAudio", chat_id=7, audio=new)).status == 200


@pytest.mark.parametrize(
    ("method", "content", "becomes"),
    [
        ("sendAudio", FILM, "document"),
        ("sendVideo", SOUND, "document"),
        ("sendVideo", mp4(b"isom", b"soun", 9), "document"),
        ("sendAudio", mp4(b"isom", b"soun", 9), "audio"),
        ("sendVideo", mp4(b"M4A ", b"vide", 9, 8, 8), "video"),
        ("sendAudio", b"words", "document"),
        ("sendVideo", GIF, "document"),
    ],
)  # fmt: skip
async def test_what_a_file_is_not_the_message_does_not_become(
    call: Caller, ana: PhoneUser, method: str, content: bytes, becomes: str
) -> None:
    part = method.removeprefix("send").lower()
    sent = (await call(method, {part: content, "cover": PNG}, chat_id=7, title="T", width=9)).result
    assert ana.sees.kind == becomes
    assert set(sent) & {"audio", "video", "document", "animation"} == {becomes}
    assert {"title", "width", "cover"} & set(sent["document"] if becomes == "document" else ()) == set()


async def test_a_sound_sent_as_a_film_stays_one_and_it_is_noted(bot: Bot, phone: Phone) -> None:
    sound = (await sends_sound(bot))["audio"]
    sent = await bot.call("sendVideo", {"cover": ("a.png", PNG)}, chat_id=7, video=sound["file_id"])
    assert (sent["audio"], "video" in sent) == (sound, False)
    assert [str(breach) for breach in phone.breaches] == [
        "video: a file sent as another kind than it is: it stays what it was (1 times)"
    ]


@pytest.mark.parametrize(
    ("file", "told", "slip"),
    [
        (("a.m4a", SOUND), {"duration": 182}, "a length that is not the file's"),
        (("a.m4a", SOUND), {"duration": 0}, "a length that is not the file's"),
        (("a.mp3", SOUND), {}, "a name that tells of another kind of file"),
        (("a", SOUND), {}, "a name that tells of another kind of file"),
        (("a.m4a", SONG), {"duration": 9}, "a name that tells of another kind of file"),
        (("a.mp4", FILM), {"height": 360}, "a size that is not the file's"),
        (("a.mov", FILM), {}, "a name that tells of another kind of file"),
        (("a.mp4", LATE_INDEX), {}, "a film that shall play while it loads, and has its index at the end"),
    ],
)  # fmt: skip
async def test_what_telegram_takes_and_apps_show_wrongly_is_noted(
    bot: Bot, phone: Phone, file: tuple[str, bytes], told: dict[str, Any], slip: str
) -> None:
    kind = "audio" if file[1] in {SOUND, SONG} else "video"
    usual = TOLD_OF_SOUND if kind == "audio" else TOLD_OF_FILM
    await bot.call(f"send{kind.title()}", {kind: file}, **{**usual, **told})
    assert [(breach.method, breach.what) for breach in phone.breaches] == [(kind, slip)]


@pytest.mark.parametrize("sends", [sends_sound, sends_film])
async def test_words_and_keys_change_and_the_file_stays(
    sends: Any, bot: Bot, call: Caller, ana: PhoneUser
) -> None:
    sent = await sends(bot, caption="For today", reply_markup=keys(["Done"]))
    kind = "audio" if "audio" in sent else "video"
    this = {"chat_id": 7, "message_id": sent["message_id"]}
    keyboard = {"inline_keyboard": [[key("Done"), key("Stop")]]}
    changed = await bot.call("editMessageReplyMarkup", **this, reply_markup=keyboard)
    assert (changed[kind], changed["caption"]) == (sent[kind], "For today")
    changed = await bot.call("editMessageCaption", **this, caption="Done")
    assert (changed[kind], "reply_markup" in changed) == (sent[kind], False)
    answer = await call("editMessageText", **this, text="Gone")
    assert answer.refusal == "Bad Request: there is no text in the message to edit"
    same = {"type": kind, "media": sent[kind]["file_id"], "caption": "Done"}
    answer = await call("editMessageMedia", **this, media=same)
    assert answer.refusal.startswith("Bad Request: message is not modified")
    assert (ana.sees.kind, ana.sees.text, ana.sees.labels) == (kind, "Done", [])


async def test_a_sound_is_taken_away_for_48_hours_and_stays_after(
    bot: Bot, call: Caller, clock: HandClock, ana: PhoneUser
) -> None:
    first, second = [(await sends_sound(bot))["message_id"] for _ in range(2)]
    clock.now += timedelta(hours=48) - timedelta(seconds=1)
    await bot.call("deleteMessage", chat_id=7, message_id=first)
    clock.now += timedelta(seconds=1)
    answer = await call("deleteMessage", chat_id=7, message_id=second)
    assert answer.refusal == "Bad Request: message can't be deleted for everyone"
    assert ana.sees.id == second
    assert (
        await bot.call("editMessageReplyMarkup", chat_id=7, message_id=second, reply_markup=keys(["Old"]))
    )["audio"]
