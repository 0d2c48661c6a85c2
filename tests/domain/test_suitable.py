"""Nobody is offered what they asked to work around, or what they cannot get down to."""

from dataclasses import replace

import pytest

from bot.domain.library.exercise import Dose, Equipment, FormRef, Purpose, Tag
from bot.domain.library.routine import RoutineLine
from bot.domain.person.person import Floor, Preferences
from bot.domain.person.stages import Stage
from bot.domain.session.suitable import Bar, bar, easier, fitting, form_for, harder, settle, swap
from tests.examples import BOOK, CAT, CAT_SEATED, CHILD, LIBRARY, ROLL, SQUEEZE, routine

ANYONE = Preferences()


def working_around(*tags: Tag) -> Preferences:
    return replace(ANYONE, tags=frozenset(tags))


def on(floor: Floor) -> Preferences:
    return replace(ANYONE, floor=floor)


def test_nobody_is_barred_before_they_said_anything() -> None:
    assert not [form for form in (ROLL, SQUEEZE, CAT, BOOK, CHILD) if bar(form, ANYONE)]


def test_a_thing_to_work_around_bars_and_names_itself() -> None:
    assert bar(CAT, working_around(Tag.WRISTS, Tag.EYES)) == Bar(Tag.WRISTS)
    assert bar(CAT, working_around(Tag.EYES)) is None


def test_what_they_never_want_is_barred_in_every_form_and_nothing_leads_to_it() -> None:
    who = replace(ANYONE, never=frozenset({"cat-cow", "shoulder-squeeze"}))
    assert bar(CAT, who) == bar(CAT_SEATED, who) == Bar(never=True)
    assert bar(BOOK, who) is None
    assert easier(BOOK, LIBRARY, who) is None
    assert swap(BOOK, LIBRARY, who, []) == ROLL


@pytest.mark.parametrize(
    ("floor", "barred"),
    [
        (Floor.YES, []),
        (Floor.BED, ["cat-cow/kneeling", "childs-pose/kneeling"]),
        (Floor.STAND, ["cat-cow/kneeling", "open-book/lying", "childs-pose/kneeling"]),
        (
            Floor.SEATED,
            ["cat-cow/kneeling", "open-book/lying", "childs-pose/kneeling", "shoulder-roll/upright"],
        ),
    ],
)
def test_the_floor_bars_what_is_out_of_reach(floor: Floor, barred: list[str]) -> None:
    upright = replace(ROLL, ref=FormRef("shoulder-roll", "upright"), seated_too=False)
    forms = (ROLL, SQUEEZE, CAT, CAT_SEATED, BOOK, CHILD, upright)
    assert [str(form.ref) for form in forms if bar(form, on(floor))] == barred
    assert {bar(form, on(floor)) for form in forms} <= {None, Bar()}


def test_the_first_form_that_suits_is_offered() -> None:
    assert form_for("cat-cow", LIBRARY, ANYONE) == CAT
    assert form_for("cat-cow", LIBRARY, working_around(Tag.KNEES)) == CAT_SEATED
    assert form_for("open-book", LIBRARY, working_around(Tag.SHOULDER)) is None
    assert form_for("gone", LIBRARY, ANYONE) is None


def test_fitting_passes_over_what_is_gone_or_barred() -> None:
    refs = (None, FormRef("gone", "x"), FormRef("cat-cow", "gone"), CAT.ref, CAT_SEATED.ref)
    assert list(fitting(refs, LIBRARY, working_around(Tag.KNEES))) == [CAT_SEATED]


def test_easier_is_easier_for_this_person() -> None:
    assert easier(CAT, LIBRARY, ANYONE) == CAT_SEATED
    assert easier(CHILD, LIBRARY, ANYONE) is None


def test_a_swap_is_by_preference_not_in_the_session_yet() -> None:
    assert swap(BOOK, LIBRARY, ANYONE, ["open-book"]) == SQUEEZE
    assert swap(BOOK, LIBRARY, ANYONE, ["open-book", "shoulder-squeeze"]) == ROLL
    assert swap(BOOK, LIBRARY, ANYONE, ["shoulder-roll", "shoulder-squeeze"]) == SQUEEZE
    assert swap(CAT, LIBRARY, working_around(Tag.SHOULDER), []) is None


def test_a_routine_is_made_to_fit() -> None:
    morning = routine("morning", "Morning", (CAT, BOOK))
    with_fallback = replace(
        morning, lines=(replace(morning.lines[0], fallbacks=(CHILD.ref, CAT_SEATED.ref)), morning.lines[1])
    )
    settled = settle(with_fallback.lines, LIBRARY, replace(working_around(Tag.KNEES), floor=Floor.SEATED))
    assert [made.form for made in settled.parts] == [CAT_SEATED]
    assert settled.replaced == ((CAT.ref, CAT_SEATED.ref),)


