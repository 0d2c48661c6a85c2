"""When it hurts, the bot asks what it is like; each answer has its consequence, and none of them is lost."""

from datetime import timedelta

import pytest

from bot.coach.coach import Coach
from bot.coach.known.knowledge import Knowledge
from bot.domain.library.exercise import FormRef
from bot.domain.person.what_rests import SoreSpot
from bot.domain.session.pain import Pain
from bot.domain.session.session import Move, Phase, Session
from bot.screens.buttons.actions import FeltIn, FeltSomewhere, NoSigns, Place
from tests.coach.talk import Someone, World, starts
from tests.meaning import data_of

QUESTION = "Stopped. What is it like?"
CALL = "Call for help now"
ANSWERS = {
    Move.TOO_MUCH: None,
    Move.SHARP: Phase.STOPPED,
    Move.NUMB: Phase.HALTED,
    Move.CHEST: Phase.HALTED,
}


def hurts(someone: Someone, routine: str = "turn and bend") -> Session:
    starts(someone, routine)
    someone.says("ready")
    someone.taps(Move.HURTS)
    assert QUESTION in someone.sees.text
    live = someone.world.store.sessions.live(someone.sender.id)
    assert live
    return live


def wires(someone: Someone) -> dict[Move, str]:
    """The buttons of the question, which stay within reach of a quick finger."""
    return {move: data_of(someone.sees, move) for move in (*ANSWERS, Move.GO_ON)}


def ended(world: World, session: Session) -> Session:
    found = world.store.sessions.get(session.id, session.person)
    assert found
    return found


def test_the_clock_stops_and_four_answers_stand_two_in_a_row_above_the_way_back(
    ana: Someone, world: World
) -> None:
    hurts(ana)
    rows = [[key[0] for key in row] for row in ana.sees.keys]
    assert rows == [
        ["Just too much", "Sharp or new"],
        ["Numb, spreading", "Chest or breath"],
        ["It's fine, go on"],
    ]
    assert not any(key[2] for row in ana.sees.keys for key in row), "nothing is coloured"
    assert not world.passes(7200), "no ring comes while it is asked"
    assert QUESTION in ana.sees.text


def test_it_is_fine_leads_back_to_the_move_from_its_beginning(ana: Someone, world: World) -> None:
    session = hurts(ana)
    ana.taps(Move.GO_ON)
    live = world.store.sessions.live(7)
    assert live
    assert (live.beat, live.phase) == (session.beat, Phase.WORKING)


@pytest.mark.parametrize("answer", [answer for answer, phase in ANSWERS.items() if phase])
def test_a_second_tap_on_the_answer_shows_the_same_and_counts_once(
    ana: Someone, world: World, answer: Move
) -> None:
    session = hurts(ana)
    data = data_of(ana.sees, answer)
    ana.taps_data(data)
    first, stops = ana.sees, world.store.sharp_stops.of(7)
    reply = ana.taps_data(data)
    assert reply
    assert reply.toast is None
    assert (ana.sees.text, ana.sees.keys) == (first.text, first.keys)
    assert world.store.sharp_stops.of(7) == stops
    assert ended(world, session).phase is ANSWERS[answer]


def test_a_second_tap_on_something_worse_is_not_passed_over(ana: Someone, world: World) -> None:
    hurts(ana)
    keys = wires(ana)
    ana.taps_data(keys[Move.SHARP])
    ana.taps_data(keys[Move.CHEST])
    assert CALL in ana.sees.text
    ana.taps_data(keys[Move.TOO_MUCH])
    assert "Stopping was right" in ana.sees.text
    ana.says("/start")
    assert "It's looked after" in ana.labels, "whatever was tapped last"


@pytest.mark.parametrize(("answer", "phase"), [each for each in ANSWERS.items() if each[1]])
def test_a_restart_in_the_middle_of_the_question_loses_nothing(
    ana: Someone, world: World, knowledge: Knowledge, answer: Move, phase: Phase
) -> None:
    session = hurts(ana)
    world.coach = Coach(world.store, knowledge)
    assert not world.passes(3600)
    ana.taps(answer)
    assert ended(world, session).phase is phase
    if phase is Phase.STOPPED:
        world.coach = Coach(world.store, knowledge)
        ana.taps(SoreSpot.KNEE)
        assert "knees" in ana.sees.text


