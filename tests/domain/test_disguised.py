"""What people hide behind signs and figures is read; times, places in the back and Arabic in Latin letters stay as they are."""

import pytest

from bot.domain.typed.danger.disguised import undisguised
from bot.domain.typed.danger.heard import Tier
from tests.known import danger_words

WORDS = frozenset({"suicide", "kill", "die", "help", "iss", "sam", "saedni", "sa3edni"})


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("su!cide", "suicide"), ("su1c1de", "suicide"), ("s*icide", "suicide"), ("$uicide", "suicide"), ("k*ll me", "kill me"),
        ("i want to d!e.", "i want to die."), ("h3lp!", "help"), ("want to d1e", "want to die"), ("he£p", "help"), ("su¡cide", "suicide"),
        ("h€lp", "help"), ("su'1cide", "suicide"), ("kіll", "kill"), ("dіе", "die"), ("κill", "kill"), ("кіно", "кіно"), ("αρκετά", "αρκετά"),
        ("d1e", "d1e"),
        ("help!", "help!"), ("5am", "5am"), ("at 10am", "at 10am"), ("l5s1", "l5s1"), ("i55", "i55"), ("sa3edni", "sa3edni"), ("a*b", "a*b"),
    ],
)  # fmt: skip
def test_signs_are_letters_only_inside_words_that_are_known(written: str, meant: str) -> None:
    assert undisguised(written, WORDS.__contains__) == meant


@pytest.mark.parametrize(
    ("said", "tier"),
    [
        ("k1ll myself", Tier.SELF_HARM),
        ("i was r@ped last night", Tier.ABUSE),
        ("ch3st p@in", Tier.NOW),
        ("i c4n't br34the", Tier.NOW),
        ("h€art att4ck", Tier.NOW),
        ("i want tо dіе", Tier.SELF_HARM),
        ("my dad h1ts me", Tier.ABUSE),
        ("my ps4 and my mp3s", None),
        ("remind me at 10am!", None),
        ("gr8 session m8", None),
    ],
)
def test_danger_is_heard_behind_them(said: str, tier: Tier | None) -> None:
    heard = danger_words().hears(said)
    assert (heard.tier if heard else None) is tier
