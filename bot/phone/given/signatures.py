"""Which parameters a method of the Bot API has, and which fields its objects, read off the library."""

import inspect
import re
from functools import cache

# Parameters of the library that never reach the wire under these names.
_NOT_ON_THE_WIRE = {
    "self", "read_timeout", "write_timeout", "connect_timeout", "pool_timeout", "api_kwargs", "filename",
    "allow_sending_without_reply", "reply_to_message_id", "disable_web_page_preview",
}  # fmt: skip
# More of them, by method: the library spreads their values over other parameters.
_OWN = {
    "sendMediaGroup": {"caption", "parse_mode", "caption_entities"},
    "sendLocation": {"location"},
}


@cache
def known_parameters(method: str) -> frozenset[str]:
    from telegram import Bot  # noqa: PLC0415 - it takes a second to load, and the phone starts without it

    function = getattr(Bot, re.sub(r"(?<!^)(?=[A-Z])", "_", method).lower(), None)
    if function is None:
        return frozenset()
    own = _NOT_ON_THE_WIRE | _OWN.get(method, set())
    return frozenset(inspect.signature(function).parameters) - own


@cache
def known_fields(kind: str) -> frozenset[str]:
    import telegram  # noqa: PLC0415 - as above

    type_ = getattr(telegram, kind, None)
    slots = {slot for base in getattr(type_, "__mro__", ()) for slot in getattr(base, "__slots__", ())}
    # The library keeps a time span under another name, such as "_duration".
    turned = {slot[1:] for slot in slots if isinstance(getattr(type_, slot[1:], None), property)}
    return frozenset(turned | {slot for slot in slots if not slot.startswith("_")}) - {"api_kwargs"}