SAID = {
    Move.TOO_MUCH: ["too much", "its just a bit much", "Way too deep!", "not sharp, just too far", "it was too hard for me"],
    Move.SHARP: ["sharp", "SHARP!!", "its a sharp stabbing pain", "something new", "burning between the blades", "i feel dizzy"],
    Move.NUMB: ["its spreading", "numb", "my hand is tingling", "sharp and down my arm", "pins and needles"],
    Move.CHEST: ["my chest", "it's my chest", "my breath", "sharp, in the chest", "i feel faint"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "said"), [(answer, said) for answer, many in SAID.items() for said in many]
)
def test_words_do_what_the_buttons_do(
    ana: Someone, bo: Someone, world: World, answer: Move, said: str
) -> None:
    hurts(ana)
    hurts(bo)
    ana.taps(answer)
    bo.says(said)
    assert bo.sees.text == ana.sees.text
    assert len(world.store.sharp_stops.of(8)) == len(world.store.sharp_stops.of(7))
    assert world.store.people.too_much(8) == world.store.people.too_much(7)


@pytest.mark.parametrize("said", ["ouch", "it hurts", "pain"])
def test_saying_again_that_it_hurts_asks_again(ana: Someone, world: World, said: str) -> None:
    hurts(ana)
    ana.says(said)
    assert QUESTION in ana.sees.text
    live = world.store.sessions.live(7)
    assert live
    assert live.phase is Phase.HURTING


@pytest.mark.parametrize("said", ["go on", "its fine", "it's fine, go on"])
def test_the_way_back_can_be_typed(ana: Someone, world: World, said: str) -> None:
    hurts(ana)
    ana.says(said)
    live = world.store.sessions.live(7)
    assert live
    assert live.phase is Phase.WORKING


def test_just_too_much_is_remembered_and_leads_on(ana: Someone, world: World) -> None:
    session = hurts(ana)
    ana.taps(Move.TOO_MUCH)
    assert world.store.people.too_much(7) == {FormRef("shoulder-rolls", "usual")}
    assert ana.sees.card.startswith(f"play.{session.id}.")
    assert world.store.sharp_stops.of(7) == []


@pytest.mark.parametrize("answer", [Move.NUMB, Move.CHEST])
def test_danger_rests_all_until_it_is_looked_after(ana: Someone, world: World, answer: Move) -> None:
    session = hurts(ana)
    ana.taps(answer)
    assert ana.sees.fresh
    person = world.store.people.get(7)
    assert person
    assert person.preferences.reminders_rest
    for said in ("/routine morning", "do it"):
        ana.says(said)
    assert not ana.sees.card.startswith("play.")
    ana.says("/start")
    assert "It's looked after" in ana.labels
    for _ in range(2):
        world.passes(660)
    assert ended(world, session).phase is Phase.LEFT, "after ten minutes of silence"


def test_who_meant_a_muscle_goes_through_the_signs_and_back_to_the_move(ana: Someone, world: World) -> None:
    session = hurts(ana)
    ana.taps(Move.NUMB)
    assert "doctor first" in ana.sees.text
    ana.taps(Place.SIGNS)
    ana.taps(NoSigns)
    live = world.store.sessions.live(7)
    assert live
    assert (live.id, live.beat, live.phase) == (session.id, session.beat, Phase.WORKING)


def test_after_chest_a_slip_of_the_finger_takes_nothing_back(ana: Someone) -> None:
    hurts(ana)
    keys = wires(ana)
    ana.taps_data(keys[Move.CHEST])
    for answer in (Move.NUMB, Move.SHARP, Move.GO_ON):
        ana.taps_data(keys[answer])
        assert CALL in ana.sees.text


def test_in_words_only_it_is_the_same_question(ana: Someone, world: World) -> None:
    for said in ("/start", "no pictures"):
        ana.says(said)
    hurts(ana)
    assert ana.sees.picture is None
    assert ana.sees.stays
    ana.says("sharp")
    assert "Where was it?" in ana.sees.text


@pytest.mark.parametrize("said", ["mera kandha dard kar raha hai", "meine schultern tun weh", "болит шея"])
def test_in_another_language_pain_is_asked_about_too(ana: Someone, said: str) -> None:
    starts(ana)
    ana.says("ready")
    ana.says(said)
    assert QUESTION in ana.sees.text


def test_what_was_drawn_before_this_question_still_means_it(ana: Someone, world: World) -> None:
    """The buttons of older versions: Yes and No, just too much."""
    session = hurts(ana)
    ana.taps_data(f"p.{session.id}.{session.turn}.s")
    assert ended(world, session).phase is Phase.STOPPED
    assert "Where was it?" in ana.sees.text


