"""Loops run at the pace of their doses, begin at the end position, and close."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.domain.library.exercise import Dose, Pace
from bot.figure.pose.poses import Key, Loop
from bot.figure.stage.motion import FRAMES_A_SECOND, LONGEST_MOVE, Moment, distinct, moments

THERE_AND_BACK = Loop(keys=(Key(pose="end"), Key(pose="start")))
BREATHING = Loop(keys=THERE_AND_BACK.keys, whole=False)


def seconds(loop: Loop, dose: Dose, pace: Pace = Pace.FLOW) -> float:
    return len(moments(loop, dose, pace)) / FRAMES_A_SECOND


@pytest.mark.parametrize(
    ("dose", "length"),
    [
        (Dose(5, 0, 5, stations=2), 10),  # cat and cow: one slow breath
        (Dose(5, 4, 5), 9),  # bird dog
        (Dose(3, 6, 5), 9),  # open book
        (Dose(2, 4, 5), 6),
        (Dose(0, 8, 5), 8),  # wall angels: no hold
    ],
)
def test_a_loop_lasts_as_long_as_one_time_of_its_dose(dose: Dose, length: float) -> None:
    assert seconds(THERE_AND_BACK, dose) == pytest.approx(length, abs=0.11)


def test_a_hold_breathes_for_ten_seconds() -> None:
    assert seconds(BREATHING, Dose(30, 6, 1), Pace.HOLD) == 10
    assert seconds(Loop(keys=(Key(pose="end"),)), Dose(5, 2, 5)) == 10


@pytest.mark.parametrize("dose", [Dose(30, 6, 1), Dose(10, 10, 2), Dose(15, 6, 1, stations=3)])
def test_a_hold_shows_a_whole_breath_and_then_its_way_out_and_in(dose: Dose) -> None:
    frames = moments(THERE_AND_BACK, dose, Pace.HOLD)
    breathing = [frame for frame in frames[: 10 * FRAMES_A_SECOND] if frame.second == "end"]
    assert max(frame.breath for frame in breathing) == 1
    assert len(breathing) == 10 * FRAMES_A_SECOND
    assert len(frames) == 14 * FRAMES_A_SECOND


@pytest.mark.parametrize(("stay", "fullest"), [(2, 0.2), (5, 0.5), (10, 1.0), (20, 1.0)])
def test_who_stays_for_a_moment_does_not_pant(stay: int, fullest: float) -> None:
    frames = moments(THERE_AND_BACK, Dose(stay, 4, 5), Pace.FLOW)
    assert max(frame.breath for frame in frames) == pytest.approx(fullest, abs=0.05)


@given(some.integers(0, 30), some.integers(0, 12), some.integers(1, 3), some.sampled_from(Pace))
def test_every_loop_begins_at_its_end_position_and_closes(
    hold: int, move: int, stations: int, pace: Pace
) -> None:
    frames = moments(THERE_AND_BACK, Dose(hold, move, 1, stations), pace)
    assert (frames[0].first, frames[0].share, frames[0].breath) == ("end", 0.0, 0.0)
    last = frames[-1]
    if (last.first, last.second) == ("start", "end"):
        assert last.share < 1
    assert all(0 <= frame.share < 1 and 0 <= frame.breath <= 1 for frame in frames)


@given(some.integers(0, 30), some.integers(1, 12), some.integers(1, 3))
def test_there_and_back_show_the_same_pictures(hold: int, move: int, stations: int) -> None:
    frames = moments(THERE_AND_BACK, Dose(hold, move, 1, stations), Pace.FLOW)
    ways = {(drawn.first, drawn.second) for drawn in distinct(frames).values()}
    assert ways <= {("end", "end"), ("start", "start"), ("end", "start")}


def test_the_way_out_of_a_breath_is_the_way_in() -> None:
    frames = moments(BREATHING, Dose(20, 6, 1), Pace.HOLD)
    fullest = max(range(len(frames)), key=lambda number: frames[number].breath)
    assert fullest / FRAMES_A_SECOND == pytest.approx(4, abs=0.3)
    assert len(set(distinct(frames).values())) < 30


def test_a_change_between_stations_takes_no_longer_than_a_breath_out() -> None:
    frames = moments(THERE_AND_BACK, Dose(15, 0, 1, stations=2), Pace.FLOW)
    assert sum(frame.first != frame.second for frame in frames) / FRAMES_A_SECOND <= 2 * LONGEST_MOVE


def test_a_tour_never_stops() -> None:
    ring = Loop(keys=tuple(Key(pose=name) for name in ("up", "back", "down", "front")), tour=True)
    frames = moments(ring, Dose(30, 0, 1), Pace.FLOW)
    assert len(frames) / FRAMES_A_SECOND == pytest.approx(5, abs=0.1)
    assert all(frame.first != frame.second for frame in frames)


def test_a_moment_told_from_the_other_end_is_one_picture() -> None:
    there, back = Moment("a", "b", 0.25, 0.0), Moment("b", "a", 0.75, 0.0)
    drawn = distinct([there, back])
    assert drawn[there] == drawn[back]
