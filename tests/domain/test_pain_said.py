"""How much it hurts, as people type it: heard where it is said, and not in what has other numbers in it."""

import pytest

from bot.domain.person.stages import Stage
from bot.domain.typed.said.pain_said import PainSaid, answered, pain_said
from tests.known import known

WORDS = known().english.vocabulary.hurting


@pytest.mark.parametrize(
    ("text", "number", "more"),
    [
        ("pain 6", 6, False),
        ("Pain: 6", 6, False),
        ("pain 0", 0, False),
        ("log pain 4", 4, False),
        ("my pain is 4 today", 4, False),
        ("my pain is at 7/10 right now", 7, False),
        ("6/10", 6, False),
        ("6 / 10", 6, False),
        ("about 6 out of 10", 6, False),
        ("pain is six", 6, False),
        ("pain 3.5", 4, False),
        ("pain 3,5", 4, False),
        ("pain 3.0", 3, False),
        ("pain 10", 10, False),
        ("pain 12", None, False),
        ("pain 6, neck stiff", 6, True),
        ("slept badly, pain 5", 5, True),
        ("pain level 2.", 2, False),
    ],
)
def test_a_number_of_pain(text: str, number: int | None, more: bool) -> None:
    assert pain_said(text, WORDS) == PainSaid(number, more)


@pytest.mark.parametrize(
    ("text", "number", "more"),
    [
        ("pain 7-8", 8, False),
        ("pain is 8 – 7 today", 8, False),
        ("pain 7 to 8, neck", 8, True),
        ("7-8/10", 8, False),
        ("pain six or seven", 7, False),
        ("pain 9-12", None, False),
    ],
)
def test_of_two_numbers_the_higher_counts(text: str, number: int | None, more: bool) -> None:
    assert pain_said(text, WORDS) == PainSaid(number, more, is_higher=True)


@pytest.mark.parametrize("text", ["7-8", "7 or 8", "about 7 to 8", "seven to eight", "8-7"])
def test_of_two_numbers_alone_the_higher_is_the_answer(text: str) -> None:
    assert answered(text, WORDS) == PainSaid(8, is_higher=True)


@pytest.mark.parametrize("text", ["pain for 2-3 days", "pain 3-4 times a day", "7-8-2026", "7-8", "2 or 3"])
def test_two_numbers_of_something_else_are_no_pain(text: str) -> None:
    assert pain_said(text, WORDS) is None


@pytest.mark.parametrize(
    ("text", "number", "more"),
    [
        ("it's an 8 today", 8, False),
        ("It’s an 8", 8, False),
        ("about an 8", 8, False),
        ("its about a six", 6, False),
        ("it's an 8 today, slept badly", 8, True),
        ("back is 6 today", 6, True),
        ("my upper back is at 6 right now", 6, True),
        ("neck feels like a 7", 7, True),
        ("shoulders are 0", 0, True),
        ("today 4, neck", 4, True),
        ("this morning 5: neck and shoulders", 5, True),
    ],
)
def test_a_number_that_can_be_of_nothing_but_pain(text: str, number: int, more: bool) -> None:
    assert pain_said(text, WORDS) == PainSaid(number, more, is_named=False)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "about 8",
            "at 8 today",
            "a 5",
            "it's 8",
            "today 4",
            "today at 4, neck",
            "today 5, neck stretches",
            "it's a 15",
        ),
        *(
            "back at 6 today",
            "i'm back at 6",
            "physio for my back is at 6",
            "back is 40 years old",
            "it's an 8 minute one",
        ),
        *("just a 10 min one", "neck 5", "neck turns 5", "back is 12 today", "remind me, my back is at 6"),
    ],
)
def test_a_number_of_something_else(text: str) -> None:
    assert pain_said(text, WORDS) is None


@pytest.mark.parametrize(
    "text",
    [
        *("pain for 3 days", "6", "10 min", "remind me at 6", "on 6/10/2026", "pain since 5 pm", "cat cow 5"),
        *(
            "no pain",
            "pain",
            "my pain is 40 years old",
            "hurts in 2 places",
            "3x10",
            "5 exercises for pain",
            "",
        ),
    ],
)
def test_no_number_of_pain(text: str) -> None:
    assert pain_said(text, WORDS) is None


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("6", PainSaid(6)),
        ("about 6", PainSaid(6)),
        ("seven", PainSaid(7)),
        ("12", PainSaid(None)),
        ("it's a 3", PainSaid(3)),
        ("6/10", PainSaid(6)),
        ("a lot", Stage.HIGH),
        ("quite a bit", Stage.MODERATE),
        ("a bit, not much", Stage.MILD),
        ("a little now, a lot this morning", Stage.HIGH),
        ("cat cow", None),
        ("5 min", None),
        ("remind me at 8", None),
    ],
)
def test_an_answer_to_who_asked(text: str, means: PainSaid | Stage | None) -> None:
    assert answered(text, WORDS) == means