def test_mallory_cannot_say_what_hurts_ana(ana: Someone, mallory: Someone, world: World) -> None:
    session = hurts(ana)
    mallory.says("/start")
    forged = [f"p.{session.id}.{session.turn}.{move}" for move in "msnc"]
    ana.taps(Move.SHARP)
    before = world.store.sharp_stops.of(7)
    forged += [
        f"hw.{session.id}.k",
        f"hf.{session.id}.c",
        f"hm.{session.id}.s.shoulder-rolls",
        f"hs.{session.id}.s",
    ]
    forged += [f"hn.{session.id}", f"ha.{session.id}.1.u.morning", f"ha.{session.id}.0.u.morning"]
    for data in forged:
        mallory.taps_data(data)
        assert "Hello" in mallory.sees.text
    assert world.store.sharp_stops.of(7) == before
    assert world.store.sharp_stops.of(9) == []


# After a session.


def is_done(someone: Someone, routine: str = "first two minutes") -> None:
    starts(someone, routine)
    someone.says("ready")
    for _ in range(30):
        if someone.world.store.sessions.live(someone.sender.id) is None:
            break
        someone.world.passes(60)
        if someone.gets_ready():
            someone.says("ready")
    someone.taps_data(f"v.{_last(someone)}.u")
    assert "What was it like?" in someone.sees.text


def _last(someone: Someone) -> int:
    query = "select max(id) from sessions where person = ?"
    return int(someone.world.store.db.execute(query, [someone.sender.id]).fetchone()[0])


def test_a_session_that_hurt_asks_what_like_and_in_which_move(ana: Someone, world: World) -> None:
    is_done(ana)
    assert ana.labels == ["Just too much", "Sharp or new", "Numb, spreading", "Chest or breath", "Home"]
    ana.taps(Pain.SHARP)
    assert "In which move?" in ana.sees.text
    assert ana.labels == ["Shoulder rolls", "Shoulder-blade squeeze", "Rib breathing", "Not sure", "Home"]
    ana.taps(FeltIn(2, Pain.SHARP, "shoulder-rolls"))
    assert "Where was it?" in ana.sees.text
    assert [stop.exercise for stop in world.store.sharp_stops.of(7)] == ["shoulder-rolls"]


def test_which_move_was_too_much_is_easier_from_now_on_and_no_other(ana: Someone, world: World) -> None:
    is_done(ana)
    ana.says("too much for me")
    ana.taps(FeltIn(2, Pain.TOO_MUCH, "shoulder-blade-squeeze"))
    assert {ref.exercise for ref in world.store.people.too_much(7)} == {"shoulder-blade-squeeze"}
    assert "gentler" in ana.sees.text
    assert ana.sees.text.endswith("\n●")


def test_who_cannot_tell_which_has_all_of_it_easier_and_the_day_off(ana: Someone, world: World) -> None:
    is_done(ana)
    ana.taps(Pain.SHARP)
    ana.taps(FeltSomewhere)
    assert len(world.store.people.too_much(7)) == 3
    ana.taps(SoreSpot.BACK)
    assert "breathing and walking" in ana.sees.text
    ana.says("/start")
    assert "Breathing and a walk today" in ana.sees.text


@pytest.mark.parametrize("twice", [False, True])
def test_tapping_a_move_twice_is_one_stop(ana: Someone, world: World, twice: bool) -> None:
    is_done(ana)
    ana.taps(Pain.SHARP)
    data = ana.sees.keys[0][0][1]
    for _ in range(1 + twice):
        ana.taps_data(data)
    assert len(world.store.sharp_stops.of(7)) == 1


@pytest.mark.parametrize(("said", "words"), [("its numb", "doctor first"), ("my chest", CALL)])
def test_danger_after_a_session_is_danger(ana: Someone, said: str, words: str) -> None:
    is_done(ana)
    ana.says(said)
    assert words in ana.sees.text


def test_a_session_of_one_move_asks_no_further(ana: Someone, world: World) -> None:
    for said in ("/start", "two gentle minutes", "none of these", "stop", "shoulder rolls", "do it", "ready"):
        ana.says(said)
    for seconds in (30, 5, 30):
        world.passes(seconds)
    ana.taps_data(f"v.{_last(ana)}.u")
    ana.says("sharp")
    assert "Where was it?" in ana.sees.text


def test_an_hour_later_words_mean_what_they_always_mean(ana: Someone, world: World) -> None:
    is_done(ana)
    world.now += timedelta(hours=2)
    ana.says("too much")
    assert world.store.people.too_much(7) == frozenset()
