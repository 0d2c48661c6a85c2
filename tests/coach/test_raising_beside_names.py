"""Words of hurting beside the name of a move, in any language and behind a command, never bring a card that begins at a tap."""

import pytest

from bot.domain.session.session import Phase
from bot.screens.buttons.actions import DoDay, DoExercise, DoOwn, DoRoutine
from bot.screens.buttons.wire import decode
from tests.coach.talk import Someone, World

COMPLAINT = "Do any of these come with it?"
MET = ["/start", "two gentle minutes", "none of these", "stop"]

FOREIGN = [
    "taube Finger thread the needle",
    "mein Arm kribbelt, desk break, standing",
    "stechender Schmerz, side-lying rotation",
    "dolor punzante doorway chest stretch",
    "mano entumecida extension over a chair",
    "резкая боль child's pose side walk",
    "рука немеет bird dog",
    "haath sunn bird dog",
]
BEHIND_A_COMMAND = [
    "/today walk my back pain is getting worse",
    "/start desk break, my neck has a stabbing pain",
    "/exercise child's pose gives me sharp pain",
    "/routine morning, mein Arm kribbelt",
]
NAMED_LIKE_A_QUESTION = [
    "stabbing pain in desk break",
    "pain down my arm in desk break, standing",
    "left arm aches, desk break",
    "during child's pose i feel spreading pain",
]


def begins_at_a_tap(person: Someone) -> list[str]:
    actions = ((label, decode(data)) for row in person.sees.keys for label, data, _ in row)
    return [label for label, action in actions if isinstance(action, DoExercise | DoRoutine | DoDay | DoOwn)]


@pytest.fixture
def idle(ana: Someone) -> Someone:
    for words in MET:
        ana.says(words)
    return ana


@pytest.mark.parametrize("text", [*FOREIGN, *BEHIND_A_COMMAND, *NAMED_LIKE_A_QUESTION])
def test_what_hurts_is_asked_about_whatever_is_named(idle: Someone, text: str) -> None:
    idle.says(text)
    assert COMPLAINT in idle.sees.text
    assert not begins_at_a_tap(idle)


def test_while_it_is_asked_what_it_is_like_a_command_is_no_answer(idle: Someone) -> None:
    for words in ("/routine desk break", "do it", "ready", "it hurts", "/exercise seated forward bend numb"):
        idle.says(words)
    assert not begins_at_a_tap(idle)


def test_a_name_alone_and_a_question_are_answered_as_before(idle: Someone) -> None:
    idle.says("thread the needle")
    assert begins_at_a_tap(idle)
    idle.says("what if my back pain is getting worse?")
    assert "If it gets worse" in idle.sees.text


def test_it_is_heard_in_a_session_too(idle: Someone, world: World) -> None:
    for words in ("/routine desk break", "do it", "ready", "taube Finger thread the needle"):
        idle.says(words)
    live = world.store.sessions.live(7)
    assert live
    assert live.phase is Phase.HURTING


@pytest.mark.parametrize(
    "text",
    ["can i do chin tuck while it hurts", "is it normal that it hurts", "does it hurt to skip this one"],
)
def test_a_question_about_hurting_stops_the_clock_too(idle: Someone, world: World, text: str) -> None:
    for words in ("/routine desk break", "do it", "ready", text):
        idle.says(words)
    live = world.store.sessions.live(7)
    assert live
    assert live.phase is Phase.HURTING


@pytest.mark.parametrize(
    "text", ["/start can i do child's pose with sharp pain", "/today can i do cat cow with burning pain"]
)
def test_a_command_that_would_offer_to_start_does_not_where_it_hurts(idle: Someone, text: str) -> None:
    idle.says(text)
    assert COMPLAINT in idle.sees.text
    assert not begins_at_a_tap(idle)
