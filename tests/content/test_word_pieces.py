"""Splitting a sentence into the pieces that the deep ear knows: the likeliest way wins."""

from hypothesis import given
from hypothesis import strategies as st

from bot.content.ear.deep.word_pieces import FIRST, LAST, UNKNOWN, WordPieces
from bot.domain.plain_text import plain

WORTH = {
    "▁": -3.0,
    "▁chest": -6.0,
    "▁che": -7.0,
    "st": -5.0,
    "▁pain": -6.5,
    "ful": -6.0,
    "s": -4.0,
    "t": -4.0,
}
KNOWN = ["<s>", "<pad>", "</s>", "<unk>", *WORTH]
PIECES = WordPieces(KNOWN, [0.0] * 4 + list(WORTH.values()))


def split(text: str, most: int = 56) -> list[str]:
    return [KNOWN[number] for number in PIECES.numbers(text, most)]


def test_whole_words_where_they_are_known_and_parts_where_not() -> None:
    assert split("chest painful") == ["<s>", "▁chest", "▁pain", "ful", "</s>"]
    assert split("chests") == ["<s>", "▁chest", "s", "</s>"]


def test_capitals_and_blanks_change_nothing() -> None:
    assert split("  Chest\n PAIN ") == split("chest pain")


def test_a_letter_nobody_knows_is_one_and_does_not_hide_its_neighbours() -> None:
    assert split("q chest") == ["<s>", "▁", "<unk>", "▁chest", "</s>"]


def test_what_is_too_long_is_cut_and_still_ends() -> None:
    assert split("chest " * 100, most=10) == ["<s>", *["▁chest"] * 8, "</s>"]


@given(st.text(alphabet="chestpainful qж", max_size=60))
def test_nothing_is_lost(text: str) -> None:
    first, *numbers, last = PIECES.numbers(text, 500)
    assert (first, last) == (FIRST, LAST)
    said = "".join("?" if number == UNKNOWN else KNOWN[number] for number in numbers)
    assert len(said) == len("▁" + plain(text).replace(" ", "▁"))
