"""Which time it is where a person is: assumed, asked for, and told; a change moves all their reminders."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.coach.case import Answer, Case, save_preferences, zone_named
from bot.coach.reminders import draft_at_hand
from bot.coach.reminders.when import set_anew, where_of
from bot.domain.plain_text import phrase
from bot.domain.reminders.places import City
from bot.domain.typed.awaited import Awaited, Wanted
from bot.screens.reminders import zone_screens as screens

MOST_CITIES = 12
MOST_WORDS, SHORTEST_CITY = 6, 4
"""A longer text names no city, and shorter names are also ordinary words."""

HARDLY_LIVED_IN = frozenset({"AQ", "GS", "TF"})
"""Antarctica and islands with a few dozen people: never offered, but found by name."""

QUARTER = timedelta(minutes=15)
CITY = Awaited(Wanted.CITY)


def assumed(case: Case) -> Case:
    if case.who.zone:
        return case
    return save_preferences(
        case, replace(case.who, zone=case.known.atlas.guess(case.person.language) or "UTC")
    )


def ask(case: Case) -> Answer:
    case = assumed(case)
    return Answer(screens.ask_zone(where_of(case), case.words), awaits=CITY)


def ask_clock(case: Case, note: str = "", *, odd: bool = False) -> Answer:
    draft = draft_at_hand.way_back(case)
    return Answer(screens.ask_clock(case.now, _shown(case), case.words, note, draft, odd=odd), awaits=CITY)


def _shown(case: Case) -> set[int]:
    """What clocks around the world show now, in quarters of an hour ahead of UTC-12."""
    lived_in = (
        zone for zone, city in case.known.atlas.biggest().items() if city.country not in HARDLY_LIVED_IN
    )
    offsets = (case.now.astimezone(zone_named(zone)).utcoffset() for zone in lived_in)
    return {round((offset - screens.ahead(0)) / QUARTER) for offset in offsets if offset is not None}


def moved(case: Case, zone: str) -> Case | None:
    if "/" not in zone and zone != "UTC":
        return None
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
    case = save_preferences(case, replace(case.who, zone=zone, zone_is_sure=True))
    set_anew(case)
    return case


def by_clock(case: Case, says: datetime) -> list[City]:
    found: dict[tuple[timedelta | None, ...], City] = {}
    for city in case.known.atlas.biggest().values():
        if city.country in HARDLY_LIVED_IN:
            continue
        here = case.now.astimezone(zone_named(city.zone))
        if (here.hour, here.minute) == (says.hour, says.minute):
            found.setdefault(_rules(city.zone, case.now), city)
    return list(found.values())[:MOST_CITIES]


def _rules(zone: str, now: datetime) -> tuple[timedelta | None, ...]:
    """The offsets today and at the start of each of the next 13 months: zones with the same offsets look the same to people."""
    year = now.year
    months = (
        datetime(year + (month > 12), (month - 1) % 12 + 1, 1, tzinfo=UTC)
        for month in range(now.month, now.month + 13)
    )
    return tuple(moment.astimezone(zone_named(zone)).utcoffset() for moment in (now, *months))


def shows(case: Case, city: City, at: time) -> bool:
    """Compares to the nearest quarter of an hour, because people read clocks in passing."""
    return minutes_apart(at, case.now.astimezone(zone_named(city.zone)).time()) <= QUARTER // timedelta(
        minutes=1
    )


def minutes_apart(one: time, other: time) -> int:
    apart = abs(one.hour * 60 + one.minute - other.hour * 60 - other.minute)
    return min(apart, 24 * 60 - apart)


def cities_named(case: Case, typed: str) -> Sequence[City]:
    """Cities that match all of `typed`, else the longest part of it that is a city's whole name ("valencia, spain"),
    else a country in it."""
    atlas = case.known.atlas
    if found := atlas.named(typed) or atlas.in_country(typed) or atlas.find(typed):
        return found
    parts = _parts(typed)
    named = (_of_whole_name(case, part) for part in parts if len(part) >= SHORTEST_CITY)
    return next(filter(None, named), ()) or next(filter(None, map(atlas.in_country, parts)), ())


def _of_whole_name(case: Case, part: str) -> list[City]:
    return [city for city in case.known.atlas.find(part) if phrase(city.name) == phrase(part)]


def _parts(typed: str) -> list[str]:
    """The longest parts first."""
    words = typed.replace(",", " ").split()[:MOST_WORDS]
    spans = [(start, end) for start in range(len(words)) for end in range(start + 1, len(words) + 1)]
    return [" ".join(words[start:end]) for start, end in sorted(spans, key=lambda span: span[0] - span[1])]


def places_called(case: Case, name: str) -> Sequence[City]:
    """Cities of exactly that name, or those of a country of that name."""
    return case.known.atlas.named(name) or case.known.atlas.in_country(name)