@pytest.mark.parametrize(("repetitions", "level"), [(8, 2), (6, 2), (2, 1)])
def test_a_lines_own_dose_is_for_its_own_form_and_a_stand_in_takes_about_as_long(
    repetitions: int, level: int
) -> None:
    line = RoutineLine(Purpose.TURN, CAT.ref, Dose(0, 5, repetitions), (CAT_SEATED.ref,))
    usual = settle((line,), LIBRARY, replace(ANYONE, level=2)).parts[0]
    stand_in = settle((line,), LIBRARY, replace(working_around(Tag.KNEES), level=2)).parts[0]
    assert usual.dose == Dose(0, 5, repetitions)
    assert stand_in.form == CAT_SEATED
    assert stand_in.dose == CAT_SEATED.dose(level)


def test_without_a_dose_the_level_decides() -> None:
    for level in (1, 2, 3):
        made = settle(routine("one", "One", (CAT,)).lines, LIBRARY, replace(ANYONE, level=level)).parts[0]
        assert made.dose == CAT.doses[level - 1]


def test_nothing_is_done_twice_for_want_of_something_else() -> None:
    morning = routine("morning", "Morning", (CAT, CAT_SEATED))
    lines = (replace(morning.lines[0], fallbacks=(CAT_SEATED.ref,)), morning.lines[1])
    settled = settle(lines, LIBRARY, working_around(Tag.KNEES))
    assert [made.form for made in settled.parts] == [CAT_SEATED]
    assert settled.left_out == (CAT.ref,)


def test_harder_is_harder_for_this_person() -> None:
    seated = replace(CAT_SEATED, harder=CAT.ref)
    assert harder(seated, LIBRARY, ANYONE) == CAT
    assert harder(seated, LIBRARY, working_around(Tag.KNEES)) is None


def test_what_somebody_made_is_not_judged_on_a_day_when_it_hurts_much() -> None:
    own = replace(SQUEEZE, is_own=True)
    assert bar(own, replace(ANYONE, stage=Stage.HIGH)) == Bar(unjudged=True)
    assert bar(own, replace(ANYONE, stage=Stage.MODERATE)) is None
    assert bar(SQUEEZE, replace(ANYONE, stage=Stage.HIGH)) is None


def test_of_several_things_that_are_lacking_one_is_named() -> None:
    form = replace(SQUEEZE, equipment=frozenset({Equipment.WALL, Equipment.TOWEL, Equipment.CHAIR}))
    assert bar(form, replace(ANYONE, equipment=frozenset())) == Bar(thing=Equipment.CHAIR)
    assert bar(form, replace(ANYONE, equipment=frozenset({Equipment.CHAIR}))) == Bar(thing=Equipment.TOWEL)
    assert bar(form, ANYONE) is None, "nobody has asked yet"


def test_a_stand_in_for_what_was_retired_takes_about_as_long_as_its_own_first_dose() -> None:
    line = RoutineLine(Purpose.TURN, FormRef("gone", "x"), None, (SQUEEZE.ref,))
    (made,) = settle((line,), LIBRARY, replace(ANYONE, level=3)).parts
    assert (made.form, made.dose) == (SQUEEZE, SQUEEZE.dose(2))


def test_what_was_too_much_is_replaced_by_its_easier_form() -> None:
    who = replace(ANYONE, too_much=frozenset({CAT.ref}))
    assert [made.form for made in settle(routine("one", "One", (CAT,)).lines, LIBRARY, who).parts] == [
        CAT_SEATED
    ]
    twice = settle(routine("two", "Two", (CAT, CAT_SEATED)).lines, LIBRARY, who)
    assert [made.form for made in twice.parts] == [CAT, CAT_SEATED], (
        "its easier form is in the routine already"
    )


def test_two_of_one_family_are_not_done_for_want_of_something_else() -> None:
    shelf = dict(LIBRARY.exercises)
    shelf["shoulder-squeeze"] = replace(shelf["shoulder-squeeze"], family="shoulders")
    shelf["shoulder-roll"] = replace(shelf["shoulder-roll"], family="shoulders")
    lines = [replace(line, fallbacks=(ROLL.ref,)) for line in routine("two", "Two", (SQUEEZE, BOOK)).lines]
    settled = settle(lines, replace(LIBRARY, exercises=shelf), working_around(Tag.SHOULDER))
    assert [made.form for made in settled.parts] == [SQUEEZE]
    assert settled.left_out == (BOOK.ref,)


def test_what_is_to_be_apart_from_the_one_before_is_not_done_after_it() -> None:
    shelf = dict(LIBRARY.exercises)
    shelf["cat-cow"] = replace(shelf["cat-cow"], apart_from=frozenset({"open-book"}))
    apart = replace(LIBRARY, exercises=shelf)
    for forms, done in (
        ((CAT, BOOK), [CAT, ROLL]),
        ((BOOK, CAT), [BOOK, CAT]),
        ((CAT, SQUEEZE, BOOK), [CAT, SQUEEZE, BOOK]),
    ):
        lines = [replace(line, fallbacks=(ROLL.ref,)) for line in routine("x", "X", forms).lines]
        assert [made.form for made in settle(lines, apart, ANYONE).parts] == done
