"""Reads Telegram's HTML: the plain text, its entities, and Telegram's own complaints with their byte offsets.

Rules, tag names and messages are those of TDLib's parse_html; offsets and lengths of entities are UTF-16 units.
"""

import re
from dataclasses import dataclass

from bot.phone.given.parameters import Json
from bot.phone.given.refused import RefusedError
from bot.phone.text.links import checked_link, linked_person

TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "blockquote": "blockquote", "span": "spoiler", "tg-spoiler": "spoiler", "a": "text_link",
    "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip

# The order of two entities over the very same text.
_RANKS = {
    "blockquote": 0, "expandable_blockquote": 0, "pre": 11, "code": 20, "text_link": 49, "text_mention": 49, "bold": 90,
    "italic": 91, "underline": 92, "strikethrough": 93, "spoiler": 94, "custom_emoji": 99,
}  # fmt: skip

_SPACES = " \t\r\n\0\v"
_SPECIAL = re.compile("[<&]")
_SPACE = re.compile(f"[{_SPACES}]*")
_TAG_NAME = re.compile(f"[^{_SPACES}>]*")
_ATTRIBUTE_NAME = re.compile(f"[^{_SPACES}=>]*")
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]*)|#(?!x)([0-9]*)|(lt|gt|amp|quot)(?![A-Za-z]));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_ARGUMENTS = {("a", "href"), ("tg-emoji", "emoji-id"), ("tg-time", "unix")}


def utf16_length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def entity_order(entity: Json) -> tuple[int, int, int]:
    return entity["offset"], -entity["length"], _RANKS.get(entity["type"], 50)


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    format: str
    offset: int
    position: int


