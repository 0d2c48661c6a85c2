"""The ear for danger, in which a judge weighs two ears beside the rules: what it raises in all languages, and where it keeps silent."""

from math import log
from pathlib import Path

import pytest

from bot.content.ear.danger_ear import DangerEar, read_danger_ear
from bot.content.ear.deep.deep_ear import read_deep_ear
from bot.content.ear.judge import Judge
from bot.content.ear.sentences_heard import dangers_in_all, samples
from bot.content.ear.trained_ear import read_ear
from bot.domain.typed.danger.heard import ByRules, Doubt
from bot.domain.typed.ear import Raised
from tests.house import ROOT

CONTENT = ROOT / "content"

SOME = 120
"""One in so many of the sentences that it was taught."""


@pytest.fixture(scope="module")
def ear() -> DangerEar:
    return read_danger_ear(CONTENT, read_ear(CONTENT), read_deep_ear(CONTENT))


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
    spoken = [sentence for sentence in some if not ear.is_calm(sentence)]
    raised = {sentence: said.doubt for sentence in spoken if (said := ear.raises(sentence, ByRules()))}
    alarmed = [sentence for sentence, doubt in raised.items() if doubt is None]
    assert len(alarmed) <= len(some) / 40, alarmed  # many were written to mislead, and rules know a no
    assert len(raised) <= len(some) / 20, raised


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
    for heavy in ("self-harm", "overdose"):
        assert ear.raises(said, ByRules(heavy)) is None


def test_what_is_as_grave_and_surely_of_another_kind_stands_instead(ear: DangerEar) -> None:
    assert so_sure(ear, abuse=0.85).raises(SIX_WORDS, ByRules("now")) == Raised("abuse", "en", instead=True)
    assert so_sure(ear, abuse=0.75).raises(SIX_WORDS, ByRules("now")) is None
    assert so_sure(ear, doctor=0.95).raises(SIX_WORDS, ByRules("now")) is None
    assert so_sure(ear, now=0.95).raises(SIX_WORDS, ByRules("overdose")) is None


def test_it_doubts_what_only_sounds_like_danger(ear: DangerEar) -> None:
    assert ear.doubts("stuck behind an ambulance on the way to the zoo, kids are singing", ByRules("now"))
    assert not ear.doubts("crushing chest pain and my left arm is numb", ByRules("now"))


SIX_WORDS = "the old kite is still up there"


def so_sure(ear: DangerEar, **tiers: float) -> DangerEar:
    """An ear whose judge gives these probabilities to every sentence."""
    whole = {"harmless": 1 - sum(tiers.values()), **{tier.replace("_", "-"): p for tier, p in tiers.items()}}
    names = ("now", "self-harm", "abuse", "doctor", "complaint", "everyday", "harmless")
    start = tuple(log(max(whole.get(name, 0), 1e-6)) for name in names)
    return DangerEar(ear._english, ear._others, None, Judge("", names, start, {}))


@pytest.mark.parametrize("rules", [None, "everyday"])
def test_what_rules_do_not_hear_is_raised_or_asked_about(ear: DangerEar, rules: str | None) -> None:
    said = ByRules(rules)
    assert so_sure(ear, self_harm=0.35).raises(SIX_WORDS, said) is None
    asked = so_sure(ear, self_harm=0.45).raises(SIX_WORDS, said)
    assert asked == Raised("self-harm", "en", Doubt.MAY_BE)
    assert so_sure(ear, self_harm=0.9).raises(SIX_WORDS, said) == Raised("self-harm", "en")
    assert so_sure(ear, now=0.35, complaint=0.5).raises(SIX_WORDS, said) == Raised("complaint", "en")


def test_in_other_languages_it_is_asked_earlier(ear: DangerEar) -> None:
    said = "ich mag einfach nicht mehr so"
    assert so_sure(ear, self_harm=0.25).raises(said, ByRules()) is None
    assert so_sure(ear, self_harm=0.35).raises(said, ByRules()) == Raised("self-harm", "de", Doubt.MAY_BE)


def test_a_sure_wish_is_not_asked_about_and_alarms_nobody_unasked(ear: DangerEar) -> None:
    wish = "please stop the daily reminders for good"
    assert so_sure(ear, self_harm=0.7).raises(wish, ByRules()) is None
    assert so_sure(ear, self_harm=0.9).raises(wish, ByRules()) == Raised("self-harm", "en", Doubt.MAY_BE)
    assert so_sure(ear, self_harm=0.9).raises("so so done with all of it", ByRules()) == Raised(
        "self-harm", "en"
    )
    question = "what if my back pain is getting worse?"
    assert so_sure(ear, doctor=0.7).raises(question, ByRules()) is None
    assert so_sure(ear, now=0.7).raises(question, ByRules()) == Raised("now", "en", Doubt.MAY_BE)
    for no_wish in ("ouch that hurts a lot there", "je me suis planté en ski il y a six jours"):
        assert so_sure(ear, doctor=0.7).raises(no_wish, ByRules())


