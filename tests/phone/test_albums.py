"""Albums: what goes together, how many, and that one bad part keeps all of it back."""

from typing import Any

import pytest

from bot.phone.files.first_bytes import plain_png
from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from tests.phone.caller import Answer, Caller
from tests.phone.samples import FILM, GIF, PAPER, PNG, SONG

FILES = {"photo": PNG, "video": FILM, "audio": SONG, "document": PAPER, "animation": GIF}


async def album(call: Caller, *media: dict[str, Any], files: dict[str, bytes] = FILES, **more: Any) -> Answer:
    return await call("sendMediaGroup", files, chat_id=7, media=list(media), **more)


def part(kind: str, **more: Any) -> dict[str, Any]:
    return {"type": kind, "media": f"attach://{kind}", **more}


async def test_an_album_is_messages_with_one_mark(call: Caller, ana: PhoneUser) -> None:
    sent = (
        await album(
            call,
            part("photo", caption="<b>one</b>", parse_mode="HTML"),
            part("video", duration=7),
            disable_notification=True,
        )
    ).result
    assert len({message["media_group_id"] for message in sent}) == 1
    assert [message["message_id"] for message in sent] == [2, 3]
    first, second = ana.messages[-2:]
    assert (first.kind, first.html, second.kind) == ("photo", "<b>one</b>", "video")
    assert first.album == second.album != ""
    assert first.silent
    other = (await album(call, part("audio"), part("audio"))).result
    assert other[0]["media_group_id"] != sent[0]["media_group_id"]


async def test_ids_in_a_supergroup_go_on_too(call: Caller, ana: PhoneUser, phone: Phone) -> None:
    phone.group(-1000000000100).adds_bot(by=ana)
    sent = await call(
        "sendMediaGroup", FILES, chat_id=-1000000000100, media=[part("photo"), part("photo"), part("video")]
    )
    assert [message["message_id"] for message in sent.result] == [2, 3, 4]


async def test_one_alone_is_no_album(call: Caller, ana: PhoneUser) -> None:
    assert "media_group_id" not in (await album(call, part("document"))).result[0]


async def test_a_picture_that_moves_stays_a_paper_in_an_album(call: Caller, ana: PhoneUser) -> None:
    await album(call, part("document"), {"type": "document", "media": "attach://animation"})
    assert [message.kind for message in ana.messages[-2:]] == ["document", "document"]


@pytest.mark.parametrize(
    ("media", "refusal"),
    [
        ([], "there are no messages to send"),
        ([part("photo")] * 11, "too many messages to send as an album"),
        ([part("photo"), part("document")], "document can't be mixed with other media types"),
        ([part("audio"), part("video")], "audio can't be mixed with other media types"),
        (
            [part("photo"), part("video", show_caption_above_media=True)],
            "parameter show_caption_above_media must be the same for all messages",
        ),
        ([part("animation")], "can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup"),
        ([part("voice_note", media="attach://audio")], 'can\'t parse InputMedia: type "voice_note" is not allowed'),
        ([part("sticker", media="attach://photo")], 'can\'t parse InputMedia: type "sticker" is unsupported'),
        ([part("photo"), part("paint")], "can't parse InputMedia: media not found"),
        ([part("photo"), {"media": "attach://photo"}], 'can\'t parse InputMedia: Can\'t find field "type"'),
        ([part("photo", has_spoiler="yes")], 'can\'t parse InputMedia: Field "has_spoiler" must be of type Boolean'),
        ([part("video", width="wide")], "can't parse InputMedia: Can't parse as an integer string \"wide\""),
        ([7], "can't parse InputMedia: expected an Object"),
        ([part("photo", caption="a" * 1025)], "message caption is too long"),
    ],
)  # fmt: skip
async def test_what_does_not_go_together_does_not_go(
    call: Caller, ana: PhoneUser, media: list[Any], refusal: str
) -> None:
    answer = await album(call, *media)
    assert answer.refusal == f"Bad Request: {refusal}"
    assert len(ana.messages) == 1


async def test_ten_go(call: Caller, ana: PhoneUser) -> None:
    assert len((await album(call, *[part("photo")] * 10)).result) == 10


@pytest.mark.parametrize(
    ("bad", "refusal"),
    [
        (b"words", 'failed to send message #2 with the error message "IMAGE_PROCESS_FAILED"'),
        (plain_png(2001, 100, (1, 2, 3)), 'failed to send message #2 with the error message "PHOTO_INVALID_DIMENSIONS"'),
        (b"", "file must be non-empty"),
    ],
)  # fmt: skip
async def test_one_bad_part_keeps_all_back(call: Caller, ana: PhoneUser, bad: bytes, refusal: str) -> None:
    answer = await album(call, part("photo"), part("bad", type="photo"), files={**FILES, "bad": bad})
    assert answer.refusal == f"Bad Request: {refusal}"
    assert len(ana.messages) == 1


async def test_a_link_is_not_opened_here(call: Caller, ana: PhoneUser) -> None:
    answer = await album(call, {"type": "photo", "media": "https://example.org/a.png"})
    assert answer.refusal == (
        'Bad Request: failed to send message #1 with the error message "WEBPAGE_CURL_FAILED"'
    )
    alone = await call("sendPhoto", chat_id=7, photo="https://example.org/a.png")
    assert alone.refusal == "Bad Request: failed to get HTTP URL content"


async def test_the_media_of_an_album_keep_their_kind(call: Caller, ana: PhoneUser) -> None:
    await album(call, part("photo"), part("video"))
    await album(call, part("audio"), part("audio"))
    new = {"type": "video", "media": "attach://new"}
    changed = await call("editMessageMedia", {"new": FILM}, chat_id=7, message_id=2, media=new)
    assert changed.result["video"]
    answer = await call("editMessageMedia", {"new": FILM}, chat_id=7, message_id=4, media=new)
    assert answer.refusal == "Bad Request: can't change media type in the album"
    assert ana.messages[1].album


async def test_an_album_for_somebody_who_blocks_goes_nowhere(call: Caller, ana: PhoneUser) -> None:
    ana.blocks()
    assert (
        await album(call, part("photo"), part("photo"))
    ).refusal == "Forbidden: bot was blocked by the user"


async def test_an_album_answers_a_message(call: Caller, ana: PhoneUser) -> None:
    sent = (await album(call, part("photo"), part("photo"), reply_parameters={"message_id": 1})).result
    assert [message["reply_to_message"]["message_id"] for message in sent] == [1, 1]
    answer = await album(call, part("photo"), reply_parameters={"message_id": 99})
    assert answer.refusal == "Bad Request: message to be replied not found"
