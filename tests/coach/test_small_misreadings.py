"""Short and friendly sentences that once did something other than they said: now each does what it says, or is told
that it can't be done."""

from datetime import time

import pytest

from bot.domain.session.session import Phase, Session
from bot.screens.buttons.actions import NoSigns
from bot.screens.buttons.wire import decode
from bot.store.reminders.deliveries import State
from tests.coach.moving import met
from tests.coach.reminded import DUE, claimed, reminded_at, states
from tests.coach.talk import Someone, World, starts


@pytest.fixture
def dee(ana: Someone) -> Someone:
    met(ana)
    return ana


@pytest.fixture
def reminded(world: World, ana: Someone) -> Someone:
    """Their reminder has just come."""
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    world.now = DUE
    assert claimed(world, DUE) == 1
    return ana


def live(someone: Someone) -> Session | None:
    return someone.world.store.sessions.live(someone.sender.id)


@pytest.mark.parametrize("said", ["good", "great", "ok"])
def test_praise_below_skip_or_stop_drops_no_move(dee: Someone, said: str) -> None:
    starts(dee)
    before = live(dee)
    dee.says("done")
    dee.says(said)
    after = live(dee)
    assert before
    assert after
    assert after.now_playing == before.now_playing


@pytest.mark.parametrize("said", ["slower", "carry on", "go on please"])
def test_words_of_a_session_say_that_none_runs(dee: Someone, said: str) -> None:
    dee.says(said)
    assert "Nothing is running" in dee.sees.text


@pytest.mark.parametrize("said", ["my shoulder blade", "2", "how many are left", "only a mild ache, 3 of 10"])
def test_what_is_no_answer_to_what_it_is_like_is_told_so(dee: Someone, said: str) -> None:
    starts(dee)
    for each in ("ready", "it hurts", said):
        dee.says(each)
    session = live(dee)
    assert session
    assert session.phase is Phase.HURTING
    assert "Which of these comes nearest?" in dee.sees.text
    dee.says("it is fine, go on")
    assert "What is it like" not in dee.sees.text


def test_the_question_itself_has_no_such_sentence(dee: Someone) -> None:
    starts(dee)
    for each in ("ready", "it hurts"):
        dee.says(each)
    assert "Which of these comes nearest?" not in dee.sees.text


@pytest.mark.parametrize("said", ["ok two minutes", "yes two minutes"])
def test_most_of_a_label_after_a_yes_is_that_button(ana: Someone, said: str) -> None:
    ana.says("hi")
    ana.says(said)
    assert "your safety" in ana.sees.text


def test_being_over_18_is_no_answer_to_the_signs(ana: Someone) -> None:
    for said in ("hi", "two gentle minutes", "Yes, I am over 18."):
        ana.says(said)
    assert any(isinstance(decode(data), NoSigns) for row in ana.sees.keys for _, data, _ in row)


@pytest.mark.parametrize("said", ["id rather watch it on the telly as one film", "read it aloud"])
def test_without_films_a_film_begins_nothing(dee: Someone, said: str) -> None:
    dee.says(said)
    assert live(dee) is None


@pytest.mark.parametrize(
    ("said", "number"),
    [("put me down as a six today", 6), ("put me down as a 6", 6), ("log a 4 please", 4), ("id say a 3", 3)],
)
def test_a_number_to_put_down_is_noted(dee: Someone, said: str, number: int) -> None:
    dee.says(said)
    assert f"Noted: {number} of 10" in dee.sees.text


ALONE = (
    "i did the whole five mins on my own without you, count it",
    "did my stretches without you, please note it",
)


@pytest.mark.parametrize("said", ALONE)
def test_what_was_done_alone_is_not_counted_in_appearance(dee: Someone, said: str) -> None:
    dee.says(said)
    assert "I can't enter this one" in dee.sees.text


@pytest.mark.parametrize("said", ALONE)
def test_after_a_reminder_it_counts(reminded: Someone, said: str) -> None:
    reminded.says(said)
    assert states(reminded.world).get(State.DONE) == 1


@pytest.mark.parametrize(
    "said", ["up for it but not that one", "just scoffed a curry, ok to start or wait?", "start or not?"]
)
def test_after_a_reminder_neither_a_question_nor_another_one_begins_it(reminded: Someone, said: str) -> None:
    reminded.says(said)
    assert live(reminded) is None


@pytest.mark.parametrize("said", ["lets go", "yes start"])
def test_after_a_reminder_a_start_begins_it(reminded: Someone, said: str) -> None:
    reminded.says(said)
    assert live(reminded) is not None


@pytest.mark.parametrize("said", ["delete last one i didnt do it", "remove the last session"])
def test_one_session_can_not_be_taken_out(dee: Someone, said: str) -> None:
    dee.says(said)
    assert "I can't take a single one out" in dee.sees.text


@pytest.mark.parametrize("said", ["its getting samey", "bit repetitive this"])
def test_boredom_is_no_good_news(dee: Someone, said: str) -> None:
    dee.says(said)
    assert "good to hear" not in dee.sees.text


def test_a_language_that_is_not_spoken_is_not_answered_with_english(dee: Someone) -> None:
    dee.says("puedes hablarme en español?")
    assert "English" not in dee.sees.text


@pytest.mark.parametrize("said", ["right where were we", "ok where were we"])
def test_where_were_we_goes_on(dee: Someone, said: str) -> None:
    starts(dee)
    for each in ("ready", "pause", said):
        dee.says(each)
    session = live(dee)
    assert session
    assert session.phase is Phase.WORKING
