"""Who wants pictures that stand still, or none, sees the same exercises so."""

from collections.abc import Iterator

import pytest

from bot.domain.library.exercise import Picture, Side
from bot.domain.library.library import Library
from bot.domain.person.library_as_seen import as_seen
from bot.domain.person.person import Pictures
from tests.examples import BOOK, DRAWN, LIBRARY, ROLL


def pictures(library: Library) -> Iterator[Picture | None]:
    yield library.hello
    yield from (routine.picture for routine in library.routines.values())
    yield from (programme.picture for programme in library.programmes.values())
    for exercise in library.exercises.values():
        yield exercise.mistaken
        for form in exercise.forms:
            yield form.numbered
            yield form.loop()
            yield from (form.loop(side) for side in form.sides)
            yield from (step.picture for step in form.steps)


def test_moving_is_as_it_was_drawn() -> None:
    assert as_seen(DRAWN, Pictures.MOVING) is DRAWN


def test_still_has_a_still_for_every_loop_and_leaves_the_stills() -> None:
    moving, still = pictures(DRAWN), pictures(as_seen(DRAWN, Pictures.STILL))
    for before, after in zip(moving, still, strict=True):
        assert before
        assert after == (Picture(before.still) if before.moves else before)


def test_off_has_no_picture_and_all_else() -> None:
    library = as_seen(DRAWN, Pictures.OFF)
    assert set(pictures(library)) == {None}
    assert library.exercises == LIBRARY.exercises
    assert (library.routines, library.programmes) == (LIBRARY.routines, LIBRARY.programmes)


@pytest.mark.parametrize("how", Pictures)
def test_it_is_made_once_so_that_what_was_settled_for_it_is_found_again(how: Pictures) -> None:
    assert as_seen(DRAWN, how) is as_seen(DRAWN, how)


def test_each_side_has_its_loop_and_the_first_stands_for_the_form() -> None:
    book = DRAWN.form(BOOK.ref)
    assert book
    left, right = book.loops
    assert [book.loop(Side.LEFT), book.loop(Side.RIGHT), book.loop()] == [left, right, left]
    assert left.file.endswith("/lying.mp4")
    assert right.file.endswith("/lying.right.mp4")
    assert ROLL.loop(Side.FORWARD) is None
