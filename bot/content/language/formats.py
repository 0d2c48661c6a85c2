"""How a language writes lists, times, days and its own name, by Unicode's rules through Babel."""

from collections.abc import Iterable
from datetime import date, datetime, time
from functools import lru_cache, reduce

from babel import Locale, UnknownLocaleError
from babel.dates import parse_pattern
from babel.lists import format_list

from bot.content.language.direction import joined
from bot.content.source.language_tags import LANGUAGE

WRITTEN_AS = {"en": "en-GB"}
"""Our English is British: the day before the month, and no comma before "and"."""

CACHED = 2048


class Formats:
    def __init__(self, tag: str) -> None:
        """Raises ValueError for anything that is no language tag, and for a language unknown to Babel."""
        if not LANGUAGE.fullmatch(tag):
            raise ValueError(
                f"'{tag}' is no language; they are named as in 'de' or 'pt-br', in small letters"
            )
        try:
            self._locale = Locale.parse(WRITTEN_AS.get(tag, tag), sep="-")
        except UnknownLocaleError as unknown:
            raise ValueError(str(unknown)) from None
        name = Locale.parse(tag, sep="-").get_display_name() or tag
        self.name = name[0].upper() + name[1:]
        """The language's own: "Deutsch"."""
        # 24 hours everywhere, and 8:30 without a leading 0, since buttons are narrow.
        self._clock_pattern = parse_pattern(self._locale.datetime_skeletons["Hm"].pattern.replace("HH", "H"))
        self._between = self._locale.list_patterns["standard"]["middle"]
        self._clock = lru_cache(CACHED)(self._written_clock)

    def listed(self, items: Iterable[str]) -> str:
        return joined(items, lambda every: reduce(self._between.format, every) if every else "")

    def all_of(self, items: Iterable[str]) -> str:
        return joined(items, lambda every: format_list(every, "standard", self._locale))

    def parted(self, items: Iterable[str]) -> str:
        return joined(items, " · ".join)

    def clock(self, at: time | datetime) -> str:
        return self._clock(at.hour, at.minute)

    def _written_clock(self, hour: int, minute: int) -> str:
        return str(self._clock_pattern.apply(time(hour, minute), self._locale))

    def date(self, day: date) -> str:
        return str(self._locale.datetime_skeletons["MMMMd"].apply(day, self._locale))

    def weekday(self, day: int, *, short: bool = False) -> str:
        # Not the standalone names: Babel mixes languages up there once several have been read.
        return str(self._locale.days["format"]["abbreviated" if short else "wide"][day])
