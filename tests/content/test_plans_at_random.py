"""What must hold of plans whatever somebody did lately, liked, skipped, never wants, and found hard."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.library.exercise import Equipment, Tag
from bot.domain.person.person import Age, Floor, Preferences, Seen
from bot.domain.person.stages import Stage
from bot.domain.person.what_rests import NOTHING_RESTS, Resting, Until
from bot.domain.planner.easing import Effort, HowLow, PastSession, easing
from bot.domain.planner.limits import USUAL, AskedFor
from bot.domain.planner.memory import Memory
from bot.domain.planner.planner import DayPlan, plan, why
from bot.domain.planner.why import ComesLess, Liked, Rested
from bot.domain.session.script import duration
from tests.content.crowd import law, most_intense
from tests.content.every_case import FEW, FIRST_DAYS, SORE_MINUTES

TODAY = date(2026, 1, 5)
RUNNING = 10

slugs = st.deferred(lambda: st.sampled_from(sorted(law().library.exercises)))
refs = st.deferred(
    lambda: st.sampled_from(
        [form.ref for exercise in law().library.exercises.values() for form in exercise.forms]
    )
)
some = st.frozensets(slugs, max_size=6)
sets_of_tags = st.one_of(
    st.frozensets(st.sampled_from(Tag), max_size=2),
    st.frozensets(st.sampled_from(Tag), min_size=3, max_size=5),
    st.frozensets(st.sampled_from(Tag), min_size=6),
    st.just(frozenset(Tag)),
)
people = st.builds(
    Preferences,
    level=st.integers(1, 3),
    stage=st.sampled_from(Stage),
    floor=st.none() | st.sampled_from(Floor),
    equipment=st.none() | st.frozensets(st.sampled_from(Equipment)),
    tags=sets_of_tags,
    allowed=st.just(frozenset(Tag)) | sets_of_tags,
    seen=st.sampled_from([None, Seen.NEW, Seen.PROFESSIONAL]),
    age=st.none() | st.sampled_from([Age.ADULT, Age.OLDER]),
    minutes=st.none() | st.sampled_from([2, 5, 10, 15]),
    liked=some,
    never=some,
    too_much=st.frozensets(refs, max_size=3),
)
memories = st.builds(
    Memory,
    days=st.integers(0, 400),
    done=st.dictionaries(slugs, st.integers(1, 7), max_size=12),
    passed_over=st.dictionaries(slugs, st.integers(1, 4), max_size=4),
    planned=st.lists(st.lists(some, max_size=2).map(tuple), max_size=2).map(tuple),
    known=some,
    sessions=st.integers(0, 60),
)
rests = st.builds(
    Resting,
    moves=st.frozensets(st.tuples(slugs, st.just(Until(TODAY))), max_size=4),
    loads=st.frozensets(st.tuples(st.sampled_from([Tag.KNEES, Tag.WRISTS]), st.just(Until(TODAY)))),
    rested=some,
)
lengths = st.none() | st.sampled_from([2, 3, 5, 10, 15])


def planned(asked: AskedFor, who: Preferences, memory: Memory) -> DayPlan:
    return plan(asked, who, memory, law().library)


def past(of: DayPlan, who: Preferences, effort: Effort) -> PastSession:
    """What is remembered of it."""
    forms = [part.form for part in of.parts]
    seated = all(form.can_be_seated for form in forms)
    is_down = any(form.position.is_on_the_floor for form in forms)
    return PastSession(
        TODAY,
        effort,
        duration(of.parts),
        max(form.intensity for form in forms),
        HowLow.FLOOR if is_down else HowLow.SEATED if seated else HowLow.STANDING,
        who.dose_level,
    )


@given(people, memories, lengths, st.lists(st.sampled_from(Effort), max_size=RUNNING))
@settings(max_examples=150)
def test_after_hard_nothing_is_longer_or_more_intense_and_something_is_left(
    who: Preferences, memory: Memory, length: int | None, efforts: list[Effort]
) -> None:
    """After whatever came before, well or not: hard once more."""
    was, pasts = planned(AskedFor(length), who, memory), list[PastSession]()
    for effort in (*efforts, Effort.HARD):
        if not was.parts:
            return
        before = past(was, who, effort)
        pasts.append(before)
        memory = replace(memory, easing=easing(pasts), planned=((was.slugs,), *memory.planned[:1]))
        now = planned(AskedFor(), who, memory)
        if effort is not Effort.GOOD:
            assert_is_no_more(now, before)
        was = now


def assert_is_no_more(now: DayPlan, before: PastSession) -> None:
    assert now.parts
    assert duration(now.parts) <= before.seconds
    assert all(part.form.intensity <= before.most_intense for part in now.parts)
    if before.where is not HowLow.FLOOR:
        assert not any(part.form.position.is_on_the_floor for part in now.parts)


@given(people, memories, st.sampled_from([2, 3, 5, 10, 15]))
@settings(max_examples=100)
def test_a_length_that_is_asked_for_is_theirs_within_the_stage(
    who: Preferences, memory: Memory, minutes: int
) -> None:
    was = planned(AskedFor(), who, memory)
    if not was.parts:
        return
    hard = past(was, who, Effort.HARD)
    now = planned(AskedFor(minutes), who, replace(memory, easing=easing([hard])))
    most = min(minutes, 5) if who.stage is Stage.HIGH else minutes
    assert now.seconds <= most * 60
    assert all(part.form.intensity <= hard.most_intense for part in now.parts)


@given(people, memories, lengths)
@settings(max_examples=150)
def test_what_is_never_wanted_never_comes_and_the_rest_suits(
    who: Preferences, memory: Memory, length: int | None
) -> None:
    now = planned(AskedFor(length), who, memory)
    assert not now.slugs & who.never
    assert not list(law().of_parts(now.parts, who))
    assert now == planned(AskedFor(length), who, memory)


@given(people, memories, st.builds(AskedFor, lengths, st.booleans()), rests)
@settings(max_examples=300)
def test_whatever_is_worked_around_together_a_plan_is_there_and_keeps_every_rule(
    who: Preferences, memory: Memory, asked: AskedFor, resting: Resting
) -> None:
    """Sets of tags with all else. Only what never comes, and what rests, may leave nothing; and that is told."""
    who = replace(who, resting=resting)
    now = planned(asked, who, memory)
    if not now.parts:
        assert who.never or resting != NOTHING_RESTS
        assert planned(asked, replace(who, never=frozenset(), resting=NOTHING_RESTS), memory).parts
    assert not list(rules_broken(now, asked, who, memory))


def rules_broken(now: DayPlan, asked: AskedFor, who: Preferences, memory: Memory) -> Iterator[str]:
    is_sore = who.stage is Stage.HIGH
    minutes = asked.minutes or who.minutes or USUAL
    if now.seconds > 60 * (min(minutes, SORE_MINUTES) if is_sore else minutes):
        yield f"{now.seconds} s"
    yield from law().of_parts(now.parts, who)
    forms = [part.form for part in now.parts]
    if asked.no_floor or who.floor in (None, Floor.STAND, Floor.SEATED):
        yield from (str(form.ref) for form in forms if form.position.is_on_the_floor)
    yield from (f"{form.ref}: too strong" for form in forms if form.intensity > most_intense(who))
    if (is_sore or memory.days < FIRST_DAYS) and len(forms) > FEW:
        yield f"{len(forms)} moves"
    yield from now.slugs & (who.never | who.resting.rested | {slug for slug, _ in who.resting.moves})


@given(people, memories)
@settings(max_examples=100)
def test_no_third_day_of_the_same_where_something_else_suits(who: Preferences, memory: Memory) -> None:
    first = planned(AskedFor(), who, memory).slugs
    third = planned(AskedFor(), who, replace(memory, planned=((first,), (first,)))).slugs
    without = (planned(AskedFor(), replace(who, never=who.never | {slug}), memory).slugs for slug in first)
    if any(others - first for others in without):
        assert third != first


@given(people, memories, st.frozensets(slugs, min_size=1, max_size=3), lengths)
@settings(max_examples=100)
def test_a_move_is_named_only_for_what_was_done_with_it(
    who: Preferences, memory: Memory, hurt: frozenset[str], length: int | None
) -> None:
    until = Until(TODAY)
    who = replace(who, resting=Resting(moves=frozenset((slug, until) for slug in hurt)))
    asked = AskedFor(length)
    found = planned(asked, who, memory)
    assert not found.slugs & hurt
    match why(found, asked, who, memory, law().library):
        case Rested(slug, _, instead):
            assert slug in hurt
            assert not instead or instead in found.slugs
        case ComesLess(slug, instead):
            assert memory.passed_over[slug] > 1
            assert not instead or instead in found.slugs
        case Liked(slug):
            assert slug in who.liked & found.slugs
