"""Choosing exercises: one form of each, one that is wanted and suits; what is left out is counted."""

from dataclasses import replace

import pytest

from bot.domain.choose.choice import Wanted, choose, for_purpose, in_position, on_a_bed, with_thing, within
from bot.domain.library.exercise import Equipment, FormRef, Position, Purpose, Tag
from bot.domain.library.library import Library
from bot.domain.person.person import Floor, Preferences
from tests.examples import BOOK, CAT, CAT_SEATED, CHILD, LIBRARY, ROLL, SQUEEZE

ANYBODY = Preferences()
KNEES = Preferences(tags=frozenset({Tag.KNEES}))
NO_CHAIR = Preferences(equipment=frozenset())
BENDS = {slug: replace(one, focus=frozenset({Purpose.BEND})) for slug, one in LIBRARY.exercises.items()}


@pytest.mark.parametrize(
    ("wanted", "who", "forms", "left_out"),
    [
        (in_position(Position.STAND), ANYBODY, [ROLL], 0),
        (in_position(Position.SIT), ANYBODY, [ROLL, SQUEEZE, CAT_SEATED], 0),
        (in_position(Position.SIT), NO_CHAIR, [ROLL, SQUEEZE], 1),
        (in_position(Position.KNEEL), ANYBODY, [CAT, CHILD], 0),
        (in_position(Position.KNEEL), KNEES, [CHILD], 1),
        (in_position(Position.PRONE), ANYBODY, [], 0),
        (on_a_bed(), ANYBODY, [BOOK], 0),
        (on_a_bed(), Preferences(floor=Floor.SEATED), [], 1),
        (with_thing(Equipment.CHAIR), ANYBODY, [CAT_SEATED], 0),
        (with_thing(Equipment.CHAIR), NO_CHAIR, [], 1),
        (with_thing(None), ANYBODY, [ROLL, SQUEEZE, CAT, BOOK, CHILD], 0),
        (with_thing(None), KNEES, [ROLL, SQUEEZE, BOOK, CHILD], 1),
        (for_purpose(Purpose.BEND), ANYBODY, [], 0),
    ],
)
def test_one_form_of_each_that_is_wanted_and_suits(
    wanted: Wanted, who: Preferences, forms: list[object], left_out: int
) -> None:
    choice = choose(LIBRARY, who, wanted)
    assert list(choice.forms) == forms
    assert len(choice.left_out) == left_out


def test_a_purpose_offers_what_is_offered_anyway() -> None:
    library = Library(BENDS, {})
    assert choose(library, ANYBODY, for_purpose(Purpose.BEND)).forms == (ROLL, SQUEEZE, CAT, BOOK, CHILD)
    assert choose(library, KNEES, for_purpose(Purpose.BEND)).forms[2] == CAT_SEATED


def test_what_was_too_much_is_not_offered_again() -> None:
    once = Preferences(too_much=frozenset({CHILD.ref}))
    assert choose(LIBRARY, once, in_position(Position.KNEEL)).left_out == (), "there is nothing easier"
    gentler = Preferences(too_much=frozenset({CAT.ref}))
    choice = choose(LIBRARY, gentler, in_position(Position.KNEEL))
    assert FormRef("cat-cow", "kneeling") not in [form.ref for form in choice.forms]
    assert len(choice.left_out) == 1


@pytest.mark.parametrize(("seconds", "fits"), [(45, False), (60, True), (120, True)])
def test_minutes_are_as_the_card_says_them_to_the_half(seconds: int, fits: object) -> None:
    """The book takes 12 + 2 × 26 + 5 = 69 s: about a minute."""
    choice = choose(LIBRARY, ANYBODY, within(seconds, ANYBODY))
    assert (BOOK in choice.forms) is fits
