"""How long machines of people and clocks run: a little with all tests, for long with `make soak`."""

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

SLOW = list(HealthCheck)
"""Checks for slowness: a machine that keeps a real file is no quicker than that."""


def up_to(most: int) -> st.SearchStrategy[int]:
    """`st.integers` would also try numbers that stand in whatever modules happen to be loaded: other lives alone than among all tests."""
    return st.sampled_from(range(most + 1))


def run(machine: type[RuleBasedStateMachine], examples: int, steps: int) -> None:
    """The same lives at each run, so that a change is not blamed for what was there before; the long runs look for new ones, and
    for the shortest that shows a fault, which takes minutes."""
    how = settings(max_examples=examples, stateful_step_count=steps, derandomize=True)
    _run(machine, settings(how, phases=(Phase.explicit, Phase.generate)))


def run_long(machine: type[RuleBasedStateMachine], examples: int, steps: int) -> None:
    _run(machine, settings(max_examples=examples, stateful_step_count=steps, print_blob=True))


def _run(machine: type[RuleBasedStateMachine], how: settings) -> None:
    run_state_machine_as_test(machine, settings=settings(how, deadline=None, suppress_health_check=SLOW))
