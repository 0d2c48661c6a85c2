"""The last sessions and what somebody likes are two taps from home, and a word away; a repeat has the same moves."""

import pytest

from bot.domain.person.taste import Taste
from bot.screens.buttons.actions import DoAgain, DoFavourites, DoRoutine, Place, TakeBackTaste
from tests.coach.moving import met, next_day, play, start
from tests.coach.talk import Someone, World
from tests.meaning import OFFERED_AT_HOME, Meant, label_of


def moves(someone: Someone) -> list[str]:
    live = someone.world.store.sessions.live(someone.sender.id)
    assert live, someone.sees.text
    return list(dict.fromkeys(beat.ref.exercise for beat in live.script))


def begun(someone: Someone, what: Meant) -> list[str]:
    """Begins what stands on that button, returns its moves, and plays it."""
    someone.taps(what)
    told = moves(someone)
    play(someone)
    return told


@pytest.fixture
def steady(ana: Someone, world: World) -> Someone:
    """Three days: a planned session, the morning routine, a planned session."""
    met(ana)
    next_day(world)
    ana.says("/start")
    start(ana)
    next_day(world)
    ana.says("/routine morning")
    begun(ana, DoRoutine("morning"))
    next_day(world)
    ana.says("/start")
    start(ana)
    return ana


def last_moves(world: World, back: int = 0) -> list[str]:
    rows = world.store.lately.newest_first(7, world.now.replace(year=2025))
    script = [one.script for one in rows][back]
    return list(dict.fromkeys(beat.ref.exercise for beat in script))


def test_the_last_ones_begin_two_taps_from_home(steady: Someone, world: World) -> None:
    then = last_moves(world)
    next_day(world)
    steady.says("/start")
    steady.taps(Place.AGAIN)
    assert "yesterday · " in steady.sees.text
    assert "Morning · 5 min" in steady.labels
    assert begun(steady, DoAgain) == then
    assert begun_title(world) != "", "it is called as it was then"


def begun_title(world: World) -> str:
    return next(world.store.lately.newest_first(7, world.now.replace(year=2025))).routine


def test_a_repeat_of_what_was_planned_has_the_same_moves_although_another_day_has_others(
    steady: Someone, world: World
) -> None:
    then = last_moves(world)
    for _ in range(2):
        next_day(world)
        steady.says("again")
        assert moves(steady) == then
        play(steady)
    assert begun_title(world).startswith("today")


def test_what_is_never_wanted_by_now_is_replaced(steady: Someone, world: World) -> None:
    then = last_moves(world)
    next_day(world)
    world.store.tastes.set(7, then[1], Taste.NEVER, world.now)
    steady.says("again")
    assert then[1] not in moves(steady)
    assert len(moves(steady)) >= len(then) - 1


def test_same_as_yesterday_is_what_was_done_yesterday(steady: Someone, world: World) -> None:
    then = last_moves(world)
    next_day(world)
    steady.says("/routine desk break")
    begun(steady, DoRoutine("desk-break"))
    steady.says("same as yesterday")
    assert moves(steady) == then


@pytest.mark.parametrize("said", ["my last five", "last five sessions"])
def test_several_are_shown_to_choose_from(steady: Someone, said: str) -> None:
    steady.says(said)
    assert steady.sees.text.startswith("<b>Once more</b>") or "Do you mean this?" in steady.sees.text


def test_home_has_no_such_button_before_anything_was_done(ana: Someone) -> None:
    for said in ("/start", "two gentle minutes", "none of these", "stop", "/start"):
        ana.says(said)
    assert not ana.offers(Place.AGAIN)
    ana.taps_data("ja")
    assert "Nothing to repeat yet." in ana.sees.text


def test_what_is_liked_makes_a_session_within_their_minutes(steady: Someone, world: World) -> None:
    for said in ("i love cat cow", "i love shoulder rolls", "i love chin tuck", "my favourites"):
        steady.says(said)
    label = steady.labels[0]
    assert label.startswith("♥ Your favourites · ")
    assert set(begun(steady, DoFavourites)) == {"cat-cow", "shoulder-rolls", "chin-tuck"}
    next_day(world)
    steady.says("/start")
    steady.taps(Place.AGAIN)
    assert any(each.startswith("Your favourites · ") for each in steady.labels), "it is one of the last"
    assert label in steady.labels


def test_nobody_repeats_what_another_did(steady: Someone, mallory: Someone, world: World) -> None:
    met(mallory)
    theirs = next(world.store.lately.newest_first(7, world.now.replace(year=2025))).id
    mallory.taps_data(f"jr.{theirs}")
    assert world.store.sessions.live(9) is None
    mallory.taps_data("jr.999999")
    assert world.store.sessions.live(9) is None


def test_where_never_leaves_nothing_it_says_so_and_takes_one_back(steady: Someone, world: World) -> None:
    library = world.coach.knowledge.english.library
    for slug in library.exercises:
        world.store.tastes.set(7, slug, Taste.NEVER, world.now)
    next_day(world)
    for said in ("/start", "/routine morning", "again"):
        steady.says(said)
        assert "ever" in steady.sees.text.split(".")[0], said
        assert steady.labels[-1] == "Home"
    steady.taps(TakeBackTaste)
    assert steady.labels[0] == "Do it"
    steady.says("/start")
    assert steady.labels[0] == label_of(steady.sees, OFFERED_AT_HOME)
    steady.taps(OFFERED_AT_HOME)
    assert moves(steady)


def test_of_a_routine_of_which_nothing_is_left_it_says_so_too(steady: Someone, world: World) -> None:
    """One move is left, and it is not in that routine."""
    library = world.coach.knowledge.english.library
    for slug in library.exercises.keys() - {"chin-tuck"}:
        world.store.tastes.set(7, slug, Taste.NEVER, world.now)
    steady.says("/routine breathing and a walk")
    assert 'on your "never" list' in steady.sees.text
    assert any(label.startswith("✕ ") for label in steady.labels)
    steady.says("/start")
    steady.taps_data("u.breathing-and-walk")
    assert 'on your "never" list' in steady.sees.text, "an old button says it, too"
    next_day(world)
    steady.says("/start")
    assert steady.labels[0] == label_of(steady.sees, OFFERED_AT_HOME)
