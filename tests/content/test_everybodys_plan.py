"""The planner in every combination of what people are, have and can: never empty, never too long, nothing barred."""

from collections import Counter
from collections.abc import Iterable

import pytest

from bot.domain.person.person import Floor
from bot.domain.person.stages import Stage
from tests.content.every_case import ALL, AT_HAND, FLOORS, LEVELS, SEEN, TAGS, breaches, situations

EVERY = 61
"""A prime that divides none of the numbers of answers: all of them come, in other company each time."""


def test_combinations_are_as_many_as_the_facts_ask_for() -> None:
    assert ALL == 165_888
    assert len(FLOORS) * sum(1 for _ in situations(floors=FLOORS[:1])) == ALL


def test_nobody_is_planned_what_breaks_a_rule() -> None:
    looked_at = list(situations(EVERY))
    broken = [(each, breach) for each in looked_at for breach in breaches(each, each.planned())]
    print(f"{len(looked_at)} of {ALL} combinations")
    assert not broken
    every: tuple[Iterable[object], ...] = (LEVELS, Stage, FLOORS, AT_HAND, TAGS, SEEN)
    for field, values in zip(("level", "stage", "floor", "equipment", "tags", "seen"), every, strict=True):
        assert {getattr(each.who, field) for each in looked_at} == {*values}


@pytest.mark.soak
@pytest.mark.parametrize("floor", FLOORS)
def test_nobody_at_all_is_planned_what_breaks_a_rule(floor: Floor) -> None:
    looked_at, broken = 0, Counter[str]()
    for each in situations(floors=(floor,)):
        looked_at += 1
        broken.update(breaches(each, each.planned()))
    print(f"{looked_at} of {ALL} combinations")
    assert not broken


def test_the_same_answers_lead_to_the_same_plan() -> None:
    for each in situations(EVERY * 7):
        assert each.planned() == each.planned(), each
