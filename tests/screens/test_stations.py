"""Who holds at several stations is shown the one that is on, and while resting between two the next."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

from bot.domain.library.exercise import Form, FormRef, Picture
from bot.domain.library.library import Library
from bot.domain.person.library_as_seen import as_seen
from bot.domain.person.person import Pictures
from bot.domain.session.script import Beat, BeatKind, Part, write
from bot.domain.session.session import PHASE_OF, Phase, Session, begin
from bot.screens.screen import Screen
from bot.screens.session.player import player
from tests.known import english, library

REF = FormRef("childs-pose-walk", "usual")
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def a_loop(name: str) -> Picture:
    return Picture(f"{name}.mp4", moves=True, still=f"{name}.jpg")


def the_form(*held: str) -> Form:
    form = library().form(REF)
    assert form
    return replace(form, loops=(a_loop("tour"),), held=tuple((a_loop(name),) for name in held))


def shown(form: Form) -> list[tuple[Beat, Screen]]:
    """The player at each beat of two rounds."""
    script = write([Part(form, form.dose(3))])
    blank = begin(1, 1, "", script, NOON)
    return [(beat, _at(blank, number, form)) for number, beat in enumerate(script)]


def _at(blank: Session, number: int, form: Form) -> Screen:
    session = replace(blank, phase=PHASE_OF[blank.script[number].kind], beat=number)
    return player(session, library().exercises[REF.exercise], form, english())


def test_each_hold_shows_the_station_that_its_words_name() -> None:
    form = the_form("middle", "right", "left")
    holds = [(beat, screen) for beat, screen in shown(form) if beat.kind is BeatKind.HOLD]
    assert len(holds) == 6
    for (_, screen), name in zip(holds, ("middle", "right", "left") * 2, strict=True):
        assert screen.picture == a_loop(name)
        assert name in screen.text.lower()


def test_a_rest_shows_where_one_goes_next_and_the_last_where_one_is() -> None:
    screens = shown(the_form("middle", "right", "left"))
    for (beat, screen), (_, following) in pairwise(screens):
        if beat.kind is BeatKind.REST:
            assert screen.picture == following.picture
    last_beat, last = screens[-1]
    assert (last_beat.kind, last.picture) == (BeatKind.REST, a_loop("left"))


def test_getting_ready_shows_the_first() -> None:
    assert shown(the_form("middle", "right", "left"))[0][1].picture == a_loop("middle")


def test_until_they_are_drawn_all_of_it_is_shown() -> None:
    assert {screen.picture for _, screen in shown(the_form())} == {a_loop("tour")}


def test_who_wants_nothing_to_move_sees_each_station_still() -> None:
    form = the_form("middle", "right", "left")
    known = library()
    walk = replace(known.exercises[REF.exercise], forms=(form,))
    still = _seen(replace(known, exercises={REF.exercise: walk}), Pictures.STILL)
    assert [still.loop(station=number) for number in range(3)] == [
        Picture(f"{name}.jpg") for name in ("middle", "right", "left")
    ]
    assert _seen(replace(known, exercises={REF.exercise: walk}), Pictures.OFF).held == ()


def _seen(known: Library, how: Pictures) -> Form:
    form = as_seen(known, how).form(REF)
    assert form
    return form


def test_reading_shows_all_steps() -> None:
    form = the_form("middle", "right", "left")
    session = replace(begin(1, 1, "", write([Part(form, form.dose(1))]), NOON), phase=Phase.READING, beat=3)
    assert player(session, library().exercises[REF.exercise], form, english()).picture == form.numbered
