"""Typed words are compared without capitals, blanks and punctuation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.hearing import Amount, amount_in, tidy


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


@pytest.mark.parametrize(
    ("typed", "hold", "times"),
    [
        ("8 times", None, 8),
        ("8", None, 8),
        ("8x", None, 8),
        ("10 reps", None, 10),
        ("5 a side", None, 5),
        ("20 s", 20, None),
        ("15s", 15, None),
        ("20 seconds.", 20, None),
        ("for 30 sec", 30, None),
        ("20 s each side", 20, None),
        ("3 × 15 s", 15, 3),
        ("3x15s", 15, 3),
        ("3 times 20 seconds", 20, 3),
        ("3 times for 20 s a side", 20, 3),
        ("0 times", None, 0),
    ],
)
def test_an_amount_is_heard(typed: str, hold: int | None, times: int | None) -> None:
    assert amount_in(typed) == Amount(hold, times)


@pytest.mark.parametrize("typed", ["", "times", "8 minutes", "eight", "1000 times", "3 of 4", "-", "8 8 8"])
def test_what_is_no_amount_is_not_taken_for_one(typed: str) -> None:
    assert amount_in(typed) is None
