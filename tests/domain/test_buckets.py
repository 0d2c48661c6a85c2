"""How much somebody may do at once, and how soon again."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.admission.buckets import Allowance, Buckets
from tests.examples import ANA, BO, MALLORY

FEW = Allowance(at_once=3, per_second=0.5)


def taken(buckets: Buckets, whose: int, at: float, times: int) -> int:
    return sum(buckets.take(whose, at) for _ in range(times))


def test_so_many_at_once_and_then_as_time_fills_it() -> None:
    buckets = Buckets(FEW)
    assert taken(buckets, ANA, 100.0, 9) == 3
    assert taken(buckets, ANA, 101.9, 9) == 0
    assert taken(buckets, ANA, 102.0, 9) == 1
    assert taken(buckets, ANA, 1000.0, 9) == 3, "never more than at once"


def test_each_has_their_own() -> None:
    buckets = Buckets(FEW)
    assert taken(buckets, MALLORY, 100.0, 1000) == 3
    assert taken(buckets, BO, 100.0, 3) == 3


def test_what_came_to_nothing_is_given_back() -> None:
    buckets = Buckets(FEW)
    for _ in range(20):
        assert buckets.take(ANA, 100.0)
        buckets.give_back(ANA, 100.0)
    assert taken(buckets, ANA, 100.0, 9) == 3
    buckets.give_back(BO, 100.0)
    assert taken(buckets, BO, 100.0, 9) == 3, "never more than at once"


def test_one_is_given_back_and_no_more() -> None:
    buckets = Buckets(FEW)
    assert taken(buckets, ANA, 100.0, 3) == 3
    buckets.give_back(ANA, 100.0)
    assert taken(buckets, ANA, 100.0, 9) == 1


def test_it_tells_how_long_to_wait() -> None:
    buckets = Buckets(FEW)
    assert buckets.wait(ANA, 100.0) == 0
    taken(buckets, ANA, 100.0, 3)
    assert buckets.wait(ANA, 100.0) == 2
    assert buckets.wait(ANA, 101.5) == 1
    assert buckets.wait(ANA, 102.0) == 0


def test_a_clock_that_is_set_back_locks_nobody_out_for_longer() -> None:
    buckets = Buckets(FEW)
    taken(buckets, ANA, 1_000_000.0, 3)
    assert not buckets.take(ANA, 100.0)
    assert buckets.take(ANA, 102.0)


def test_of_many_who_was_quiet_for_the_longest_time_is_forgotten() -> None:
    buckets = Buckets(FEW, most=2)
    taken(buckets, ANA, 0.0, 3)
    taken(buckets, MALLORY, 0.0, 3)
    taken(buckets, BO, 0.0, 1)
    assert not buckets.take(MALLORY, 0.0)
    assert buckets.take(ANA, 0.0)


@given(st.lists(st.tuples(st.integers(1, 5), st.floats(0, 10)), max_size=200))
def test_nobody_ever_gets_more_than_their_allowance(moments: list[tuple[int, float]]) -> None:
    buckets, at, got = Buckets(FEW), 0.0, dict.fromkeys(range(1, 6), 0)
    for whose, later in moments:
        at += later
        got[whose] += buckets.take(whose, at)
    assert all(count <= FEW.at_once + at * FEW.per_second + 1e-6 for count in got.values())
