"""Whom to call in danger: countries that exist, zones under all their names, and what is said first in each language."""

import shutil
from pathlib import Path
from zoneinfo import available_timezones

import pytest
from babel import Locale

from bot.content.faults import ContentFault
from bot.content.language.dangers import danger_and_what_is_said
from bot.content.language.help_numbers import help_lines
from bot.domain.typed.danger.heard import Tier
from bot.domain.typed.danger.help_lines import HelpLines

CONTENT = Path(__file__).parents[2] / "content"
UNION = [
    "AT",
    "BE",
    "BG",
    "CY",
    "CZ",
    "DE",
    "DK",
    "EE",
    "ES",
    "FI",
    "FR",
    "GR",
    "HR",
    "HU",
    "IE",
    "IT",
    "LT",
    "LU",
    "LV",
    "MT",
    "NL",
    "PL",
    "PT",
    "RO",
    "SE",
    "SI",
    "SK",
]


@pytest.fixture(scope="module")
def lines() -> HelpLines:
    return help_lines(CONTENT, *danger_and_what_is_said(CONTENT)[1:])


def test_every_country_exists(lines: HelpLines) -> None:
    named = {*lines.emergency, *lines.crisis, *lines.abuse}
    assert named <= set(Locale("en").territories)
    assert len(lines.emergency) > 80
    assert {*lines.crisis, *lines.abuse} <= set(lines.emergency), "who can be talked to, can call"


def test_one_number_holds_in_all_of_the_union(lines: HelpLines) -> None:
    assert [country for country in UNION if "112" not in lines.emergency[country].split(" · ")] == []


@pytest.mark.parametrize(
    ("zone", "number"),
    [
        ("America/New_York", "911"),
        ("Europe/London", "999"),
        ("Australia/Sydney", "000"),
        ("Pacific/Auckland", "111"),
        ("Asia/Calcutta", "112 · 108"),
        ("Asia/Kolkata", "112 · 108"),
        ("America/Buenos_Aires", "107 · 911"),
    ],
)
def test_a_zone_leads_to_its_country_by_any_of_its_names(lines: HelpLines, zone: str, number: str) -> None:
    assert lines.emergency[lines.countries[zone]] == number


def test_most_zones_with_a_city_are_in_some_country(lines: HelpLines) -> None:
    cities = [
        zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "posix/"))
    ]
    nowhere = [zone for zone in cities if zone not in lines.countries]
    assert len(nowhere) < len(cities) / 4


WORDS = """
common = "und"
[words]
"""
GERMAN = f"""{WORDS}
[answers]
now = "Ruf jetzt Hilfe."
self-harm = "Du bist nicht allein."
"""


def test_what_is_said_first_stands_in_the_file_of_each_language(tmp_path: Path) -> None:
    (tmp_path / "danger").mkdir()
    for name in ("numbers", "cries", "replies", "rules"):
        shutil.copy(CONTENT / "danger" / f"{name}.toml", tmp_path / "danger")
    for name, text in (("de", GERMAN), ("pt", WORDS)):
        (tmp_path / "danger" / f"{name}.toml").write_text(text, encoding="utf-8")
    lines = help_lines(tmp_path, *danger_and_what_is_said(tmp_path)[1:])
    assert lines.said("de", Tier.NOW) == "Ruf jetzt Hilfe."
    assert lines.said("de-at", Tier.SELF_HARM) == "Du bist nicht allein."
    assert lines.said("de", Tier.DOCTOR) == lines.said("pt", Tier.NOW) == ""
    assert lines.said("rules", Tier.NOW) == lines.said("", Tier.NOW) == ""


def test_without_numbers_the_bot_does_not_start(tmp_path: Path) -> None:
    with pytest.raises(ContentFault, match=r"numbers\.toml"):
        help_lines(tmp_path, {}, {})
