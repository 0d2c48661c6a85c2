"""What is said in place of what was said first."""

import pytest

from bot.domain.typed.said.after_correction import after_correction
from tests.known import known

WHENS = known().english.vocabulary.when


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("exercises list? sorry routines list", "routines list"),
        ("how often—sorry, how long should it be", "how long should it be"),
        ("cat cow, i mean cobra", "cobra"),
        ("one, no wait, two, no wait, three", "three"),
        ("sorry i was away", ""),
        ("i mean it", ""),
        ("it went well, sorry", ""),
        ("i am sorry for that", ""),
    ],
)
def test_the_last_correction_counts(said: str, meant: str) -> None:
    assert after_correction(said, WHENS) == meant
