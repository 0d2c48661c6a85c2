"""Words of danger that were once overlooked, and similar sentences that mean none."""

import pytest

from bot.domain.typed.danger.heard import Tier
from tests.known import danger_words

HEARD = {
    Tier.SELF_HARM: [
        *(
            "who would miss me",
            "nobody would miss me",
            "I'm at the train tracks",
            "I can't stop crying since the birth",
        ),
        *("how long until you bleed out", "too much to live with"),
    ],
    Tier.NOW: [
        *(
            "I shook my baby",
            "I feel nothing in my legs",
            "my legs turn to jelly",
            "سيارة صدمتني",
            "نزل مويه الراس",
            "veo doble",
        ),
        *("sadri y2lmni", "sadry by wga3ni", "albi bey wga3ni", "qalbi yuallimuni"),
    ],
    Tier.ABUSE: ["someone broke in", "there's an intruder in my house", "fui estuprada"],
    Tier.COMPLAINT: [
        *("something is very wrong", "maybe when I can breathe again", "saw stars"),
        *(
            "can't, in hospital with my heart",
            "se me fueron las piernas",
            "je vois tout noir",
            "aankhon ke aage andhera",
        ),
    ],
}
HARMLESS = [
    *(
        "I miss the train every day",
        "I would miss my morning stretch",
        "what is wrong with this picture",
        "I can't stop crying with laughter",
    ),
    *("jelly for dessert", "a break in the rain", "I shook the mat", "I feel nothing in this stretch"),
    *("doble sesión hoy", "veo el vídeo", "me fui a la cama", "je vois", "albi"),
]


@pytest.mark.parametrize(("said", "tier"), [(said, tier) for tier, every in HEARD.items() for said in every])
def test_it_is_heard(said: str, tier: Tier) -> None:
    heard = danger_words().hears(said)
    assert heard is not None, said
    assert heard.tier is tier


@pytest.mark.parametrize("said", HARMLESS)
def test_its_neighbours_are_let_be(said: str) -> None:
    assert danger_words().hears(said) is None
