"""Whoever says the word comes in, however they write it; nobody comes in by another."""

import pytest

from bot.domain.admission.door_word import LONGEST_GUESS, is_guess, says


@pytest.mark.parametrize(
    "text", ["open sesame", "Open-Sesame!", "OPENSESAME", "the word is: open sesame", "it's open se same"]
)
def test_the_word_is_heard_alone_and_at_the_end(text: str) -> None:
    assert says(text, "open sesame")
    assert says(text, "Open-sesame")


@pytest.mark.parametrize("text", ["open", "sesame", "open sesame please", "reopen sesame", "", "?"])
def test_mallory_does_not_get_in_by_another_word(text: str) -> None:
    assert not says(text, "open sesame")


@pytest.mark.parametrize(
    ("text", "guesses"),
    [
        ("x", True),
        ("x" * LONGEST_GUESS, True),
        ("x" * (LONGEST_GUESS + 1), False),
        ("?!", False),
        ("", False),
    ],
)
def test_a_long_letter_and_mere_signs_are_no_guess(text: str, guesses: bool) -> None:
    assert is_guess(text) is guesses
