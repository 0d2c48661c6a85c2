"""Today's routine is about as long as was wanted, whole for this person, and not always the same."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.session.todays_routine import Option, choose, longest
from tests.examples import MORNING

DAY = timedelta(days=1)
SHORT, MORNING_5, TRAVEL, PATCHED, LONG = (
    Option("short", 118, is_whole=True),
    Option("morning", 277, is_whole=True),
    Option("travel", 245, is_whole=True),
    Option("patched", 290, is_whole=False),
    Option("long", 560, is_whole=True),
)
ALL = (SHORT, MORNING_5, TRAVEL, PATCHED, LONG)

options = st.lists(
    st.builds(Option, st.sampled_from("abcdefgh"), st.integers(10, 1000), st.booleans()),
    min_size=1,
    unique_by=lambda option: option.slug,
)
minutes = st.none() | st.sampled_from([2, 5, 10, 15])
pasts = st.dictionaries(
    st.sampled_from("abcdefgh"), st.integers(0, 30).map(lambda days: MORNING + days * DAY)
)


def _slug(option: Option | None) -> str | None:
    return option.slug if option else None


def test_the_longest_within_the_minutes_comes_out_whole_where_it_can() -> None:
    assert [_slug(longest(ALL, wanted)) for wanted in (1, 2, 5, 10, 15)] == [
        None,
        "short",
        "morning",
        "long",
        "long",
    ]
    assert longest([PATCHED], 5) == PATCHED


def test_a_few_seconds_over_are_nobodys_trouble() -> None:
    assert longest([Option("a", 345, is_whole=True)], 5)
    assert longest([Option("a", 346, is_whole=True)], 5) is None


def test_what_was_not_done_for_the_longest_time_comes_first() -> None:
    assert _slug(choose(ALL, 5, {})) == "morning"
    assert _slug(choose(ALL, 5, {"morning": MORNING})) == "travel"
    assert _slug(choose(ALL, 5, {"morning": MORNING, "travel": MORNING + DAY})) == "morning"


def test_minutes_decide_what_is_offered() -> None:
    offered = [_slug(choose(ALL, wanted, {})) for wanted in (None, 2, 5, 10)]
    assert offered == ["morning", "short", "morning", "long"]


def test_when_nothing_is_as_long_the_nearest_is_offered() -> None:
    assert _slug(choose((SHORT,), 15, {})) == "short"
    assert _slug(choose((LONG,), 2, {})) == "long"
    assert choose((), 5, {}) is None


def test_the_minutes_one_has_are_used() -> None:
    """A short one that was never done is no reason to leave eight minutes unused."""
    assert _slug(choose(ALL, 10, {"long": MORNING})) == "long"
    assert _slug(choose(ALL, 15, {"long": MORNING})) == "long"


def test_who_has_much_to_work_around_is_not_always_offered_the_same_either() -> None:
    some = (SHORT, PATCHED, Option("other", 270, is_whole=False))
    assert _slug(choose(some[1:], 5, {"patched": MORNING})) == "other"
    assert _slug(choose(some, 5, {})) == "short", "what comes out whole is better than what is patched"


@given(options, minutes, pasts)
def test_something_is_always_offered_and_whole_where_anything_is(
    some: list[Option], wanted: int | None, past: Mapping[str, datetime]
) -> None:
    chosen = choose(some, wanted, past)
    assert chosen in some
    fitting = [option for option in some if option.is_whole and option.fits(wanted or 5)]
    assert not fitting or (chosen in fitting)


@given(options, minutes, pasts)
def test_who_does_what_is_offered_is_offered_each_before_any_again(
    some: list[Option], wanted: int | None, past: dict[str, datetime]
) -> None:
    first = choose(some, wanted, past)
    fitting = [option for option in some if option.is_whole and option.fits(wanted or 5)]
    most = max((option.seconds for option in fitting), default=0)
    about = [option for option in fitting if option.seconds >= most * 2 / 3]
    offered = []
    for day in range(31, 31 + max(len(about), 1)):
        now = choose(some, wanted, past)
        assert now
        offered.append(now)
        past = past | {now.slug: MORNING + day * DAY}
    assert not about or sorted(o.slug for o in offered) == sorted(o.slug for o in about)
    assert first == offered[0]
