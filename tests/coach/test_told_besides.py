"""What people say about their bodies that is not about the present move: old things, yesterday, an illness that is over."""

import pytest

from bot.domain.library.exercise import Tag
from bot.screens.buttons.actions import Place, Resume, WorkAround
from tests.coach.moving import met
from tests.coach.talk import Someone, World, starts


@pytest.fixture
def gloria(world: World) -> Someone:
    """Sixty-eight; she waits for a new hip, and says things as they come to mind."""
    gloria = world.someone(68, "Gloria")
    met(gloria)
    return gloria


@pytest.fixture
def on_the_mat(gloria: Someone) -> Someone:
    starts(gloria)
    gloria.says("ready")
    return gloria


def _can_go_on(someone: Someone) -> bool:
    live = someone.world.store.sessions.live(someone.sender.id)
    return live is not None and someone.offers(Resume(live.id))


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("I have a bad hip, the left one", Tag.HIP),
        ("bad hip, I'm on the list for a new one", Tag.HIP),
        ("I have a bad hip, waiting for an operation", Tag.HIP),
        ("my knee is bad, op next month", Tag.KNEES),
        ("I'm waiting for a shoulder operation", Tag.SHOULDER),
    ],
)
@pytest.mark.parametrize("is_moving", [False, True])
def test_what_is_old_or_still_to_be_operated_on_is_worked_around_by_its_name(
    gloria: Someone, said: str, tag: Tag, is_moving: bool
) -> None:
    if is_moving:
        starts(gloria)
    gloria.says(said)
    assert gloria.sees.text.startswith("Shall I work around this")
    assert gloria.offers(WorkAround(tag.value))


def test_an_operation_that_was_is_surgery(gloria: Someone) -> None:
    gloria.says("I had a hip operation")
    assert gloria.offers(WorkAround("surgery"))


@pytest.mark.parametrize(
    "said",
    [
        "I felt dizzy when I turned my head yesterday but it is gone, I had not eaten",
        "last night I felt a bit dizzy",
        "yesterday my arm was numb for a bit",
    ],
)
def test_what_was_yesterday_asks_for_the_signs_and_rests_no_move(on_the_mat: Someone, said: str) -> None:
    on_the_mat.says(said)
    assert on_the_mat.offers(Place.COMPLAINT_UNSURE)
    assert _can_go_on(on_the_mat)


@pytest.mark.parametrize(
    "said", ["I feel dizzy", "it hurts since yesterday", "my back hurts again, as last week"]
)
def test_what_is_there_now_stops_the_session(on_the_mat: Someone, said: str) -> None:
    on_the_mat.says(said)
    assert not on_the_mat.offers(Place.COMPLAINT_UNSURE)
    assert not _can_go_on(on_the_mat)


@pytest.mark.parametrize("said", ["my thumb hurts", "fingers are sore", "thumb hurts too"])
def test_a_hand_that_hurts_spares_the_wrists(on_the_mat: Someone, said: str) -> None:
    on_the_mat.says(said)
    assert on_the_mat.offers(WorkAround("wrists"))
    assert _can_go_on(on_the_mat)


@pytest.mark.parametrize("said", ["my thumb is numb and hurts", "sharp pain down my arm into the thumb"])
def test_a_hand_that_does_more_than_hurt_is_asked_about(on_the_mat: Someone, said: str) -> None:
    on_the_mat.says(said)
    assert not on_the_mat.offers(WorkAround("wrists"))


@pytest.mark.parametrize(
    "said",
    [
        "I'm recovering from pneumonia, my doctor says light exercise is fine",
        "just getting over the flu, GP said moving is fine",
    ],
)
def test_who_recovers_with_a_doctors_yes_begins_lightly(gloria: Someone, said: str) -> None:
    gloria.says(said)
    assert "keep to what your doctor said" in gloria.sees.text
    assert "breathless" in gloria.sees.text


def test_who_recovers_without_one_rests(gloria: Someone) -> None:
    gloria.says("I'm recovering from pneumonia")
    assert "rest until you're well" in gloria.sees.text


@pytest.mark.parametrize("said", ["Please forget the pain things I told", "delete my pain notes"])
def test_what_is_kept_of_pain_is_shown_with_the_ways_to_take_it_back(on_the_mat: Someone, said: str) -> None:
    on_the_mat.says(said)
    assert on_the_mat.offers(Place.PAIN_NOTES)
    assert on_the_mat.offers(Place.DELETE)
    assert _can_go_on(on_the_mat)
