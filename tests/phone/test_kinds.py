"""Films, sounds, voices and papers: each as Telegram keeps it, with what the bot tells of it, again by its id."""

import pytest

from bot.phone.phone import Phone
from bot.phone.state.persons import PhoneUser
from tests.phone.caller import Caller
from tests.phone.samples import FILM, GIF, PAPER, PNG, SONG, SPEECH, STILL, TALK, jpeg_head


async def test_a_film_has_its_size_and_what_is_told_of_it(call: Caller, ana: PhoneUser) -> None:
    sent = (
        await call(
            "sendVideo",
            {"video": FILM},
            chat_id=7,
            duration=12,
            start_timestamp=3,
            has_spoiler=True,
            show_caption_above_media=True,
            caption="Arms up",
        )
    ).result
    film = sent["video"]
    assert {name: film[name] for name in ("width", "height", "duration", "mime_type", "start_timestamp")} == {
        "width": 640, "height": 360, "duration": 12, "mime_type": "video/mp4", "start_timestamp": 3,
    }  # fmt: skip
    assert (sent["has_media_spoiler"], sent["show_caption_above_media"]) == (True, True)
    assert (ana.sees.kind, ana.sees.text) == ("video", "Arms up")
    assert ana.sees.picture
    assert (ana.sees.picture.width, ana.sees.picture.duration) == (640, 12)


async def test_a_song_has_its_title_and_who_sings(call: Caller, ana: PhoneUser) -> None:
    sent = await call(
        "sendAudio", {"audio": SONG}, chat_id=7, duration=99_999, title=" Calm ", performer="Bo"
    )
    song = sent.result["audio"]
    assert (song["title"], song["performer"], song["duration"]) == ("Calm", "Bo", 86_400)
    assert song["mime_type"] == "audio/mpeg"
    assert "has_media_spoiler" not in sent.result
    assert ana.sees.picture
    assert (ana.sees.kind, ana.sees.picture.title, ana.sees.picture.mime) == ("audio", "Calm", "audio/mpeg")


async def test_a_voice_has_a_length_and_a_caption(call: Caller, ana: PhoneUser) -> None:
    sent = (await call("sendVoice", {"voice": SPEECH}, chat_id=7, duration=4, caption="Breathe")).result
    assert (sent["voice"]["duration"], sent["voice"]["mime_type"]) == (4, "audio/ogg")
    assert "file_name" not in sent["voice"]
    assert (ana.sees.kind, ana.sees.text) == ("voice", "Breathe")


async def test_a_paper_has_its_name(call: Caller, ana: PhoneUser) -> None:
    paper = (await call("sendDocument", {"document": PAPER}, chat_id=7)).result["document"]
    assert (paper["file_name"], paper["mime_type"]) == ("document.bin", "application/octet-stream")
    assert (ana.sees.kind, ana.sees.picture and ana.sees.picture.content) == ("document", PAPER)


@pytest.mark.parametrize(
    ("method", "content", "kind"),
    [
        ("sendVideo", b"GIF?", "document"),
        ("sendAudio", PNG, "document"),
        ("sendAudio", TALK, "audio"),
        ("sendVoice", TALK, "voice"),
        ("sendVoice", b"hm", "document"),
        ("sendDocument", GIF, "animation"),
        ("sendDocument", FILM, "video"),
        ("sendDocument", SONG, "audio"),
        ("sendDocument", SPEECH, "voice"),
        ("sendDocument", PNG, "document"),
    ],
)
async def test_a_file_becomes_what_it_is(
    call: Caller, ana: PhoneUser, method: str, content: bytes, kind: str
) -> None:
    sent = (await call(method, {method.removeprefix("send").lower(): content}, chat_id=7)).result
    assert kind in sent
    assert ana.sees.kind == kind


async def test_a_paper_stays_one_when_it_is_told_so(call: Caller, ana: PhoneUser) -> None:
    await call("sendDocument", {"document": GIF}, chat_id=7, disable_content_type_detection=True)
    assert ana.sees.kind == "document"


