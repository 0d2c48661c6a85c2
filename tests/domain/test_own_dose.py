"""How much of a move people set for themselves: never beyond its ceilings, and gentler while that is right."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.library.exercise import Dose, Form, FormRef, Pace, Tag
from bot.domain.own.own_dose import (
    SHORTEST,
    STEP,
    Nudge,
    can_hold,
    has_full_amount,
    lines_of,
    may_be_set,
    nudges,
    own_dose,
    with_amount,
)
from bot.domain.own.own_routine import OwnLine, OwnRoutine
from bot.domain.person.person import Age, Preferences, Seen
from bot.domain.session.suitable import settle
from bot.domain.typed.quantities import Amount
from tests.domain.test_suitable import working_around
from tests.examples import BOOK, CAT, CAT_SEATED, CHILD, LIBRARY, ROLL

ANYONE = Preferences()
GENTLE = replace(ANYONE, seen=Seen.NEW)
OLDER = replace(ANYONE, age=Age.OLDER)
AS_LEVEL = OwnLine(1, BOOK.ref)

people = st.builds(
    Preferences, level=st.sampled_from([1, 2, 3]), age=st.sampled_from(Age), seen=st.sampled_from(Seen)
)
forms = st.builds(
    lambda form, longest, most, stations: replace(
        form,
        longest=max(longest, *(dose.hold for dose in form.doses)),
        most=max(most, *(dose.repetitions for dose in form.doses)),
        doses=tuple(replace(dose, stations=stations) for dose in form.doses),
    ),
    st.sampled_from([ROLL, CAT, BOOK, replace(BOOK, is_stretch=True), CHILD]),
    st.integers(1, 60),
    st.integers(1, 12),
    st.integers(1, 3),
)
amounts = st.none() | st.integers(-5, 700)
lines = st.builds(OwnLine, st.just(1), st.just(BOOK.ref), amounts, amounts)


def test_unset_it_is_as_the_level_has_it() -> None:
    for level in (1, 2, 3):
        assert own_dose(AS_LEVEL, BOOK, replace(ANYONE, level=level)) == BOOK.dose(level)


def test_what_is_set_stays_at_every_level_and_what_is_not_follows_it() -> None:
    line = replace(AS_LEVEL, hold=25)
    for level in (1, 2, 3):
        dose = own_dose(line, BOOK, replace(ANYONE, level=level))
        assert (dose.hold, dose.repetitions) == (25, BOOK.dose(level).repetitions)


@given(lines, forms, people)
def test_nothing_set_goes_beyond_the_ceilings_of_today(line: OwnLine, form: Form, who: Preferences) -> None:
    dose = own_dose(line, form, who)
    assert 1 <= dose.repetitions <= form.most
    assert dose.hold <= max(form.longest, *(each.hold for each in form.doses))
    if form.pace is Pace.FLOW and not who.is_gentle:
        assert dose.hold in {each.hold for each in form.doses}


@given(lines, forms, people)
def test_while_it_is_to_be_gentle_no_more_is_done_than_is_usual(
    line: OwnLine, form: Form, who: Preferences
) -> None:
    gentle = replace(who, seen=Seen.NEW)
    assert own_dose(line, form, gentle).seconds <= form.dose(1).seconds * 1.0 or who.age is Age.OLDER


def test_what_older_people_set_is_not_turned_about_again() -> None:
    stretch = replace(BOOK, is_stretch=True)
    usual = own_dose(AS_LEVEL, stretch, OLDER)
    assert (usual.hold, usual.repetitions) == (20, 1)
    line = replace(AS_LEVEL, hold=10, repetitions=4)
    dose = own_dose(line, stretch, OLDER)
    assert (dose.hold, dose.repetitions) == (10, 4)


@given(lines, forms, people)
def test_a_nudge_is_a_small_step_that_can_be_set_and_is_done(
    line: OwnLine, form: Form, who: Preferences
) -> None:
    now = own_dose(line, form, who)
    for nudge, after in nudges(line, form, who).items():
        dose = own_dose(after, form, who)
        assert may_be_set(form, after.hold or 0, after.repetitions or 0)
        match nudge:
            case Nudge.FEWER:
                assert dose.seconds < now.seconds
            case Nudge.MORE:
                assert dose.repetitions == now.repetitions + 1
            case Nudge.SHORTER:
                assert now.hold - STEP <= dose.hold < now.hold
                assert dose.hold >= SHORTEST
            case Nudge.LONGER:
                assert now.hold < dose.hold <= now.hold + STEP


@pytest.mark.parametrize(
    ("hold", "shorter", "longer"), [(10, 5, 15), (11, 10, 15), (12, 10, 15), (14, 10, 15), (15, 10, 20)]
)
def test_a_step_leads_to_whole_fives(hold: int, shorter: int, longer: int) -> None:
    after = nudges(replace(AS_LEVEL, hold=hold), replace(BOOK, longest=30), ANYONE)
    assert after[Nudge.SHORTER] == replace(AS_LEVEL, hold=shorter)
    assert after[Nudge.LONGER] == replace(AS_LEVEL, hold=longer)


@pytest.mark.parametrize(
    ("rest", "is_own", "kept"),
    [(None, False, 3), (2, False, 3), (8, False, 8), (99, False, 60), (2, True, 2), (1, True, 2)],
)
def test_a_rest_is_no_shorter_than_getting_out_of_a_hold_takes_but_in_an_exercise_of_their_own(
    rest: int | None, is_own: bool, kept: int
) -> None:
    assert own_dose(replace(AS_LEVEL, rest=rest), replace(BOOK, is_own=is_own), ANYONE).move == kept


def test_a_rest_that_is_said_is_within_its_limits_and_kept_of_what_is_held_alone() -> None:
    line = replace(AS_LEVEL, hold=10, repetitions=2)
    assert with_amount(line, BOOK, Amount(rest=20)) == replace(line, rest=20)
    assert with_amount(line, BOOK, Amount(rest=90)) == replace(line, rest=60)
    assert with_amount(line, CAT, Amount(rest=20)) == line


def test_at_the_ends_there_is_no_further_step() -> None:
    one = replace(CHILD, longest=30, most=2)
    least = OwnLine(1, CHILD.ref, SHORTEST, 1)
    most = OwnLine(1, CHILD.ref, 30, 2)
    assert set(nudges(least, one, ANYONE)) == {Nudge.MORE, Nudge.LONGER}
    assert set(nudges(most, one, ANYONE)) == {Nudge.FEWER, Nudge.SHORTER}
    assert set(nudges(OwnLine(1, ROLL.ref), ROLL, ANYONE)) == {Nudge.FEWER, Nudge.MORE}


def test_a_hold_below_the_shortest_is_left_alone() -> None:
    brief = replace(BOOK, longest=3, doses=(Dose(3, 6, 5),) * 3)
    assert not can_hold(brief)
    assert own_dose(replace(AS_LEVEL, hold=30), brief, ANYONE).hold == 3


def test_in_gentle_days_less_can_still_be_set() -> None:
    line = replace(AS_LEVEL, hold=60, repetitions=9)
    assert own_dose(line, BOOK, GENTLE) == BOOK.dose(1)
    after = nudges(line, BOOK, GENTLE)
    assert set(after) == {Nudge.FEWER, Nudge.SHORTER}
    assert own_dose(after[Nudge.FEWER], BOOK, GENTLE).repetitions == BOOK.dose(1).repetitions - 1


@pytest.mark.parametrize(
    ("hold", "repetitions", "within"),
    [
        (0, 0, True), (60, 12, True), (5, 1, True), (0, 3, True), (7, 0, True),
        (61, 1, False), (4, 1, False), (10, 13, False), (999, 999, False),
    ],
)  # fmt: skip
def test_what_a_button_may_set(hold: int, repetitions: int, within: bool) -> None:
    assert may_be_set(BOOK, hold, repetitions) is within


def test_the_hold_of_a_flowing_move_is_not_to_be_set() -> None:
    assert may_be_set(ROLL, 0, 4)
    assert not may_be_set(ROLL, 10, 4)
    assert with_amount(OwnLine(1, ROLL.ref), ROLL, Amount(hold=20)) == OwnLine(1, ROLL.ref)


@pytest.mark.parametrize(
    ("said", "hold", "repetitions", "met"),
    [
        (Amount(20, 3), 20, 3, True),
        (Amount(times=8), None, 8, True),
        (Amount(hold=200), 60, None, False),
        (Amount(hold=2), 5, None, False),
        (Amount(times=80), None, 12, False),
        (Amount(times=0), None, 1, False),
    ],
)
def test_what_is_said_is_met_as_nearly_as_can_be(
    said: Amount,
    hold: int | None,
    repetitions: int | None,
    met: bool,
) -> None:
    after = with_amount(AS_LEVEL, BOOK, said)
    assert (after.hold, after.repetitions) == (hold, repetitions)
    assert has_full_amount(after, BOOK, said) is met


def test_where_stations_are_held_each_is_one_of_the_times() -> None:
    three = replace(BOOK, doses=(Dose(10, 3, 2, stations=3),) * 3)
    after = with_amount(AS_LEVEL, three, Amount(times=9))
    assert after.repetitions == 3
    assert has_full_amount(after, three, Amount(times=9))


def _own(*lines: OwnLine) -> OwnRoutine:
    return OwnRoutine(1, "Mine", lines)


def test_it_is_done_as_it_was_set() -> None:
    own = _own(OwnLine(1, CAT.ref, repetitions=3), OwnLine(2, CHILD.ref, hold=30, repetitions=4))
    held_longer = replace(LIBRARY.exercises["childs-pose"], forms=(replace(CHILD, is_stretch=True),))
    library = replace(LIBRARY, exercises={**LIBRARY.exercises, "childs-pose": held_longer})
    for who in (ANYONE, OLDER, replace(ANYONE, level=3)):
        cat, child = settle(lines_of(own, library, who), library, who).parts
        assert (cat.form, cat.dose.repetitions) == (CAT, 3)
        assert (child.dose.hold, child.dose.repetitions) == (30, 4)


def test_what_is_barred_gives_way_to_another_form_of_it_first_then_to_a_swap() -> None:
    own = _own(OwnLine(1, CAT.ref, repetitions=3), OwnLine(2, BOOK.ref))
    who = working_around(Tag.KNEES, Tag.SHOULDER)
    settled = settle(lines_of(own, LIBRARY, who), LIBRARY, who)
    assert [part.form.ref for part in settled.parts] == [
        CAT_SEATED.ref,
        FormRef("shoulder-squeeze", "seated"),
    ]
    assert settled.parts[0].dose == CAT_SEATED.dose(1), "what was set was set for another form"


def test_what_was_retired_is_left_out() -> None:
    own = _own(
        OwnLine(1, FormRef("gone", "usual")),
        OwnLine(2, FormRef("cat-cow", "gone"), 5, 5),
        OwnLine(3, ROLL.ref),
    )
    settled = settle(lines_of(own, LIBRARY, ANYONE), LIBRARY, ANYONE)
    assert [part.form for part in settled.parts] == [ROLL]
    assert [str(ref) for ref in settled.left_out] == ["gone/usual", "cat-cow/gone"]
