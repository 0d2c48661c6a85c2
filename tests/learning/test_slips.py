"""Slips of the thumb: the same lots give the same, and what a sentence says can still be read."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.learning.deep.slips import hurried

SAID = "Ich bekomme keine Luft, und mein linker Arm fühlt sich taub an!"


def lots() -> Random:
    return Random(7)


def test_the_same_lots_give_the_same() -> None:
    assert [hurried(SAID, lots()) for _ in range(3)] == [hurried(SAID, lots())] * 3


def test_each_slip_comes_in_time_and_many_sentences_stay_as_they_are() -> None:
    drawn = Random(1)
    said = [hurried(SAID, drawn) for _ in range(400)]
    assert 80 < said.count(SAID) < 200
    assert any("Luft und" in each for each in said), "signs get lost"
    assert any("fuhlt" in each for each in said), "accents get lost"
    assert any(not each.startswith("Ich ") for each in said), "a word gets lost"


def test_letters_of_other_scripts_keep_their_marks() -> None:
    drawn = Random(1)
    assert all("й" in hurried("мой", drawn) for _ in range(200))


@given(st.text(max_size=80), st.integers(0, 1000))
def test_little_is_lost_of_any_text(text: str, number: int) -> None:
    assert len(hurried(text, Random(number)).split()) >= len(text.split()) - 3 - sum(
        each in ".,!?'\"" for each in text
    )
