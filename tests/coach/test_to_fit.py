"""What was answered in the settings is not asked again after the first minutes."""

import pytest

from bot.domain.person.person import Age, Seen
from bot.screens.buttons.actions import Place
from tests.coach.talk import Someone

NOT_NOW = "qo"


def after(ana: Someone, *said: str) -> None:
    for words in ("/start", "two gentle minutes", "none of these", "stop", *said):
        ana.says(words)


@pytest.mark.parametrize(
    ("said", "offer"),
    [
        ((), "a few short questions"),
        (("/settings", "floor", "yes", "/settings", "work around", "knees", "done"), "a few short questions"),
        (
            (
                "/settings",
                "floor",
                "yes",
                "/settings",
                "work around",
                "knees",
                "done",
                "/settings",
                "looked at",
                "nothing hurts",
            ),
            "one short question",
        ),
    ],
)
def test_only_what_is_unanswered_is_offered(ana: Someone, said: tuple[str, ...], offer: str) -> None:
    after(ana, *said)
    ana.taps_data(NOT_NOW)
    assert offer in ana.sees.text


def test_one_leads_to_the_next_that_is_unanswered(ana: Someone) -> None:
    after(ana, "/settings", "floor", "yes", "/settings", "work around", "knees", "done")
    ana.taps_data(NOT_NOW)
    ana.taps(Place.ASK_SEEN)
    assert "Has anyone looked" in ana.sees.text
    ana.taps(Seen.NOTHING_HURTS)
    assert "How old are you?" in ana.sees.text
    ana.taps(Age.ADULT)
    assert "Thank you." in ana.sees.text
    ana.taps_data(NOT_NOW)
    assert "short question" not in ana.sees.text, "all of it is answered: home"
    assert "Exercises" in ana.labels
