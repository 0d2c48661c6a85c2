"""Whole polite messages alarm nobody, and a plea beside polite words is still heard."""

from pathlib import Path

import pytest

from bot.content.language.calm_words import CALM, calm_faults, calm_words
from bot.domain.typed.danger.calm import Calm
from bot.domain.typed.danger.heard import IN_DANGER
from tests.examples import CONTENT
from tests.known import known
from tests.listening.scoring import PLEAS, SETS, UNLEARNT, sayings

POLITE = (
    "I am ready to continue.",
    "I have finished, and it felt better than yesterday.",
    "I have found my glasses, so we can carry on.",
    "I would prefer not to get down on the floor, as I find it difficult to get up again.",
    "No, I have changed my mind; keep them.",
    "I have returned from my journey.",
    "Please never show me exercises where I must lie on my stomach.",
    "Somebody is ringing at the door, I must interrupt.",
    "mere paas chair nahi hai abhi, bed pe hu",
    "Ich bin wieder da, wir können weitermachen.",
    "estoy lista para seguir, gracias",
)
PLEAS_BESIDE = (
    "I am ready to continue. I want to die.",
    "I have finished, and my chest feels tight.",
    "Please, I have changed my mind, I took all the pills.",
    "I have returned from my journey, he hit me again.",
    "estoy lista para seguir, me duele el pecho",
)
CALM_WORDS = calm_words(CONTENT)


@pytest.mark.parametrize("said", POLITE)
def test_a_polite_message_alarms_nobody(said: str) -> None:
    assert known().danger.hears(said) is None


@pytest.mark.parametrize("said", PLEAS_BESIDE)
def test_a_plea_beside_polite_words_is_heard(said: str) -> None:
    heard = known().danger.hears(said)
    assert heard is not None
    assert heard.tier in IN_DANGER


def test_no_plea_is_made_of_calm_parts_alone() -> None:
    pleas = [each.text for folder in (SETS, UNLEARNT) for each in sayings(folder) if each.kind in PLEAS]
    assert [plea for plea in pleas if CALM_WORDS.is_all_of(plea)] == []


def test_parts_are_told_apart_by_signs_and_may_leave_a_choice_out() -> None:
    assert CALM_WORDS.is_all_of("ready to stretch") is False
    assert CALM_WORDS.is_all_of("im ready to stretch")
    assert CALM_WORDS.is_all_of("Yes… I'm ready to stretch! Thanks - please wait")
    assert CALM_WORDS.is_all_of("im ready to stretch please wait") is False
    assert CALM_WORDS.is_all_of("...") is False


def test_a_bracket_left_open_is_told(tmp_path: Path) -> None:
    (tmp_path / "hearing").mkdir()
    (tmp_path / CALM).write_text('[parts]\nen = "(i am|im ready, i|we wait"\n[said]\nen = "he needs me"\n')
    told = [str(fault) for fault in calm_faults(tmp_path)]
    assert len(told) == 2
    assert all("a bracket without its other half, or a | outside of brackets" in each for each in told)
    assert Calm() == calm_words(tmp_path / "elsewhere")
