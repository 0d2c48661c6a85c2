"""What time it is where a person is: asked by the clock, by a city, or by a place they share."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.reminders.places import City
from bot.screens import keys
from bot.screens.buttons.actions import (
    Action,
    AskClock,
    ClockSays,
    Go,
    OpenSettings,
    Place,
    SettingsGroup,
    SetZone,
)
from bot.screens.screen import Button, Screen, Words
from bot.screens.text import lines, plain

USUAL = tuple(4 * (12 + hours) for hours in (*range(-8, -2), *range(13)))
"""Where nearly everybody lives: whole hours from UTC, in quarters of an hour ahead of UTC-12."""


@dataclass(frozen=True, slots=True)
class Where:
    """`now`: in the person's time zone, as far as is known; `zone`: its IANA name. `is_sure`: they agreed with it. `place`: the zone's
    biggest city; "" if it has none."""

    now: datetime
    zone: str
    is_sure: bool
    place: str = ""

    @property
    def today(self) -> date:
        return self.now.date()


def asks(where: Where, words: Words) -> str:
    """Calls a guess a guess, and names the place whose clock it goes by."""
    time = words.clock(where.now)
    if where.is_sure:
        return words("zone-is", time=time, place=where.place or where.zone)
    return words("zone-guess", time=time, place=where.place) if where.place else words("zone-ask", time=time)


def assumed(where: Where, words: Words) -> str | None:
    if where.is_sure:
        return None
    time = words.clock(where.now)
    if where.place:
        return words("zone-assumed-place", time=time, place=where.place)
    return words("zone-assumed", time=time)


def right_or_not(where: Where, words: Words) -> tuple[Button, Button]:
    """Neither button is coloured: yes is no better an answer than no."""
    yes = Button(words("button-zone-yes"), SetZone(where.zone))
    return yes, Button(words("button-zone-no"), AskClock(odd=False))


def not_mine(where: Where, words: Words) -> tuple[Button, ...]:
    """Stands beside a reminder that would go by a guess."""
    return () if where.is_sure else (Button(words("button-not-my-clock"), AskClock(odd=False)),)


def ask_zone(where: Where, words: Words) -> Screen:
    text = asks(where, words)
    rows = (
        right_or_not(where, words),
        (Button(words("button-back"), OpenSettings(SettingsGroup.REMINDERS)), keys.home(words)),
    )
    return Screen(plain(text), rows)


def ask_clock(  # noqa: PLR0913 - what stands there
    utc: datetime,
    shown: Collection[int],
    words: Words,
    note: str = "",
    draft: Action | None = None,
    *,
    odd: bool = False,
) -> Screen:
    """`draft`: shows the reminder that is not kept yet again. `shown`: what any clock on Earth shows now, as quarters
    of an hour ahead of UTC-12. Clocks exactly a day apart are one."""
    page = sorted(set(shown) - set(USUAL)) if odd else [quarters for quarters in USUAL if quarters in shown]
    labels = {words.clock(utc + ahead(quarters)): quarters for quarters in page}
    times = [Button(label, ClockSays(quarters)) for label, quarters in labels.items()]
    rows = [tuple(times[start : start + 3]) for start in range(0, len(times), 3)]
    others = Button(words("choice-clock-whole" if odd else "choice-clock-odd"), AskClock(not odd))
    text = lines(plain(note), plain(words("ask-clock")), plain(words("ask-clock-note")))
    return Screen(text, (*rows, (others,), keys.back_row(draft or Go(Place.REMINDERS), words)))


def ask_city(cities: Sequence[City], utc: datetime, words: Words, draft: Action | None = None) -> Screen:
    """For cities whose clocks show the same now, or that share a name: those of one country are told apart by their clocks."""
    labels = [words("zone-city", city=city.name, country=city.country) for city in cities]
    buttons = [
        Button(
            keys.cut(label if labels.count(label) == 1 else _told_apart(city, utc, words)), SetZone(city.zone)
        )
        for city, label in zip(cities, labels, strict=True)
    ]
    back = (Button(words("button-back"), draft or AskClock(odd=False)), keys.home(words))
    return Screen(plain(words("ask-city")), (*keys.paired(buttons), back))


def _told_apart(city: City, utc: datetime, words: Words) -> str:
    there = words.clock(utc.astimezone(ZoneInfo(city.zone)))
    return words("zone-city-then", city=city.name, country=city.country, time=there)


def ahead(quarters: int) -> timedelta:
    return timedelta(minutes=15 * quarters, hours=-12)
