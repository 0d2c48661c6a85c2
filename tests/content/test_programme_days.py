"""The days of the programmes, for everybody: what a line can't give is filled for the same purpose, within the day's minutes."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from bot.domain.library.exercise import Purpose
from bot.domain.library.routine import RoutineLine
from bot.domain.person.person import Floor, Preferences
from bot.domain.planner.filling import fitted
from bot.domain.planner.memory import Memory
from bot.domain.planner.purposes_wanted import FILLS, serves
from bot.domain.session.script import Part, duration
from bot.domain.session.suitable import Settled, form_for
from tests.content.crowd import ALL, AT_HAND, KINDS, PAIRS, SINGLE, law, people

STEADY = Memory(days=99, sessions=99)
WALK = "walk"


def days_for(who: Preferences) -> Iterator[tuple[RoutineLine, ...]]:
    """The programme on a chair is for people who do not get down to the floor, and the other for all others."""
    stays_up = who.floor in (Floor.STAND, Floor.SEATED)
    for programme in law().library.programmes.values():
        if stays_up is not bool(programme.seated):
            yield from (lines for week in programme.weeks for lines in week.days.values())


def minutes_of(lines: Iterable[RoutineLine]) -> int:
    """As the programme has them, for people whom everything suits."""
    parts = [
        Part(form, line.dose or form.dose(1)) for line in lines if (form := law().library.form(line.ref))
    ]
    return -(-duration(parts) // 60)


def breaches(lines: tuple[RoutineLine, ...], settled: Settled, who: Preferences) -> Iterator[str]:
    yield from law().of_parts(settled.parts, who)
    if not settled.parts:
        yield "empty"
    if settled.replaced and duration(settled.parts) > minutes_of(lines) * 60:
        yield "too long"
    if settled.left_out and (more := set(others(settled, who))):
        yield f"left out beside {more}"


def others(settled: Settled, who: Preferences) -> Iterator[str]:
    """What might still have filled a line: the walk fills its minutes alone."""
    library = law().library
    families = {library.exercises[part.form.ref.exercise].family for part in settled.parts}
    for slug, exercise in library.exercises.items():
        form = form_for(slug, library, who)
        is_walk = slug == WALK and not (form and form.can_be_seated)
        if form and form.ref.exercise == slug and exercise.family not in families and not is_walk:
            yield from [slug] if exercise.focus & FILLS else []


def look_at(crowd: Iterable[Preferences]) -> Counter[str]:
    counted = Counter[str]()
    for who in crowd:
        for lines in days_for(who):
            settled = fitted(lines, who, STEADY, law().library)
            found = list(breaches(lines, settled, who))
            assert not found, (who, lines[0].ref, found)
            counted["days"] += 1
            counted["with a line left out"] += bool(settled.left_out)
    print(dict(counted))
    return counted


@pytest.mark.parametrize("floor", Floor)
def test_a_line_is_left_out_only_where_all_that_suits_is_there(floor: Floor) -> None:
    crowd = people(SINGLE[:-1], [floor], [frozenset(), ALL], [KINDS[0], KINDS[2], KINDS[4]])
    assert look_at(list(crowd)[::3])["days"]


@pytest.mark.soak
@pytest.mark.parametrize("floor", Floor)
def test_so_it_is_for_everybody(floor: Floor) -> None:
    look_at(people((*SINGLE, *PAIRS), [floor], AT_HAND, KINDS))


def test_what_is_filled_in_serves_the_purpose_while_anything_does() -> None:
    library, seen = law().library, Counter[Purpose]()
    for who in people(SINGLE[:-1], [Floor.YES, Floor.SEATED], [frozenset()], [KINDS[1]]):
        for lines in days_for(who):
            settled = fitted(lines, who, STEADY, library)
            families = {library.exercises[part.form.ref.exercise].family for part in settled.parts}
            purposes = {line.ref: line.purpose for line in lines}
            for old, new in settled.replaced:
                purpose = frozenset({purposes[old]})
                if old.exercise == new.exercise or serves(library.exercises[new.exercise], purpose):
                    seen.update(purpose)
                    continue
                better = [
                    slug
                    for slug, exercise in library.exercises.items()
                    if exercise.family not in families and serves(exercise, purpose) and slug != WALK
                    if form_for(slug, library, who)
                ]
                assert not better, (who.tags, str(old), str(new), better)
    assert len(seen) > 3


def test_of_what_serves_it_the_liked_comes_first_and_the_passed_over_last() -> None:
    library = law().library
    lines = library.programmes["four-weeks"].weeks[0].days["b"]
    who = Preferences(level=2, floor=Floor.YES, equipment=ALL, never=frozenset({"row-towel"}))
    there = {library.exercises[line.ref.exercise].family for line in lines}
    strong = [each for each in library.exercises.values() if serves(each, frozenset({Purpose.STRENGTH}))]
    free = [each.slug for each in strong if each.family not in there and form_for(each.slug, library, who)]

    def chosen(who: Preferences, memory: Memory) -> str:
        return stand_in(fitted(lines, who, memory, library), "row-towel")

    first = chosen(who, STEADY)
    assert len(free) > 1
    assert first in free
    assert [chosen(replace(who, liked=frozenset({slug})), STEADY) for slug in free] == free
    assert chosen(who, replace(STEADY, passed_over={first: 2})) in {*free} - {first}


def stand_in(settled: Settled, slug: str) -> str:
    return next(new.exercise for old, new in settled.replaced if old.exercise == slug)


def test_who_can_do_it_all_does_the_programme_as_it_is() -> None:
    who = Preferences(level=3, floor=Floor.YES, equipment=ALL)
    for lines in days_for(who):
        settled = fitted(lines, who, STEADY, law().library)
        assert [part.form.ref for part in settled.parts] == [line.ref for line in lines]
        assert not settled.replaced
