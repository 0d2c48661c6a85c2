"""What was begun is remembered in one spelling, whoever remembers it; only buttons have their own."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.reminders.draft import Draft, read, written
from bot.domain.session.startable import Day, Favourites, Own, Ready, Startable, from_text, to_text

slugs = st.from_regex(r"[a-z][a-z0-9-]{0,15}", fullmatch=True)
startables = st.one_of(
    st.builds(Ready, slugs),
    st.builds(Day, slugs, st.integers(1, 12), st.sampled_from("abc")),
    st.builds(Own, st.integers(1, 10**18 - 1)),
    st.just(Favourites()),
)


@given(startables)
def test_what_is_written_is_read_as_it_was(startable: Startable) -> None:
    assert from_text(to_text(startable)) == startable


@pytest.mark.parametrize(
    "text",
    [
        *("", "own.", "own.x", "own.²", "own.-1", f"own.{10**18}", "four-weeks.b.2", "four-weeks.2"),
        *("a.b.c.d", "..", "x.².", "x.1.", ".1.a"),
    ],
)
def test_what_was_never_written_is_none(text: str) -> None:
    assert from_text(text) is None


def test_a_button_spells_a_routine_of_ones_own_in_its_own_way() -> None:
    draft = Draft((time(8, 30),), starts="own.3")
    assert written(draft) == ("t0830", 127, "own-3")
    assert read(0, "t0830", 127, "own-3") == draft


@pytest.mark.parametrize("starts", ["own-03", "own-x", f"own-{10**18}"])
def test_only_an_id_is_a_routine_of_ones_own(starts: str) -> None:
    draft = read(0, "t0830", 127, starts)
    assert draft is None or not isinstance(from_text(draft.starts), Own)


@pytest.mark.parametrize("starts", ["four-weeks.2.b", "what.ever.comes.later"])
def test_a_button_with_no_word_for_what_a_reminder_starts_offers_the_days_own(starts: str) -> None:
    assert written(Draft((time(8, 30),), starts=starts)) == ("t0830", 127, "today")
