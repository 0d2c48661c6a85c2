"""What time it is where a person is: assumed, asked, and told; a change moves all their reminders."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.coach.case import Answer, Case, prefer
from bot.coach.reminders.when import set_anew
from bot.domain.reminders.places import City
from bot.domain.typed.awaited import Awaited, Wanted
from bot.screens.reminders import zone_screens as screens

MOST_CITIES = 12
QUARTER = timedelta(minutes=15)
CITY = Awaited(Wanted.CITY)


def assumed(case: Case) -> Case:
    """The same case, for a person whose zone is at least guessed, by their language."""
    if case.who.zone:
        return case
    return prefer(case, replace(case.who, zone=case.atlas.guess(case.person.language) or "UTC"))


def ask(case: Case) -> Answer:
    case = assumed(case)
    zone = case.zone
    city = case.atlas.biggest().get(zone.key)
    place = (city.name if city else zone.key) if case.who.zone_is_sure else ""
    return Answer(screens.ask_zone(case.now.astimezone(zone), place, case.words, zone=zone.key), awaits=CITY)


def ask_clock(case: Case, note: str = "", *, odd: bool = False) -> Answer:
    return Answer(screens.ask_clock(case.now, _shown(case), case.words, note, odd=odd), awaits=CITY)


def _shown(case: Case) -> set[int]:
    """What the clocks of the world show now, in quarters of an hour ahead of UTC-12."""
    offsets = (case.now.astimezone(ZoneInfo(zone)).utcoffset() for zone in case.atlas.biggest())
    return {round((offset - screens.ahead(0)) / QUARTER) for offset in offsets if offset is not None}


def moved(case: Case, zone: str) -> Case | None:
    """The same case in that zone, with all reminders moved. None for a zone that the rules do not know."""
    if "/" not in zone and zone != "UTC":
        return None
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
    case = prefer(case, replace(case.who, zone=zone, zone_is_sure=True))
    set_anew(case)
    return case


def by_clock(case: Case, says: datetime) -> list[City]:
    """Cities whose clocks say that now, whatever day it is there; one for each set of rules."""
    found: dict[tuple[timedelta | None, ...], City] = {}
    for city in case.atlas.biggest().values():
        here = case.now.astimezone(ZoneInfo(city.zone))
        if (here.hour, here.minute) == (says.hour, says.minute):
            found.setdefault(_rules(city.zone, case.now), city)
    return list(found.values())[:MOST_CITIES]


def _rules(zone: str, now: datetime) -> tuple[timedelta | None, ...]:
    """Zones whose clocks agree today and at the turn of every month to come are one to who asks."""
    year = now.year
    months = (
        datetime(year + (month > 12), (month - 1) % 12 + 1, 1, tzinfo=UTC)
        for month in range(now.month, now.month + 13)
    )
    return tuple(moment.astimezone(ZoneInfo(zone)).utcoffset() for moment in (now, *months))
