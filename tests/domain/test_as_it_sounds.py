"""Danger is heard in words that are written as they sound, by people who can hardly type; words of sport and of crafts that look like them are none."""

import pytest

from bot.domain.typed.danger.heard import Tier
from tests.known import danger_words


@pytest.mark.parametrize(
    ("said", "tier"),
    [
        ("my dad hart attak", Tier.NOW),
        ("hertattack i think", Tier.NOW),
        ("havin a siezure", Tier.NOW),
        ("she is having a stroek", Tier.NOW),
        ("cheast pane since noon", Tier.NOW),
        ("kant breeth proper", Tier.NOW),
        ("breathing... cannot", Tier.NOW),
        ("i wanna unalive myself", Tier.SELF_HARM),
        ("mum od'd last night", Tier.OVERDOSE),
        ("hehitsme", Tier.ABUSE),
        ("breast stroke on monday", None),
        ("an odd number of stretches", None),
    ],
)
def test_what_is_written_as_it_sounds_is_heard(said: str, tier: Tier | None) -> None:
    heard = danger_words().hears(said)
    assert (heard.tier if heard and heard.tier is not Tier.EVERYDAY else None) is tier
