"""Cities are found by any of their names, by the beginning of one that is long enough, one for each zone."""

from collections.abc import Iterable

import pytest

from bot.domain.reminders.places import City, Gazetteer, plain_name, plain_names

SAO_PAULO = City("São Paulo", "BR", "America/Sao_Paulo")
TEHRAN = City("Tehran", "IR", "Asia/Tehran")
BIRMINGHAM, BIRMINGHAM_US = (
    City("Birmingham", "GB", "Europe/London"),
    City("Birmingham", "US", "America/Chicago"),
)
BIRKENHEAD = City("Birkenhead", "GB", "Europe/London")
BIRKENAU = City("Birkenau", "DE", "Europe/Berlin")


def by_name(cities: Iterable[City]) -> dict[str, tuple[City, ...]]:
    names: dict[str, tuple[City, ...]] = {}
    for city in cities:
        names[plain_name(city.name)] = (*names.get(plain_name(city.name), ()), city)
    return names


WORLD = Gazetteer(
    by_name([SAO_PAULO, TEHRAN, BIRMINGHAM, BIRMINGHAM_US, BIRKENHEAD, BIRKENAU]) | {"نیو یورک": (TEHRAN,)}
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("são paulo", (SAO_PAULO,)),
        ("Sao-Paulo", (SAO_PAULO,)),
        ("sao p", (SAO_PAULO,)),
        ("BIRMINGHAM", (BIRMINGHAM, BIRMINGHAM_US)),
        ("birk", (BIRKENHEAD, BIRKENAU)),
        ("bir", ()),
        ("birm", (BIRMINGHAM, BIRMINGHAM_US)),
        ("birx", ()),
        ("zzzz", ()),
        ("tehr", (TEHRAN,)),
        ("teh", ()),
        ("", ()),
    ],
)
def test_a_city_is_found_by_its_name_or_four_letters_of_it(typed: str, found: tuple[City, ...]) -> None:
    assert WORLD.find(typed) == found


def test_of_cities_that_keep_one_time_the_biggest_is_told() -> None:
    assert Gazetteer({"birkenhead": (BIRKENHEAD, BIRMINGHAM)}).find("birkenhead") == (BIRKENHEAD,)


def test_what_persian_holds_together_is_found_apart_and_together() -> None:
    assert WORLD.find("نیو\u200cیورک") == (TEHRAN,)
    assert plain_names("نیو\u200cیورک") == {plain_name("نیو یورک"), plain_name("نیویورک")}


def test_vowels_that_are_signs_on_letters_count_for_none() -> None:
    """Three letters and three vowels of Hindi are too few."""
    delhi = City("दिल्ली शहर", "IN", "Asia/Kolkata")
    assert Gazetteer(by_name([delhi])).find("दिल्ली") == ()
    assert Gazetteer(by_name([delhi])).find("दिल्ली श") == (delhi,)


def test_names_are_told_apart_by_commas_and_are_alike_without_accents() -> None:
    assert plain_names("São Paulo,,Sao-Paulo,Сан-Паулу") == {"sao paulo", "сан паулу"}
    assert plain_name("Край") == plain_name("краи"), "й is и, too"
    assert plain_names("Край") == plain_names("краи")


def test_by_its_whole_name_no_beginning_is_taken_for_one() -> None:
    assert WORLD.named("birmingham") == (BIRMINGHAM, BIRMINGHAM_US)
    assert WORLD.named("birm") == ()