def test_what_is_asked_anyway_is_asked_about_only_if_danger_is_likelier(ear: DangerEar) -> None:
    said = ByRules("complaint")
    assert so_sure(ear, now=0.35).raises(SIX_WORDS, said) is None
    assert so_sure(ear, now=0.45).raises(SIX_WORDS, said) == Raised("now", "en", Doubt.MAY_BE)
    assert so_sure(ear, doctor=0.9).raises(SIX_WORDS, said) == Raised("doctor", "en")


def test_what_is_graver_than_a_doctor_is_never_asked_about(ear: DangerEar) -> None:
    assert so_sure(ear, now=0.7).raises(SIX_WORDS, ByRules("doctor")) is None
    assert so_sure(ear, now=0.85).raises(SIX_WORDS, ByRules("doctor")) == Raised("now", "en")
    assert so_sure(ear, doctor=0.9).raises(SIX_WORDS, ByRules("doctor")) is None


def test_a_sign_that_is_denied_needs_more(ear: DangerEar) -> None:
    said = "kein schmerz in der brust, nur müde"
    denied = ByRules(denied=True)
    assert so_sure(ear, now=0.45).raises(said, ByRules()) == Raised("now", "de", Doubt.MAY_BE)
    for likely in (0.45, 0.9):
        assert so_sure(ear, now=likely).raises(said, denied) is None
    assert so_sure(ear, now=0.95).raises(said, denied) == Raised("now", "de")
    assert so_sure(ear, abuse=0.45).raises(said, denied) == Raised("abuse", "de", Doubt.MAY_BE)


def test_whom_to_call_stands_beside_the_question_unless_it_is_hardly_meant(ear: DangerEar) -> None:
    assert so_sure(ear, abuse=0.01).doubts(SIX_WORDS, ByRules("abuse", body=True)) is Doubt.HARDLY
    assert so_sure(ear, abuse=0.25).doubts(SIX_WORDS, ByRules("abuse")) is Doubt.MAY_BE
    assert so_sure(ear, abuse=0.45).doubts(SIX_WORDS, ByRules("abuse")) is None
    assert so_sure(ear, abuse=0.01).doubts("one two three four five", ByRules("abuse")) is None
    assert so_sure(ear, abuse=0.1, complaint=0.8).doubts(SIX_WORDS, ByRules("abuse")) is None


def test_in_english_a_sign_beside_its_place_of_the_body_is_doubted_less_and_a_grave_one_beside_the_number(
    ear: DangerEar,
) -> None:
    assert so_sure(ear, now=0.01).doubts(SIX_WORDS, ByRules("now")) is Doubt.HARDLY
    assert so_sure(ear, now=0.35).doubts(SIX_WORDS, ByRules("now")) is Doubt.MAY_BE
    assert so_sure(ear, now=0.01).doubts(SIX_WORDS, ByRules("now", body=True)) is Doubt.MAY_BE
    assert so_sure(ear, now=0.25).doubts(SIX_WORDS, ByRules("now", body=True)) is None
    assert so_sure(ear, doctor=0.01).doubts(SIX_WORDS, ByRules("doctor", body=True)) is Doubt.HARDLY
    assert so_sure(ear, doctor=0.25).doubts(SIX_WORDS, ByRules("doctor", body=True)) is None


def test_in_other_languages_it_is_asked_about_beside_the_number(ear: DangerEar) -> None:
    said = "mein herz bricht wenn bayern heute wieder verliert"
    assert so_sure(ear, now=0.01).doubts(said, ByRules("now", body=True)) is Doubt.MAY_BE
    assert so_sure(ear, now=0.25).doubts(said, ByRules("now")) is Doubt.MAY_BE
    assert so_sure(ear, now=0.45).doubts(said, ByRules("now", body=True)) is None


def test_each_of_the_two_hears_alone_where_the_other_is_missing(ear: DangerEar, tmp_path: Path) -> None:
    said = "ya no le veo sentido a seguir viviendo"
    whole, words, language = ear.apart(said)
    assert language == "es"
    assert DangerEar(ear._english, ear._others, None, ear._judge).apart(said) == (words, words, "es")
    assert DangerEar(None, None, ear._deep, ear._judge).apart(said) == (whole, whole, "es")
    assert read_danger_ear(tmp_path, None, None).raises(said, ByRules()) is None


def test_without_a_judge_it_says_nothing(ear: DangerEar) -> None:
    silent = DangerEar(ear._english, ear._others, ear._deep, None)
    assert silent.raises("ya no le veo sentido a seguir viviendo", ByRules()) is None
    assert not silent.doubts("stuck behind an ambulance", ByRules("now"))
