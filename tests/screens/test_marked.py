"""The loop of a card with its seconds and its side large below: for which cards, and what stands in it."""

import json
from dataclasses import replace

from bot.content.language.words import speaker
from bot.domain.library.exercise import Form
from bot.domain.person.library_as_seen import as_seen
from bot.domain.person.person import Pictures
from bot.domain.session.script import Part, write
from bot.domain.session.session import Move, Ring, Session, Tap, advance, begin
from bot.screens.screen import Screen
from bot.screens.session.player import Circumstances, next_card, player
from bot.screens.view import view
from tests.examples import BOOK, CHILD, CONTENT, DRAWN, MORNING, SQUEEZE

WORDS = speaker(CONTENT)


def told(screen: Screen) -> dict[str, str]:
    assert screen.marked
    job: dict[str, str] = json.loads(screen.marked.value)
    return job


def led(*wanted: Form, how: Pictures = Pictures.MOVING) -> tuple[list[Session], list[Screen]]:
    """A whole session, screen by screen."""
    library = as_seen(DRAWN, how)
    forms = [form for each in wanted if (form := library.form(each.ref))]
    session = begin(1, 1, "", write([Part(form, form.dose(3)) for form in forms]), MORNING)
    sessions, shown = [], []
    while session.is_live:
        form, coming = library.form(session.now_playing.ref), next_card(session)
        around = Circumstances(coming=library.form(coming.ref) if coming else None)
        sessions.append(session)
        shown.append(player(session, library.exercise(session.now_playing.ref.exercise), form, WORDS, around))
        event = Ring() if session.wake_at else Tap(Move.READY, session.turn)
        session, _ = advance(session, event, session.wake_at or MORNING)
    return sessions, shown


def test_one_card_has_one_marked_loop_from_getting_ready_to_its_last_second() -> None:
    """So nothing but the caption need be changed in it."""
    sessions, shown = led(BOOK)
    for side, word in (("left", "LEFT"), ("right", "RIGHT")):
        of_side = [
            screen
            for session, screen in zip(sessions, shown, strict=True)
            if session.now_playing.side and session.now_playing.side.value == side
        ]
        assert len(of_side) > 2
        assert {screen.marked for screen in of_side} == {of_side[0].marked}
        assert told(of_side[0])["side"] == word
        assert told(of_side[0])["seconds"].replace("\u00a0", " ") == "10 s"
        assert {told(screen)["loop"] for screen in of_side} == {
            screen.picture.file for screen in of_side if screen.picture
        }


def test_what_is_wanted_next_is_what_the_next_card_shows() -> None:
    sessions, shown = led(BOOK, CHILD)
    cards = [session.now_playing.card for session in sessions]
    for number, screen in enumerate(shown):
        later = [n for n in range(number, len(shown)) if cards[n] != cards[number]]
        assert screen.ahead == ((shown[later[0]].marked,) if later else ()), number


def test_what_is_short_and_what_does_not_move_is_not_marked() -> None:
    _, shown = led(SQUEEZE, CHILD)
    assert [bool(screen.marked) for screen in shown[:2]] == [False, False], "a squeeze of five seconds"
    assert told(shown[-1])["side"] == ""
    for how in (Pictures.STILL, Pictures.OFF):
        _, shown = led(BOOK, CHILD, how=how)
        assert not any(screen.marked or screen.ahead for screen in shown)


def test_which_of_the_two_is_seen_is_no_reason_to_send_anything() -> None:
    _, shown = led(CHILD)
    marked = view(shown[0], fresh=False, rings=True)
    assert marked.marked
    assert marked.looks_like(view(replace(shown[0], marked=None, ahead=()), fresh=False, rings=True))
    assert not marked.in_words_only.marked
