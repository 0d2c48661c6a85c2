"""The laws of a session hold in every state that can be reached, for every event, at every moment that matters."""

import pytest

from bot.domain.session.script import BeatKind
from bot.domain.session.session import KEYS, OVER, SAID, Move, Phase
from tests.domain.diagram import PAGE, page
from tests.domain.laws import GRAMMAR
from tests.domain.walk import Walk, is_move, is_time, reaching, walk

HURTS_SO = (
    (Move.SHARP, Phase.STOPPED),
    (Move.NUMB, Phase.HALTED),
    (Move.CHEST, Phase.HALTED),
)
"""What ends or halts a session at once, and in which way."""


@pytest.fixture(scope="module")
def walked() -> Walk:
    """Walking asserts the laws of laws.py at every step."""
    return walk()


def test_the_walk_has_been_everywhere(walked: Walk) -> None:
    assert {phase for _, phase, *_ in walked.states} == set(Phase)
    assert {script[beat].kind for script, _, beat, *_ in walked.states} == set(BeatKind)
    timed = {(phase, waits) for _, phase, _, waits, _ in walked.states}
    assert {(Phase.READY, True), (Phase.READY, False), (Phase.WORKING, False)} <= timed
    assert len(walked.states) > 300


def test_every_live_state_can_end_in_each_way(walked: Walk) -> None:
    live = {state for state in walked.states if state[1] not in OVER}
    for end in OVER:
        ends = {state for state in walked.states if state[1] is end}
        assert live <= reaching(walked, ends), f"{end} can't be reached from everywhere"


def test_whoever_stops_or_is_hurt_is_done_at_once_and_in_their_own_way(walked: Walk) -> None:
    for start, event, end in walked.edges:
        if is_move(event, Move.STOP):
            assert end[1] is Phase.LEFT, start
        for move, phase in HURTS_SO:
            if is_move(event, move):
                assert (start[1], end[1]) == (Phase.HURTING, phase), start


def test_nothing_leads_out_of_an_end(walked: Walk) -> None:
    assert not [start for start, _, _ in walked.edges if start[1] in OVER]


def test_time_alone_only_goes_on_begins_anew_or_finds_nobody(walked: Walk) -> None:
    for (_, _, beat, *_), event, (_, phase, after, *_) in walked.edges:
        if is_time(event) and phase is not Phase.FINISHED:
            assert after == beat + (phase is not Phase.AWAY) or after == beat


@pytest.mark.parametrize("phase", Phase)
def test_keys_and_said_are_what_the_mock_ups_show(phase: Phase) -> None:
    keys, said = GRAMMAR[phase].split("|")
    assert [move.value for move in KEYS[phase]] == keys.split()
    assert [move.value for move in SAID[phase]] == said.split()


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase not in OVER])
def test_one_can_always_stop_or_say_that_it_hurts(phase: Phase) -> None:
    can = {*KEYS[phase], *SAID[phase]}
    assert Move.STOP in can
    assert Move.HURTS in can


def test_saying_that_it_hurts_always_asks_the_question_and_no_time_runs_meanwhile(walked: Walk) -> None:
    asked = [end for _, event, end in walked.edges if is_move(event, Move.HURTS)]
    assert len(asked) > 100
    assert {(phase, waits) for _, phase, _, waits, _ in asked} == {(Phase.HURTING, True)}


def test_time_says_nothing_while_the_question_is_open(walked: Walk) -> None:
    assert not [start for start, event, _ in walked.edges if start[1] is Phase.HURTING and is_time(event)]


def test_the_question_leads_back_to_the_move_it_was_asked_in(walked: Walk) -> None:
    for start, event, end in walked.edges:
        if start[1] is Phase.HURTING and is_move(event, Move.GO_ON):
            assert end[2] == start[2], "the same beat, from its beginning"


def test_the_page_about_the_player_says_what_the_code_does(walked: Walk) -> None:
    assert PAGE.read_text(encoding="utf-8") == page(walked), "draw again: python -m tests.domain.diagram"
