"""Finds the two letters of a country by its name, in the languages that many people write in."""

from collections.abc import Mapping
from functools import cache

from babel import Locale

from bot.domain.reminders.places import plain_name

_LANGUAGES = ("en", "es", "de", "fr", "it", "pt", "tr", "id")
_ALSO = {
    "GB": ("uk", "england", "scotland", "wales", "northern ireland", "britain", "great britain"),
    "US": ("usa", "the us", "america", "the states", "united states of america"),
    "NL": ("holland",),
    "CZ": ("czech republic",),
    "AE": ("uae", "emirates"),
    "TR": ("turkey", "turkiye"),
    "KR": ("korea",),
    "HK": ("hong kong",),
    "MM": ("myanmar", "burma"),
    "MK": ("macedonia",),
    "CI": ("ivory coast",),
}
"""What people say that the lists of names do not have."""


_ARTICLE = "the "


def country_called(name: str) -> str | None:
    """Its two letters (ISO 3166)."""
    plain = plain_name(name)
    return _countries().get(plain) or _countries().get(plain.removeprefix(_ARTICLE))


@cache
def _countries() -> Mapping[str, str]:
    """By their names as `plain_name` leaves them."""
    named = {plain_name(name): code for code, names in _ALSO.items() for name in names}
    for language in _LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == len("GB"):
                named.setdefault(plain_name(name), code)
    return named