class _HtmlReader:
    def __init__(self, source: str) -> None:
        self.source = source + "\0"  # the end is a character, so no look-ahead needs a bound
        self.at = 0
        self.parts: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        while found := _SPECIAL.search(self.source, self.at):
            self._keep(self.source[self.at : found.start()])
            self.at = found.start()
            if found[0] == "&":
                self._reference()
            elif self.source[self.at + 1] == "/":
                self._end_tag()
            else:
                self._start_tag()
        self._keep(self.source[self.at : -1])
        if self.open:
            raise _complaint(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return self._text(), sorted(map(_settled, self.entities), key=entity_order)

    def _text(self) -> str:
        text = "".join(self.parts)
        try:
            text.encode()
        except UnicodeEncodeError:
            raise _complaint(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            ) from None
        return text

    def _keep(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.length += utf16_length(text)

    def _reference(self) -> None:
        found = _REFERENCE.match(self.source, self.at)
        self._keep(_decoded(found) if found else "&")
        self.at = found.end() if found else self.at + 1

    def _skip(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.source, self.at)
        self.at = found.end() if found else self.at
        return found[0] if found else ""

    def _here(self) -> str:
        return self.source[self.at] if self.at < len(self.source) - 1 else ""

    def _offset(self, position: int) -> str:
        return f"at byte offset {len(self.source[:position].encode('utf-8', 'surrogatepass'))}"

    def _start_tag(self) -> None:
        begin = self.at
        self.at += 1
        tag = self._skip(_TAG_NAME).lower()
        if not self._here():
            raise _complaint(f"Unclosed start tag {self._offset(begin)}")
        if tag not in TAGS:
            raise _complaint(f'Unsupported start tag "{tag}" {self._offset(begin)}')
        opened = _Open(tag, "", "", self.length, len(self.parts))
        while self._more_attributes(tag, begin):
            name = self._skip(_ATTRIBUTE_NAME)
            if not name:
                raise _complaint(f'Empty attribute name in the tag "{tag}" {self._offset(begin)}')
            _note(opened, name, self._attribute_value(tag, begin))
        self.at += 1
        if tag == "span" and opened.argument != "spoiler":
            raise _complaint(f'Tag "span" must have class "tg-spoiler" {self._offset(begin)}')
        self.open.append(opened)

    def _more_attributes(self, tag: str, begin: int) -> bool:
        self._skip(_SPACE)
        if self.at >= len(self.source):
            raise _complaint(f'Unclosed start tag "{tag}" {self._offset(begin)}')
        return self.source[self.at] != ">"

    def _attribute_value(self, tag: str, begin: int) -> str | None:
        self._skip(_SPACE)
        if self.at >= len(self.source) or self.source[self.at] != "=":
            return None
        self.at += 1
        self._skip(_SPACE)
        if not self._here():
            raise _complaint(f'Unclosed start tag "{tag}" {self._offset(begin)}')
        value = self._quoted() if self.source[self.at] in "\"'" else self._token()
        if not self._here():
            raise _complaint(f"Unclosed start tag {self._offset(begin)}")
        return value

    def _token(self) -> str:
        start = self.at
        value = self._skip(_NAME_TOKEN).lower()
        if self.source[self.at] not in _SPACES + ">":
            raise _complaint(f"Unexpected end of name token {self._offset(start)}")
        return value

    def _quoted(self) -> str:
        end = self.source.find(self.source[self.at], self.at + 1)
        raw = self.source[self.at + 1 : end if end >= 0 else -1]
        self.at = end + 1 if end >= 0 else len(self.source)
        return _REFERENCE.sub(_decoded, raw)

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise _complaint(f"Unexpected end tag {self._offset(begin)}")
        self.at += 2
        name = self._skip(_TAG_NAME)
        self._skip(_SPACE)
        if not self._here() or self.source[self.at] != ">":
            raise _complaint(f"Unclosed end tag {self._offset(begin)}")
        self.at += 1
        opened = self.open.pop()
        if name and name.lower() != opened.tag:
            raise _complaint(
                f'Unmatched end tag {self._offset(begin)}, expected "</{opened.tag}>", found "</{name}>"'
            )
        if self.length > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        entity: Json = {
            "type": TAGS[opened.tag],
            "offset": opened.offset,
            "length": self.length - opened.offset,
        }
        before = self.entities[-1] if self.entities else None
        if before is not None and _is_language_pair(before, entity, opened):
            before["type"], before["language"] = "pre", before.get("language") or opened.argument
        elif _completed(entity, opened, "".join(self.parts[opened.position :])):
            self.entities.append(entity)


def _is_language_pair(before: Json, entity: Json, opened: _Open) -> bool:
    if (before["offset"], before["length"]) != (entity["offset"], entity["length"]):
        return False
    pair = before["type"], entity["type"]
    return (pair == ("code", "pre") and bool(before.get("language"))) or (
        pair == ("pre", "code") and bool(opened.argument)
    )


def _completed(entity: Json, opened: _Open, inner: str) -> bool:
    """Fills in the fields that its kind needs. False if the entity vanishes and only its text stays."""
    match opened.tag:
        case "a":
            return _link(entity, opened.argument or inner)
        case "tg-emoji":
            if not opened.argument.isdigit():
                raise _complaint("Invalid custom emoji identifier specified")
            entity["custom_emoji_id"] = opened.argument
        case "tg-time":
            _moment(entity, opened)
        case "blockquote" if opened.argument:
            entity["type"] = "expandable_blockquote"
        case "code" if opened.argument:
            entity["language"] = opened.argument
        case _:
            pass
    return True


def _link(entity: Json, link: str) -> bool:
    if person := linked_person(link):
        entity["type"] = "text_mention"
        # Only Telegram's servers know the real name; the object is complete without it.
        entity["user"] = {"id": person, "is_bot": False, "first_name": str(person)}
        return True
    entity["url"] = checked_link(link)
    return entity["url"] is not None


def _moment(entity: Json, opened: _Open) -> None:
    if not re.fullmatch(r"-?[0-9]{1,10}", opened.argument):
        raise _complaint("Invalid Unix time specified")
    entity["unix_time"] = int(opened.argument)
    if shape := _date_format(opened.format):
        entity["date_time_format"] = shape


def _date_format(given: str) -> str:
    if given == "r":
        return given
    if set(given) - set("tTdDwW"):
        raise _complaint("Invalid date format used")
    day = "D" if "D" in given else "d" if "d" in given else ""
    clock = "T" if "T" in given else "t" if "t" in given else ""
    return ("w" if "w" in given.lower() else "") + day + clock


def _settled(entity: Json) -> Json:
    if entity["type"] == "code":
        entity.pop("language", None)
    return entity


def _note(opened: _Open, name: str, value: str | None) -> None:
    if opened.tag == "blockquote" and name == "expandable":
        opened.argument = "1"
    elif opened.tag == "code" and name == "class" and (value or "").startswith("language-"):
        opened.argument = (value or "").removeprefix("language-")
    elif opened.tag == "span" and name == "class" and (value or "").startswith("tg-"):
        opened.argument = (value or "").removeprefix("tg-")
    elif opened.tag == "tg-time" and name == "format":
        opened.format = value or ""
    elif (opened.tag, name) in _ARGUMENTS:
        opened.argument = value or ""


def _decoded(found: re.Match[str]) -> str:
    """A reference that Telegram does not know stays as it was written."""
    if found[3]:
        return _NAMED[found[3]]
    digits, base = (found[1], 16) if found[1] is not None else (found[2], 10)
    written = found[0].removesuffix(";")
    code = int(digits, base) if digits and len(written) < 10 else 0
    return chr(code) if 0 < code < 0x10FFFF else found[0]


def _complaint(text: str) -> RefusedError:
    return RefusedError(f"Can't parse entities: {text}")


def parse_html(source: str) -> tuple[str, list[Json]]:
    return _HtmlReader(source).read()
