"""Typed words are compared without capitals, blanks and punctuation; minutes are heard beside other words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.language.phrases_heard import vocabulary
from bot.domain.plain_text import phrase
from bot.domain.typed.quantities import Amount, amount_in, minutes_and_rest, minutes_in
from tests.content.places import CONTENT

WORDS = vocabulary(CONTENT).quantities


@pytest.mark.parametrize(
    "typed", ["im ready", "I'm ready!", "  I’m   READY … ", "im\nready", "I'M\tREADY?!", "«im ready»"]
)
def test_ready_is_ready_however_it_is_typed(typed: str) -> None:
    assert phrase(typed) == "im ready"


def test_a_sign_alone_leaves_nothing() -> None:
    assert phrase("👍") == ""
    assert phrase("?!") == ""


def test_other_scripts_stay_words() -> None:
    assert phrase("مينا") == "مينا"
    assert phrase("ŁUKASZ,") == "łukasz"


@given(st.text())
def test_tidy_is_phrase(text: str) -> None:
    once = phrase(text)
    assert once == " ".join(once.split())
    assert phrase(once) == once


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
    assert amount_in(typed, WORDS) == Amount(hold, times)


@pytest.mark.parametrize(
    ("typed", "held", "in_times"),
    [
        ("3x10", Amount(10, 3), Amount(times=30)),
        ("3 × 10", Amount(10, 3), Amount(times=30)),
        ("3 sets of 10", Amount(10, 3), Amount(times=30)),
        ("2 sets of 8 reps", Amount(8, 2), Amount(times=16)),
        ("3x15s", Amount(15, 3), Amount(15, 3)),
        ("8", Amount(times=8), Amount(times=8)),
    ],
)
def test_so_many_of_so_many_is_as_the_move_is_done(typed: str, held: Amount, in_times: Amount) -> None:
    amount = amount_in(typed, WORDS)
    assert amount
    assert amount.of_a_move(is_held=True) == held
    assert amount.of_a_move(is_held=False) == in_times


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("20-30 s", Amount(20, is_least=True)),
        ("20 to 30 s", Amount(20, is_least=True)),
        ("between 20 and 30 seconds", Amount(20, is_least=True)),
        ("8-12 times", Amount(times=8, is_least=True)),
        ("8 or 10", Amount(times=8, is_least=True)),
        ("2-3 × 20 s", Amount(20, 2, is_least=True)),
        ("3 x 20-30 s", Amount(20, 3, is_least=True)),
    ],
)
def test_of_a_range_the_lower_is_taken(typed: str, amount: Amount) -> None:
    assert amount_in(typed, WORDS) == amount


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("rest 10 s between", Amount(rest=10)),
        ("20 s rest", Amount(rest=20)),
        ("20 seconds of rest", Amount(rest=20)),
        ("rest for 10 seconds", Amount(rest=10)),
        ("10s between", Amount(rest=10)),
        ("pause 5 s", Amount(rest=5)),
        ("3 × 20 s, 10 s rest", Amount(20, 3, rest=10)),
        ("3x20s with 10s rest between", Amount(20, 3, rest=10)),
        ("20 s, rest 10 s between holds", Amount(20, rest=10)),
        ("3 x 10, 5 s rest", Amount(times=3, each=10, rest=5)),
        ("10-20 s rest", Amount(rest=10, is_least=True)),
    ],
)
def test_a_rest_is_heard_by_itself_or_beside_an_amount(typed: str, amount: Amount) -> None:
    assert amount_in(typed, WORDS) == amount


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "rest",
        "rest day",
        "10 s rest please",
        "between 20",
        "times",
        "8 minutes",
        "eight",
        "1000 times",
        "3 of 4",
        "-",
        "8 8 8",
    ],
)
def test_what_is_no_amount_is_not_taken_for_one(typed: str) -> None:
    assert amount_in(typed, WORDS) is None


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("5", 5),
        ("5 min", 5),
        ("10m", 10),
        ("15 Minutes!", 15),
        ("two minutes", 2),
        ("ten min", 10),
        ("two", None),
        ("0", None),
        ("100 min", None),
        ("5 apples", None),
        ("", None),
    ],
)
def test_minutes_are_heard_where_nothing_else_is_said(said: str, minutes: int | None) -> None:
    assert minutes_in(said, WORDS) == minutes


@pytest.mark.parametrize(
    ("said", "minutes", "rest"),
    [
        ("5 min", 5, ""),
        ("evening, 10 minutes", 10, "evening"),
        ("5 min no floor", 5, "no floor"),
        ("I have five minutes", 5, ""),
        ("about 2 min at my desk", 2, "at my desk"),
        ("5 apples", None, "5 apples"),
        ("4 weeks", None, "4 weeks"),
        ("minutes", None, "minutes"),
        ("155 min", None, "155 min"),
    ],
)
def test_minutes_are_heard_beside_other_words(said: str, minutes: int | None, rest: str) -> None:
    assert minutes_and_rest(said, WORDS) == (minutes, rest)
