"""Tells Telegram's answers from those of a proxy, a hotel's network or a hoster on the way to it."""

import json
from typing import Any

from telegram.error import NetworkError

from bot.chat.telegram.salvaged import salvaged

LONGEST_WORDS = 300
"""Letters that are told of what Telegram says to a refusal."""

_HINTS = {"retry_after": range(2**31), "migrate_to_chat_id": range(-(2**52), 2**52)}
"""What a refusal may say more: after how many seconds to ask again, or the new id of a chat."""


class NotTelegrams(NetworkError):
    """Whatever answered, it was not Telegram, and what it says about a chat or the token is not to be believed.

    Its words are kept out of the message: they may hold the address of the call, and in it the token.
    """

    def __init__(self, status: int) -> None:
        super().__init__(f"not Telegram's answer (HTTP {status})")
        self.status = status

    @property
    def may_have_passed(self) -> bool:
        """An answer of success that can't be read leaves open whether the call was carried out; an error of somebody
        on the way says that it never got through."""
        return is_success(self.status)


class Envelope(bytes):
    """The body of an answer of Telegram's, read once: `holds` is the JSON object in it."""

    holds: dict[str, Any]


def opened(status: int, body: bytes) -> Envelope:
    """Raises NotTelegrams for what is not as the Bot API says ("Making requests")."""
    text = body.decode(errors="replace")
    try:
        holds = json.loads(text)
    except (ValueError, RecursionError):
        holds = salvaged(text)
    if not isinstance(holds, dict) or not _is_telegrams(status, holds):
        raise NotTelegrams(status)
    envelope = Envelope(body)
    envelope.holds = holds if is_success(status) else _refused(holds)
    return envelope


def is_success(status: int) -> bool:
    return 200 <= status <= 299


def _is_telegrams(status: int, holds: dict[str, Any]) -> bool:
    if is_success(status):
        return holds.get("ok") is True and "result" in holds
    return (
        holds.get("ok") is False
        and type(holds.get("error_code")) is int
        and isinstance(holds.get("description"), str)
        and _are_hints(holds.get("parameters") or {})
    )


def _are_hints(parameters: object) -> bool:
    if not isinstance(parameters, dict):
        return False
    hints = {name: value for name, value in parameters.items() if name in _HINTS}
    return all(type(value) is int and value in _HINTS[name] for name, value in hints.items())


def _refused(holds: dict[str, Any]) -> dict[str, Any]:
    """What is gone by of a refusal. Its words are logged: one short line, whoever was on the way."""
    parameters = holds.get("parameters") or {}
    return {
        **holds,
        "description": " ".join(holds["description"].split())[:LONGEST_WORDS],
        "parameters": {name: value for name, value in parameters.items() if name in _HINTS},
    }
