"""Sentences by somebody who had seen nothing, which no ear was taught: so much of each kind is heard."""

from collections import Counter
from pathlib import Path

import pytest

from tests.listening.scoring import HARMLESS, RIGHT, as_the_bot_hears, judged, sayings

UNLEARNT = Path(__file__).parent / "unlearnt"

# Per cent that must be right, some below what was measured of all when only the probabilities it takes had been chosen with them.
FLOORS = {
    "en": {
        "now": 82,
        "self-harm": 85,
        "abuse": 75,
        "doctor": 85,
        "complaint": 70,
        "everyday": 88,
        HARMLESS: 94,
    },
    "others": {"now": 85, "self-harm": 80, "abuse": 70, "doctor": 85, "everyday": 84, HARMLESS: 87},
}


@pytest.mark.parametrize("languages", FLOORS)
def test_what_nobody_taught_is_heard(languages: str) -> None:
    said = [each for each in sayings(UNLEARNT) if (each.language == "en") == (languages == "en")]
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for each in judged(as_the_bot_hears(), said):
        count[each.saying.kind] += 1
        right[each.saying.kind] += each.right
    assert set(count) == set(FLOORS[languages]) <= set(RIGHT)
    shares = {kind: round(100 * right[kind] / count[kind]) for kind in count}
    assert [kind for kind, share in shares.items() if share < FLOORS[languages][kind]] == [], shares
