"""What people say about themselves applies from the next screen on, wherever they look."""

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

import pytest

from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.domain.library.exercise import Equipment, Tag
from bot.domain.person.person import Age, Preferences, Seen, Switch
from bot.screens.buttons.actions import (
    DoExercise,
    Go,
    OpenSettings,
    Place,
    Question,
    SetGoal,
    SetLevel,
    SetMinutes,
    SetSwitch,
    SettingsGroup,
)
from bot.screens.buttons.wire import decode, encode
from tests.coach.talk import GETS_DOWN, Someone, World
from tests.meaning import DO_IT, buttons, data_of
from tests.new_store import store_in_memory


def begun(person: Someone) -> None:
    for said in ("/start", "two gentle minutes", "none of these", "stop", *GETS_DOWN):
        person.says(said)


def preferences(world: World) -> Preferences:
    ana = world.store.people.get(7)
    assert ana
    return ana.preferences


def test_a_change_is_effective_at_once_even_for_a_button_sent_before(ana: Someone) -> None:
    begun(ana)
    ana.says("cat cow")
    old = data_of(ana.sees, DoExercise)
    ana.says("/settings")
    ana.taps(Place.ASK_TAGS)
    ana.taps(Tag.THIN_BONES)
    ana.taps_data(old)
    assert "because you asked me to work around: Thin bones" in ana.sees.text
    assert DO_IT not in ana.labels


def test_the_level_decides_what_is_too_strong(ana: Someone) -> None:
    begun(ana)
    ana.says("/exercise low cobra")
    assert "it is for a higher level" in ana.sees.text
    assert DO_IT not in ana.labels
    ana.says("/settings")
    ana.taps(Place.ASK_LEVEL)
    ana.taps(SetLevel(2))
    assert "Level: steady" in ana.sees.text
    ana.says("/exercise low cobra")
    assert DO_IT in ana.labels


def test_new_pain_that_nobody_has_seen_is_moved_gently(ana: Someone) -> None:
    begun(ana)
    for question, answer in ((Place.ASK_LEVEL, SetLevel(3)), (Place.ASK_SEEN, Seen.NEW)):
        ana.says("/settings")
        ana.taps(question)
        ana.taps(answer)
    ana.says("/exercise bird dog")
    assert "while your back needs it gentle" in ana.sees.text
    ana.says("/routine strengthen")
    assert "Bird dog" not in ana.sees.text.partition("in place of")[0]


def test_what_is_not_at_hand_is_not_asked_for(ana: Someone) -> None:
    begun(ana)
    ana.says("/exercise wall angels")
    assert DO_IT in ana.labels
    ana.says("/settings")
    ana.taps(Place.ASK_EQUIPMENT)
    ana.taps(Equipment.CHAIR)
    ana.taps(SettingsGroup.SESSIONS)
    assert "At hand: a chair" in ana.sees.text
    ana.says("/exercise wall angels")
    assert "because it needs a wall" in ana.sees.text
    ana.says("/routine desk break, standing")
    assert "in place of Wall stretch" in ana.sees.text


@pytest.fixture
def world(knowledge: Knowledge) -> Iterator[World]:
    """With everything that can be set."""
    store = store_in_memory()
    yield World(store, Coach(store, replace(knowledge, has_films=True)))
    store.close()


@pytest.mark.parametrize("switch", Switch)
def test_what_is_on_or_off_is_turned_by_its_button_and_nothing_else_is(
    ana: Someone, world: World, switch: Switch
) -> None:
    begun(ana)
    before = preferences(world)
    assert not before.is_on(switch), (
        f"{switch.name}: every switch is off at first; name the field for the absence of what is usual"
    )
    for on in (True, False):
        assert preferences(world) == before.turned(switch, on=not on)
        ana.taps_data(encode(SetSwitch(switch, on)))
        assert preferences(world) == before.turned(switch, on=on)
        assert encode(SetSwitch(switch, not on)) in [data for row in ana.sees.keys for _, data, _ in row]


@pytest.mark.parametrize(
    ("question", "answer", "line"),
    [
        (Place.ASK_MINUTES, SetMinutes(5), "5 minutes, no goal for the week"),
        (Place.ASK_GOAL, SetGoal(6), "Any length, 6 days a week"),
        (Place.ASK_GOAL, SetGoal(1), "Any length, 1 day a week"),
    ],
)
def test_length_and_days_are_kept(
    ana: Someone, world: World, question: Place, answer: SetMinutes | SetGoal, line: str
) -> None:
    begun(ana)
    ana.says("/settings")
    ana.taps(question)
    ana.taps(answer)
    assert line in ana.sees.text
    ana.says("/settings")
    ana.taps(SettingsGroup.SESSIONS)
    assert line in ana.sees.text


def test_a_goal_can_be_let_go_of(ana: Someone, world: World) -> None:
    begun(ana)
    for said in ("/settings", "days a week", "5"):
        ana.says(said)
    assert preferences(world).goal == 5
    for said in ("/settings", "days a week"):
        ana.says(said)
    ana.taps(Place.NO_GOAL)
    assert "no goal for the week" in ana.sees.text
    assert preferences(world).goal is None


def test_everything_can_be_said_in_words(ana: Someone) -> None:
    begun(ana)
    for said in ("/settings", "things at hand", "foam roller", "done"):
        ana.says(said)
    assert "At hand: a roller" in ana.sees.text
    for said in ("length", "10 minutes"):
        ana.says(said)
    assert "10 minutes, no goal for the week" in ana.sees.text


def test_from_65_on_stretches_are_held_longer(ana: Someone) -> None:
    begun(ana)
    ana.says("/exercise knee hug")
    assert "2 × 15 s" in ana.sees.text
    ana.says("/settings")
    ana.taps(Place.ASK_AGE)
    ana.taps(Age.OLDER)
    ana.says("/exercise knee hug")
    assert "30 s" in ana.sees.text
    assert "2 × 15 s" not in ana.sees.text


@pytest.mark.parametrize("said", ["I'm pregnant", "osteoporosis", "my wrists hurt", "glaucoma"])
def test_who_names_something_to_work_around_is_asked_right_there(ana: Someone, said: str) -> None:
    begun(ana)
    ana.says(said)
    assert ana.sees.text.startswith("Shall I work around this:")


@pytest.mark.parametrize("group", SettingsGroup)
def test_a_setting_is_two_taps_away_and_leads_back_to_its_group(ana: Someone, group: SettingsGroup) -> None:
    begun(ana)
    ana.says("/settings")
    ana.taps(Place.ASK_AGE)
    ana.taps(Age.ADULT)
    ana.taps_data(encode(OpenSettings(group)))
    title, wires = ana.sees.text.split("\n")[0], [data for _, data in buttons(ana.sees)]
    assert len(wires) >= 3
    for wire in wires:
        ana.taps_data(encode(OpenSettings(group)))
        ana.taps_data(wire)
        match decode(wire):
            case SetSwitch():
                assert ana.sees.text.split("\n")[0] == title
            case Go(Place.ASK_TAGS):
                ana.taps(Place.TAGS_DONE)
                assert ana.sees.text.split("\n")[0] == title
            case Go(place) if place in get_args(Question):
                assert ana.offers(OpenSettings(group)), place


def test_a_setting_is_said_where_the_groups_are_in_view_and_only_there(ana: Someone) -> None:
    begun(ana)
    ana.says("settings")
    ana.says("days a week")
    assert ana.sees.text.startswith("On how many days a week")
    ana.says("/help")
    ana.says("looked at")
    assert not ana.sees.text.startswith("Has anyone looked")
