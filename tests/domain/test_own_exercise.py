"""Exercises of one's own: within their limits whatever was said, and played like any other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.library.exercise import Dose, Pace, Position, Side
from bot.domain.own.own_dose import nudges, own_dose
from bot.domain.own.own_exercise import (
    HOLDS,
    MOST_SECONDS,
    TIMES,
    FileKind,
    OwnExercise,
    OwnPart,
    OwnPicture,
    Unsaid,
    as_exercise,
    bounded,
    next_part,
    own_id,
    picture_id,
)
from bot.domain.own.own_routine import OwnLine
from bot.domain.person.person import Age, Pictures, Preferences
from bot.domain.session.script import BeatKind, Part, duration, write

UNSAID = Unsaid("As you were shown.", "Let go.")
FILM = OwnPicture(17, FileKind.VIDEO)

amounts = st.none() | st.integers(-(2**63), 2**63 - 1)
exercises = st.builds(
    lambda said, sides: OwnExercise(5, "Towel pull", "", *bounded(*said), sides),
    st.tuples(amounts, amounts),
    st.sampled_from((1, 2)),
)


@given(amounts, amounts)
def test_whatever_is_said_comes_within_the_limits(hold: int | None, times: int | None) -> None:
    held, often = bounded(hold, times)
    assert often in TIMES
    assert held is None or held in HOLDS
    assert (held or 0) * often <= MOST_SECONDS
    assert (held is None) is (hold is None)


@given(exercises, st.sampled_from(Age), st.integers(0, 12))
def test_it_is_played_as_it_was_set_and_made_more_of_within_the_limits(
    own: OwnExercise, age: Age, taps: int
) -> None:
    form, who = as_exercise(own, Pictures.MOVING, UNSAID).usual, Preferences(age=age)
    script = write([Part(form, form.dose(1))], known=["own-5"])
    work = [beat for beat in script if beat.kind in (BeatKind.HOLD, BeatKind.REPEAT)]
    assert len(work) == own.sides * (own.times if own.hold else 1)
    assert duration([Part(form, form.dose(1))]) > 0
    line = OwnLine(1, own.ref)
    for _ in range(taps):
        line = next(reversed(nudges(line, form, who).values()), line)
        dose = own_dose(line, form, who)
        assert dose.hold * dose.repetitions <= MOST_SECONDS
        assert dose.repetitions in TIMES


def test_who_did_not_say_how_is_told_as_they_were_shown() -> None:
    form = as_exercise(OwnExercise(5, "Towel pull", sides=2), Pictures.MOVING, UNSAID).usual
    assert (form.cue, form.steps[0].text, form.pace) == (
        "As you were shown.",
        "As you were shown.",
        Pace.FLOW,
    )
    assert form.sides == (Side.LEFT, Side.RIGHT)


def test_it_is_told_in_their_words_and_is_for_nobody_but_them() -> None:
    exercise = as_exercise(OwnExercise(5, "Towel pull", "Pull down."), Pictures.MOVING, UNSAID)
    form = exercise.usual
    assert (exercise.slug, exercise.title) == ("own-5", "Towel pull")
    assert (form.cue, form.between, form.position) == ("Pull down.", "Let go.", Position.EITHER)
    assert (form.on_bed, form.seated_too, form.is_own) == (False, False, True)
    assert not form.barred_for | form.equipment
    assert (form.easier, form.harder, form.swaps, form.loops, form.sides) == (None, None, (), (), ())


@pytest.mark.parametrize(
    ("hold", "times", "rest", "dose", "ceilings"),
    [
        (20, 3, None, Dose(20, 5, 3), (120, 5)),
        (20, 3, 8, Dose(20, 8, 3), (120, 5)),
        (20, 1, None, Dose(20, 0, 1), (120, 5)),
        (20, 1, 8, Dose(20, 0, 1), (120, 5)),
        (10, 30, None, Dose(10, 5, 30), (20, 30)),
        (60, 10, None, Dose(60, 5, 10), (60, 10)),
        (None, 7, None, Dose(0, 4, 7), (0, 30)),
    ],
)
def test_each_level_does_as_much_as_was_set_and_a_routine_may_set_more(
    hold: int | None, times: int, rest: int | None, dose: Dose, ceilings: tuple[int, int]
) -> None:
    own = OwnExercise(5, "Towel pull", hold=hold, times=times, rest=rest)
    form = as_exercise(own, Pictures.MOVING, UNSAID).usual
    assert form.doses == (dose, dose, dose)
    assert (form.longest, form.most) == ceilings


@pytest.mark.parametrize(
    ("pictures", "kind", "is_shown"),
    [
        *((Pictures.MOVING, kind, True) for kind in FileKind),
        *((Pictures.STILL, kind, kind is FileKind.PHOTO) for kind in FileKind),
        *((Pictures.OFF, kind, False) for kind in FileKind),
    ],
)
def test_what_is_shown_on_each_side(pictures: Pictures, kind: FileKind, is_shown: bool) -> None:
    own = OwnExercise(5, "Towel pull", sides=2, picture=OwnPicture(17, kind))
    form = as_exercise(own, pictures, UNSAID).usual
    for side in Side.LEFT, Side.RIGHT, None:
        shown = form.loop(side)
        assert (shown is not None) is is_shown
        assert shown is None or (shown.file, shown.moves) == ("own:17", kind is not FileKind.PHOTO)


def test_who_has_sent_a_picture_is_not_asked_for_one() -> None:
    own = OwnExercise(5, "Towel pull")
    shown = OwnExercise(5, "Towel pull", picture=FILM)
    assert next_part(own, OwnPart.NAME) is OwnPart.PICTURE
    assert next_part(shown, OwnPart.NAME) is OwnPart.HOW
    assert next_part(shown, OwnPart.SIDES) is None


@pytest.mark.parametrize(
    "slug", ["own-0", "own-", "own-1x", "own-01", "cat-cow", "own-1.2", "own--1", "own-" + "9" * 19]
)
def test_other_slugs_are_of_nobodys_own(slug: str) -> None:
    assert own_id(slug) is None
    assert picture_id(slug.replace("own-", "own:")) is None


def test_ids_stand_in_slugs_and_pictures() -> None:
    assert own_id("own-17") == 17
    assert picture_id("own:17") == 17
    assert picture_id("exercises/own:17") is None


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ((30, 3), (30, 3)),
        ((None, 9), (None, 9)),
        ((HOLDS[-1], 1), (HOLDS[-1], 1)),
        ((None, TIMES[-1]), (None, TIMES[-1])),
    ],
)
def test_what_is_within_the_limits_is_kept_as_it_was_said(
    said: tuple[int | None, int], kept: tuple[int | None, int]
) -> None:
    assert bounded(*said) == kept
