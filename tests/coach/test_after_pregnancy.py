"""People who are no longer pregnant are asked kindly, nothing is assumed, and the moves open again only after a yes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.library.exercise import Tag
from bot.domain.person.person import NoLonger, Preferences
from bot.screens.buttons.actions import Moves, Place
from tests.coach.moving import met
from tests.coach.talk import Someone, World


def who(world: World) -> Preferences:
    person = world.store.people.get(7)
    assert person
    return person.preferences


def pregnant(ana: Someone, world: World, *others: Tag) -> None:
    met(ana)
    world.store.people.prefer(7, replace(who(world), tags=frozenset({Tag.PREGNANT, *others})))


def unticks(ana: Someone) -> None:
    ana.says("work around")
    ana.taps(Tag.PREGNANT)


def test_a_tick_taken_off_asks_first_and_assumes_nothing(ana: Someone, world: World) -> None:
    pregnant(ana, world)
    unticks(ana)
    assert ana.labels == ["My baby is born", "No longer pregnant", "Ticked by mistake", "Back", "Home"]
    assert who(world).tags == {Tag.PREGNANT}
    assert not {"congratulations", "happy"} & {*ana.sees.text.casefold().split()}


def test_a_mistake_comes_off_and_closes_nothing(ana: Someone, world: World) -> None:
    pregnant(ana, world)
    unticks(ana)
    ana.taps(NoLonger.MISTAKE)
    assert "Pregnant" in ana.labels
    assert not who(world).is_locked


@pytest.mark.parametrize("way", [(NoLonger.BORN, NoLonger.NO_CAESAREAN), (NoLonger.OVER,)])
def test_else_the_moves_open_on_a_yes_and_on_no_calendar(
    ana: Someone, world: World, way: tuple[NoLonger, ...]
) -> None:
    pregnant(ana, world)
    unticks(ana)
    for how in way:
        ana.taps(how)
        world.now += timedelta(seconds=5)
    assert "when the people who look after you say" in ana.sees.text
    assert (who(world).tags, who(world).is_locked) == (frozenset(), True)
    world.now += timedelta(days=400)
    for said in ("/routine morning", "do it", "/start"):
        ana.says(said)
    assert "when the people who look after you say" in ana.sees.text
    world.now += timedelta(seconds=5)
    ana.taps(Place.SAID_YES_AFTER_BIRTH)
    assert not who(world).is_locked


def test_a_caesarean_counts_as_surgery_whatever_was_allowed_before(ana: Someone, world: World) -> None:
    pregnant(ana, world, Tag.SURGERY)
    world.store.people.prefer(7, replace(who(world), allowed=frozenset({Tag.SURGERY})))
    unticks(ana)
    for how in (NoLonger.BORN, NoLonger.CAESAREAN):
        ana.taps(how)
        world.now += timedelta(seconds=5)
    assert who(world).locked_by == {Tag.SURGERY}
    assert "After surgery, your own team decides" in ana.sees.text
    ana.taps(Tag.SURGERY)
    assert not who(world).is_locked


@pytest.mark.parametrize("said", ["I had my baby", "ive just had a baby", "gave birth 3 weeks ago"])
def test_it_can_be_said(ana: Someone, world: World, said: str) -> None:
    pregnant(ana, world)
    ana.says(said)
    assert ana.labels[0] == "My baby is born"


@pytest.mark.parametrize("said", ["I lost the baby", "had a miscarriage"])
def test_who_lost_it_is_not_asked_after_a_baby(ana: Someone, world: World, said: str) -> None:
    pregnant(ana, world)
    ana.says(said)
    assert not ana.offers(NoLonger.BORN)
    assert ana.offers(NoLonger.OVER)


def test_danger_is_heard_first(ana: Someone, world: World) -> None:
    pregnant(ana, world)
    ana.says("I had my baby and I have chest pain")
    assert not ana.offers(NoLonger.BORN)


def test_a_session_that_is_on_is_over_then(ana: Someone, world: World) -> None:
    pregnant(ana, world)
    ana.says("/routine first two")
    ana.taps(Moves)
    unticks(ana)
    ana.taps(NoLonger.OVER)
    assert world.store.sessions.live(7) is None


def test_an_answer_from_further_up_is_asked_anew(ana: Someone, world: World) -> None:
    met(ana)
    ana.taps_data("ie.v")
    assert ana.labels[0] == "My baby is born"
    assert not who(world).is_locked
    ana.says("/start")
    ana.taps_data("id")
    assert not who(world).is_locked


def test_who_ticks_pregnant_again_has_told_enough(ana: Someone, world: World) -> None:
    pregnant(ana, world)
    unticks(ana)
    ana.taps(NoLonger.OVER)
    ana.says("work around")
    ana.taps(Tag.PREGNANT)
    assert not who(world).is_locked
