"""What time it is where a person is: assumed, asked, told by clock, city or place; a change moves every reminder."""

from datetime import UTC, datetime, time, timedelta
from weakref import ref

import pytest

from bot.coach.case import zone_named
from bot.coach.news import Located, Sender
from bot.screens.buttons.actions import AskClock, ClockSays, Drafting, SetZone
from bot.screens.buttons.wire import decode, encode
from tests.coach.reminded import claimed, met, reminded_at
from tests.coach.talk import Someone, World
from tests.meaning import buttons

NOW = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)


def zone(world: World, person: int = 7) -> tuple[str | None, bool]:
    known = world.store.people.get(person)
    assert known
    return known.preferences.zone, known.preferences.zone_is_sure


def asked(person: Someone) -> None:
    for said in ("/settings", "time zone", "no"):
        person.says(said)


@pytest.mark.parametrize(
    ("language", "at", "assumed"),
    [
        ("de", "8:30", "Europe/Berlin"),
        ("pt-BR", "4:30", "America/Sao_Paulo"),
        ("fa", "11:00", "Asia/Tehran"),
        ("uk", "9:30", "Europe/Kyiv"),
        ("tlh", "7:30", "UTC"),
        ("", "7:30", "UTC"),
    ],
)
def test_it_is_assumed_by_the_language_and_asked(world: World, language: str, at: str, assumed: str) -> None:
    ana = Someone(world, Sender(7, "Ana", language))
    met(ana)
    ana.says("/remind 18:00")
    assert at in ana.sees.text.split("I'll assume")[1]
    ana.taps(Drafting.KEEP)
    assert at in ana.sees.text
    assert ("Right?" in ana.sees.text) == (assumed == "UTC")
    assert ("Is that yours?" in ana.sees.text) == (assumed != "UTC")
    assert {style for row in ana.sees.keys for _, _, style in row} == {""}, "no answer stands out"
    assert zone(world) == (assumed, False)
    ana.taps(SetZone)
    assert zone(world) == (assumed, True)
    ana.says("/remind")
    assert "right?" not in ana.sees.text


def test_in_december_two_places_are_told_apart_by_what_their_clocks_do_next_year(
    ana: Someone, world: World
) -> None:
    """In August 2015 North Korea set its clocks back by half an hour, and South Korea did not."""
    world.now = datetime(2014, 12, 5, 7, 30, tzinfo=UTC)
    met(ana)
    asked(ana)
    ana.says("16:30")
    assert ana.labels[:2] == ["Seoul, KR", "Pyongyang, KP"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("münchen", "Europe/Berlin"),
        ("Москва", "Europe/Moscow"),
        ("auckland", "Pacific/Auckland"),
        ("Kathmandu!", "Asia/Kathmandu"),
    ],
)
def test_a_city_in_any_of_its_names(ana: Someone, world: World, typed: str, found: str) -> None:
    met(ana)
    asked(ana)
    ana.says(typed)
    assert zone(world) == (found, True)


def test_of_cities_with_one_name_one_chooses(ana: Someone, world: World) -> None:
    met(ana)
    asked(ana)
    ana.says("Birmingham")
    assert ana.labels[:2] == ["Birmingham, GB", "Birmingham, US"]
    ana.taps(SetZone("America/Chicago"))
    assert zone(world) == ("America/Chicago", True)


def test_an_unknown_city_leads_on(ana: Someone, world: World) -> None:
    met(ana)
    asked(ana)
    ana.says("Qwertzingen")
    assert "I don't know a city of that name" in ana.sees.text
    ana.says("Berlin")
    assert zone(world) == ("Europe/Berlin", True)


@pytest.mark.parametrize("tell", ["8:30", "tap"])
def test_the_clock_tells_and_the_rules_are_told_apart_by_cities(
    ana: Someone, world: World, tell: str
) -> None:
    met(ana)
    asked(ana)
    if tell == "tap":
        ana.taps_data(dict(buttons(ana.sees))["8:30"])
    else:
        ana.says("8:31")
    cities = ana.labels[:-2]
    assert "Berlin, DE" in cities
    assert "Kinshasa, CD" in cities, "where the clocks are never changed"
    assert len(cities) <= 12
    ana.taps(SetZone("Europe/Berlin"))
    assert zone(world) == ("Europe/Berlin", True)


@pytest.mark.parametrize(
    ("typed", "found"), [("13:15", "Asia/Kathmandu"), ("11:00", "Asia/Tehran"), ("4:00", "America/St_Johns")]
)
def test_clocks_between_the_hours(ana: Someone, world: World, typed: str, found: str) -> None:
    met(ana)
    asked(ana)
    ana.says(typed)
    assert zone(world) == (found, True)


