"""What is worked out from a dose, and which picture is shown."""

from dataclasses import replace

import pytest

from bot.domain.library.exercise import Dose, Picture, Side, Turn
from bot.domain.library.library import Library
from bot.domain.own.own_exercise import OwnExercise, Unsaid, as_exercise
from bot.domain.person.person import Pictures
from tests.examples import BOOK, LIBRARY


@pytest.mark.parametrize(
    ("turn", "there", "back"),
    [
        (Turn.AFTER_STAYING, 6, 2),
        (Turn.LETTING_GO, 4, 4),
        (Turn.LONG_WAY_BACK, 4, 4),
        (Turn.STAYING_LAST, 2, 6),
    ],
)
def test_a_repetition_has_a_way_there_and_a_way_back(turn: Turn, there: float, back: float) -> None:
    assert Dose(4, 4, 5).halves(turn) == (there, back)
    assert sum(Dose(4, 6, 5).halves(turn)) == 10


@pytest.mark.parametrize("turn", Turn)
def test_with_several_stations_the_first_is_there_and_the_others_are_back(turn: Turn) -> None:
    dose = Dose(5, 3, 2, stations=3)
    assert dose.halves(turn) == (8, 16)
    assert dose.seconds == 48
    assert Dose(5, 3, 2, stations=2).halves(turn) == (8, 8)


def test_breathing_in_for_four_is_out_for_six() -> None:
    assert Dose(6, 4, 5).halves(Turn.LONG_WAY_BACK) == (4, 6)
    assert Dose(6, 4, 5).halves(Turn.LETTING_GO) == (6, 4)


UNSAID = Unsaid("As you were shown.", "Let go.")


def films(*names: str) -> tuple[Picture, ...]:
    return tuple(Picture(f"{name}.mp4", moves=True) for name in names)


def test_a_side_and_a_station_are_shown_by_their_own_picture() -> None:
    whole, first, second = (
        films("left", "right"),
        films("low-left", "low-right"),
        films("high-left", "high-right"),
    )
    form = replace(BOOK, loops=whole, held=(first, second))
    assert [form.loop(side) for side in (None, Side.LEFT, Side.RIGHT, Side.FORWARD)] == [
        *whole[:1],
        *whole,
        whole[0],
    ]
    assert [form.loop(Side.RIGHT, station) for station in range(4)] == [
        first[1],
        second[1],
        first[1],
        second[1],
    ]
    assert replace(form, held=()).loop(Side.RIGHT, 1) == whole[1]
    assert replace(BOOK, loops=()).loop(Side.LEFT) is None


def test_what_somebody_made_is_found_by_its_slug_and_is_in_no_list() -> None:
    own = as_exercise(OwnExercise(5, "Towel pull"), Pictures.MOVING, UNSAID)
    ours = replace(LIBRARY, own={own.slug: own})
    assert isinstance(ours, Library)
    assert ours.exercise("own-5") is own
    assert ours.exercise("open-book") is LIBRARY.exercises["open-book"]
    assert ours.exercise("own-6") is None
    assert "own-5" not in ours.exercises


@pytest.mark.parametrize(
    ("own", "dose"),
    [
        (OwnExercise(5, "Towel pull", hold=30, times=1), Dose(30, 0, 1)),
        (OwnExercise(5, "Towel pull", hold=30, times=2), Dose(30, 5, 2)),
        (OwnExercise(5, "Towel pull", times=8), Dose(0, 4, 8)),
    ],
)
def test_what_somebody_made_is_held_or_counted_as_they_said(own: OwnExercise, dose: Dose) -> None:
    (form,) = as_exercise(own, Pictures.MOVING, UNSAID).forms
    assert form.doses == (dose, dose, dose)
