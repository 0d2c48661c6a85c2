"""Which rules of danger may fire is found by concept, and is what looking at every rule would find."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.typed.danger.alarm_rules import CompiledRule, RulesByConcept
from bot.domain.typed.danger.heard import Tier

GROUPS = st.integers(min_value=1, max_value=2**12 - 1)


def rule(near: list[int]) -> CompiledRule:
    return CompiledRule(Tier.NOW, tuple(near), 6, 0, 0, 0, False, frozenset())


RULES = st.lists(st.lists(GROUPS, min_size=1, max_size=3).map(rule), max_size=20)


@given(RULES, st.integers(min_value=0, max_value=2**12 - 1))
def test_rules_are_found_by_what_stands_there(rules: list[CompiledRule], present: int) -> None:
    complete = [each for each in rules if all(group & present for group in each.near)]
    assert RulesByConcept(rules).that_may_fire(present) == complete
