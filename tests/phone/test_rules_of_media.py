"""Each rule of files, albums, places and pins: a call just inside, one just outside, and what Telegram says of the latter.

In Ana's chat stand, of the bot: a text with the id 2, a film with 3, a voice with 4, a place with 5, a pinned text with 6
and the line that tells of it with 7, an album of two songs with 8 and 9.
"""

from typing import Any

import pytest

from bot.phone.state.persons import PhoneUser
from tests.phone.caller import Caller, keys
from tests.phone.rules import Rule
from tests.phone.samples import FILM, GIF, PAPER, PNG, SONG, SPEECH, png_head

ANA = {"chat_id": 7}
PLACE = {**ANA, "latitude": 52.5, "longitude": 13.4}
FILES = {"photo": PNG, "video": FILM, "audio": SONG, "document": PAPER, "animation": GIF, "voice": SPEECH}
HTTP = {**ANA, "photo": "https://example.org/a.png"}


def file(
    kind: str, refusal: str, outside: dict[str, bytes] | None = None, more: dict[str, Any] | None = None
) -> Rule:
    """Inside: a file of that kind. Outside: another one, or with `more` parameters that are not right."""
    method, part = f"send{kind.title()}", {kind: FILES[kind]}
    return Rule(method, ANA, ANA | (more or {}), refusal, part, part if outside is None else outside)


def album(inside: list[Any], outside: Any, refusal: str, **files: bytes) -> Rule:
    both = FILES | files
    return Rule("sendMediaGroup", {**ANA, "media": inside}, {**ANA, "media": outside}, refusal, both, both)


def part(kind: str, **more: Any) -> dict[str, Any]:
    return {"type": kind, "media": f"attach://{kind}", **more}


def media(
    inside: Any, outside: Any, refusal: str, message: int = 3, outside_message: int | None = None
) -> Rule:
    other = {**ANA, "message_id": outside_message or message, "media": outside}
    return Rule(
        "editMessageMedia", {**ANA, "message_id": message, "media": inside}, other, refusal, FILES, FILES
    )


PAIR, LONG = [part("photo"), part("video")], "a" * 1025

