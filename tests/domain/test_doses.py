"""How much of a form one person does: by level, gently where that is right, held longer from 65 on."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.library.exercise import Dose, Form
from bot.domain.person.person import Age, Cleared, Preferences, Seen
from bot.domain.session.doses import dose_for
from tests.examples import CHILD, SQUEEZE

ANA = Preferences()
BO = Preferences(age=Age.OLDER)


@pytest.mark.parametrize("who", [replace(ANA, seen=Seen.NEW), replace(ANA, cleared=Cleared.SOON)])
def test_what_nobody_has_seen_yet_is_moved_gently(who: Preferences) -> None:
    strong = replace(who, level=3)
    assert dose_for(SQUEEZE, strong) == SQUEEZE.dose(1)
    assert dose_for(SQUEEZE, strong, SQUEEZE.dose(3)) == SQUEEZE.dose(1)
    assert dose_for(SQUEEZE, strong, Dose(5, 2, 1)) == Dose(5, 2, 1)


def held(longest: int) -> Form:
    return replace(CHILD, is_stretch=True, longest=longest)


@pytest.mark.parametrize(
    ("asked", "longest", "held_for"),
    [
        (Dose(15, 5, 2), 60, Dose(30, 5, 1)),
        (Dose(15, 6, 3), 60, Dose(22, 6, 2)),
        (Dose(30, 5, 2), 45, Dose(45, 5, 1)),
        (Dose(30, 5, 1), 60, Dose(30, 5, 1)),
        (Dose(5, 5, 6), 60, Dose(5, 5, 6)),
    ],
)
def test_from_65_on_a_stretch_is_held_longer_and_done_less_often(
    asked: Dose, longest: int, held_for: Dose
) -> None:
    assert dose_for(held(longest), BO, asked) == held_for
    assert dose_for(held(longest), ANA, asked) == asked
    assert dose_for(CHILD, BO, asked) == asked, "only what is a stretch"


@given(st.integers(10, 60), st.integers(1, 8), st.integers(60, 120))
def test_no_hold_goes_beyond_its_longest_and_nobody_does_more_in_all(
    hold: int, repetitions: int, longest: int
) -> None:
    asked = Dose(hold, 0, repetitions)
    given_ = dose_for(held(longest), BO, asked)
    assert given_.hold <= longest
    assert given_.seconds <= asked.seconds
