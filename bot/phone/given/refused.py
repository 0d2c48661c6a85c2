"""Refuses in Telegram's words: the error that every method raises, and how its text is put."""

import re

_KEPT_UPPER = re.compile(r"^.[_A-Z]")

# Refusals of Telegram's inner servers, and the outer server's words for them.
_REWRITTEN = {
    "WEBPAGE_CURL_FAILED": "Failed to get HTTP URL content",
    "WEBPAGE_MEDIA_EMPTY": "Wrong type of the web page content",
}
_PREFIXES = {400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 409: "Conflict"}


class RefusedError(Exception):
    """A call that Telegram answers with ok:false.

    `text` is the server's inner text ("Chat not found"); `description` what the caller reads
    ("Bad Request: chat not found"). `retry_after` is in seconds.
    """

    def __init__(
        self, text: str, status: int = 400, *, retry_after: int | None = None, migrate_to: int | None = None
    ) -> None:
        super().__init__(text)
        self.status = status
        self.retry_after = retry_after
        self.migrate_to = migrate_to
        self.description = _described(status, text)

    @property
    def hints(self) -> dict[str, int]:
        if self.retry_after is not None:
            return {"retry_after": self.retry_after}
        return {"migrate_to_chat_id": self.migrate_to} if self.migrate_to is not None else {}


def _described(status: int, text: str) -> str:
    prefix, text = _PREFIXES.get(status), _REWRITTEN.get(text, text)
    if prefix is None:
        return text
    return f"{prefix}: {_lowered(text)}" if text else prefix


def _lowered(text: str) -> str:
    """Telegram lowers the first letter, unless it begins a NAME_IN_CAPITALS."""
    return text if _KEPT_UPPER.match(text) else text[:1].lower() + text[1:]


def too_many_requests(seconds: int) -> RefusedError:
    return RefusedError(f"Too Many Requests: retry after {seconds}", 429, retry_after=seconds)
