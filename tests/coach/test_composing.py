"""What a routine of one's own is made of: moves, their order, how much of each."""

import pytest

from bot.domain.own.own_routine import MOST_LINES
from bot.screens.buttons.actions import AddTo, DoseLine, NameOwn
from tests.coach.own import made_of, own, past_the_signs, slugs
from tests.coach.talk import Someone


@pytest.fixture
def ana(ana: Someone) -> Someone:
    return past_the_signs(ana)


@pytest.mark.parametrize("said", ["cat cow", "cat-cow!", "cat cwo", "CAT CAMEL"])
def test_a_typed_name_adds_the_move_typo_and_all(ana: Someone, said: str) -> None:
    assert slugs(made_of(ana, said)) == ["cat-cow"]
    assert ana.sees.text.startswith("<b>My routine · about")


def test_what_is_no_move_gets_a_kind_word_and_the_question_stays(ana: Someone) -> None:
    made_of(ana)
    ana.says("add a move")
    ana.says("qwertz")
    assert "I found nothing by that name" in ana.sees.text
    ana.says("cat cow")
    assert slugs(own(ana)[0]) == ["cat-cow"]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("thanks", "You're welcome."),
        ("help", "I lead you through"),
        ("5 min", "Stop at sharp"),
        ("stop", "Nothing is running"),
    ],
)
def test_what_is_always_understood_is_so_while_adding(ana: Someone, said: str, shown: str) -> None:
    made_of(ana)
    ana.says("add a move")
    ana.says(said)
    assert shown in ana.sees.text
    assert slugs(own(ana)[0]) == []


def test_a_move_that_no_longer_suits_is_added_in_the_form_that_does_or_not_at_all(ana: Someone) -> None:
    made = made_of(ana)
    for said in ("/settings", "work around", "wrists", "leaning back", "done"):
        ana.says(said)
    ana.taps_data(f"yp.{made.id}.cat-cow.flow")
    ana.taps_data(f"yp.{made.id}.sphinx.usual")
    assert "Sphinx is not for you for now. Another one?" in ana.sees.text
    ana.says("sphinx")
    assert "Sphinx is not for you for now" in ana.sees.text
    assert [str(line.ref) for line in own(ana)[0].lines] == ["cat-cow/fists"]


def test_twelve_moves_are_enough(ana: Someone) -> None:
    made = made_of(ana, *(["cat cow", "shoulder rolls"] * (MOST_LINES // 2)))
    assert len(made.lines) == MOST_LINES
    ana.taps(AddTo)
    assert "A routine holds 12 moves at most" in ana.sees.text
    ana.taps_data(f"yp.{made.id}.cat-cow.flow")
    assert "A routine holds 12 moves at most" in ana.sees.text
    assert own(ana) == (made,)


@pytest.mark.parametrize(
    ("said", "amount", "note"),
    [
        ("3 × 20 s", (20, 3), ""),
        ("20 s", (20, None), ""),
        ("2 times", (None, 2), ""),
        ("200 s", (60, None), "60 s is the longest I lead here."),
        ("3x20", (20, 3), ""),
        ("hold for 30 seconds", (30, None), ""),
        ("2 holds of 20 s", (20, 2), ""),
        ("3 sets of 20", (20, 3), ""),
        ("2 s", (5, None), "That is as far as it goes here."),
        ("99", (None, 3), "3 times is the most I lead here, all in one go."),
        ("0 times", (None, 1), "That is as far as it goes here."),
        ("down", (None, None), "That is as far as it goes here."),
        ("longer", (20, None), ""),
    ],
)
def test_an_amount_is_typed(
    ana: Someone, said: str, amount: tuple[int | None, int | None], note: str
) -> None:
    made_of(ana, "doorway")
    ana.says("1")
    ana.says(said)
    line = own(ana)[0].lines[0]
    assert (line.hold, line.repetitions) == amount
    assert ana.sees.text.startswith("<b>Doorway chest stretch · 1 of 1</b>")
    assert note in ana.sees.text
    assert any(each in ana.sees.text for each in ("as far as it goes", "I lead here")) == bool(note)


def test_a_flowing_move_goes_by_times(ana: Someone) -> None:
    made_of(ana, "cat cow")
    for said in ("1", "20 s"):
        ana.says(said)
    assert "is counted in times" in ana.sees.text
    assert "Longer" not in ana.labels
    ana.says("9 times")
    assert "9 times · about" in ana.sees.text


@pytest.mark.parametrize("said", ["12 times", "3x10", "3 sets of 10", "99"])
def test_nobody_wonders_why_it_became_fewer(ana: Someone, said: str) -> None:
    made_of(ana, "cat cow")
    for words in ("1", said):
        ana.says(words)
    assert own(ana)[0].lines[0].repetitions == 10
    assert "10 times is the most I lead here, all in one go." in ana.sees.text


def test_a_line_may_be_left_for_something_else(ana: Someone) -> None:
    made_of(ana, "cat cow")
    for said in ("1", "shoulder rolls"):
        ana.says(said)
    assert ana.sees.text.startswith("<b>Shoulder rolls</b>")
    ana.says("8 times")
    assert own(ana)[0].lines[0].repetitions is None


@pytest.mark.parametrize(
    "forged",
    [
        "yo.{0}.{1}.601.1",
        "yo.{0}.{1}.10.99",
        "yo.{0}.{1}.4.1",
        "ym.{0}.{1}.7",
        "yl.{0}.999",
        "yr.{0}.999",
        "yp.{0}.gone.usual",
        "yp.{0}.cat-cow.gone",
    ],
)
def test_what_is_forged_or_out_of_bounds_changes_nothing(ana: Someone, forged: str) -> None:
    made = made_of(ana, "doorway", "cat cow")
    ana.taps_data(forged.format(made.id, made.lines[0].id))
    assert own(ana) == (made,)
    assert ana.labels


def test_a_rest_of_ones_own_is_never_shorter_than_the_way_into_the_hold(ana: Someone) -> None:
    made_of(ana, "doorway")
    usual = ana.says("1") and ana.sees.text
    assert usual
    assert "rest between" not in usual
    for said, rest, told in (("20 s rest", 20, "20 s rest between"), ("99 s rest", 60, "as far as it goes")):
        ana.says(said)
        assert own(ana)[0].lines[0].rest == rest
        assert told in ana.sees.text
    ana.says("2 s rest")
    assert "as far as it goes" in ana.sees.text
    ana.taps(DoseLine(1, 1, 0, 0))
    assert own(ana)[0].lines[0].rest is None
    assert ana.sees.text.split("\n")[1] == usual.split("\n")[1]


def test_a_routine_is_not_called_like_what_asks_for_something_else(ana: Someone) -> None:
    made_of(ana, "cat cow")
    ana.taps(NameOwn)
    ana.says("10 min")
    assert "already ask me for something else" in ana.sees.text
    ana.says("My 10 min")
    assert own(ana)[0].name == "My 10 min"
