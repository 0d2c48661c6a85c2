"""What the sets hold is heard: so much of each kind, in the two thirds that were seen and in the third that was not."""

import json

import pytest

from bot.domain.typed.danger.heard import IN_DANGER, Tier
from tests.content.places import PROJECT
from tests.listening.scoring import (
    ALARMS,
    AT_LEAST_ASKED,
    EVERYDAY,
    HARMLESS,
    RAISED,
    Hears,
    Judged,
    Score,
    as_the_bot_hears,
    judged,
    sayings,
    scores,
)

VIGNETTES = PROJECT.parent / "shared" / "listening" / "vignettes.json"

# By kind, in per cent, what must be right at least: in what was seen, and in what was put aside.
FLOORS = {
    "now": (98, 80),
    "self-harm": (95, 60),
    "abuse": (95, 75),
    "doctor": (95, 75),
    "complaint": (95, 80),
    EVERYDAY: (97, 92),
    HARMLESS: (98, 95),
}


@pytest.fixture(scope="module")
def hears() -> Hears:
    return as_the_bot_hears()


@pytest.fixture(scope="module")
def english(hears: Hears) -> list[Judged]:
    """All that was put aside, and half of what was seen; `make listening` hears all of it."""
    said = (each for each in sayings() if each.language == "en")
    return judged(hears, (each for each in said if each.held_out or each.number % 2))


def of_kind(judgements: list[Judged], kind: str, *, held_out: bool) -> Score:
    chosen = [each for each in judgements if each.saying.held_out is held_out and each.saying.kind == kind]
    return next(iter(scores(chosen)))


@pytest.mark.parametrize("kind", FLOORS)
@pytest.mark.parametrize("held_out", [False, True], ids=["seen", "put aside"])
def test_english_is_heard(english: list[Judged], kind: str, *, held_out: bool) -> None:
    score = of_kind(english, kind, held_out=held_out)
    assert score.of >= 5
    assert 100 * score.share >= FLOORS[kind][held_out], score


def test_everyday_talk_alarms_nobody(english: list[Judged]) -> None:
    assert [each for each in english if each.saying.kind == EVERYDAY and each.tier in ALARMS] == []


def test_what_is_heard_in_one_language_is_heard_in_all(hears: Hears) -> None:
    """Thirty pleas, each in all languages and scripts; what is heard as another alarm is none the less one."""
    said = [each for each in sayings() if each.file == "one-in-every-language-by-the-builder"]
    assert len({each.language for each in said}) == 17
    heard = judged(hears, said)
    assert [each for each in heard if each.tier not in IN_DANGER] == []
    assert sum(each.right for each in heard) / len(heard) >= 0.98


@pytest.fixture(scope="module")
def vignettes() -> list[dict[str, str]]:
    if not VIGNETTES.is_file():
        pytest.skip("the vignettes do not stand beside the project")
    read: list[dict[str, str]] = json.loads(VIGNETTES.read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize("history", [False, True], ids=["alone", "with history"])
def test_vignettes_are_heard(hears: Hears, vignettes: list[dict[str, str]], *, history: bool) -> None:
    tiers: dict[str, list[Tier | None]] = {"critical": [], "urgent": [], "routine": []}
    for each in vignettes:
        heard = hears(f"{each['complaint']}. {each['history']}" if history else each["complaint"])
        tiers[each["tier"]].append(heard.tier if heard else None)
    critical, urgent, routine = tiers["critical"], tiers["urgent"], tiers["routine"]
    assert sum(tier is Tier.NOW for tier in critical) >= 0.9 * len(critical)
    assert sum(tier in {Tier.NOW, Tier.DOCTOR} for tier in urgent) >= 0.85 * len(urgent)
    assert set(urgent) <= RAISED
    assert not IN_DANGER & set(routine)


def test_a_set_is_scored_as_its_kind_says() -> None:
    assert RAISED < AT_LEAST_ASKED
    said = [each for each in sayings() if each.language == "en"]
    deaf = {score.kind: score for score in scores(judged(lambda _: None, said))}
    assert deaf["now"].right == deaf["abuse"].right == deaf["complaint"].right == 0
    assert deaf[EVERYDAY].right == deaf[EVERYDAY].of
    assert deaf[HARMLESS].right == deaf[HARMLESS].of
