"""A script has the beats, the waits and the seconds that the rules promise."""

from dataclasses import replace

from hypothesis import given

from bot.domain.library.exercise import Dose, Position, Side
from bot.domain.session.script import Beat, BeatKind, Part, Script, beats_of, duration, write
from tests.examples import BOOK, CAT, CHILD, ROLL, SQUEEZE, part
from tests.strategies import known, parts

EVERYTHING = frozenset({"bend", "turn", "reach", "rest"})


def shape(script: Script) -> list[tuple[BeatKind, int | None, Side | None]]:
    return [(beat.kind, beat.seconds, beat.side) for beat in script]


def first_waits(*exercises: Part, done_before: bool) -> list[bool]:
    """For every exercise: does it wait for "I'm ready"?"""
    slugs = {each.form.ref.exercise for each in exercises} if done_before else set()
    script = write(exercises, slugs)
    return [beat.seconds is None for beat in script if beat.kind is BeatKind.GET_READY]


def test_a_slow_flow_is_one_beat_that_holds_all_its_repetitions() -> None:
    script = beats_of(part(CAT), 0, Position.KNEEL, is_known=True)
    assert shape(script) == [(BeatKind.GET_READY, 5, None), (BeatKind.REPEAT, 40, None)]
    assert script[1].repetitions == 8


def test_holds_come_one_by_one_each_with_its_rest() -> None:
    script = beats_of(part(SQUEEZE), 0, Position.SIT, is_known=True)
    hold, rest = (BeatKind.HOLD, 5, None), (BeatKind.REST, 2, None)
    assert shape(script) == [(BeatKind.GET_READY, 5, None), hold, rest, hold, rest, hold, rest]
    assert [(beat.repetition, beat.repetitions) for beat in script[1::2]] == [(1, 3), (2, 3), (3, 3)]


def test_a_hold_without_moving_has_no_rest() -> None:
    assert [beat.kind for beat in write([part(CHILD)])] == [BeatKind.GET_READY, BeatKind.HOLD]


def test_holds_are_counted_over_all_stations() -> None:
    roller = Part(CHILD, Dose(hold=5, move=0, repetitions=2, stations=3))
    holds = [beat for beat in write([roller]) if beat.kind is BeatKind.HOLD]
    assert [beat.repetition for beat in holds] == [1, 2, 3, 4, 5, 6]
    assert {beat.repetitions for beat in holds} == {6}


def test_two_sides_are_two_halves_with_a_switch_between() -> None:
    left, right = Side.LEFT, Side.RIGHT
    assert shape(beats_of(part(BOOK), 0, Position.SIDE, is_known=True)) == [
        (BeatKind.GET_READY, 5, left),
        (BeatKind.HOLD, 10, left),
        (BeatKind.REST, 3, left),
        (BeatKind.HOLD, 10, left),
        (BeatKind.REST, 3, left),
        (BeatKind.SWITCH, 12, right),  # rolling over takes as long as getting up
        (BeatKind.HOLD, 10, right),
        (BeatKind.REST, 3, right),
        (BeatKind.HOLD, 10, right),
        (BeatKind.REST, 3, right),
    ]


def test_getting_ready_takes_longer_in_a_new_position() -> None:
    sitting = replace(CAT, position=Position.SIT)
    script = write(
        [part(ROLL), part(SQUEEZE), part(sitting)], {"shoulder-roll", "shoulder-squeeze", "cat-cow"}
    )
    assert [beat.seconds for beat in script if beat.kind is BeatKind.GET_READY] == [12, 12, 5]


def test_the_first_time_of_an_exercise_is_waited_for() -> None:
    assert first_waits(part(ROLL), part(SQUEEZE), done_before=False) == [True, True]
    assert first_waits(part(ROLL), part(SQUEEZE), done_before=True) == [False, False]


def test_every_change_to_or_from_the_floor_is_waited_for() -> None:
    floor = [part(ROLL), part(CAT), part(CHILD), part(BOOK), part(SQUEEZE)]
    assert first_waits(*floor, done_before=True) == [False, True, False, False, True]
    assert first_waits(part(CHILD), done_before=True) == [True], "one begins a session on one's feet"


def test_one_card_is_one_exercise_and_side() -> None:
    cards = list(dict.fromkeys(beat.card for beat in write([part(BOOK), part(BOOK)])))
    left, right = Side.LEFT, Side.RIGHT
    assert cards == [(0, BOOK.ref, left), (0, BOOK.ref, right), (1, BOOK.ref, left), (1, BOOK.ref, right)]


@given(parts)
def test_duration_is_the_formula_of_the_facts(exercises: list[Part]) -> None:
    """T = sum of setup + sides x repetitions x stations x (hold + move) + (sides - 1) x 5; docs/facts.md: duration-formula."""
    total, before = 0, None
    for each in exercises:
        form, dose = each.form, each.dose
        sides = max(len(form.sides), 1)
        upright = form.position is Position.EITHER and before in (Position.STAND, Position.SIT)
        total += 5 if form.position is before or upright else 12
        total += sides * dose.repetitions * dose.stations * (dose.hold + dose.move) + (sides - 1) * 5
        before = before if upright else form.position
        before = Position.STAND if before is Position.EITHER else before
    assert duration(exercises) == total


@given(parts)
def test_beats_last_as_long_as_the_formula_says_where_nothing_is_waited_for(exercises: list[Part]) -> None:
    standing = [Part(replace(each.form, position=Position.STAND), each.dose) for each in exercises]
    script = write(standing, EVERYTHING)
    assert all(beat.seconds is not None for beat in script)
    assert sum(beat.seconds or 0 for beat in script) == duration(standing)


@given(parts, known)
def test_items_count_up_and_cards_never_come_back(exercises: list[Part], done_before: frozenset[str]) -> None:
    script = write(exercises, done_before)
    assert list(dict.fromkeys(beat.item for beat in script)) == list(range(len(exercises)))
    changes = [
        beat.card for number, beat in enumerate(script) if not number or beat.card != script[number - 1].card
    ]
    assert len(changes) == len(set(changes))
    assert all(_begins_well(script, item) for item in range(len(exercises)))


def _begins_well(script: Script, item: int) -> bool:
    beats: list[Beat] = [beat for beat in script if beat.item == item]
    return [beat.kind for beat in beats].count(BeatKind.GET_READY) == 1 and beats[
        0
    ].kind is BeatKind.GET_READY


def test_whoever_has_to_move_for_the_other_side_has_time_to_hear_how() -> None:
    turning = replace(SQUEEZE, sides=(Side.LEFT, Side.RIGHT), other_side="Turn round.")
    (switch,) = (beat for beat in write([part(turning)]) if beat.kind is BeatKind.SWITCH)
    assert (switch.seconds, switch.set_up) == (8, 5)
