"""Nobody is offered what is barred, and nobody is left with nothing, whatever they work around, have and can."""

from collections.abc import Iterable, Iterator
from itertools import islice, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.library.exercise import Equipment, Form, Purpose, Tag
from bot.domain.library.routine import RoutineLine
from bot.domain.person.person import Age, Cleared, Floor, Preferences, Seen
from bot.domain.session.suitable import bar, easier, form_for, harder, settle, swap
from tests.content import blocks
from tests.content.crowd import ALL, AT_HAND, FLOORS, KINDS, PAIRS, SINGLE, law, lines_of, people

ALWAYS_LEFT = 4
"""Exercises that suit everybody: no plan of that many lines comes out shorter."""


def forms() -> list[Form]:
    return [form for exercise in law().library.exercises.values() for form in exercise.forms]


def some(crowd: Iterable[Preferences], every: int) -> Iterator[Preferences]:
    """One in `every`, which shares no factor with how many there are of each kind. The long runs ask everybody."""
    return islice(crowd, 0, None, every)


def suits(crowd: Iterable[Preferences]) -> None:
    for who, (name, lines) in product(crowd, lines_of(law().library).items()):
        settled = settle(lines, law().library, who)
        breaches = list(law().of_parts(settled.parts, who))
        assert not breaches, (name, who, breaches)
        assert len(settled.parts) >= min(ALWAYS_LEFT, len(lines)), (name, who, settled.parts)
        assert len(settled.parts) + len(settled.left_out) == len(lines), (name, who)


def one_by_one(crowd: Iterable[Preferences]) -> None:
    """What a card offers: the form for the person, easier, harder, and another move."""
    for who, exercise in product(crowd, law().library.exercises.values()):
        mine = form_for(exercise.slug, law().library, who)
        offered = [mine]
        for form in exercise.forms:
            other = swap(form, law().library, who, [exercise.slug])
            assert other, (str(form.ref), who)
            offered += [easier(form, law().library, who), harder(form, law().library, who), other]
            if mine is None:
                assert list(law().breaches(form, who)), f"{form.ref} was withheld for no reason: {who}"
        breaches = [breach for form in offered if form for breach in law().breaches(form, who)]
        assert not breaches, (exercise.slug, who, breaches)


@settings(max_examples=80)
@given(st.data())
def test_a_swap_keeps_people_where_they_are(data: st.DataObject) -> None:
    """Whatever is in the session already: seated for seated, and nobody who stands is sent to the floor."""
    form = data.draw(st.sampled_from(forms()))
    used = data.draw(st.frozensets(st.sampled_from(sorted(law().library.exercises))))
    who = Preferences(level=3, tags=data.draw(st.frozensets(st.sampled_from(Tag))), allowed=frozenset(Tag))
    other = swap(form, law().library, who, used | {form.ref.exercise})
    assert other
    if form.can_be_seated:
        assert other.can_be_seated
    elif not form.position.is_on_the_floor:
        assert not other.position.is_on_the_floor


def test_nobody_who_rolls_their_shoulders_is_sent_for_a_walk() -> None:
    for form in law().library.exercises["shoulder-rolls"].forms:
        other = swap(form, law().library, Preferences(), [])
        assert other
        assert other.ref.exercise != "walk"


@pytest.mark.parametrize("slug", sorted({ref.partition("/")[0] for ref in blocks.CROSSES}))
def test_exercise_is_barred_as_the_facts_say(slug: str) -> None:
    exercise = law().library.exercises[slug]
    assert exercise.family == blocks.FAMILIES.get(slug, slug)
    for form in exercise.forms:
        ref = str(form.ref)
        assert {tag.value for tag in form.barred_for} == blocks.barred(ref, str(exercise.usual.ref)), ref
        assert {thing.value for thing in form.equipment} == set(blocks.NEEDS.get(ref, "").split()), ref
        assert form.can_be_seated is (ref in blocks.ON_A_CHAIR), ref
        assert form.position.is_on_the_floor is (ref not in blocks.ON_A_CHAIR | blocks.STANDING), ref
        assert form.on_bed is blocks.is_on_a_bed(ref) or not form.position.is_on_the_floor, ref
        assert form.intensity == blocks.intensity(ref), ref


