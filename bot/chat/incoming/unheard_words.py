"""Keeps the newest words of people who write faster than anybody can listen, until there is time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.chat.incoming.news_of import LONGEST_NAME, LONGEST_TEXT

PEOPLE = 200
"""Beyond this many, the person who has been silent for longest is forgotten."""

KEPT = 64
"""The newest messages of one person. The same words twice count as one."""

KEPT_LETTERS = 2 * LONGEST_TEXT
"""Letters of one person."""

AT_ONCE = 16
"""Messages heard together, with no more letters than one message may have: they take as long as one long message."""

_KINDS = ("message", "edited_message", "channel_post")
_OF_A_PERSON = ("id", "is_bot", "first_name", "language_code")
_OF_A_MESSAGE = ("message_id", "date", "edit_date", "forward_origin", "via_bot")


@dataclass(frozen=True, slots=True)
class Unheard:
    """`raw`: only the part of the update that deciding needs."""

    number: int
    raw: dict[str, Any]
    words: str


class UnheardWords:
    """Kept in memory only, by the id of the chat."""

    def __init__(self) -> None:
        self._kept: dict[int, dict[str, Unheard]] = {}

    def __contains__(self, whose: int) -> bool:
        return whose in self._kept

    def people(self) -> Iterable[int]:
        return tuple(self._kept)

    def keep(self, whose: int, number: int, raw: Mapping[str, Any], words: str) -> None:
        theirs = self._kept.pop(whose, {})
        theirs.pop(words, None)
        theirs[words] = Unheard(number, {"update_id": number, **_needed(raw)}, words)
        while len(theirs) > KEPT or sum(map(len, theirs)) > KEPT_LETTERS:
            del theirs[next(iter(theirs))]
        self._kept[whose] = theirs
        if len(self._kept) > PEOPLE:
            del self._kept[next(iter(self._kept))]

    def take(self, whose: int) -> list[Unheard]:
        theirs = self._kept.get(whose, {})
        taken: list[Unheard] = []
        letters = 0
        for unheard in theirs.values():
            letters += len(unheard.words)
            if taken and (len(taken) == AT_ONCE or letters > LONGEST_TEXT):
                break
            taken.append(unheard)
        for unheard in taken:
            del theirs[unheard.words]
        if not theirs:
            self.forget(whose)
        return taken

    def forget(self, whose: int) -> None:
        self._kept.pop(whose, None)


def _needed(raw: Mapping[str, Any]) -> dict[str, Any]:
    kind = next(kind for kind in _KINDS if raw.get(kind))
    message = raw[kind]
    said = {name: str(message[name])[:LONGEST_TEXT] for name in ("text", "caption") if message.get(name)}
    chat = {"id": message["chat"]["id"], "type": message["chat"]["type"]}
    return {kind: {**_only(message, _OF_A_MESSAGE), **said, "chat": chat, **_sender(message)}}


def _sender(message: Mapping[str, Any]) -> dict[str, Any]:
    user = message.get("from")
    if not user:
        return {}
    return {"from": {**_only(user, _OF_A_PERSON), "first_name": user["first_name"][:LONGEST_NAME]}}


def _only(told: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: told[name] for name in names if name in told}
