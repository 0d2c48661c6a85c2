"""When asked for a time, some people leave the choice, some want none, and some tell a story: none of these begins a session."""

import pytest

from bot.screens.buttons.actions import Drafting
from tests.coach.reminded import met
from tests.coach.talk import Someone

AT_WHAT_TIME = "At what time?"


@pytest.fixture
def reminded(ana: Someone) -> Someone:
    met(ana)
    for said in ("remind me at 19:45", "Berlin", "keep", "/start"):
        ana.says(said)
    return ana


@pytest.fixture
def asked(reminded: Someone) -> Someone:
    for said in ("/reminders", "add a reminder"):
        reminded.says(said)
    assert AT_WHAT_TIME in reminded.sees.text or "time" in reminded.sees.text
    return reminded


@pytest.mark.parametrize(
    "said",
    [
        "you pick",
        "up to you",
        "whatever you think, i don't mind",
        "any time",
        "surprise me",
        "such du aus",
        "elige tú",
    ],
)
def test_who_leaves_the_choice_is_shown_a_time_to_keep(asked: Someone, said: str) -> None:
    asked.says(said)
    assert "8:30, every day" in asked.sees.text
    assert asked.offers(Drafting.KEEP)


def test_the_choice_is_within_the_part_of_the_day(asked: Someone) -> None:
    for said in ("evenings i guess", "you choose"):
        asked.says(said)
    assert "19:00, every day" in asked.sees.text


@pytest.mark.parametrize(
    "said",
    [
        "nah dont bother",
        "the ones ive set are plenty",
        "no need, what i have is enough",
        "forget it",
        "lass gut sein",
        "no hace falta",
    ],
)
def test_who_wants_none_is_let_be(asked: Someone, said: str) -> None:
    asked.says(said)
    assert "I'll leave that" in asked.sees.text


@pytest.mark.parametrize("said", ["at seven when i get up, 12:30, then nine at night"])
def test_an_answer_in_times_is_no_complaint(asked: Someone, said: str) -> None:
    asked.says(said)
    assert "7:00, 12:30 and 21:00" in asked.sees.text
    assert asked.offers(Drafting.KEEP)


@pytest.mark.parametrize("said", ["at seven when my neck hurts", "8am but my chest hurts"])
def test_what_hurts_beside_a_time_still_is_one(asked: Someone, said: str) -> None:
    asked.says(said)
    assert not asked.offers(Drafting.KEEP)


@pytest.mark.parametrize(
    "said",
    ["my alarm went off at 6 and the neck was already a brick", "the alarm rang at 5 and i was wide awake"],
)
def test_a_story_opens_no_question_of_times(reminded: Someone, said: str) -> None:
    reminded.says(said)
    assert AT_WHAT_TIME not in reminded.sees.text
    assert not reminded.offers(Drafting.KEEP)


def test_who_finds_so_many_minutes_too_long_is_offered_fewer(reminded: Someone) -> None:
    reminded.says("20 mins is a bit much for me")
    assert "less than your 20" not in reminded.sees.text


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("somewhere 7 to 9 ish in the morning whenever", ["7:00", "8:00", "9:00"]),
        ("between 6pm and 8pm some time, you know", ["18:00", "19:00", "20:00"]),
        ("between 7 and 8 in the evening", ["19:00", "20:00"]),
    ],
)
def test_between_two_times_each_full_hour_may_be_meant(asked: Someone, said: str, hours: list[str]) -> None:
    asked.says(said)
    assert asked.labels[: len(hours)] == hours
    assert not asked.offers(Drafting.KEEP)


@pytest.mark.parametrize("said", ["when im having my first coffee", "over breakfast"])
def test_a_moment_of_the_morning_is_asked_further(asked: Someone, said: str) -> None:
    asked.says(said)
    assert "in the morning" in asked.sees.text
    assert AT_WHAT_TIME in asked.sees.text
