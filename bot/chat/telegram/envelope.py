"""Tells Telegram's answers from those of a proxy, a hotel's network or a hoster on the way to it."""

import json
from typing import Any

from telegram.error import NetworkError

from bot.chat.telegram.salvaged import salvaged

LONGEST_WORDS = 300
"""Letters of a refusal that are logged."""

_HINTS = {"retry_after": range(2**31), "migrate_to_chat_id": range(-(2**52), 2**52)}
"""What else a refusal may say: the seconds after which to ask again, or the new id of a chat."""


class NotTelegrams(NetworkError):
    """An answer that is not Telegram's: nothing it says about a chat or the token is believed.

    Its words are kept out of the message, as they may hold the call's address and so the token.
    """

    def __init__(self, status: int) -> None:
        super().__init__(f"not Telegram's answer (HTTP {status})")
        self.status = status

    @property
    def may_have_passed(self) -> bool:
        """A success that can't be read may mean that the call was carried out. An error from something in between means
        that it never arrived.
        """
        return is_success(self.status)


class Envelope(bytes):
    """The body of an answer from Telegram, read once."""

    holds: dict[str, Any]


def opened(status: int, body: bytes) -> Envelope:
    """Raises NotTelegrams if it is not as the Bot API says ("Making requests")."""
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
    parameters = holds.get("parameters") or {}
    return {
        **holds,
        "description": " ".join(holds["description"].split())[:LONGEST_WORDS],
        "parameters": {name: value for name, value in parameters.items() if name in _HINTS},
    }
