"""Questions start, skip and end nothing: they are answered, and whatever was running waits or goes on."""

import pytest

from bot.coach.known.knowledge import Knowledge
from bot.domain.session.session import Phase
from bot.domain.typed.wishes.asked_to_know import asks_to_know
from bot.screens.buttons.actions import Resume
from tests.coach.moving import met
from tests.coach.talk import Someone, World, starts


def place(someone: Someone) -> tuple[int, Phase] | None:
    live = someone.world.store.sessions.live(someone.sender.id)
    return (live.beat, live.phase) if live else None


QUESTIONS = (
    "when do they start again",
    "whats the time for you now",
    "what did i tell u about my wrist",
    "when does the next one start",
    "what was the last one",
    "did i skip one",
    "was that the end?",
    "ok so when do we begin",
    "which one did you skip",
    "who is ready",
    "wann geht es weiter",
    "cuando empieza el siguiente",
)


@pytest.mark.parametrize("said", QUESTIONS)
def test_a_question_neither_starts_skips_nor_ends_anything(ana: Someone, said: str) -> None:
    starts(ana)
    before = place(ana)
    assert before
    ana.says(said)
    after = place(ana)
    assert after
    assert after[0] == before[0]
    assert after[1] in (before[1], Phase.PAUSED, Phase.READING)


@pytest.mark.parametrize("said", QUESTIONS)
def test_no_question_begins_a_session(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(said)
    assert place(ana) is None


@pytest.mark.parametrize(
    "said",
    [
        *(
            "can we start",
            "shall we go on",
            "how about the next one",
            "why not skip this",
            "what are we waiting for",
        ),
        *("are we ready", "could you stop", "next please", "ready when you are", "start", "whatever, next"),
    ],
)
def test_a_wish_that_sounds_like_a_question_is_none(knowledge: Knowledge, said: str) -> None:
    assert not asks_to_know(said, knowledge.english.vocabulary.said)


@pytest.mark.parametrize(
    "said", ["whats next", "what comes next?", "ok and what comes after this", "que sigue"]
)
def test_what_comes_next_is_told_and_nothing_is_skipped(ana: Someone, said: str) -> None:
    starts(ana)
    before = place(ana)
    ana.says(said)
    assert "Next comes:" in ana.sees.text
    assert place(ana) == before
    ana.taps(Resume)
    assert place(ana) == before


@pytest.mark.parametrize(
    "said",
    ["which one is this", "what's this one called?", "wot muscle is this for", "where should i feel it"],
)
def test_the_present_move_is_named_with_where_it_is_felt(ana: Someone, said: str) -> None:
    starts(ana)
    before = place(ana)
    ana.says(said)
    assert ana.sees.text.startswith("This is Shoulder rolls, 1 of")
    assert "between the blades" in ana.sees.text
    assert place(ana) == before


@pytest.mark.parametrize(
    "said",
    ["whats the time for you now", "what time is it there?", "i asked the time", "qué hora es"],
)
def test_the_clock_of_the_bot_is_told(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(said)
    assert "by the clock of New York City. Is that yours?" in ana.sees.text


@pytest.mark.parametrize(
    "said", ["what did i tell u about my wrist", "do you remember my knee", "did i tell you about my hip?"]
)
def test_what_was_told_of_oneself_is_shown(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(said)
    assert "Anything to work around?" in ana.sees.text


def test_when_reminders_come_again_is_told_by_their_list(ana: Someone, world: World) -> None:
    met(ana)
    for said in (
        "remind me every day at 8:30",
        "keep",
        "pause reminders until friday",
        "yes",
        "when do they start again",
    ):
        ana.says(said)
    assert "Your reminders" in ana.sees.text
    assert world.store.sessions.live(7) is None


@pytest.mark.parametrize("said", ["im on it", "I am on it"])
def test_who_is_on_it_is_ready(ana: Someone, said: str) -> None:
    starts(ana)
    ana.says(said)
    assert place(ana) == (1, Phase.WORKING)


@pytest.mark.parametrize(
    ("said", "is_over"),
    [
        *(
            (each, False)
            for each in ("it was just a lil twinge", "only a twinge", "a tiny twinge", "just a little twinge")
        ),
        *((each, True) for each in ("a sharp twinge", "just a twinge but my arm is numb")),
    ],
)
def test_a_twinge_is_asked_about_again_and_anything_worse_counts(
    ana: Someone, said: str, is_over: bool
) -> None:
    starts(ana)
    for each in ("ready", "ouch", said):
        ana.says(each)
    live = ana.world.store.sessions.live(7)
    assert (live is None or live.phase is Phase.HALTED) is is_over
