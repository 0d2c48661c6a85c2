"""Questions and wishes in the middle of a move: a 👍, or the same card without a word, is no answer to them."""

import pytest

from bot.domain.session.session import Move, Phase
from bot.screens.buttons.actions import Play, Resume, WorkAround
from tests.coach.moving import met
from tests.coach.talk import Someone, World

NOT_SEEN = "I can't see that from here."
NO_CHANGE = "I can't change that while it runs."


@pytest.fixture
def dee(world: World) -> Someone:
    """A nurse, who writes while she moves."""
    dee = world.someone(44, "Dee")
    met(dee)
    for said in ("/routine desk break", "do it", "ready"):
        dee.says(said)
    return dee


def phase(someone: Someone) -> Phase | None:
    live = someone.world.store.sessions.live_stand(someone.sender.id)
    return live.phase if live else None


def says(someone: Someone, text: str) -> bool:
    """Returns whether a 👍 was all or part of the answer."""
    reply = someone.says(text)
    return bool(reply and reply.heard)


@pytest.mark.parametrize(
    "said", ["is it ok with my shoulder this one", "is this one safe for my knee", "is it good for my wrist?"]
)
def test_whether_it_is_right_for_a_part_of_them_pauses_and_offers_to_spare_it(
    dee: Someone, said: str
) -> None:
    assert not says(dee, said)
    assert dee.sees.text.startswith(NOT_SEEN)
    assert phase(dee) is Phase.PAUSED
    assert dee.offers(WorkAround)
    assert dee.offers(Resume)
    dee.taps(Move.STEPS)
    assert phase(dee) is Phase.READING


@pytest.mark.parametrize("said", ["do i put my left hand there too", "is it ok like this", "is this nice?"])
def test_how_it_is_done_is_shown_to_a_question_that_sounds_like_praise(dee: Someone, said: str) -> None:
    assert not says(dee, said)
    assert NOT_SEEN in dee.sees.text
    assert phase(dee) is Phase.READING


@pytest.mark.parametrize("said", ["are my feet meant to be flat", "which hand goes on top"])
def test_no_thumb_says_yes_to_a_question(dee: Someone, said: str) -> None:
    assert not says(dee, said)
    assert phase(dee) is Phase.READING


@pytest.mark.parametrize("said", ["make it longer, 20 s a side", "20 more seconds please"])
def test_a_length_that_is_not_set_is_not_nodded_at(dee: Someone, said: str) -> None:
    dee.world.passes(3)
    before = dee.world.store.sessions.live_stand(44)
    assert not says(dee, said)
    assert NO_CHANGE in dee.sees.text
    assert dee.world.store.sessions.live_stand(44) == before


def test_what_begins_again_instead_says_so(dee: Someone) -> None:
    assert not says(dee, "can i hold it longer")
    assert "It begins again" in dee.sees.text


def test_a_pace_that_is_not_changed_is_not_nodded_at(dee: Someone) -> None:
    assert not says(dee, "can i do it faster")
    assert "I can't change its pace." in dee.sees.text
    assert phase(dee) is Phase.PAUSED


def test_which_moves_are_left_is_told(dee: Someone) -> None:
    dee.says("which moves left")
    assert "after this one" in dee.sees.text


def test_praise_still_gets_its_thumb(dee: Someone) -> None:
    assert says(dee, "nice one")
    assert phase(dee) is Phase.WORKING


def test_nothing_easier_is_said_and_not_nodded_at(dee: Someone) -> None:
    thumbs = [says(dee, "easier") for _ in range(4)]
    assert not thumbs[-1]
    assert "This is the easiest way I know." in dee.sees.text


def test_a_button_of_the_steps_is_good_while_it_waits(dee: Someone) -> None:
    dee.says("is it ok with my shoulder this one")
    live = dee.world.store.sessions.live_stand(44)
    assert live
    assert dee.offers(Play(live.id, live.turn, Move.STEPS))
