"""Danger is heard beside small words and in short messages; what never was, what is asked about and games are none."""

import pytest

from bot.domain.typed.danger.heard import IN_DANGER, Tier
from tests.known import known

HEARD = {
    "hart atak plz": Tier.NOW,
    "im havin a strok i think": Tier.NOW,
    "my chest": Tier.NOW,
    "i have cancer": Tier.DOCTOR,
    "i've got cancer": Tier.DOCTOR,
    "8 when i breathe in": Tier.COMPLAINT,
    "i hear voices": Tier.SELF_HARM,
    "i could hurt someone": Tier.SELF_HARM,
    "i.want.to.die": Tier.SELF_HARM,
    "i'm not ok": Tier.COMPLAINT,
    "llevo desde ayer sin poder mear": Tier.NOW,
    "me tomé todo el bote": Tier.OVERDOSE,
    "never had chest pain like this before": Tier.NOW,
}
NONE = (
    "i never had a stroke",
    "never had a heart attack",
    "when should i call 112",
    "what's cauda equina",
    "how do i recognise a stroke?",
    "wet myself laughing",
    "my toddler bites and kicks me",
    "my company got hit by layoffs",
    "my mum has cancer",
)


@pytest.mark.parametrize("said", HEARD)
def test_it_is_heard(said: str) -> None:
    heard = known().danger.hears(said)
    assert heard is not None
    assert heard.tier is HEARD[said]


@pytest.mark.parametrize("said", NONE)
def test_it_is_none(said: str) -> None:
    heard = known().danger.hears(said)
    assert heard is None or heard.tier not in IN_DANGER
