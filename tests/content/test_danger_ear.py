"""The ear for danger, in which a judge weighs two ears beside the rules: what it raises in all languages, and where it keeps silent."""

from pathlib import Path

import pytest

from bot.content.ear.danger_ear import DangerEar, read_danger_ear
from bot.content.ear.sentences_heard import dangers_in_all, samples
from bot.content.ear.trained_ear import read_ear
from bot.domain.typed.ear import ByRules
from tests.house import ROOT

CONTENT = ROOT / "content"

SOME = 120
"""One in so many of the sentences that it was taught."""


@pytest.fixture(scope="module")
def ear() -> DangerEar:
    return read_danger_ear(CONTENT, read_ear(CONTENT))


@pytest.mark.parametrize(
    ("said", "tier", "language"),
    [
        ("my husband locks me in when he goes to work", "abuse", "en"),
        ("ya no le veo sentido a seguir viviendo", "self-harm", "es"),
        ("у мамы перекосило лицо и она не может говорить", "now", "ru"),
        ("seit dem sturz vor fünf tagen wird der rücken jede nacht schlimmer", "doctor", "de"),
        ("papa saans nahi le pa rahe", "now", "hi-latn"),
    ],
)
def test_it_hears_the_tier_and_the_language(ear: DangerEar, said: str, tier: str, language: str) -> None:
    raised = ear.raises(said, ByRules())
    assert raised
    assert (raised.tier, raised.language) == (tier, language)


def test_everyday_talk_wishes_and_what_is_harmless_raise_nothing(ear: DangerEar) -> None:
    """Each is asked as the bot asks: most wishes, and half of what is harmless, need not be read as a whole."""
    calm = [each.sentence for each in dangers_in_all(CONTENT) if each.kind in {"everyday", "harmless"}]
    wishes = [each.sentence for each in samples(CONTENT) if each.kind in {"find", "start"}]
    some = [*calm[::SOME], *wishes]
    raised = [sentence for sentence in some if not ear.is_calm(sentence) and ear.raises(sentence, ByRules())]
    assert len(raised) <= len(some) / 25, raised  # many were written to mislead, and rules know a no


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ok",
        "да",
        "👍",
        "5",
        "sí",
        "تمام",
        "8:30",
        "ja genau",
        "remind me at 8",
        "start my stretches please",
    ],
)
def test_it_raises_nothing_for_a_word_or_two(ear: DangerEar, text: str) -> None:
    assert ear.raises(text, ByRules()) is None


def test_it_lowers_nothing_that_rules_heard(ear: DangerEar) -> None:
    said = "ya no le veo sentido a seguir viviendo"
    assert ear.raises(said, ByRules("doctor"))
    for heavy in ("now", "abuse", "self-harm", "overdose"):
        assert ear.raises(said, ByRules(heavy)) is None


def test_it_doubts_what_only_sounds_like_danger(ear: DangerEar) -> None:
    assert ear.doubts("stuck behind an ambulance on the way to the zoo, kids are singing", ByRules("now"))
    assert not ear.doubts("crushing chest pain and my left arm is numb", ByRules("now"))


def test_each_of_the_two_hears_alone_where_the_other_is_missing(ear: DangerEar, tmp_path: Path) -> None:
    said = "ya no le veo sentido a seguir viviendo"
    whole, words, language = ear.apart(said)
    assert language == "es"
    assert DangerEar(ear._english, ear._others, None, ear._judge).apart(said) == (words, words, "es")
    assert DangerEar(None, None, ear._deep, ear._judge).apart(said) == (whole, whole, "es")
    assert read_danger_ear(tmp_path, None).raises(said, ByRules()) is None


def test_without_a_judge_it_says_nothing(ear: DangerEar) -> None:
    silent = DangerEar(ear._english, ear._others, ear._deep, None)
    assert silent.raises("ya no le veo sentido a seguir viviendo", ByRules()) is None
    assert not silent.doubts("stuck behind an ambulance", ByRules("now"))
