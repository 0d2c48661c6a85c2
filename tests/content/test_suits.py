"""Nobody is offered what is barred, and nobody is left with nothing, whatever they work around, have and can."""

from collections.abc import Iterable
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.library import load
from bot.content.source import read
from bot.domain.exercise import Equipment, Purpose, Tag
from bot.domain.library import Library
from bot.domain.person import Age, Cleared, Floor, Preferences, Seen
from bot.domain.routine import Line
from bot.domain.suitable import bar, easier, form_for, harder, settle, swap
from tests.content import blocks
from tests.content.crowd import ALL, AT_HAND, FLOORS, KINDS, PAIRS, SINGLE, Law, lines_of, people
from tests.content.places import CONTENT

ALWAYS_LEFT = 4
"""Exercises that suit everybody: no plan of that many lines comes out shorter."""

LIBRARY = load(CONTENT)
PLANS = lines_of(LIBRARY)
LAW = Law(LIBRARY, read(CONTENT))


def suits(crowd: Iterable[Preferences]) -> None:
    for who, (name, lines) in product(crowd, PLANS.items()):
        settled = settle(lines, LIBRARY, who)
        breaches = list(LAW.of_parts(settled.parts, who))
        assert not breaches, (name, who, breaches)
        assert len(settled.parts) >= min(ALWAYS_LEFT, len(lines)), (name, who, settled.parts)
        assert len(settled.parts) + len(settled.left_out) == len(lines), (name, who)


def one_by_one(crowd: Iterable[Preferences]) -> None:
    """What a card offers: the form for the person, easier, harder, and another move."""
    for who, exercise in product(crowd, LIBRARY.exercises.values()):
        mine = form_for(exercise.slug, LIBRARY, who)
        offered = [mine]
        for form in exercise.forms:
            other = swap(form, LIBRARY, who, [exercise.slug])
            assert other, (str(form.ref), who)
            offered += [easier(form, LIBRARY, who), harder(form, LIBRARY, who), other]
            if mine is None:
                assert list(LAW.breaches(form, who)), f"{form.ref} was withheld for no reason: {who}"
        breaches = [breach for form in offered if form for breach in LAW.breaches(form, who)]
        assert not breaches, (exercise.slug, who, breaches)


def refs(library: Library) -> list[tuple[str, str]]:
    return [
        (str(form.ref), str(exercise.usual.ref))
        for exercise in library.exercises.values()
        for form in exercise.forms
    ]


@pytest.mark.parametrize(("ref", "usual"), refs(LIBRARY))
def test_form_is_barred_as_the_facts_say(ref: str, usual: str) -> None:
    slug, _, id_ = ref.partition("/")
    (form,) = (form for form in LIBRARY.exercises[slug].forms if form.ref.form == id_)
    assert {tag.value for tag in form.barred_for} == blocks.barred(ref, usual)
    assert {thing.value for thing in form.equipment} == set(blocks.NEEDS.get(ref, "").split())
    assert form.can_be_seated is (ref in blocks.ON_A_CHAIR)
    assert form.position.is_on_the_floor is (ref not in blocks.ON_A_CHAIR | blocks.STANDING)
    assert form.on_bed is blocks.is_on_a_bed(ref) or not form.position.is_on_the_floor
    assert form.intensity == blocks.intensity(ref)
    assert LIBRARY.exercises[slug].family == blocks.FAMILIES.get(slug, slug)


def test_tables_name_what_there_is() -> None:
    known = {ref for ref, _ in refs(LIBRARY)}
    typed = {*blocks.CROSSES, *blocks.MADE_GOOD, *blocks.STRICTER, *blocks.NEEDS}
    assert typed | blocks.FREE | blocks.ON_A_CHAIR | blocks.STANDING <= known
    assert {usual for _, usual in refs(LIBRARY)} <= blocks.CROSSES.keys()


@pytest.mark.parametrize("floor", FLOORS)
def test_every_plan_suits_everybody(floor: Floor | None) -> None:
    someone = people(SINGLE, [floor], [None, frozenset(), ALL], [KINDS[0], KINDS[3], KINDS[4]])
    suits(someone)


