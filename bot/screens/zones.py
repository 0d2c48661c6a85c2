"""What time it is where a person is: asked by the clock, by a city, by a place they share."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.places import City
from bot.screens import keys
from bot.screens.actions import Go, Place
from bot.screens.days import clock
from bot.screens.reminder_actions import ClockSays, SetZone
from bot.screens.screen import Button, Screen, Words
from bot.screens.text import lines, plain

HOURS = range(4 * 1, 4 * 26 + 1, 4)
"""From UTC-11 on; in quarters of an hour ahead of UTC-12."""

ODD = (10, 34, 62, 66, 70, 71, 74, 86, 90, 99)
"""Where the clock is not whole hours from UTC: St. John's, Tehran, Kabul, Delhi, Kathmandu, Yangon, Adelaide …"""


def ask_zone(now: datetime, place: str, words: Words, *, zone: str) -> Screen:
    """`now`: where they are, as far as is known. `place`: of a zone they agreed with."""
    text = words("zone-is", time=clock(now), place=place) if place else words("zone-ask", time=clock(now))
    rows = (
        (
            Button(words("button-zone-yes"), SetZone(zone)),
            Button(words("button-zone-no"), Go(Place.ASK_CLOCK)),
        ),
        _back(Place.SETTINGS, words),
    )
    return Screen(plain(text), rows)


def ask_clock(utc: datetime, words: Words, note: str = "") -> Screen:
    """What does your clock say? Two that say the same are a day apart, and are told apart by the city."""
    seen: dict[str, Button] = {}
    for quarters in HOURS:
        label = clock(utc + ahead(quarters))
        seen.setdefault(label, Button(label, ClockSays(quarters)))
    times = list(seen.values())
    rows = [tuple(times[start : start + 3]) for start in range(0, len(times), 3)]
    text = lines(plain(note), plain(words("ask-clock")), plain(words("ask-clock-note")))
    return Screen(text, (*rows, _back(Place.REMINDERS, words)))


def ask_city(cities: Sequence[City], words: Words) -> Screen:
    """Cities whose clocks say the same now, or that have one name."""
    buttons = (
        Button(words("zone-city", city=city.name, country=city.country), SetZone(city.zone))
        for city in cities
    )
    back = (Button(words("button-back"), Go(Place.ASK_CLOCK)), keys.home(words))
    return Screen(plain(words("ask-city")), (*keys.paired(buttons), back))


def ahead(quarters: int) -> timedelta:
    """Of UTC."""
    return timedelta(minutes=15 * quarters, hours=-12)


def _back(place: Place, words: Words) -> tuple[Button, ...]:
    return (Button(words("button-back"), Go(place)), keys.home(words))
