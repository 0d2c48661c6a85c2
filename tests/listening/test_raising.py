"""A raising word is never overlooked, whatever stands around it, and none is heard inside a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.typed.danger.danger_words import DangerWords
from tests.known import danger_words, library

NAMES = tuple(sorted(each.title.lower() for each in library().exercises.values()))

ALONE = ("numb", "tingling", "weak", "clumsy hands", "i feel faint", "blood", "unbearable")
"""They count by themselves."""

BESIDE = (
    "sharp", "stabbing", "burning", "tearing", "electric", "spreading", "suddenly", "worst", "worse", "after a fall",
    "after an operation", "fever", "chest", "dizzy", "sick", "swollen", "cancer", "pregnant", "every night", "getting worse",
)  # fmt: skip
"""They count beside a word of hurting."""

PLACES = ("neck", "shoulder", "upper back", "shoulder blade")
OTHER_PLACES = ("left arm", "hip", "belly", "elbow", "ankle", "head", "jaw", "foot")
HURTING = ("hurts", "pain", "aches")
FILLERS = ("", "please ", "hi, ", "ok so ", "today ", "hello again, ")

INSIDE_NAMES = (
    "chest stretch", "doorway chest stretch", "rib breathing", "fall asleep", "how do i get down", "breathing exercises", "chest opener",
    "something for my chest",
)  # fmt: skip


@given(
    st.sampled_from(FILLERS), st.sampled_from(ALONE), st.sampled_from(("", *NAMES)), st.sampled_from(FILLERS)
)
def test_some_words_count_by_themselves(before: str, word: str, name: str, after: str) -> None:
    assert danger_words().raises(f"{before}{word} {after}{name}")
    assert danger_words().raises(f"{name} {before}{word}")


@given(
    st.sampled_from(FILLERS),
    st.sampled_from(BESIDE),
    st.sampled_from(HURTING),
    st.sampled_from(PLACES),
    st.booleans(),
)
def test_others_count_beside_a_word_of_hurting(
    filler: str, word: str, hurting: str, place: str, first: bool
) -> None:
    said = f"{word}, my {place} {hurting}" if first else f"my {place} {hurting} {word}"
    assert danger_words().raises(filler + said), said


@given(st.sampled_from(FILLERS), st.sampled_from(OTHER_PLACES), st.sampled_from(HURTING))
def test_places_that_are_not_ours_are_asked_about(filler: str, place: str, hurting: str) -> None:
    assert danger_words().raises(f"{filler}my {place} {hurting}")


@given(
    st.sampled_from(NAMES),
    st.sampled_from(("hurts", "hurt my elbow", "makes me dizzy", "gives me a sharp pain")),
)
def test_a_move_that_hurts_is_asked_about(name: str, hurts: str) -> None:
    assert danger_words().raises(f"{name} {hurts}")


@pytest.mark.parametrize("name", [*INSIDE_NAMES, *NAMES])
def test_inside_a_name_nothing_counts(name: str) -> None:
    assert danger_words().hears(name) is None


def test_it_can_be_told_apart() -> None:
    assert isinstance(danger_words(), DangerWords)
    assert not danger_words().raises("my upper back is stiff")