def test_tables_name_what_there_is() -> None:
    typed = {*blocks.CROSSES, *blocks.MADE_GOOD, *blocks.STRICTER, *blocks.NEEDS}
    assert typed | blocks.FREE | blocks.ON_A_CHAIR | blocks.STANDING <= {str(form.ref) for form in forms()}


@pytest.mark.parametrize("floor", FLOORS)
def test_every_plan_suits_everybody(floor: Floor | None) -> None:
    someone = people(SINGLE, [floor], [None, frozenset(), ALL], [KINDS[0], KINDS[3], KINDS[4]])
    suits(some(someone, 4))


@pytest.mark.parametrize("floor", FLOORS)
def test_every_plan_suits_whoever_has_two_things_to_work_around(floor: Floor | None) -> None:
    suits(some(people(PAIRS, [floor], [frozenset()], [KINDS[4]]), 4))
    suits(some(people(PAIRS, [floor], [ALL], [KINDS[2]]), 4))


@pytest.mark.parametrize("kind", KINDS)
def test_every_plan_does_with_what_is_at_hand(kind: Preferences) -> None:
    suits(some(people([frozenset()], FLOORS, AT_HAND, [kind]), 4))


@pytest.mark.parametrize("floor", FLOORS)
def test_every_card_offers_what_suits(floor: Floor | None) -> None:
    one_by_one(some(people(SINGLE, [floor], [frozenset(), ALL], [KINDS[0], KINDS[4]]), 3))
    one_by_one(some(people(PAIRS, [floor], [frozenset()], [KINDS[2]]), 4))


somebody = st.builds(
    Preferences,
    tags=st.frozensets(st.sampled_from(Tag)),
    floor=st.sampled_from(FLOORS),
    equipment=st.none() | st.frozensets(st.sampled_from(Equipment)),
    level=st.integers(1, 3),
    seen=st.sampled_from([None, Seen.NEW]),
    allowed=st.frozensets(st.sampled_from(Tag)),
    cleared=st.sampled_from([Cleared.CLEAR, Cleared.SOON]),
    age=st.sampled_from([None, *Age]),
    too_much=st.deferred(lambda: st.frozensets(st.sampled_from([form.ref for form in forms()]))),
)


@given(somebody)
@settings(max_examples=50)
def test_whoever_comes_is_offered_what_suits(who: Preferences) -> None:
    suits([who])
    one_by_one([who])


# As a routine of one's own: any forms in any order, each with its swaps to fall back on; the two that must be apart often.
own_lines = st.deferred(
    lambda: st.lists(
        (
            st.sampled_from(forms())
            | st.sampled_from([form for form in forms() if form.ref.exercise in blocks.APART])
        ).map(lambda form: RoutineLine(Purpose.CALM, form.ref, None, form.swaps)),
        max_size=12,
    )
)
anybody = st.builds(
    Preferences, level=st.integers(1, 3), tags=st.frozensets(st.sampled_from(Tag), max_size=1)
)


@given(own_lines, anybody | somebody)
@settings(max_examples=120)
def test_what_one_puts_together_oneself_suits_too(lines: list[RoutineLine], who: Preferences) -> None:
    parts = settle(lines, law().library, who).parts
    # Two of one family are fine here: that was their own choice.
    breaches = [breach for breach in law().of_parts(parts, who) if "family" not in breach]
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
    lines = law().library.routines["first-two-minutes"].lines
    for who in people((*SINGLE, *PAIRS), FLOORS, [frozenset()], KINDS):
        assert [part.form.ref for part in settle(lines, law().library, who).parts] == [
            line.ref for line in lines
        ], who


def test_seated_programme_is_whole_on_a_chair() -> None:
    twin = law().library.programmes[law().library.programmes["four-weeks"].seated]
    for week in twin.weeks:
        for lines in week.days.values():
            settled = settle(lines, law().library, Preferences(floor=Floor.SEATED))
            assert not settled.left_out
            assert not settled.replaced


def test_bar_of_the_program_and_that_of_the_tables_agree() -> None:
    crowd = people((*SINGLE, *PAIRS), FLOORS, [None, frozenset(), ALL], [KINDS[0], KINDS[2], KINDS[4]])
    for who in some(crowd, 7):
        for exercise in law().library.exercises.values():
            for form in exercise.forms:
                assert bool(bar(form, who)) is bool(list(law().breaches(form, who))), (str(form.ref), who)
