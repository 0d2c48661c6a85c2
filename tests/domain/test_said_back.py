"""What short answers say, told from all that says more."""

import pytest

from bot.domain.typed.said.said_back import SaidBack, made_of, said_back, says_any

SPOKEN = {
    "yes": SaidBack.YES,
    "ok": SaidBack.OK,
    "no": SaidBack.NO,
    "keep it": SaidBack.KEEP,
    "please": SaidBack.POLITE,
}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Yes, please!", {SaidBack.YES}),
        ("ok", {SaidBack.OK}),
        ("ok no", {SaidBack.NO}),
        ("no, keep it", {SaidBack.NO, SaidBack.KEEP}),
        ("please", set()),
        ("no pain", set()),
        ("keep", set()),
        ("", set()),
    ],
)
def test_only_what_is_nothing_else_is_an_answer(text: str, said: set[SaidBack]) -> None:
    assert said_back(text, SPOKEN) == said


def test_without_any_phrases_nothing_is_an_answer() -> None:
    assert said_back("yes", {}) == frozenset()


def test_words_may_stand_between_and_others_may_not() -> None:
    spoken = {"knee": 1, "new hip": 2}
    assert made_of("my knee and new hip", spoken, {"my", "and"}) == (1, 2)
    assert made_of("no knee", spoken, {"my", "and"}) == ()


def test_a_phrase_is_found_among_others_as_whole_words() -> None:
    assert says_any("Oh, false alarm: sorry", {"false alarm"})
    assert not says_any("false alarms", {"false alarm"})