@pytest.mark.parametrize(("odd", "count"), [(False, 19), (True, 16)])
def test_every_clock_leads_somewhere(ana: Someone, *, odd: bool, count: int) -> None:
    met(ana)
    asked(ana)
    if odd:
        ana.taps(AskClock(odd=True))
    clocks = [(label, data) for label, data in buttons(ana.sees) if isinstance(decode(data), ClockSays)]
    assert len(clocks) == count
    for label, data in clocks:
        asked(ana)
        assert "What does your clock say?" in ana.sees.text
        ana.taps_data(data)
        assert "What does your clock say?" not in ana.sees.text, label


def test_clocks_between_the_hours_by_taps(ana: Someone, world: World) -> None:
    met(ana)
    asked(ana)
    ana.taps(AskClock(odd=True))
    ana.taps_data(dict(buttons(ana.sees))["13:00"])
    assert zone(world) == ("Asia/Kolkata", True)


def test_a_shared_place_gives_the_zone_and_is_not_kept(ana: Someone, world: World) -> None:
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    ana.sends(Located(ana.sender, -13.8331, -171.7652))
    assert zone(world) == ("Pacific/Apia", True)
    dump = "\n".join(world.store.db.conn.iterdump())
    assert "13.83" not in dump
    assert "171.76" not in dump


def test_a_change_moves_every_reminder_and_says_so(ana: Someone, world: World) -> None:
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    asked(ana)
    ana.says("New York")
    assert "It's 2:30 where you are. All reminders go by that clock now." in ana.sees.text
    due = datetime(2026, 1, 5, 13, 30, tzinfo=UTC)
    assert world.store.reminders.next_due() == due
    assert claimed(world, due - timedelta(seconds=1)) == 0
    assert claimed(world, due) == 1


@pytest.mark.parametrize("forged", ["zs.Mars/Olympus", "zs.a/../b", "zs.posixrules"])
def test_a_zone_that_the_rules_do_not_know_changes_nothing(ana: Someone, world: World, forged: str) -> None:
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    ana.taps_data(forged)
    assert zone(world) == ("Europe/Berlin", True)


def test_cities_of_one_name_in_one_country_are_told_apart_by_their_clocks(ana: Someone, world: World) -> None:
    met(ana)
    asked(ana)
    ana.says("Arlington")
    assert ana.labels[:2] == ["Arlington, US 1:30", "Arlington, US 2:30"]


def test_who_means_a_move_gets_it(ana: Someone) -> None:
    met(ana)
    asked(ana)
    ana.says("cat cow")
    assert "Cat-cow" in ana.sees.text


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("madrid spain", "Europe/Madrid"),
        ("im in lisbon now", "Europe/Lisbon"),
        ("Auckland, New Zealand", "Pacific/Auckland"),
    ],
)
def test_a_city_is_found_among_other_words(bo: Someone, world: World, typed: str, there: str) -> None:
    asked(bo)
    bo.says(typed)
    assert zone(world, bo.sender.id) == (there, True)


def test_the_rules_of_a_zone_are_read_once_however_many_others_are_lived_in() -> None:
    stanley = ref(zone_named("Atlantic/Stanley"))
    for hours in range(-14, 13):
        zone_named(f"Etc/GMT{hours:+}")
    assert stanley() is zone_named("Atlantic/Stanley")


def test_antarctica_is_offered_to_nobody_and_found_by_who_types_it(ana: Someone, world: World) -> None:
    met(ana)
    for odd in (False, True):
        ana.taps_data(encode(AskClock(odd)))
        for wire in [data for row in ana.sees.keys for _, data, _ in row if data.startswith("zk.")]:
            ana.taps_data(wire)
            zones = [data for row in ana.sees.keys for _, data, _ in row if data.startswith("zs.")]
            assert not [zone for zone in zones if zone.startswith("zs.Antarctica/")]
            ana.taps_data(encode(AskClock(odd)))
    ana.says("troll")
    assert zone(world)[0] == "Antarctica/Troll"


@pytest.mark.parametrize(
    "said", ["how many are left", "it was ok", "i'll do the rest later", "do i need a mat for this?"]
)
def test_what_names_no_city_is_not_looked_for_among_cities(ana: Someone, said: str) -> None:
    met(ana)
    asked(ana)
    ana.says(said)
    assert "city of that name" not in ana.sees.text


@pytest.mark.parametrize("said", ["Nether Wallop", "im in Nether Wallop", "Qwertzingen am See"])
def test_a_city_that_is_not_known_is_asked_for_again(ana: Someone, said: str) -> None:
    met(ana)
    asked(ana)
    ana.says(said)
    assert "I don't know a city of that name" in ana.sees.text
