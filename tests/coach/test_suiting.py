"""Every routine for every pair of things to work around, and every answer about the floor: nothing barred, nothing empty."""

from itertools import combinations

import pytest

from bot.coach.known.knowledge import Knowledge
from bot.domain.library.exercise import Tag
from bot.domain.person.person import Floor, Preferences
from bot.domain.session.pain import Pain
from bot.domain.session.suitable import bar, form_for, settle, swap
from tests.coach.talk import GETS_DOWN, Someone, World

WORKED_AROUND = [tag for tag in Tag if tag is not Tag.SURGERY]
SETS = [
    frozenset(some) for count in (0, 1, 2, len(WORKED_AROUND)) for some in combinations(WORKED_AROUND, count)
]
PEOPLE = [Preferences(tags=tags, floor=floor) for tags in SETS for floor in (None, *Floor)]


def test_no_routine_offers_what_is_barred_and_none_is_empty(knowledge: Knowledge) -> None:
    for routine in knowledge.english.library.routines.values():
        for who in PEOPLE:
            parts = settle(routine.lines, knowledge.english.library, who).parts
            assert parts, (routine.slug, who)
            assert not any(bar(part.form, who) for part in parts)
            exercises = [part.form.ref.exercise for part in parts]
            assert len(set(exercises)) == len(exercises)


def test_a_swap_never_leads_to_what_is_barred(knowledge: Knowledge) -> None:
    for who in PEOPLE:
        for exercise in knowledge.english.library.exercises.values():
            form = form_for(exercise.slug, knowledge.english.library, who) or exercise.usual
            other = swap(form, knowledge.english.library, who, [exercise.slug])
            assert other is None or not bar(other, who)


@pytest.mark.parametrize(
    ("tag", "title"), [("Knees", "Seated cat-cow"), ("Wrists", "Cat-cow: On fists or forearms")]
)
def test_a_form_that_fits_is_offered_in_place_of_a_block(ana: Someone, tag: str, title: str) -> None:
    for said in (
        "/start",
        "two gentle minutes",
        "none of these",
        "stop",
        *GETS_DOWN,
        "/settings",
        "work around",
        tag,
        "done",
    ):
        ana.says(said)
    ana.says("/exercise cat-cow")
    assert title in ana.sees.text
    ana.says("/routine turn and bend")
    assert "Cat-cow" in ana.sees.text


def test_what_takes_the_place_of_something_is_said(ana: Someone) -> None:
    for said in (
        "/start",
        "two gentle minutes",
        "none of these",
        "stop",
        *GETS_DOWN,
        "/settings",
        "work around",
        "thin bones",
    ):
        ana.says(said)
    ana.says("/routine turn and bend")
    assert "in place of Cat-cow, to suit you." in ana.sees.text


def test_what_was_too_much_is_offered_easier_the_next_time(ana: Someone) -> None:
    for said in (
        "/start",
        "two gentle minutes",
        "none of these",
        "stop",
        *GETS_DOWN,
        "cat cow",
        "do it",
        "ready",
    ):
        ana.says(said)
    assert "Move for" in ana.sees.text
    for said in ("it hurts", "too much", "stop", "/exercise cat cow"):
        ana.says(said)
    assert ana.sees.text.startswith("<b>Seated cat-cow</b>")
    ana.says("/routine turn and bend")
    assert "Seated cat-cow in place of Cat-cow" in ana.sees.text


def test_what_hurt_is_offered_easier_the_next_time(ana: Someone, world: World) -> None:
    for said in (
        "/start",
        "two gentle minutes",
        "none of these",
        "stop",
        *GETS_DOWN,
        "shoulder rolls",
        "do it",
        "ready",
    ):
        ana.says(said)
    for seconds in (30, 5, 30):
        world.passes(seconds)
    ana.taps_data("v.2.u")
    assert "What was it like?" in ana.sees.text
    ana.taps(Pain.TOO_MUCH)
    assert "keep it gentler" in ana.sees.text
    ana.says("/exercise shoulder rolls")
    assert ana.sees.text.startswith("<b>Shoulder rolls: Small")
