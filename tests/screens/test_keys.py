"""How much fits into a row of buttons, whatever the letters."""

import pytest

from bot.screens.buttons.actions import Go, Place
from bot.screens.keys import close, cut, fits, fitted, label, paired, width
from bot.screens.screen import Button, Rows

FLAG_WOMAN = "👩🏽‍🚀"


def row(*labels: str) -> tuple[Button, ...]:
    return tuple(Button(label, Go(Place.HOME)) for label in labels)


def labels(rows: Rows) -> list[list[str]]:
    return [[button.label for button in row] for row in rows]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Home", 4),
        ("Übungen", 7),
        ("U\u0308bungen", 7),
        ("ホーム", 6),
        ("\u2068שלום\u2069", 4),
        ("हिन्दी", 5),
        (FLAG_WOMAN * 2, 4),
        ("", 0),
    ],
)
def test_letters_take_the_room_they_take_on_a_phone(text: str, letters: int) -> None:
    assert width(text) == letters


def test_a_row_fits_when_its_widest_label_does() -> None:
    assert fits(row("a" * 32))
    assert not fits(row("a" * 33))
    assert fits(row("a" * 16, "a"))
    assert not fits(row("a" * 17, "a"))
    assert fits(row("a" * 8, "a", "a"))
    assert not fits(row("a" * 9, "a", "a"))
    assert fits(row("1", "2", "3", "4"))
    assert not fits(row("11", "2", "3", "4"))


def test_beside_a_neighbour_other_letters_have_room_for_one_less() -> None:
    assert fits(row("é" * 15, "é"))
    assert not fits(row("é" * 16, "é"))
    assert fits(row("é" * 32))


def test_a_row_that_is_too_narrow_becomes_several_and_the_others_stay() -> None:
    rows = (row("Zurück", "Anfang"), row("Schulterblätter", "Aufwärmen", "Ruhig atmen"), row("1", "2", "3"))
    assert labels(fitted(rows)) == [
        ["Zurück", "Anfang"],
        ["Schulterblätter", "Aufwärmen"],
        ["Ruhig atmen"],
        ["1", "2", "3"],
    ]
    assert labels(paired(row("a" * 17, "b", "c"))) == [["a" * 17], ["b", "c"]]
    assert labels(close(row("a", "b", "c"))) == [["a", "b", "c"]]


def test_the_first_label_that_has_room_is_taken_and_the_last_is_cut() -> None:
    assert label("Cat-cow: on fists", "Cat-cow") == "Cat-cow: on fists"
    assert label("Cat-cow: " + "x" * 30, "Cat-cow") == "Cat-cow"
    assert label("x" * 40, "y" * 33) == "y" * 31 + "…"


def test_what_is_cut_fits_and_leaves_no_mark_open() -> None:
    assert cut("Cat-cow and all of its relatives and friends") == "Cat-cow and all of its relative…"
    assert cut("ホ" * 20) == "ホ" * 15 + "…"
    assert cut(f"\u2068{'ש' * 20}\u2069 · \u2068{'ש' * 20}\u2069") == f"{'ש' * 20} · {'ש' * 8}…"
