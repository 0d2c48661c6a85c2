"""What somebody never wants never comes: in no routine, no day of a programme, no plan, swap, easier form or stand-in."""

from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.library.routine import RoutineLine
from bot.domain.person.person import Floor, Preferences
from bot.domain.person.stages import Stage
from bot.domain.planner.composing import length
from bot.domain.planner.favourites import favourites
from bot.domain.planner.limits import AskedFor
from bot.domain.planner.memory import Memory
from bot.domain.planner.planner import plan
from bot.domain.session.as_then import as_then
from bot.domain.session.script import Part, write
from bot.domain.session.suitable import easier, form_for, gentler, harder, settle, swap
from tests.known import library

SLUGS = sorted(library().exercises)

people = st.builds(
    Preferences,
    level=st.integers(1, 3),
    floor=st.none() | st.sampled_from(Floor),
    stage=st.sampled_from(Stage),
    minutes=st.none() | st.integers(2, 15),
    never=st.frozensets(st.sampled_from(SLUGS), min_size=1),
    liked=st.frozensets(st.sampled_from(SLUGS), max_size=5),
    too_much=st.frozensets(
        st.sampled_from([one.usual.ref for one in library().exercises.values()]), max_size=3
    ),
)


def every_line() -> list[tuple[RoutineLine, ...]]:
    programmes = library().programmes.values()
    days = (week.days.values() for programme in programmes for week in programme.weeks)
    return [*(routine.lines for routine in library().routines.values()), *chain.from_iterable(days)]


LINES = every_line()


def slugs_of(parts: tuple[Part, ...]) -> set[str]:
    return {part.form.ref.exercise for part in parts}


@settings(max_examples=60)
@given(people)
def test_it_is_in_no_routine_and_no_day_of_a_programme(who: Preferences) -> None:
    for lines in LINES:
        assert not slugs_of(settle(lines, library(), who).parts) & who.never


@settings(max_examples=60)
@given(people, st.integers(0, 15))
def test_it_is_in_no_plan_and_no_favourites(who: Preferences, minutes: int) -> None:
    asked = AskedFor(minutes or None)
    assert not plan(asked, who, Memory(), library()).slugs & who.never
    assert not slugs_of(favourites(asked, who, Memory(), library())) & who.never


@settings(max_examples=60)
@given(people)
def test_nothing_leads_to_it(who: Preferences) -> None:
    for exercise in library().exercises.values():
        offered = [form_for(exercise.slug, library(), who)]
        for form in exercise.forms:
            offered += [
                swap(form, library(), who, []),
                easier(form, library(), who),
                harder(form, library(), who),
            ]
            less = gentler(form, library(), who)
            offered += [less] if less is not form else []
        assert not {form.ref.exercise for form in offered if form} & who.never


@settings(max_examples=40)
@given(people, st.sampled_from(LINES))
def test_a_repeat_replaces_it(who: Preferences, lines: tuple[RoutineLine, ...]) -> None:
    then = settle(lines, library(), Preferences()).parts
    again = settle(as_then(write(then), library(), who), library(), who)
    assert not slugs_of(again.parts) & who.never


@settings(max_examples=40)
@given(people)
def test_favourites_are_of_what_is_liked_and_within_the_minutes(who: Preferences) -> None:
    parts = favourites(AskedFor(), who, Memory(), library())
    assert slugs_of(parts) <= who.liked
    assert len(parts) < 2 or length(parts, who) <= (who.minutes or 5) * 60
