"""Slips of the finger: borne in long words, never taken for another real word."""

import pytest

from bot.domain.typed.word_slips import WordSlips, is_slip

SPELLING = WordSlips(
    frozenset({"reminders", "delete", "minute", "again", "hey", "roller", "roger", "floor"}),
    frozenset({"flood"}),
    frozenset({"floor"}),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("remiders", "reminders"),
        ("remindders", "reminders"),
        ("remonders", "reminders"),
        ("reminedrs", "reminders"),
        ("delte", "delete"),
        ("mintue", "minute"),
        ("agian", "again"),
        ("heyyy", "hey"),
        ("roler", "roller"),
        ("flood", "flood"),
        ("flooring", "flooring"),
        ("floroing", "flooring"),
        ("hez", "hez"),
        ("xeminders", "xeminders"),
        ("remidesr", "remidesr"),
        ("8", "8"),
        ("a" * 4000, "a" * 4000),
    ],
)
def test_one_slip_is_borne(typed: str, meant: str) -> None:
    assert SPELLING.right(typed) == meant


@pytest.mark.parametrize(("letters", "is_right"), [(4, False), (5, True), (24, True), (25, False)])
def test_slips_are_looked_for_in_words_of_some_length(letters: int, is_right: bool) -> None:
    known = "abcdefghijklmnopqrstuvwxyz"[:letters]
    typed = f"{known[:-1]}a"
    assert WordSlips(frozenset({known})).right(typed) == (known if is_right else typed)


@pytest.mark.parametrize(("word", "known"), [("abc", "abcde"), ("abdce", "abcxe"), ("bac", "abc")])
def test_two_slips_are_not(word: str, known: str) -> None:
    assert not is_slip(word, known)
