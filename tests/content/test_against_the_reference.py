"""Held against a first, plainer planner, where it stands beside the project: what differs has a rule."""

import pytest

from tests.content import blocks
from tests.content.against_the_reference import IS_THERE, SLUGS, TAGS, reference, report
from tests.content.crowd import law

pytestmark = pytest.mark.skipif(not IS_THERE, reason="no plan_reference.py beside the project")


def test_each_of_its_exercises_and_tags_has_ours() -> None:
    module = reference()
    assert {*module.E} - {"cat_cow_hold"} == {*SLUGS}
    assert {*module.TAG_BLOCK} == {*TAGS}
    assert {*SLUGS.values()} <= {*law().library.exercises}


def test_the_usual_form_is_barred_for_all_that_it_blocks() -> None:
    freed = set()
    for tag, names in reference().TAG_BLOCK.items():
        for name in names & {*SLUGS}:
            usual = str(law().library.exercises[SLUGS[name]].usual.ref)
            if TAGS[tag].value not in blocks.barred(usual, usual):
                freed.add((name, tag))
    assert not freed


def test_what_differs_is_counted_by_its_rule() -> None:
    head, *rules = report(211)
    print(head, *rules, sep="\n")
    assert head.startswith("263 of 55296")
    assert any("moves that were added" in rule for rule in rules)
    assert any("sore-day:" in rule for rule in rules)
