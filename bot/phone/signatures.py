"""Which parameters a method of the Bot API has, read off the library's own signatures."""

import inspect
import re
from functools import cache

# The library's own: they never reach the wire under these names.
_NOT_ON_THE_WIRE = {
    "self", "read_timeout", "write_timeout", "connect_timeout", "pool_timeout", "api_kwargs", "filename",
    "allow_sending_without_reply", "reply_to_message_id", "disable_web_page_preview",
}  # fmt: skip


@cache
def known_parameters(method: str) -> frozenset[str]:
    """Of "sendMessage"; empty for a method that the library does not know."""
    from telegram import Bot  # noqa: PLC0415 - it takes a second to load, and the phone starts without it

    function = getattr(Bot, re.sub(r"(?<!^)(?=[A-Z])", "_", method).lower(), None)
    if function is None:
        return frozenset()
    return frozenset(inspect.signature(function).parameters) - _NOT_ON_THE_WIRE
