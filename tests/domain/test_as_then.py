"""A session that is behind somebody is rebuilt from what was played: the same moves, in the same amounts, and never more."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.library.exercise import Form, FormRef, Purpose
from bot.domain.person.person import Floor, Preferences, Seen
from bot.domain.session.as_then import as_then
from bot.domain.session.script import Part, write
from bot.domain.session.suitable import settle
from tests.examples import CAT, CHILD, LIBRARY, ROLL, SQUEEZE, part
from tests.known import library

WHO = Preferences(level=3)
FORMS = [form for exercise in library().exercises.values() for form in exercise.forms]


@pytest.mark.parametrize("level", [1, 2, 3])
def test_every_form_comes_back_in_the_amount_in_which_it_was_done(level: int) -> None:
    for form in FORMS:
        (line,) = as_then(write([Part(form, form.dose(level))]), library(), replace(WHO, level=level))
        assert line.ref == form.ref
        assert line.dose == form.dose(level), form.ref


@given(st.lists(st.sampled_from([ROLL, SQUEEZE, CAT, CHILD]), min_size=1, max_size=4, unique=True))
def test_the_moves_are_those_of_then_in_their_order(forms: list[Form]) -> None:
    parts = [part(form) for form in (ROLL, SQUEEZE, CAT, CHILD) if form in forms]
    settled = settle(as_then(write(parts), LIBRARY, WHO), LIBRARY, WHO)
    assert [each.form for each in settled.parts] == [each.form for each in parts]


def test_it_is_never_more_than_what_is_right_now() -> None:
    script = write([part(SQUEEZE, 3)])
    (line,) = as_then(script, LIBRARY, replace(WHO, seen=Seen.NEW))
    assert line.dose == SQUEEZE.dose(1)


def test_what_is_gone_is_left_out() -> None:
    gone = tuple(replace(beat, ref=FormRef("gone", "x")) for beat in write([part(CAT)]))
    assert as_then(gone, LIBRARY, WHO) == ()


def test_a_routine_with_doses_of_its_own_never_comes_back_longer() -> None:
    """The first two minutes roll the shoulders for half as long as somebody of the first level does otherwise."""
    who = Preferences(floor=Floor.YES)
    for routine in library().routines.values():
        script = write(settle(routine.lines, library(), who).parts)
        again = write(settle(as_then(script, library(), who), library(), who).parts)
        for item in {beat.item for beat in script}:
            then, now = (
                sum(beat.seconds or 0 for beat in beats if beat.item == item) for beats in (script, again)
            )
            assert now <= then, (routine.slug, item)
        if routine.slug == "first-two-minutes":
            assert again == script


def test_one_hold_without_a_rest_comes_back_without_one() -> None:
    (line,) = as_then(write([part(CHILD)]), LIBRARY, WHO)
    assert line.dose == CHILD.dose(1)
    assert line.is_own, "what was chosen once is done as it was"
    assert line.fallbacks == (CAT.ref,)


@pytest.mark.parametrize(
    ("focus", "purpose"),
    [((), Purpose.WARM), ((Purpose.TURN,), Purpose.TURN), ((Purpose.CALM, Purpose.TURN), Purpose.TURN)],
)
def test_it_is_for_what_the_exercise_is_for(focus: tuple[Purpose, ...], purpose: Purpose) -> None:
    shelf = {slug: replace(one, focus=frozenset(focus)) for slug, one in LIBRARY.exercises.items()}
    (line,) = as_then(write([part(CHILD)]), replace(LIBRARY, exercises=shelf), WHO)
    assert line.purpose is purpose
