"""What is nothing but a cry for help, in any language, and what only has its words."""

import pytest

from bot.domain.typed.danger.cries import Cries, cries
from tests.known import known

HEARD = known().help.cries


@pytest.mark.parametrize(
    "said",
    [
        "help", "HELP!!", "help me", "please help me now", "can you help me please", "heeelp", "SOS", "i need help right now",
        "Hilfe", "bitte helfen Sie mir", "hilf mir schnell", "ayúdame por favor", "AUXILIO", "socorro", "me ajuda", "aidez-moi",
        "à l'aide !", "j'ai besoin d'aide", "aiuto", "aiutatemi vi prego", "помогите пожалуйста", "допоможіть", "yardım edin lütfen",
        "tolong saya sekarang", "ساعدوني", "کمکم کنید لطفا", "bachao", "मदद करो", "komakam kon",
        "police please", "get the police now", "i want to talk to someone", "i need to talk to somebody please", "polizei bitte", "вызовите полицию",
    ],
)  # fmt: skip
def test_a_cry_says_nothing_else(said: str) -> None:
    assert HEARD.are(said)


@pytest.mark.parametrize(
    "said",
    [
        "", "please", "now", "yes please", "don't need help", "no help needed", "im fine help", "help my neck", "help with the routine",
        "keine hilfe", "pas d'aide", "no necesito ayuda", "how can you help", "helping", "not now",
    ],
)  # fmt: skip
def test_one_word_more_says_something_else(said: str) -> None:
    assert not HEARD.are(said)


def test_no_language_denies_in_a_word_beside_a_cry() -> None:
    denials = {
        "no",
        "not",
        "dont",
        "nein",
        "nicht",
        "kein",
        "keine",
        "non",
        "pas",
        "не",
        "ні",
        "لا",
        "نه",
        "नहीं",
        "nahi",
        "yok",
        "değil",
        "tidak",
    }
    assert not denials & HEARD.beside


def test_letters_that_are_drawn_out_count_once() -> None:
    assert cries({"en": ["help"]}, ["please"]).are("heeeelp pleeease")
    assert not Cries().are("help")
