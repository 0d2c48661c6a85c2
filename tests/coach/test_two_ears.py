"""Two ears for danger: the trained one adds to what the rules hear, and takes nothing away."""

import pytest

from bot.coach.typed.danger.ears import TwoEars
from bot.domain.typed.danger.heard import IN_DANGER, Heard, Tier
from tests.known import danger_words, known


def tier(heard: Heard | None) -> Tier | None:
    return heard.tier if heard else None


def test_what_rules_miss_the_taught_ear_may_hear() -> None:
    said = "gave my dog to my sister today so he's taken care of. that was the last thing on the list"
    assert tier(danger_words().hears(said)) is None
    assert tier(known().danger.hears(said)) is Tier.SELF_HARM


def test_rules_alone_listen_where_nothing_was_learnt() -> None:
    deaf = TwoEars(danger_words(), None)
    assert tier(deaf.hears("crushing chest pain")) is Tier.NOW
    assert tier(deaf.hears("gave my dog to my sister today, that was the last thing on the list")) is None


@pytest.mark.parametrize(
    "said", ["crushing chest pain", "pecho apretado, me duele el pecho", "fever and back pain"]
)
def test_nothing_is_taken_away(said: str) -> None:
    heard = danger_words().hears(said)
    assert heard
    assert known().danger.hears(said) == heard


@pytest.mark.parametrize(
    "said", ["dolor de espalda", "dor nas costas", "боль в спине", "rückenschmerzen oben"]
)
def test_the_deep_ear_leaves_a_plain_sore_back_as_it_is(said: str) -> None:
    assert tier(known().danger.hears(said)) is Tier.EVERYDAY


def test_a_letter_is_left_to_the_rules() -> None:
    said = (
        "gave my dog to my sister today so he's taken care of. that was the last thing on the list. "
        + "la " * 120
    )
    assert tier(known().danger.hears(said)) is None


@pytest.mark.parametrize(
    "said", ["never passed out, never even fainted", "my team collapsed in the second half as usual"]
)
def test_what_is_denied_or_a_teams_is_no_sign_that_the_ear_could_add_to(said: str) -> None:
    assert danger_words().denies(said)
    assert tier(known().danger.hears(said)) is None


def test_what_is_said_plainly_is_not_denied() -> None:
    assert not danger_words().denies("my legs are numb and i wet myself")
    assert not danger_words().denies("la la la")


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("breast cancer 4 years ago, back pain now", Tier.DOCTOR),
        ("osteoporosis 4 years ago and back pain since i lifted a bag", Tier.DOCTOR),
        ("fever, stiff neck and light hurts my eyes", Tier.NOW),
        ("stiff neck and fever and the light hurts my eyes", Tier.NOW),
        ("it is getting worse", Tier.COMPLAINT),
        ("3 out of 10 and now 7", Tier.COMPLAINT),
        ("does this help with chest tightness", Tier.COMPLAINT),
        ("what if i get chest pain", Tier.COMPLAINT),
        ("my neck is 8/10", Tier.COMPLAINT),
        ("٨/١٠ ألم في الرقبة", Tier.COMPLAINT),
        ("८/१० गर्दन में दर्द", Tier.COMPLAINT),
        ("haven't had a fall or an accident", None),
    ],
)
def test_time_and_questions_change_what_is_meant(said: str, heard: Tier | None) -> None:
    assert tier(danger_words().hears(said)) is heard


@pytest.mark.parametrize("said", ["thin bones", "Thin bones", "I have thin bones", "brittle bones"])
def test_what_to_work_around_alone_is_no_sign_of_anything_new(said: str) -> None:
    assert tier(known().danger.hears(said)) is Tier.WORK_AROUND


@pytest.mark.parametrize(
    "said", ["thin bones, fell yesterday", "stumbled a bit, have thin bones, now my back hurts"]
)
def test_beside_a_fall_it_is(said: str) -> None:
    assert tier(known().danger.hears(said)) in IN_DANGER