async def test_a_file_goes_again_by_its_id_as_what_it_was(call: Caller, ana: PhoneUser) -> None:
    first = (await call("sendAudio", {"audio": SONG}, chat_id=7, title="Calm")).result["audio"]
    again = (await call("sendVideo", chat_id=7, video=first["file_id"], title="Loud", duration=5)).result
    assert again["audio"] == first
    answer = await call("sendPhoto", chat_id=7, photo=first["file_id"])
    assert answer.refusal == "Bad Request: can't use file of type Audio as Photo"
    voice = (await call("sendVoice", {"voice": SPEECH}, chat_id=7)).result["voice"]
    answer = await call("sendPhoto", chat_id=7, photo=voice["file_id"])
    assert answer.refusal == "Bad Request: can't use file of type VoiceNote as Photo"


async def test_an_id_wins_over_a_part_of_that_name(call: Caller, ana: PhoneUser) -> None:
    song = (await call("sendAudio", {"audio": SONG}, chat_id=7)).result["audio"]["file_id"]
    await call("sendAudio", {"audio": TALK}, chat_id=7, audio=song)
    assert ana.sees.picture
    assert ana.sees.picture.content == SONG


async def test_a_film_has_a_small_picture_if_it_is_a_picture_and_small(
    call: Caller, ana: PhoneUser, phone: Phone
) -> None:
    sent = await call("sendVideo", {"video": FILM, "still": STILL}, chat_id=7, thumbnail="attach://still")
    small = sent.result["video"]["thumbnail"]
    assert (small["width"], small["height"]) == (320, 200)
    answer = await call("sendPhoto", chat_id=7, photo=small["file_id"])
    assert answer.refusal == "Bad Request: can't use file of type Thumbnail as Photo"
    assert phone.breaches == []
    largest = STILL + b"\0" * (204_799 - len(STILL))
    assert (
        "thumbnail"
        in (await call("sendVideo", {"video": FILM, "thumbnail": largest}, chat_id=7)).result["video"]
    )

    for unfit in (largest + b"\0", b"no picture", b"", PNG, jpeg_head(321, 90), jpeg_head(90, 321)):
        sent = await call("sendVideo", {"video": FILM, "thumbnail": unfit}, chat_id=7)
        assert "thumbnail" not in sent.result["video"]
    assert [(breach.what, breach.times) for breach in phone.breaches] == [
        ("a thumbnail that Telegram leaves out in silence", 6)
    ]


async def test_a_caption_goes_above_and_below_in_an_edit(call: Caller, ana: PhoneUser) -> None:
    await call("sendVideo", {"video": FILM}, chat_id=7, caption="a")
    above = await call(
        "editMessageCaption", chat_id=7, message_id=2, caption="a", show_caption_above_media=True
    )
    assert above.result["show_caption_above_media"] is True
    below = await call("editMessageCaption", chat_id=7, message_id=2, caption="a")
    assert "show_caption_above_media" not in below.result


@pytest.mark.parametrize(
    ("kind", "content"),
    [("photo", PNG), ("video", FILM), ("audio", SONG), ("document", PAPER), ("animation", GIF)],
)
async def test_any_media_takes_the_place_of_any_other(
    call: Caller, ana: PhoneUser, kind: str, content: bytes
) -> None:
    await call("sendAudio", {"audio": TALK}, chat_id=7)
    media = {"type": kind, "media": "attach://new", "caption": "new", "duration": "7", "title": "T"}
    sent = (await call("editMessageMedia", {"new": content}, chat_id=7, message_id=2, media=media)).result
    assert kind in sent
    assert (ana.sees.kind, ana.sees.text, ana.sees.edited) == (kind, "new", True)


async def test_a_voice_takes_no_other_media_and_no_place(call: Caller, ana: PhoneUser) -> None:
    await call("sendVoice", {"voice": SPEECH}, chat_id=7)
    await call("sendAudio", {"audio": SONG}, chat_id=7)
    new = {"type": "audio", "media": "attach://new"}
    answer = await call("editMessageMedia", {"new": SONG}, chat_id=7, message_id=2, media=new)
    assert answer.refusal == "Bad Request: message media can't be edited"
    voice = {"type": "voice_note", "media": "attach://new"}
    answer = await call("editMessageMedia", {"new": SPEECH}, chat_id=7, message_id=3, media=voice)
    assert answer.refusal == 'Bad Request: can\'t parse InputMedia: type "voice_note" is not allowed'
