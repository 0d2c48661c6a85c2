"""Finds the entities that Telegram marks by itself: commands, mentions, tags, links and mail addresses."""

import re

from bot.phone.given.parameters import Json
from bot.phone.text.html import utf16_length

_TRIGGER = re.compile(r"[/@#$]|\.[A-Za-z]")
_PATTERNS = {
    "url": re.compile(
        r"(?<![\w@.-])(?:https?://[^\s<>\"]+|(?:[a-z0-9-]+\.)+(?:com|org|net|io|me|dev|app|eu|de|co)(?:/[^\s<>\"]*)?)(?<![.,:;!?)])(?![\w@])",
        re.IGNORECASE,
    ),
    "email": re.compile(r"(?<![\w.+-])[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}\b"),
    "bot_command": re.compile(r"(?<![\w/<>.:@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])"),
    "mention": re.compile(r"(?<![\w.+@/-])@[A-Za-z0-9_]{3,32}(?!\w)"),
    "hashtag": re.compile(r"(?<![\w#])#(?=\w*[^\W\d_])\w{1,256}(?![\w#])"),
    "cashtag": re.compile(r"(?<![\w$])\$[A-Z]{1,8}(?![\w$])"),
}


def detected(text: str) -> list[Json]:
    """Counts in UTF-16 units. If two overlap, the one found first stays."""
    if not _TRIGGER.search(text):
        return []
    taken: list[tuple[int, int]] = []
    entities = []
    for kind, pattern in _PATTERNS.items():
        for found in pattern.finditer(text):
            if not any(start < found.end() and found.start() < end for start, end in taken):
                taken.append(found.span())
                entities.append(_entity(kind, text, found))
    return entities


def _entity(kind: str, text: str, found: re.Match[str]) -> Json:
    return {
        "type": kind,
        "offset": utf16_length(text[: found.start()]),
        "length": utf16_length(found[0]),
    }
