"""Reads an InputMedia object: new content for a message, or one part of an album."""

import json
from dataclasses import dataclass

from bot.phone.files.file_slips import file_slips
from bot.phone.files.uploads import FileSource, Picked, Stills, attached, given_stills
from bot.phone.given import fields
from bot.phone.given.parameters import Json, Parameters, encoded
from bot.phone.given.refused import RefusedError
from bot.phone.state.chats import Media
from bot.phone.state.media import media_of
from bot.phone.state.telegram import Telegram
from bot.phone.text.formatted import Formatted, parsed_caption

_FLAGS = ("supports_streaming", "disable_content_type_detection")
_NUMBERS = ("width", "height", "duration", "start_timestamp")
_STRINGS = ("title", "performer")
_KINDS = {"photo", "video", "animation", "audio", "document"}


@dataclass(frozen=True, slots=True)
class InputMedia:
    """`told` holds the other fields as if they were parameters of a call."""

    kind: str
    source: FileSource
    told: Parameters
    caption: Formatted
    stills: Stills


def parsed_media(given: Parameters, content: object, *, for_album: bool) -> InputMedia:
    media = fields.as_object(content)
    for name in ("caption", "parse_mode"):
        fields.optional_string(media, name)
    told = _as_parameters(media)
    caption = parsed_caption(told)
    for name in ("show_caption_above_media", "has_spoiler"):
        fields.optional_flag(media, name)
    source = attached(given, fields.optional_string(media, "media"))
    if source is None:
        raise RefusedError("media not found")
    stills = given_stills(given, *(fields.optional_string(media, name) for name in ("thumbnail", "cover")))
    kind = _kind(media, for_album=for_album)
    if for_album and kind == "document":
        told.values["disable_content_type_detection"] = "true"
    return InputMedia(kind, source, told, caption, stills)


def _kind(media: Json, *, for_album: bool) -> str:
    kind = fields.string(media, "type")
    if kind == "voice_note":
        raise RefusedError(f'type "{kind}" is not allowed')
    if kind not in _KINDS:
        raise RefusedError(f'type "{kind}" is unsupported')
    if for_album and kind == "animation":
        raise RefusedError(f'type "{kind}" can\'t be used in sendMediaGroup')
    for name in _NUMBERS:
        fields.optional_whole(media, name)
    for name in _STRINGS:
        fields.optional_string(media, name)
    for name in _FLAGS:
        fields.optional_flag(media, name)
    return kind


def _as_parameters(media: Json) -> Parameters:
    plain = {name: value for name, value in media.items() if name != "caption_entities" and value is not None}
    values = {name: value if isinstance(value, str) else json.dumps(value) for name, value in plain.items()}
    return Parameters({**values, "caption_entities": encoded(media.get("caption_entities"))})


def made_media(telegram: Telegram, picked: Picked) -> Media:
    for slip in file_slips(picked):
        telegram.record.slip(picked.kind, slip)
    return media_of(telegram.files, picked)
