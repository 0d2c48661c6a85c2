"""Days for breathing and a walk without sharp pain: people are ill, the morning after was worse, or nobody knows what hurts."""

from datetime import time, timedelta

import pytest

from bot.domain.progress.days_off import DaysOff, OffKind
from bot.screens.buttons.actions import NoSigns, NotSharp, Place
from tests.coach.reminded import reminded_at
from tests.coach.talk import SIGNS, Someone, World

ILL = "You're ill: breathing and a walk at most today."
CARE = "Breathing and a walk are enough today."
DAY = timedelta(days=1)


def berliner(someone: Someone) -> Someone:
    reminded_at(someone, time(8, 30), "Europe/Berlin")
    return someone


def offers_the_usual(someone: Someone) -> bool:
    someone.says("/today")
    return ILL not in someone.sees.text and CARE not in someone.sees.text


@pytest.mark.parametrize("said", ["I'm ill", "i feel feverish"])
def test_who_says_that_they_are_ill_is_left_with_breathing_and_a_walk(
    ana: Someone, world: World, said: str
) -> None:
    berliner(ana)
    ana.says(said)
    assert "rest until you're well" in ana.sees.text
    ana.says("/today")
    assert ILL in ana.sees.text
    assert "sharp" not in ana.sees.text
    assert [style for row in ana.sees.keys for _, _, style in row if style] == [], "nothing is asked for"
    world.now += DAY
    assert offers_the_usual(ana)


@pytest.mark.parametrize("asked", ["/routine morning", "cat cow", "5 min", "/favourites"])
def test_whatever_is_begun_while_ill_is_breathing_and_a_walk(ana: Someone, asked: str) -> None:
    berliner(ana)
    ana.says("I'm ill")
    for said in (asked, "do it"):
        ana.says(said)
    live = ana.world.store.sessions.live(7)
    moves = {beat.ref.exercise for beat in live.script} if live else set()
    assert moves <= {"rib-breathing", "walk"}


def test_an_old_button_meets_it_and_who_is_well_again_says_so(ana: Someone) -> None:
    berliner(ana)
    ana.says("I'm ill")
    for data in ("u.morning", "wd.four-weeks.1.a", "b.cat-cow.flow", "u.first-two-minutes"):
        ana.taps_data(data)
        assert ana.sees.text == f"<b>{ILL}</b>"
        assert not ana.offers(NotSharp)
    ana.taps(OffKind.ILL)
    assert offers_the_usual(ana)


def test_days_off_are_for_breathing_and_a_walk_if_ill_and_not_if_away(ana: Someone, world: World) -> None:
    berliner(ana)
    today = world.now.date()
    world.store.time_off.take(7, DaysOff(today, today + 2 * DAY, OffKind.ILL))
    for _ in range(3):
        assert not offers_the_usual(ana)
        world.now += DAY
    assert offers_the_usual(ana)
    world.store.time_off.take(7, DaysOff(world.now.date(), world.now.date(), OffKind.AWAY))
    assert offers_the_usual(ana)


def test_who_is_not_sure_what_hurts_has_an_easy_day(ana: Someone, world: World) -> None:
    berliner(ana)
    ana.says("my back hurts badly")
    ana.taps(Place.COMPLAINT_UNSURE)
    assert "only easy breathing and a walk" in ana.sees.text
    ana.says("/today")
    assert CARE in ana.sees.text
    ana.taps_data("u.morning")
    assert SIGNS in ana.sees.text
    ana.taps(NoSigns)
    assert ana.sees.text == f"<b>{CARE}</b>"
    world.now += DAY
    assert offers_the_usual(ana)


def test_mallory_is_not_ill_because_ana_is(ana: Someone, mallory: Someone) -> None:
    berliner(ana).says("I'm ill")
    berliner(mallory)
    assert offers_the_usual(mallory)


@pytest.mark.parametrize("said", ["ouch sharp pain", "sharp pain in my shoulder blade", "a stabbing pain"])
def test_sharp_pain_said_in_a_session_counts_without_an_answer(ana: Someone, world: World, said: str) -> None:
    berliner(ana)
    for words in ("open book", "do it", "ready", said):
        ana.says(words)
    assert "Where was it?" in ana.sees.text
    assert [stop.exercise for stop in world.store.sharp_stops.of(7)] == ["side-lying-rotation"]
    ana.says("/today")
    assert "Breathing and a walk today: something was sharp this morning." in ana.sees.text


@pytest.mark.parametrize("said", ["ouch", "it hurts, not sharp"])
def test_other_pain_said_in_a_session_is_asked_about(ana: Someone, world: World, said: str) -> None:
    berliner(ana)
    for words in ("open book", "do it", "ready", said):
        ana.says(words)
    assert "What is it like?" in ana.sees.text
    assert not world.store.sharp_stops.of(7)
