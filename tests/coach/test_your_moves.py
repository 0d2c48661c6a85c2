"""A liked move comes more often, a move that is never wanted stays away; both are said with a tap or a word, and taken back."""

import pytest

from bot.domain.person.taste import Taste
from bot.screens.buttons.actions import DropTaste, MoreOfExercise, Moves, Place, SettingsGroup, TakeBackTaste
from tests.coach.moving import met, play
from tests.coach.talk import Someone, World
from tests.meaning import DO_IT, data_of


def tastes(world: World, person: int = 7) -> dict[str, Taste]:
    return dict(world.store.tastes.of(person))


def moves_of(someone: Someone) -> set[str]:
    live = someone.world.store.sessions.live(someone.sender.id)
    assert live, someone.sees.text
    return {beat.ref.exercise for beat in live.script}


def test_said_on_the_card_and_taken_back_there(ana: Someone, world: World) -> None:
    met(ana)
    ana.says("cat cow")
    ana.taps(MoreOfExercise("cat-cow", "flow"))
    ana.taps(Taste.LIKE)
    assert ana.sees.text.startswith("<b>♥ Cat-cow</b>")
    ana.taps(MoreOfExercise("cat-cow", "flow"))
    ana.taps(Taste.NEVER)
    assert "You said never to this one" in ana.sees.text
    assert DO_IT not in ana.labels
    assert tastes(world) == {"cat-cow": Taste.NEVER}
    ana.taps(TakeBackTaste("cat-cow"))
    assert ana.labels[0] == "Do it"
    assert tastes(world) == {}


def test_a_double_tap_says_it_once_and_an_old_button_does_not_begin_it(ana: Someone, world: World) -> None:
    met(ana)
    ana.says("cat cow")
    do_it = data_of(ana.sees, Moves)
    for _ in range(2):
        ana.taps_data("js.cat-cow.never")
    assert tastes(world) == {"cat-cow": Taste.NEVER}
    ana.taps_data(do_it)
    assert 'Undo "never"' in ana.labels
    assert world.store.sessions.live(7) is None


@pytest.mark.parametrize(
    ("said", "slug", "taste"),
    [
        ("never locust", "locust", Taste.NEVER),
        ("don't offer bird dog again", "bird-dog", Taste.NEVER),
        ("i hate wall angels", "wall-angels", Taste.NEVER),
        ("i love cat cow", "cat-cow", Taste.LIKE),
        ("open book is my favourite", "side-lying-rotation", Taste.LIKE),
    ],
)
def test_said_in_words_it_is_noted_and_taken_back_by_one_tap(
    ana: Someone, world: World, said: str, slug: str, taste: Taste
) -> None:
    met(ana)
    ana.says(said)
    assert tastes(world) == {slug: taste}
    assert DO_IT not in ana.labels, "no move answers it"
    ana.taps(TakeBackTaste)
    assert tastes(world) == {}


def test_which_move_is_asked_where_none_is_named(ana: Someone, world: World) -> None:
    met(ana)
    ana.says("never this")
    assert "Which move is it?" in ana.sees.text
    assert tastes(world) == {}


def test_the_list_in_the_settings_takes_each_back_by_one_tap(ana: Someone, world: World) -> None:
    met(ana)
    ana.says("/settings")
    ana.taps(SettingsGroup.SESSIONS)
    ana.taps(Place.YOUR_MOVES)
    assert "Nothing here yet." in ana.sees.text
    for said in ("never locust", "i love cat cow", "my favourites"):
        ana.says(said)
    assert "♥ You like: Cat-cow." in ana.sees.text
    assert "✕ Never: Locust." in ana.sees.text
    ana.taps(DropTaste("locust"))
    assert tastes(world) == {"cat-cow": Taste.LIKE}
    ana.taps(DropTaste("cat-cow"))
    assert "Nothing here yet." in ana.sees.text


def test_in_a_session_the_move_that_is_on_goes_and_does_not_come_back(ana: Someone, world: World) -> None:
    met(ana)
    for said in ("/routine morning", "do it"):
        ana.says(said)
    assert "Shoulder rolls" in ana.sees.text
    ana.says("never again")
    assert "Shoulder rolls" not in ana.sees.text
    assert ana.sees.card.startswith("play.")
    assert tastes(world) == {"shoulder-rolls": Taste.NEVER}
    play(ana)
    ana.says("/routine morning")
    ana.says("do it")
    assert "shoulder-rolls" not in moves_of(ana)


def test_what_is_never_wanted_is_in_no_list_and_found_by_its_name(ana: Someone) -> None:
    met(ana)
    ana.says("never locust")
    ana.taps_data("x.f.strength.0")
    assert "Locust" not in ana.labels
    ana.says("locust")
    assert "You said never to this one" in ana.sees.text


def test_what_is_liked_is_marked_in_lists(ana: Someone) -> None:
    met(ana)
    ana.says("i love bird dog")
    ana.taps_data("x.f.strength.0")
    assert "♥ Bird dog" in ana.labels


def test_nobody_says_it_for_another_and_junk_says_nothing(
    ana: Someone, mallory: Someone, world: World
) -> None:
    met(ana)
    met(mallory)
    ana.says("never locust")
    mallory.taps_data("ju.locust")
    mallory.taps_data("jx.locust")
    mallory.taps_data("js.no-such-move.never")
    assert tastes(world) == {"locust": Taste.NEVER}
    assert tastes(world, 9) == {}
