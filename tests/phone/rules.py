"""A rule of Telegram's, as a call just inside it and one just outside."""

from dataclasses import dataclass
from typing import Any

from tests.phone.caller import Caller

_PREFIXES = {400: "Bad Request: ", 403: "Forbidden: "}


@dataclass(frozen=True)
class Rule:
    """What stands in the chats before the call is said where the rules are."""

    method: str
    inside: dict[str, Any]
    outside: dict[str, Any]
    refusal: str
    inside_files: dict[str, bytes] | None = None
    outside_files: dict[str, bytes] | None = None
    status: int = 400

    async def check(self, call: Caller) -> None:
        outside = await call(self.method, self.outside_files, **self.outside)
        inside = await call(self.method, self.inside_files, **self.inside)

        assert (outside.status, outside.refusal) == (self.status, _PREFIXES[self.status] + self.refusal)
        assert inside.body["ok"], inside.body
