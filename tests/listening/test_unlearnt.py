"""Sentences by somebody who had not seen the project, on which no ear was trained: so much of each kind is heard."""

from collections import Counter

import pytest

from tests.listening.scoring import HARMLESS, RIGHT, UNLEARNT, as_the_bot_hears, judged, sayings

# The percentage of every third sentence that must be right, a little below what was measured on all.
FLOORS = {
    "en": {
        "now": 93,
        "self-harm": 90,
        "abuse": 85,
        "doctor": 90,
        "complaint": 88,
        "everyday": 92,
        HARMLESS: 96,
    },
    "others": {"now": 93, "self-harm": 90, "abuse": 93, "doctor": 85, "everyday": 75, HARMLESS: 95},
}


@pytest.mark.parametrize("languages", FLOORS)
def test_what_nobody_taught_is_heard(languages: str) -> None:
    """Every third sentence; `make listening` hears them all."""
    said = [each for each in sayings(UNLEARNT) if (each.language == "en") == (languages == "en")][::3]
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for each in judged(as_the_bot_hears(), said):
        count[each.saying.kind] += 1
        right[each.saying.kind] += each.right
    assert set(count) == set(FLOORS[languages]) <= set(RIGHT)
    shares = {kind: round(100 * right[kind] / count[kind]) for kind in count}
    assert [kind for kind, share in shares.items() if share < FLOORS[languages][kind]] == [], shares
