"""A reminder on its way through buttons stays what it was, and nothing that is forged becomes one."""

from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.reminders.draft import MOST_TIMES, Draft, read, written

clocks = st.builds(time, st.integers(0, 23), st.integers(0, 59))
drafts = st.builds(
    Draft,
    st.lists(clocks, min_size=1, max_size=MOST_TIMES, unique=True).map(lambda times: tuple(sorted(times))),
    st.frozensets(st.integers(0, 6), min_size=1),
    st.sampled_from(["", "desk-break", "own.12"]),
    st.integers(0, 10**9),
)


@given(drafts)
def test_what_is_written_is_read_as_it_was(draft: Draft) -> None:
    assert read(draft.reminder, *written(draft)) == draft


@given(
    st.text(alphabet="t0123456789-x٣", max_size=24), st.integers(0, 200), st.sampled_from(["today", "", "x"])
)
def test_what_is_read_is_what_would_be_written(times: str, days: int, starts: str) -> None:
    draft = read(0, times, days, starts)
    assert draft is None or written(draft) == (times, days, starts)
