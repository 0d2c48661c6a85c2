"""Turns a given text into the text that Telegram keeps: parsed, cleaned, measured, with Telegram's own entities added."""

import json
import re
from dataclasses import dataclass

from bot.phone.given.parameters import Json, Parameters, is_utf8
from bot.phone.given.refused import RefusedError
from bot.phone.text.detected import detected
from bot.phone.text.html import entity_order, parse_html, utf16_length

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_RAW_BYTES = 32768
MOST_ENTITIES = 100

_BLANKED = {code: " " for code in range(32) if code not in {0x0A, 0x0D}}
_DROPPED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_UNTIDY = re.compile("[\x00-\x09\x0b-\x1f\u2028-\u202e\u0333\u033f\u030a]")
_BLOCKS = {"code", "pre"}
_JOINED = {"bold", "italic", "underline", "strikethrough", "spoiler"}
_GIVEN_TYPES = _BLOCKS | _JOINED | {
    "blockquote", "expandable_blockquote", "text_link", "text_mention", "custom_emoji", "date_time",
}  # fmt: skip
_NEEDED = {
    "text_link": ("url",), "text_mention": ("user",), "custom_emoji": ("custom_emoji_id",), "date_time": ("unix_time",),
}  # fmt: skip
_DETECTED_TYPES = {
    "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text with its entities in Telegram's wire form (UTF-16 units)."""

    text: str = ""
    entities: tuple[Json, ...] = ()


NO_TEXT = Formatted()


def parsed(text: str, parse_mode: str, entities: str) -> Formatted:
    """Comes before the chat is looked for: unreadable text is refused first."""
    if not is_utf8(text):
        raise RefusedError("Text must be encoded in UTF-8")
    if len(text) * 4 > LONGEST_RAW_BYTES and len(text.encode()) > LONGEST_RAW_BYTES:
        raise RefusedError("Text is too long")
    if not text:
        return NO_TEXT
    match parse_mode.lower():
        case "html":
            plain, found = parse_html(text)
            return Formatted(plain, tuple(found))
        case "markdown" | "markdownv2":
            raise RefusedError("Can't parse entities: this phone doesn't speak Markdown, only HTML")
        case "" | "none":
            given = _given_entities(entities) if entities else ()
            _check_cuts(text, given)
            return Formatted(text, given)
        case _:
            raise RefusedError("Unsupported parse_mode")


def parsed_text(given: Parameters) -> Formatted:
    if not given.text("text"):
        raise RefusedError("Message text is empty")
    return parsed(given.text("text"), given.text("parse_mode"), given.text("entities"))


def parsed_caption(given: Parameters) -> Formatted:
    return parsed(given.text("caption"), given.text("parse_mode"), given.text("caption_entities"))


def settled_text(draft: Formatted, *, too_long: str) -> Formatted:
    """Comes after the chat was found: cleaned, not blank, at most 4,096 code points."""
    kept = settled(draft)
    if not kept.text:
        raise RefusedError("Text must be non-empty")
    if len(kept.text) > LONGEST_TEXT:
        raise RefusedError(too_long)
    return kept


def settled_caption(draft: Formatted, *, too_long: str) -> Formatted:
    kept = settled(draft)
    if len(kept.text) > LONGEST_CAPTION:
        raise RefusedError(too_long)
    return kept


def settled(draft: Formatted) -> Formatted:
    text, entities = _cleaned(draft.text, draft.entities)
    text, entities = _trimmed(text, entities)
    entities = _mended(entities)
    for own in detected(text):
        if not any(_clash(own, entity) for entity in entities):
            entities.append(own)
    return Formatted(text, tuple(sorted(entities, key=entity_order)[:MOST_ENTITIES]))


def _cleaned(text: str, entities: tuple[Json, ...]) -> tuple[str, list[Json]]:
    if not _UNTIDY.search(text):
        return text, list(entities)
    text = text.translate(_BLANKED)
    gone = [utf16_length(text[: found.start()]) for found in _DROPPED.finditer(text)]
    return _DROPPED.sub("", text), _shifted(entities, gone)


def _shifted(entities: tuple[Json, ...], gone: list[int]) -> list[Json]:
    """`gone`: UTF-16 positions that were removed from the text."""
    kept = []
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        before = sum(position < start for position in gone)
        inside = sum(start <= position < end for position in gone)
        kept.append({**entity, "offset": start - before, "length": end - start - inside})
    return kept


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    text = text.rstrip(" \n")
    first = min((entity["offset"] for entity in entities), default=len(text))
    lead = min(len(text) - len(text.lstrip(" \n")), first)
    text = text[lead:]
    end = utf16_length(text)
    return text, [_cut(entity, lead, end) for entity in entities]


def _cut(entity: Json, lead: int, end: int) -> Json:
    offset = entity["offset"] - lead
    length = min(entity["length"], end - offset)
    return (
        entity if not lead and length == entity["length"] else {**entity, "offset": offset, "length": length}
    )


def _mended(entities: list[Json]) -> list[Json]:
    """No entity may lie inside code. Two neighbours of one plain kind become one entity."""
    kept: list[Json] = []
    for entity in sorted((entity for entity in entities if entity["length"] > 0), key=entity_order):
        if any(block["type"] in _BLOCKS and _clash(block, entity) for block in kept):
            continue
        before = next((other for other in reversed(kept) if _joins(other, entity)), None)
        if before is None:
            kept.append(entity)
        else:
            end = max(before["offset"] + before["length"], entity["offset"] + entity["length"])
            kept[kept.index(before)] = {**before, "length": end - before["offset"]}
    return kept


def _joins(before: Json, entity: Json) -> bool:
    return (
        before["type"] == entity["type"]
        and entity["type"] in _JOINED
        and before["offset"] + before["length"] >= entity["offset"]
    )


def _clash(one: Json, other: Json) -> bool:
    """True if they share text. A detected entity may lie inside bold, but not inside code or a link."""
    if one["type"] in _DETECTED_TYPES and other["type"] in _JOINED | {"blockquote", "expandable_blockquote"}:
        return False
    return bool(
        one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"]
    )


def _given_entities(text: str) -> tuple[Json, ...]:
    """Telegram ignores a value that is no array, and refuses a bad element."""
    try:
        elements = json.loads(text)
    except ValueError:
        return ()
    if not isinstance(elements, list):
        return ()
    kept = map(_given_entity, elements)
    return tuple(entity for entity in kept if entity is not None)


def _given_entity(element: object) -> Json | None:
    if not isinstance(element, dict):
        raise _bad_entity("expected an Object")
    for name, kind in (("type", str), ("offset", int), ("length", int)):
        if not isinstance(element.get(name), kind):
            raise _bad_entity(f'Field "{name}" must be of type {"String" if kind is str else "Number"}')
    if element["type"] in _DETECTED_TYPES:
        return None
    if element["type"] not in _GIVEN_TYPES:
        raise _bad_entity("Unsupported type specified")
    for name in _NEEDED.get(element["type"], ()):
        if name not in element:
            raise _bad_entity(f'Can\'t find field "{name}"')
    return dict(element) if element["offset"] >= 0 and element["length"] > 0 else None


def _check_cuts(text: str, entities: tuple[Json, ...]) -> None:
    """Refuses an entity that begins or ends between the two UTF-16 units of one character."""
    units = text.encode("utf-16-le") if entities else b""
    for entity in entities:
        start = entity["offset"] * 2
        for verb, at in (("begins", start), ("ends", start + entity["length"] * 2)):
            if 0 < at < len(units) and units[at + 1] & 0xFC == 0xDC:
                before = len(units[: at - 2].decode("utf-16-le").encode())
                raise RefusedError(f"Entity {verb} in a middle of a UTF-16 symbol at byte offset {before}")


def _bad_entity(reason: str) -> RefusedError:
    return RefusedError(f"Can't parse MessageEntity: {reason}")
