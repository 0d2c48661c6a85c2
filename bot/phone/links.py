"""Puts a link as Telegram would keep it, or finds it unusable."""

import re

_WEB = re.compile(
    r"(?:(?P<scheme>[a-z][a-z0-9+.-]*)://)?(?:[^/?#@\s]*@)?(?P<host>[^\s/?#:@]+)(?P<port>:\d{1,5})?(?P<rest>[/?#].*)?",
    re.IGNORECASE | re.DOTALL,
)
_APP = re.compile(r"tg:/{0,2}(?=[a-z])(?P<rest>\S+)", re.IGNORECASE)
_PERSON = re.compile(r"tg:/{0,2}user\?id=([0-9]{1,19})", re.IGNORECASE)
_SCHEMES = {"http", "https", "ton", "tonsite"}


def checked_link(link: str) -> str | None:
    """The link with its scheme and a path ("telegram.org" is "http://telegram.org/"); None when it is none."""
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
    """The id in tg://user?id=7."""
    found = _PERSON.fullmatch(link)
    return int(found[1]) if found else None
