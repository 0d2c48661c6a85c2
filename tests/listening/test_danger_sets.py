"""The sets are heard: so much of each kind, both in the two thirds that were seen and in the third that was not."""

import json
from collections import Counter
from collections.abc import Sequence
from itertools import chain

import pytest

from bot.domain.typed.danger.heard import IN_DANGER, Tier
from tests.content.places import PROJECT
from tests.known import danger_words
from tests.listening.scoring import (
    ALARMS,
    AT_LEAST_ASKED,
    EVERYDAY,
    HARMLESS,
    RAISED,
    Hears,
    Judged,
    Saying,
    Score,
    as_the_bot_hears,
    judged,
    sayings,
    scores,
)

ONE_IN_ALL = "one-in-every-language-by-the-builder"
VIGNETTES = PROJECT.parent / "shared" / "listening" / "vignettes.json"

# By kind, the least percentage that must be right: in what was seen, and in what was put aside.
FLOORS = {
    "now": (98, 80),
    "self-harm": (95, 60),
    "abuse": (95, 75),
    "doctor": (95, 75),
    "complaint": (95, 80),
    EVERYDAY: (97, 92),
    HARMLESS: (98, 95),
}


# The same for the rules without the ear, for everything in English: they are quick.
OF_RULES = {
    "now": 92,
    "self-harm": 81,
    "abuse": 88,
    "doctor": 92,
    "complaint": 91,
    EVERYDAY: 99,
    HARMLESS: 98,
}

ALL = pytest.param(None, id="all", marks=pytest.mark.soak)


@pytest.fixture(scope="module")
def hears() -> Hears:
    return as_the_bot_hears()


@pytest.fixture(scope="module", params=[pytest.param(40, id="some"), ALL])
def english(hears: Hears, request: pytest.FixtureRequest) -> list[Judged]:
    """This many of each kind, half of them put aside and half seen, because the ear takes long to read a sentence."""
    groups: dict[tuple[str, bool], list[Saying]] = {}
    for each in sayings():
        if each.language == "en":
            groups.setdefault((each.kind, each.held_out), []).append(each)
    return judged(hears, chain.from_iterable(some_of(group, request.param) for group in groups.values()))


def some_of(said: Sequence[Saying], count: int | None) -> Sequence[Saying]:
    """Spread evenly from beginning to end."""
    return said if count is None else [said[place * len(said) // count] for place in range(count)]


def of_kind(judgements: list[Judged], kind: str, *, held_out: bool) -> Score:
    chosen = [each for each in judgements if each.saying.held_out is held_out and each.saying.kind == kind]
    return next(iter(scores(chosen)))


@pytest.mark.parametrize("kind", FLOORS)
@pytest.mark.parametrize("held_out", [False, True], ids=["seen", "put aside"])
def test_english_is_heard(english: list[Judged], kind: str, *, held_out: bool) -> None:
    score = of_kind(english, kind, held_out=held_out)
    assert score.of >= 40
    assert score.right >= FLOORS[kind][held_out] * score.of // 100, score


def test_rules_alone_hear_most_english() -> None:
    heard = judged(danger_words().hears, (each for each in sayings() if each.language == "en"))
    assert [score for score in scores(heard) if 100 * score.share < OF_RULES[score.kind]] == []


def test_everyday_talk_alarms_nobody(english: list[Judged]) -> None:
    assert [each for each in english if each.saying.kind == EVERYDAY and each.tier in ALARMS] == []


@pytest.mark.parametrize(
    "every", [pytest.param(3, id="some"), pytest.param(1, id="all", marks=pytest.mark.soak)]
)
def test_what_is_heard_in_one_language_is_heard_in_all(hears: Hears, every: int) -> None:
    """Thirty pleas, each in all languages and scripts, or ten in each of them. Being heard as another kind of alarm counts too."""
    said = [each for each in sayings() if each.file == ONE_IN_ALL][::every]
    assert set(Counter(each.language for each in said).values()) == {30 // every}
    heard = judged(hears, said)
    assert len({each.saying.language for each in heard}) == 17
    assert [each for each in heard if each.heard is None or each.heard.tier not in IN_DANGER] == []
    assert sum(each.right for each in heard) / len(heard) >= 0.98
    assert sum(each.asked for each in heard) / len(heard) <= 0.03


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
