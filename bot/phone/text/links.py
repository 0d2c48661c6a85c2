"""Writes a link as Telegram keeps it, or finds it unusable."""

import re
from urllib.parse import parse_qsl

_WEB = re.compile(
    r"(?:(?P<scheme>[a-z][a-z0-9+.-]*)://)?(?:[^/?#@\s]*@)?(?P<host>[^\s/?#:@]+)(?P<port>:\d{1,5})?(?P<rest>[/?#].*)?",
    re.IGNORECASE | re.DOTALL,
)
_APP = re.compile(r"tg:/{0,2}(?=[a-z])(?P<rest>\S+)", re.IGNORECASE)
_PERSON = re.compile(r"tg:/{0,2}user\?id=([0-9]{1,19})", re.IGNORECASE)
_BOT = re.compile(
    r"(?:(?:https?://)?(?:t|telegram)\.(?:me|dog)/(?P<name>\w+)/?(?:\?(?P<query>.*))?)|(?:tg:/{0,2}resolve\?(?P<asked>.*))",
    re.IGNORECASE,
)
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")
_SCHEMES = {"http", "https", "ton", "tonsite"}


def checked_link(link: str) -> str | None:
    """Adds scheme and path: "telegram.org" becomes "http://telegram.org/". None for text that is no link."""
    if app := _APP.fullmatch(link):
        return f"tg://{app['rest']}"
    found = _WEB.fullmatch(link)
    if not found:
        return None
    scheme, host = (found["scheme"] or "http").lower(), found["host"].lower()
    if scheme not in _SCHEMES or "." not in host.strip("."):
        return None
    rest = found["rest"] or "/"
    return f"{scheme}://{host}{found['port'] or ''}{rest if rest.startswith('/') else '/' + rest}"


def linked_person(link: str) -> int | None:
    found = _PERSON.fullmatch(link)
    return int(found[1]) if found else None


def start_payload(link: str, username: str) -> str | None:
    """The word after ?start=; None if the link only opens the chat. Raises ValueError for a link to anything else."""
    found = _BOT.fullmatch(link)
    query = dict(parse_qsl((found["query"] or found["asked"] or "") if found else "", keep_blank_values=True))
    name = (found["name"] or query.get("domain", "")) if found else ""
    if name.lower() != username.lower():
        raise ValueError(f"{link} does not lead to @{username}")
    payload = query.get("start")
    if payload is not None and not _PAYLOAD.fullmatch(payload):
        raise ValueError(f"{payload!r} is not 1 to 64 of A-Z a-z 0-9 _ -")
    return payload
