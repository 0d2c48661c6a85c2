"""Moves are settled once for all people with the same answers; these tests say which answers count as the same."""

from dataclasses import fields, replace

import pytest

from bot.coach.session.settled_once import CHOOSES_NOTHING, kind_of
from bot.domain.library.exercise import FormRef
from bot.domain.person.person import Floor, Person, Preferences
from bot.domain.person.stages import Stage

ANA = Person(7, "Ana", "en").preferences


def test_only_answers_are_passed_over() -> None:
    assert {field.name for field in fields(Preferences)} >= CHOOSES_NOTHING


def test_who_they_are_elsewhere_makes_no_other_kind() -> None:
    other = replace(
        ANA, zone="Europe/Berlin", is_large=True, goal=3, limits="the bus", liked=frozenset({"cat-cow"})
    )
    assert kind_of(other) is kind_of(ANA)
    assert kind_of(other) == ANA


@pytest.mark.parametrize(
    "other",
    [
        replace(ANA, floor=Floor.STAND),
        replace(ANA, level=2),
        replace(ANA, stage=Stage.HIGH),
        replace(ANA, never=frozenset({"cat-cow"})),
        replace(ANA, too_much=frozenset({FormRef("cat-cow", "hands")})),
    ],
)
def test_what_bears_on_moves_makes_another_kind(other: Preferences) -> None:
    assert kind_of(other) == other
    assert kind_of(other) != kind_of(ANA)
