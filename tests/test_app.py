"""What is set up before anything runs."""

import zoneinfo

from bot.app import know_one_set_of_zones


def test_the_rules_of_zones_come_from_the_package_alone() -> None:
    """What is installed on the machine may be older, and is updated by nobody who tells us."""
    before = zoneinfo.TZPATH
    try:
        know_one_set_of_zones()
        assert zoneinfo.TZPATH == ()
        assert zoneinfo.ZoneInfo("Pacific/Apia").key == "Pacific/Apia"
    finally:
        zoneinfo.reset_tzpath(to=before)
