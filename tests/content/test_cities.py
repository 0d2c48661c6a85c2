"""A city is found under any of its names, and gives its zone."""

from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.content.cities import FILE, all_names, atlas, gazetteer
from bot.content.faults import ContentFault
from bot.domain.reminders.places import Gazetteer
from tests.content.places import CONTENT


@cache
def world() -> Gazetteer:
    return gazetteer(CONTENT)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Berlin", "Europe/Berlin"),
        ("münchen", "Europe/Berlin"),
        ("Munchen", "Europe/Berlin"),
        ("Munich", "Europe/Berlin"),
        ("Москва", "Europe/Moscow"),
        ("moscow", "Europe/Moscow"),
        ("Kyiv", "Europe/Kyiv"),
        ("Kiev", "Europe/Kyiv"),
        ("New York", "America/New_York"),
        ("new-york", "America/New_York"),
        ("Sao Paulo", "America/Sao_Paulo"),
        ("São Paulo", "America/Sao_Paulo"),
        ("kathmandu", "Asia/Kathmandu"),
        ("Apia", "Pacific/Apia"),
        ("Auckland", "Pacific/Auckland"),
        ("تهران", "Asia/Tehran"),
        ("Peking", "Asia/Shanghai"),
        ("東京都", "Asia/Tokyo"),
        ("Casablanca", "Africa/Casablanca"),
        ("Reykjav", "Atlantic/Reykjavik"),
        ("خرم آباد", "Asia/Tehran"),
        ("خرم\u200cآباد", "Asia/Tehran"),
    ],
)
def test_a_city_is_found_under_any_of_its_names(typed: str, zone: str) -> None:
    assert world().find(typed)[0].zone == zone


def test_of_several_the_biggest_comes_first_and_the_others_can_be_chosen() -> None:
    zones = [city.zone for city in world().find("Birmingham")]
    assert zones[:2] == ["Europe/London", "America/Chicago"]
    assert len(zones) == len(set(zones))


@pytest.mark.parametrize("typed", ["", "qwertz", "12", "<b>", "कंधा"])
def test_what_is_no_city_is_none(typed: str) -> None:
    assert world().find(typed) == ()


def test_every_zone_is_one_that_the_rules_know() -> None:
    for cities in world().by_name.values():
        for city in cities:
            ZoneInfo(city.zone)


@pytest.mark.parametrize(
    ("language", "zone"),
    [
        ("de", "Europe/Berlin"),
        ("de-AT", "Europe/Vienna"),
        ("en-GB", "Europe/London"),
        ("zh-hans", "Asia/Shanghai"),
        ("xx", None),
        ("", None),
    ],
)
def test_a_language_gives_a_guess(language: str, zone: str | None) -> None:
    assert atlas(CONTENT).guess(language) == zone


@pytest.mark.parametrize(
    ("latitude", "longitude", "zone"),
    [(52.52, 13.4, "Europe/Berlin"), (-31.55, 159.08, "Australia/Lord_Howe"), (27.7, 85.3, "Asia/Kathmandu")],
)
def test_a_place_gives_its_zone(latitude: float, longitude: float, zone: str) -> None:
    assert atlas(CONTENT).zone_at(latitude, longitude) == zone


def test_names_stand_there_as_what_is_typed_is_compared() -> None:
    for line in (CONTENT / FILE).read_text(encoding="utf-8").removesuffix("\n").split("\n"):
        if not line.startswith("#"):
            name, _, _, names = line.split("\t")
            assert all_names(name, names) == names.split(",")


def test_without_its_file_there_is_no_atlas(tmp_path: Path) -> None:
    with pytest.raises(ContentFault, match=r"cities\.tsv: the file: is missing"):
        atlas(tmp_path)


def test_every_zone_has_a_place_that_stands_for_it() -> None:
    biggest = atlas(CONTENT).biggest()
    assert biggest["Europe/Berlin"].name == "Berlin"
    assert biggest["America/St_Johns"].name == "St Johns"
    assert world().find("Lord Howe")[0].zone == "Australia/Lord_Howe"
