"""Countries are found by the names that people have for them."""

import pytest

from bot.content.countries import country_called
from tests.known import known


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("poland", "PL"),
        ("polonia", "PL"),
        ("england", "GB"),
        ("the USA", "US"),
        ("the netherlands", "NL"),
        ("turkey", "TR"),
        ("deutschland", "DE"),
    ],
)
def test_a_country_has_many_names(name: str, code: str) -> None:
    assert country_called(name) == code


def test_it_stands_for_the_biggest_city_of_each_of_its_zones() -> None:
    atlas = known().atlas
    assert [city.zone for city in atlas.in_country("Poland")] == ["Europe/Warsaw"]
    assert {"America/New_York", "America/Chicago"} <= {city.zone for city in atlas.in_country("USA")}
    assert atlas.in_country("Nowhere") == ()