RULES = {
    # A file is there
    **{f"a {kind} to send": file(kind, f"there is no {kind} in the request", outside={}) for kind in FILES},
    **{f"a {kind} that came along": file(kind, f"there is no {kind} in the request", more={kind: "attach://none"}) for kind in FILES},
    **{f"a {kind} with something in it": file(kind, "file must be non-empty", {kind: b""}) for kind in FILES},
    **{
        f"a caption of 1,024 for a {kind}": Rule(
            f"send{kind.title()}", {**ANA, "caption": "😀" * 1024}, {**ANA, "caption": LONG}, "message caption is too long",
            {kind: FILES[kind]}, {kind: FILES[kind]},
        )
        for kind in FILES
    },
    "a caption in shape": file("voice", "can't parse entities: Unexpected end tag at byte offset 0", more={"caption": "</b>", "parse_mode": "HTML"}),
    "an unread parse mode of nothing": Rule(
        "sendVoice", {**ANA, "parse_mode": "Pidgin"}, {**ANA, "caption": "a", "parse_mode": "Pidgin"}, "unsupported parse_mode",
        {"voice": SPEECH}, {"voice": SPEECH},
    ),
    "no Markdown in captions": Rule(
        "sendPhoto", {**ANA, "caption": "*a*", "parse_mode": "none"}, {**ANA, "caption": "*a*", "parse_mode": "Markdown"},
        "can't parse entities: this phone doesn't speak Markdown, only HTML", {"photo": PNG}, {"photo": PNG},
    ),
    "an id in letters": file("audio", "wrong remote file identifier specified: Wrong character in the string", more={"audio": "AgAC*gIAAxkBAA"}),
    "an id of some length": file("audio", "wrong remote file identifier specified: Wrong string length", more={"audio": "AgACA"}),
    "no link from here": file("photo", "failed to get HTTP URL content", more=HTTP),
    "10,000 of both sides": Rule("sendPhoto", ANA, ANA, "PHOTO_INVALID_DIMENSIONS", {"photo": png_head(5_000, 5_000)}, {"photo": png_head(5_000, 5_001)}),
    "not a film for a picture": file("photo", "IMAGE_PROCESS_FAILED", {"photo": FILM}),
    "a chat for a film": Rule("sendVideo", ANA, {}, "chat_id is empty", {"video": FILM}, {"video": FILM}),
    "a reply of a film": file("video", "message to be replied not found", more={"reply_parameters": {"message_id": 99}}),
    "keys of a film": file("video", "BUTTON_DATA_INVALID", more={"reply_markup": keys(["x" * 65])}),
    # Albums
    "a list of media": album(PAIR, PAIR[0], "expected an Array of InputMedia"),
    "media in JSON, many": album(PAIR, "[", "can't parse media JSON object"),
    "media at all": Rule("sendMediaGroup", {**ANA, "media": PAIR}, ANA, 'parameter "media" is required', FILES),
    "one to ten in an album": album([part("photo")] * 10, [part("photo")] * 11, "too many messages to send as an album"),
    "at least one in an album": album([part("photo")], [], "there are no messages to send"),
    "papers among themselves": album([part("document")] * 2, [part("document"), part("photo")], "document can't be mixed with other media types"),
    "songs among themselves": album([part("audio")] * 2, [part("video"), part("audio")], "audio can't be mixed with other media types"),
    "no loops in an album": album(PAIR, [part("animation")], "can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup"),
    "no voices in an album": album(PAIR, [part("voice_note", media="attach://voice")], 'can\'t parse InputMedia: type "voice_note" is not allowed'),
    "captions on one side": album(
        [part("photo", show_caption_above_media=True)] * 2, [part("photo", show_caption_above_media=True), part("photo")],
        "parameter show_caption_above_media must be the same for all messages",
    ),
    "captions of 1,024 in an album": album(PAIR, [part("photo", caption=LONG), part("video")], "message caption is too long"),
    "pictures indeed in an album": album(PAIR, [part("photo"), part("bad", type="photo")], 'failed to send message #2 with the error message "IMAGE_PROCESS_FAILED"', bad=b"?"),
    "no links in an album": album(PAIR, [{"type": "photo", "media": "example.org/a.png"}], 'failed to send message #1 with the error message "WEBPAGE_CURL_FAILED"'),
    # New media
    "media is an object": media(part("photo"), [part("photo")], "can't parse InputMedia: expected an Object"),
    "media of a kind": media(part("audio"), part("sticker", media="attach://photo"), 'can\'t parse InputMedia: type "sticker" is unsupported'),
    "media of no voice": media(part("document"), part("voice_note", media="attach://voice"), 'can\'t parse InputMedia: type "voice_note" is not allowed'),
    "media that came along": media(part("photo"), part("photo", media="attach://none"), "can't parse InputMedia: media not found"),
    "media that is named in words": media(part("photo"), part("photo", media=["attach://photo"]), 'can\'t parse InputMedia: Field "media" must be of type String'),
    "a spoiler or none": media(part("photo", has_spoiler=True), part("photo", has_spoiler="true"), 'can\'t parse InputMedia: Field "has_spoiler" must be of type Boolean'),
    "a width in numbers": media(part("video", width="640"), part("video", width="640px"), 'can\'t parse InputMedia: Can\'t parse as an integer string "640px"'),
    "a length in numbers": media(part("audio", duration=7), part("audio", duration=[7]), 'can\'t parse InputMedia: Field "duration" must be of type Number'),
    "a caption of 1,024 for new media": media(part("photo", caption="a" * 1024), part("photo", caption=LONG), "MEDIA_CAPTION_TOO_LONG"),
    "media for a text": media(part("photo"), part("photo"), "message media can't be edited", message=2, outside_message=4),
    "no media for a place": media(part("photo"), part("photo"), "message media can't be edited", outside_message=5),
    "like for like in an album": media(part("audio"), part("document"), "can't change media type in the album", message=8),
    # Captions
    "a caption of a voice": Rule(
        "editMessageCaption", {**ANA, "message_id": 4, "caption": "a"}, {**ANA, "message_id": 5, "caption": "a"},
        "there is no caption in the message to edit",
    ),
    # Places
    "a latitude": Rule("sendLocation", PLACE, {**PLACE, "latitude": " "}, "latitude is empty"),
    "a longitude": Rule("sendLocation", PLACE, {**ANA, "latitude": 1}, "longitude is empty"),
    "between the poles": Rule("sendLocation", {**PLACE, "latitude": -90}, {**PLACE, "latitude": 90.01}, "wrong location specified"),
    "around the world once": Rule("sendLocation", {**PLACE, "longitude": 180}, {**PLACE, "longitude": -180.01}, "wrong location specified"),
    "a minute to a day": Rule("sendLocation", {**PLACE, "live_period": 60}, {**PLACE, "live_period": 59}, "wrong live location period specified"),
    "a day, or for ever": Rule(
        "sendLocation", {**PLACE, "live_period": 0x7FFFFFFF}, {**PLACE, "live_period": 86_401}, "wrong live location period specified"
    ),
    "once around": Rule("sendLocation", {**PLACE, "heading": 360}, {**PLACE, "heading": 361}, "wrong live location heading specified"),
    "within 100 km": Rule(
        "sendLocation", {**PLACE, "proximity_alert_radius": 100_000}, {**PLACE, "proximity_alert_radius": 100_001},
        "wrong live location proximity alert radius specified",
    ),
    # Pins
    "a message to pin": Rule("pinChatMessage", {**ANA, "message_id": 2}, {**ANA, "message_id": 99}, "message to pin not found"),
    "which message to pin": Rule("pinChatMessage", {**ANA, "message_id": 2}, ANA, "message to pin not found"),
    "pinned once": Rule("pinChatMessage", {**ANA, "message_id": 2}, {**ANA, "message_id": 6}, "CHAT_NOT_MODIFIED"),
    "a message to unpin": Rule("unpinChatMessage", {**ANA, "message_id": 6}, {**ANA, "message_id": 99}, "message to unpin not found"),
    "a pinned one to unpin": Rule("unpinChatMessage", ANA, {**ANA, "message_id": 2}, "message to unpin not found"),
    "a chat to unpin in": Rule("unpinAllChatMessages", ANA, {"chat_id": 70}, "chat not found"),
    "no line of Telegram's own to edit": Rule(
        "editMessageText", {**ANA, "message_id": 6, "text": "new"}, {**ANA, "message_id": 7, "text": "new"}, "message can't be edited"
    ),
}  # fmt: skip


