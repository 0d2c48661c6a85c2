"""After words of danger no way leads to an offer of moves until somebody has looked after it: each says that moves rest."""

import pytest

from bot.domain.reminders.reminder import Nod
from bot.screens.buttons.actions import DoToday, NoSigns, OpenExercise, OpenRoutine, OpenToday, Place, What
from bot.screens.buttons.wire import encode
from tests.coach.reminded import met
from tests.coach.talk import Someone
from tests.meaning import label_of

REST = "Moves and reminders rest until this is looked after."


@pytest.fixture
def alarmed(ana: Someone) -> Someone:
    met(ana)
    ana.says("chest pain, hard to breathe")
    return ana


@pytest.mark.parametrize(
    "words",
    [
        "5 min",
        "10 minutes",
        "/today",
        "/routine desk break",
        "/routine",
        "/exercise cat-cow",
        "cat-cow",
        "do it",
        *("let's go", "listen", "video", "something gentle", "surprise me", "again", "no floor", "/start"),
    ],
)
def test_no_words_lead_to_an_offer_of_moves(alarmed: Someone, words: str) -> None:
    alarmed.says(words)
    assert not alarmed.offers(What)
    assert not alarmed.offers(Nod.START)
    assert REST in alarmed.sees.text, (words, alarmed.sees.text, alarmed.labels)


@pytest.mark.parametrize(
    "card", [OpenToday(5), OpenRoutine("desk-break-standing"), OpenExercise("cat-cow")], ids=str
)
def test_no_old_card_leads_to_one(alarmed: Someone, card: OpenToday | OpenRoutine | OpenExercise) -> None:
    alarmed.taps_data(encode(card))
    assert REST in alarmed.sees.text


def test_once_it_is_looked_after_they_are_offered_again(alarmed: Someone) -> None:
    alarmed.says("5 min")
    alarmed.taps(Place.SIGNS)
    alarmed.taps(NoSigns)
    alarmed.says("stop")
    alarmed.says("5 min")
    assert REST not in alarmed.sees.text
    assert label_of(alarmed.sees, DoToday).endswith("5 min")
