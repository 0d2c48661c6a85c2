"""Typed words are compared without capitals, blanks and punctuation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.hearing import tidy


@pytest.mark.parametrize(
    "typed", ["im ready", "I'm ready!", "  I’m   READY … ", "im\nready", "I'M\tREADY?!", "«im ready»"]
)
def test_ready_is_ready_however_it_is_typed(typed: str) -> None:
    assert tidy(typed) == "im ready"


def test_a_sign_alone_leaves_nothing() -> None:
    assert tidy("👍") == ""
    assert tidy("?!") == ""


def test_other_scripts_stay_words() -> None:
    assert tidy("مينا") == "مينا"
    assert tidy("ŁUKASZ,") == "łukasz"


@given(st.text())
def test_tidy_is_tidy(text: str) -> None:
    once = tidy(text)
    assert once == " ".join(once.split())
    assert tidy(once) == once
