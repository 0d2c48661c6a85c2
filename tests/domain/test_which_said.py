"""Which reminder is named, whatever else is said."""

from datetime import time

import pytest

from bot.content.language.phrases_heard import vocabulary
from bot.domain.reminders.reminder import EVERY_DAY
from bot.domain.typed.said.which_said import clocks_said, which_said
from tests.content.places import CONTENT

WHEN = vocabulary(CONTENT).when
EVENING, MORNING = time(20, 30), time(7, 25)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "the evening one",
            "my evening reminder",
            "the reminder in the evening",
            "the 8.30pm one",
            "change 20:30 to 9",
        ),
        *(
            "the reminder at 8:30",
            "die abenderinnerung",
            "die um 20:30",
            "el de la noche",
            "el recordatorio de la noche",
        ),
    ],
)
def test_the_evening_one_is_not_the_one_of_the_morning(text: str) -> None:
    (first, *_) = which_said(text, WHEN)
    assert first.fits(EVENING, EVERY_DAY)
    assert not first.fits(MORNING, EVERY_DAY)


@pytest.mark.parametrize(
    "text",
    [
        *("an evening one", "another evening reminder", "eine abenderinnerung", "the next one", "5 min"),
        *("just the 5 min one", "the 10 minute one", "this one", "20 mins", "in the evening", "evening"),
    ],
)
def test_nothing_is_named(text: str) -> None:
    assert not which_said(text, WHEN)


def test_only_what_says_no_more_ends_one() -> None:
    assert which_said("can u delete the evening one pls", WHEN)[0].ends
    assert not which_said("delete the evening one on sundays", WHEN)[0].ends


def test_a_time_in_figures_may_be_two() -> None:
    assert clocks_said("no time for 7.40, make it 8pm", WHEN) == [{time(7, 40), time(19, 40)}, {time(20)}]
    assert clocks_said("in 20 min, 3 x", WHEN) == []
