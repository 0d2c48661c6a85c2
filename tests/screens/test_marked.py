"""The picture of a card with its seconds, its side and which hold is on large below: for which cards, and what stands in it."""

import json
from dataclasses import replace
from typing import Any

from bot.content.language.words import speaker
from bot.content.reader import load
from bot.domain.library.exercise import Form, Picture
from bot.domain.person.library_as_seen import as_seen
from bot.domain.person.person import Pictures
from bot.domain.session.script import BeatKind, Part, write
from bot.domain.session.session import Move, Ring, Session, Tap, advance, begin
from bot.screens.screen import Screen
from bot.screens.session.marked_loop import every_marked
from bot.screens.session.player import Circumstances, next_card, player
from bot.screens.view import view
from tests.examples import BOOK, CHILD, CONTENT, DRAWN, MORNING, ROLL, SQUEEZE

WORDS = speaker(CONTENT)


def told(screen: Screen) -> dict[str, Any]:
    assert screen.marked
    job: dict[str, Any] = json.loads(screen.marked.value)
    return job


def led(*wanted: Form, how: Pictures = Pictures.MOVING, level: int = 3) -> tuple[list[Session], list[Screen]]:
    """A whole session, screen by screen."""
    library = as_seen(DRAWN, how)
    forms = [form for each in wanted if (form := library.form(each.ref))]
    session = begin(1, 1, "", write([Part(form, form.dose(level)) for form in forms]), MORNING)
    sessions, shown = [], []
    while session.is_live:
        form, coming = library.form(session.now_playing.ref), next_card(session)
        around = Circumstances(coming=library.form(coming.ref) if coming else None)
        sessions.append(session)
        shown.append(player(session, library.exercise(session.now_playing.ref.exercise), form, WORDS, around))
        event = Ring() if session.wake_at else Tap(Move.READY, session.turn)
        session, _ = advance(session, event, session.wake_at or MORNING)
    return sessions, shown


def test_a_card_tells_which_hold_is_on_from_the_rest_before_it_to_its_last_second() -> None:
    """So that nothing but the caption need be changed before a hold ends."""
    sessions, shown = led(BOOK)
    for side, word in (("left", "LEFT"), ("right", "RIGHT")):
        of_side = [
            (session.now_playing, screen)
            for session, screen in zip(sessions, shown, strict=True)
            if session.now_playing.side and session.now_playing.side.value == side
        ]
        holds = [beat.repetition for beat, _ in of_side if beat.kind is BeatKind.HOLD]
        assert holds == list(range(1, 11))
        for number, (beat, screen) in enumerate(of_side):
            at = next((b.repetition for b, _ in of_side[number:] if b.kind is BeatKind.HOLD), 10)
            assert told(screen)["at"] == at, beat
            assert told(screen)["place"].replace("\u00a0", " ") == f"Hold {at} of 10"
            assert (told(screen)["times"], told(screen)["side"]) == (10, word)
            assert told(screen)["seconds"].replace("\u00a0", " ") == "10 s"
            assert screen.picture
            assert told(screen)["loop"] == screen.picture.file


def test_of_one_hold_and_of_moves_without_a_pause_no_place_is_told() -> None:
    for form, level, times in ((CHILD, 1, 1), (ROLL, 3, 10)):
        _, shown = led(form, level=level)
        assert {(told(screen)["times"], "at" in told(screen)) for screen in shown} == {(times, False)}


def test_what_is_wanted_next_is_what_this_card_shows_after_its_hold_and_what_the_next_one_shows() -> None:
    sessions, shown = led(BOOK, CHILD)
    cards = [session.now_playing.card for session in sessions]
    for number, screen in enumerate(shown):
        later = next((n for n in range(number, len(shown)) if cards[n] != cards[number]), len(shown))
        here = [other.marked for other in shown[number:later] if other.marked != screen.marked][:1]
        assert screen.ahead == (*here, *(other.marked for other in shown[later : later + 1])), number
    assert max(len(screen.ahead) for screen in shown) == 2


def test_what_is_short_and_what_has_no_picture_is_not_marked() -> None:
    _, shown = led(SQUEEZE, CHILD)
    assert [bool(screen.marked) for screen in shown[:2]] == [False, False], "a squeeze of five seconds"
    assert told(shown[-1])["side"] == ""
    _, shown = led(BOOK, CHILD, how=Pictures.OFF)
    assert not any(screen.marked or screen.ahead for screen in shown)


def test_a_still_is_marked_as_its_loop_is() -> None:
    (_, moving), (_, still) = (led(BOOK, CHILD, how=how) for how in (Pictures.MOVING, Pictures.STILL))
    for screen, other in zip(still, moving, strict=True):
        assert screen.picture
        assert not screen.picture.moves
        assert told(screen) == told(other) | {"loop": screen.picture.file}
        assert len(screen.ahead) == len(other.ahead)


def test_the_picture_of_all_steps_is_not_marked() -> None:
    library = as_seen(DRAWN, Pictures.STILL)
    exercise = library.exercises[BOOK.ref.exercise]
    form = replace(exercise.usual, numbered=Picture("steps.jpg"))
    session = begin(1, 1, "", write([Part(form, form.dose(3))]), MORNING)
    reading, _ = advance(session, Tap(Move.STEPS, session.turn), MORNING)
    shown = player(reading, exercise, form, WORDS)
    assert shown.picture == Picture("steps.jpg")
    assert shown.marked is None


def test_there_are_few_enough_to_keep_them_all() -> None:
    """Each takes some 75 kB and a second of the process that makes films. README.md tells how many there are."""
    library = load(CONTENT)
    forms = [form for exercise in library.exercises.values() for form in exercise.forms]
    scripts = [write([Part(form, dose)]) for form in forms for dose in form.doses]
    every = {paper.value for script in scripts for paper in every_marked(script, library.form, WORDS)}
    assert 300 < len(every) < 400


def test_which_of_the_two_is_seen_is_no_reason_to_send_anything() -> None:
    _, shown = led(CHILD)
    marked = view(shown[0], fresh=False, rings=True)
    assert marked.marked
    assert marked.looks_like(view(replace(shown[0], marked=None, ahead=()), fresh=False, rings=True))
    assert not marked.in_words_only.marked
