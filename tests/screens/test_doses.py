"""Doses are said in the words of people."""

import pytest

from bot.domain.library.exercise import Dose, Form
from bot.screens.amounts import dose
from tests.examples import BOOK, CAT, CHILD, ROLL
from tests.known import english


@pytest.mark.parametrize(
    ("form", "amount", "said"),
    [
        (CHILD, Dose(hold=30, move=6, repetitions=1), "30 s"),
        (CHILD, Dose(hold=30, move=6, repetitions=2), "2 × 30 s"),
        (CHILD, Dose(hold=30, move=6, repetitions=1, stations=3), "3 × 30 s"),
        (BOOK, Dose(hold=10, move=5, repetitions=1), "10 s a side"),
        (BOOK, Dose(hold=10, move=5, repetitions=2), "2 × 10 s a side"),
        (CAT, Dose(hold=5, move=0, repetitions=8, stations=2), "8 times"),
        (ROLL, Dose(hold=30, move=0, repetitions=1), "30 s each way"),
    ],
)
def test_a_dose_is_said_as_it_is_held(form: Form, amount: Dose, said: str) -> None:
    assert dose(form, amount, english()) == said
