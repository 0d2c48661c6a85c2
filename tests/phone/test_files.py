"""Pictures and loops: uploaded once, sent again by their ids, downloaded, and never another bot's."""

from bot.phone.files.first_bytes import plain_png
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from tests.phone.caller import Caller, caller_of

PNG = plain_png(1600, 400, (1, 2, 3))
GIF = b"GIF89a\x40\x01\xf0\x00" + b"\0" * 20


async def test_a_picture_comes_in_sizes_and_goes_again_by_its_id(call: Caller, ana: PhoneUser) -> None:
    first = (await call("sendPhoto", {"photo": PNG}, chat_id=7, caption="a")).result
    assert [(size["width"], size["height"]) for size in first["photo"]] == [
        (90, 22),
        (320, 80),
        (800, 200),
        (1280, 320),
    ]
    assert len({size["file_unique_id"] for size in first["photo"]}) == 4
    again = (await call("sendPhoto", chat_id=7, photo=first["photo"][-1]["file_id"])).result
    assert [size["file_unique_id"] for size in again["photo"]] == [
        size["file_unique_id"] for size in first["photo"]
    ]
    assert ana.sees.picture
    assert ana.sees.picture.content == PNG


async def test_a_loop_is_a_silent_film_of_its_size(call: Caller, ana: PhoneUser) -> None:
    loop = (await call("sendAnimation", {"animation": GIF}, chat_id=7, duration=4)).result["animation"]
    assert (loop["width"], loop["height"], loop["duration"], loop["mime_type"]) == (320, 240, 4, "video/mp4")
    assert (ana.sees.kind, ana.sees.moves) == ("animation", True)


async def test_what_is_no_loop_becomes_a_document(call: Caller, ana: PhoneUser) -> None:
    sent = (await call("sendAnimation", {"animation": b"plain words"}, chat_id=7)).result
    assert "animation" not in sent
    assert sent["document"]["file_size"] == 11


async def test_a_file_of_one_kind_is_not_sent_as_another(call: Caller, ana: PhoneUser) -> None:
    loop = (await call("sendAnimation", {"animation": GIF}, chat_id=7)).result["animation"]
    answer = await call("sendPhoto", chat_id=7, photo=loop["file_id"])
    assert answer.refusal == "Bad Request: can't use file of type Animation as Photo"
    assert (await call("sendAnimation", chat_id=7, animation=loop["file_id"])).result


async def test_an_id_is_only_good_for_its_own_bot(call: Caller, ana: PhoneUser) -> None:
    async with Phone(token="2:abc") as other, caller_of(other) as other_call:
        other.person(7).says("/start")
        foreign = (await other_call("sendPhoto", {"photo": PNG}, chat_id=7)).result["photo"][0]["file_id"]
    await call("sendPhoto", {"photo": PNG}, chat_id=7)
    answer = await call("sendPhoto", chat_id=7, photo=foreign)
    assert answer.refusal == "Bad Request: wrong file identifier/HTTP URL specified"
    assert (await call("sendPhoto", chat_id=7, photo="https://example.org/a.png")).status == 400


async def test_a_file_can_be_downloaded(call: Caller, ana: PhoneUser, phone: Phone) -> None:
    size = (await call("sendPhoto", {"photo": PNG}, chat_id=7)).result["photo"][1]
    file = (await call("getFile", file_id=size["file_id"])).result
    assert (file["file_id"], file["file_unique_id"]) == (size["file_id"], size["file_unique_id"])
    async with call.session.get(f"{phone.address}/file/bot1:abc/{file['file_path']}") as response:
        assert await response.read() == PNG
    assert (await call("getFile", file_id="nonsense")).refusal == "Bad Request: invalid file_id"


async def test_a_text_becomes_a_picture_and_a_picture_a_loop(call: Caller, ana: PhoneUser) -> None:
    await call("sendMessage", chat_id=7, text="old")
    media = {"type": "photo", "media": "attach://p", "caption": "<b>new</b>", "parse_mode": "HTML"}
    sent = (await call("editMessageMedia", {"p": PNG}, chat_id=7, message_id=2, media=media)).result
    assert (ana.sees.kind, ana.sees.html) == ("photo", "<b>new</b>")

    same = {**media, "media": sent["photo"][0]["file_id"]}
    answer = await call("editMessageMedia", chat_id=7, message_id=2, media=same)
    assert answer.refusal.startswith("Bad Request: message is not modified")
    await call(
        "editMessageMedia",
        {"l": GIF},
        chat_id=7,
        message_id=2,
        media={"type": "animation", "media": "attach://l"},
    )
    assert (ana.sees.kind, ana.sees.text) == ("animation", "")


async def test_a_sticker_takes_no_caption_and_no_other_media(call: Caller, ana: PhoneUser) -> None:
    ana.sends("sticker")
    ana.chat.messages[2].by_bot = True
    media = {"type": "photo", "media": "attach://p"}
    caption = await call("editMessageCaption", chat_id=7, message_id=2, caption="a")
    assert caption.refusal == "Bad Request: there is no caption in the message to edit"
    other = await call("editMessageMedia", {"p": PNG}, chat_id=7, message_id=2, media=media)
    assert other.refusal == "Bad Request: message media can't be edited"