@pytest.fixture
async def standing(call: Caller, ana: PhoneUser) -> None:
    await call("sendMessage", chat_id=7, text="old")
    await call("sendVideo", {"video": FILM}, chat_id=7)
    await call("sendVoice", {"voice": SPEECH}, chat_id=7)
    await call("sendLocation", chat_id=7, latitude=1, longitude=2)
    await call("sendMessage", chat_id=7, text="pinned")
    await call("pinChatMessage", chat_id=7, message_id=6)
    await call("sendMediaGroup", FILES, chat_id=7, media=[part("audio"), part("audio")])


@pytest.mark.usefixtures("standing")
@pytest.mark.parametrize("name", RULES)
async def test_inside_passes_and_outside_is_refused_in_telegrams_words(name: str, call: Caller) -> None:
    await RULES[name].check(call)


@pytest.mark.usefixtures("standing")
@pytest.mark.parametrize(
    ("method", "parameters", "first"),
    [
        ("sendVideo", {"caption": "</b>", "parse_mode": "HTML"}, "there is no video in the request"),
        ("sendVoice", {"voice": "*", "caption": "</b>", "parse_mode": "HTML"}, "can't parse entities"),
        ("sendVoice", {"voice": "*", "reply_parameters": "{"}, "can't parse reply parameters"),
        ("sendVoice", {"voice": "*", "chat_id": 70}, "chat not found"),
        ("sendVoice", {"voice": "*", "reply_parameters": {"message_id": 99}}, "message to be replied"),
        ("sendVoice", {"voice": "*", "caption": LONG}, "wrong remote file identifier"),
        ("sendMediaGroup", {"media": "[", "reply_parameters": "{"}, "can't parse reply parameters"),
        ("sendMediaGroup", {"media": "[", "chat_id": 70}, "can't parse media"),
        ("sendMediaGroup", {"media": [], "chat_id": 70}, "chat not found"),
        ("sendMediaGroup", {"media": [{"type": "photo", "media": "*"}] * 11}, "wrong remote file identifier"),
        ("editMessageMedia", {"media": "{", "reply_markup": "{"}, "can't parse reply keyboard markup"),
        ("editMessageMedia", {"media": "{", "message_id": 99}, "can't parse input media"),
        ("editMessageMedia", {"media": {"caption": "</b>", "parse_mode": "HTML"}}, "can't parse InputMedia: Can't"),
        ("editMessageMedia", {"media": {"type": "moon"}}, "can't parse InputMedia: media not found"),
        ("editMessageMedia", {"media": {"type": "photo", "media": "*"}, "message_id": 4}, "message media can't"),
        ("editMessageCaption", {"caption": "</b>", "parse_mode": "HTML", "reply_markup": "{"}, "can't parse reply"),
        ("sendLocation", {"latitude": "", "chat_id": 70}, "latitude is empty"),
        ("sendLocation", {"latitude": 91, "longitude": 1, "chat_id": 70}, "chat not found"),
        ("pinChatMessage", {"chat_id": 70, "message_id": 99}, "chat not found"),
    ],
)  # fmt: skip
async def test_of_two_faults_telegrams_first_is_told(
    method: str, parameters: dict[str, Any], first: str, call: Caller
) -> None:
    answer = await call(method, None, **{"chat_id": 7, "message_id": 3, **parameters})
    assert answer.refusal.startswith(f"Bad Request: {first}")