@pytest.mark.parametrize("floor", FLOORS)
def test_every_plan_suits_whoever_has_two_things_to_work_around(floor: Floor | None) -> None:
    suits(people(PAIRS, [floor], [frozenset()], [KINDS[4]]))
    suits(people(PAIRS, [floor], [ALL], [KINDS[2]]))


@pytest.mark.parametrize("kind", KINDS)
def test_every_plan_does_with_what_is_at_hand(kind: Preferences) -> None:
    suits(people([frozenset()], FLOORS, AT_HAND, [kind]))


@pytest.mark.parametrize("floor", FLOORS)
def test_every_card_offers_what_suits(floor: Floor | None) -> None:
    one_by_one(people(SINGLE, [floor], [frozenset(), ALL], [KINDS[0], KINDS[4]]))
    one_by_one(people(PAIRS, [floor], [frozenset()], [KINDS[2]]))


somebody = st.builds(
    Preferences,
    tags=st.frozensets(st.sampled_from(Tag)),
    floor=st.sampled_from(FLOORS),
    equipment=st.none() | st.frozensets(st.sampled_from(Equipment)),
    level=st.integers(1, 3),
    seen=st.sampled_from([None, Seen.NEW]),
    cleared=st.sampled_from([Cleared.CLEAR, Cleared.SOON]),
    age=st.sampled_from([None, *Age]),
    too_much=st.frozensets(
        st.sampled_from([form.ref for each in LIBRARY.exercises.values() for form in each.forms])
    ),
)


@given(somebody)
@settings(max_examples=150, deadline=None)
def test_whoever_comes_is_offered_what_suits(who: Preferences) -> None:
    suits([who])
    one_by_one([who])


# As a routine of one's own: any forms in any order, each with its swaps to fall back on; the two that must be apart often.
forms = [form for each in LIBRARY.exercises.values() for form in each.forms]
strong = [form for form in forms if form.ref.exercise in blocks.APART]
own_lines = st.lists(
    (st.sampled_from(forms) | st.sampled_from(strong)).map(
        lambda form: Line(Purpose.CALM, form.ref, None, form.swaps)
    ),
    max_size=12,
)


anybody = st.builds(
    Preferences, level=st.integers(1, 3), tags=st.frozensets(st.sampled_from(Tag), max_size=1)
)


@given(own_lines, anybody | somebody)
@settings(max_examples=300, deadline=None)
def test_what_one_puts_together_oneself_suits_too(lines: list[Line], who: Preferences) -> None:
    parts = settle(lines, LIBRARY, who).parts
    # Two of one family are fine here: that was their own choice.
    breaches = [breach for breach in LAW.of_parts(parts, who) if "family" not in breach]
    assert not breaches, (lines, who, breaches)


@pytest.mark.soak
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("floor", FLOORS)
def test_every_plan_suits_every_pair_with_all_that_may_be_at_hand(
    floor: Floor | None, kind: Preferences
) -> None:
    crowd = list(people((*SINGLE, *PAIRS), [floor], AT_HAND, [kind]))
    suits(crowd)
    one_by_one(crowd)


def test_first_two_minutes_are_the_same_for_everybody() -> None:
    lines = LIBRARY.routines["first-two-minutes"].lines
    for who in people((*SINGLE, *PAIRS), FLOORS, [frozenset()], KINDS):
        assert [part.form.ref for part in settle(lines, LIBRARY, who).parts] == [
            line.ref for line in lines
        ], who


def test_seated_programme_is_whole_on_a_chair() -> None:
    twin = LIBRARY.programmes[LIBRARY.programmes["four-weeks"].seated]
    for week in twin.weeks:
        for lines in week.days.values():
            settled = settle(lines, LIBRARY, Preferences(floor=Floor.SEATED))
            assert not settled.left_out
            assert not settled.replaced


def test_bar_of_the_program_and_that_of_the_tables_agree() -> None:
    crowd = people((*SINGLE, *PAIRS), FLOORS, [None, frozenset(), ALL], [KINDS[0], KINDS[2], KINDS[4]])
    for who in crowd:
        for exercise in LIBRARY.exercises.values():
            for form in exercise.forms:
                assert bool(bar(form, who)) is bool(list(LAW.breaches(form, who))), (str(form.ref), who)
