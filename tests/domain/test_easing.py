"""Less after a hard session, and back step by step."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.planner.easing import LEAST, STEPS, Eased, Effort, HowLow, PastSession, easing

DAY = date(2026, 1, 5)
TEN_MINUTES = PastSession(DAY, Effort.HARD, 600, 3, HowLow.FLOOR, 3)
GOOD = replace(TEN_MINUTES, day=DAY + timedelta(days=1), effort=Effort.GOOD)

pasts = st.lists(
    st.builds(
        PastSession,
        st.dates(DAY, DAY + timedelta(days=13)),
        st.sampled_from(Effort),
        st.integers(30, 1200),
        st.integers(1, 3),
        st.sampled_from(HowLow),
        st.integers(1, 3),
    ),
    max_size=12,
)


def test_nothing_is_eased_where_nothing_was_hard() -> None:
    assert easing([]) is None
    assert easing([GOOD, GOOD]) is None


def test_shorter_first_then_easier_then_seated_then_the_least() -> None:
    hard, how = TEN_MINUTES, []
    for _ in range(12):
        now = easing([hard])
        assert now
        how.append(now.how)
        hard = replace(
            hard, seconds=now.seconds, most_intense=now.most_intense, where=now.where, level=now.level
        )
    told = [each for number, each in enumerate(how) if number == 0 or how[number - 1] is not each]
    assert told == [Eased.SHORTER, Eased.EASIER, Eased.SEATED, Eased.LEAST]


def test_a_minute_less_or_a_fifth_of_a_long_one() -> None:
    for seconds, less in ((600, 480), (300, 240), (180, LEAST), (LEAST, LEAST)):
        now = easing([replace(TEN_MINUTES, seconds=seconds)])
        assert now
        assert now.seconds == less


def test_what_is_good_on_the_day_of_a_hard_one_is_no_step_back() -> None:
    now = easing([TEN_MINUTES, replace(GOOD, day=DAY)])
    assert now
    assert now.is_fresh


def test_it_comes_back_by_steps_and_is_over_after_some() -> None:
    seconds = [LEAST]
    for good in range(1, STEPS):
        now = easing([replace(TEN_MINUTES, seconds=LEAST), *[GOOD] * good])
        assert now
        assert now.good == good
        assert not now.is_fresh
        seconds.append(now.seconds)
    assert all(later - before >= 60 for before, later in pairwise(seconds))
    assert easing([TEN_MINUTES, *[GOOD] * STEPS]) is None


@given(pasts)
def test_after_a_hard_one_it_is_never_more_than_that_one_nor_than_before(before: list[PastSession]) -> None:
    so_far = easing(before)
    now = easing([*before, TEN_MINUTES])
    assert now
    assert now.is_fresh
    assert now.seconds < TEN_MINUTES.seconds
    for most in (TEN_MINUTES, so_far) if so_far else (TEN_MINUTES,):
        assert now.seconds <= most.seconds
        assert now.most_intense <= most.most_intense
        assert now.where <= most.where
        assert now.level <= most.level
