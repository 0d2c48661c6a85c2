"""A Stop that was not meant is taken back: for ten minutes the session goes on where it stood."""

from datetime import timedelta

import pytest

from bot.domain.session.session import Move, Phase
from bot.screens.buttons.actions import Play
from bot.screens.buttons.wire import encode
from tests.coach.talk import Someone, World, starts


def _phase(person: Someone) -> Phase | None:
    live = person.world.store.sessions.live_stand(person.sender.id)
    return live.phase if live else None


def _stopped(ana: Someone, *said: str) -> None:
    starts(ana)
    ana.says("ready")
    for words in said or ("stop",):
        ana.says(words)
    assert _phase(ana) is None


@pytest.mark.parametrize(
    "said", ["nvm keep going", "wait no keep going", "carry on", "oops wrong button", "I didn't mean to stop"]
)
def test_words_take_it_back(ana: Someone, said: str) -> None:
    _stopped(ana)
    ana.says(said)
    assert _phase(ana) is Phase.WORKING
    assert "Move for" in ana.sees.text


def test_a_tap_does_and_what_was_done_counts_once(ana: Someone, world: World) -> None:
    starts(ana)
    ana.says("ready")
    world.passes(6)
    ana.says("stop")
    before = world.store.sessions.count_done(7)
    ana.taps(Play)
    ana.says("stop")
    assert (before, world.store.sessions.count_done(7)) == (1, 1)


@pytest.mark.parametrize("said", ["never mind", "no", "ok", "thanks"])
def test_other_words_leave_it_stopped(ana: Someone, said: str) -> None:
    _stopped(ana)
    ana.says(said)
    assert _phase(ana) is None


def test_after_ten_minutes_it_is_over(ana: Someone, world: World) -> None:
    _stopped(ana)
    world.now += timedelta(minutes=10)
    ana.says("keep going")
    assert _phase(ana) is None


def test_where_something_hurt_it_is_not_offered(ana: Someone) -> None:
    _stopped(ana, "it hurts", "stop")
    assert not ana.offers(Play)


def test_another_session_is_not_put_aside_for_it(ana: Someone) -> None:
    _stopped(ana)
    back = next(data for row in ana.sees.keys for label, data, _ in row if label == "Go on after all")
    starts(ana)
    other = ana.world.store.sessions.live_stand(7)
    ana.taps_data(back)
    assert other
    assert ana.world.store.sessions.live_stand(7) == other


def test_the_signs_come_first_where_danger_was_told_of(ana: Someone) -> None:
    _stopped(ana)
    back = next(data for row in ana.sees.keys for label, data, _ in row if label == "Go on after all")
    ana.says("elephant on my chest")
    ana.taps_data(back)
    assert _phase(ana) is None


def test_a_made_up_button_begins_nothing(ana: Someone) -> None:
    _stopped(ana)
    ana.says("home")
    ana.taps_data(encode(Play(1, 99, Move.GO_ON)))
    assert _phase(ana) is None
