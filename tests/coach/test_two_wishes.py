"""Two wishes in one message: limits are noted together, and no other wish is lost without a word."""

import pytest

from bot.domain.library.exercise import Equipment, Tag
from bot.domain.person.limits_told import LimitsTold, limits_read
from bot.domain.person.person import Floor, Pictures, Preferences
from bot.screens.buttons.actions import NoteLimits
from bot.screens.buttons.wire import decode
from tests.coach.moving import met
from tests.coach.talk import Someone, starts

NOT_DONE = "is not done yet"


@pytest.fixture
def marek(ana: Someone) -> Someone:
    met(ana)
    return ana


def who(someone: Someone) -> Preferences:
    found = someone.world.store.people.get(someone.sender.id)
    assert found
    return found.preferences


def noted(someone: Someone) -> LimitsTold | None:
    actions = (decode(data) for row in someone.sees.keys for _, data, _ in row)
    found = next((each for each in actions if isinstance(each, NoteLimits)), None)
    return limits_read(found.limits) if found else None


TOWEL, CHAIR = frozenset({Equipment.TOWEL}), frozenset({Equipment.CHAIR})


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "I cannot lie on the floor, and I have no towel, so please leave those exercises out.",
            LimitsTold(Floor.STAND, lacks=TOWEL),
        ),
        (
            "Would you kindly leave out everything that needs a towel, and also the floor exercises?",
            LimitsTold(Floor.STAND, lacks=TOWEL),
        ),
        (
            "kneelings out but ive a decent kitchen chair",
            LimitsTold(tags=frozenset({Tag.KNEES}), has=CHAIR),
        ),
        ("no floor ever. also never cat cow", LimitsTold(Floor.STAND, never=frozenset({"cat-cow"}))),
        ("no chair and bad wrists", LimitsTold(tags=frozenset({Tag.WRISTS}), lacks=CHAIR)),
    ],
)
def test_limits_in_one_message_are_noted_by_one_tap(marek: Someone, said: str, told: LimitsTold) -> None:
    marek.says(said)
    assert noted(marek) == told, marek.sees.text
    before = who(marek)
    marek.says("yes please")
    after = who(marek)
    assert after.floor is (told.floor or before.floor)
    assert after.tags == told.tags
    assert after.equipment is None or (told.has <= after.equipment and not told.lacks & after.equipment)
    assert ("You never want" in marek.sees.text) == bool(told.never)


def test_nothing_is_noted_before_they_agree(marek: Someone) -> None:
    before = who(marek)
    marek.says("no floor ever. also never cat cow")
    assert who(marek) == before


@pytest.mark.parametrize(
    "said", ["no floor ever", "bad knees and wrists", "i sit on a chair all day and my knees are stiff"]
)
def test_a_single_limit_is_asked_about_as_ever(marek: Someone, said: str) -> None:
    marek.says(said)
    assert noted(marek) is None


def test_danger_beside_a_limit_wins(marek: Someone) -> None:
    marek.says("no floor, no towel, and my chest hurts and i cant breathe")
    assert noted(marek) is None
    assert "Call for help" in marek.sees.text


@pytest.mark.parametrize(
    ("said", "first", "left"),
    [
        ("show my progress and speak german with me", "I don't speak that one", "show my progress"),
        (
            "remind me at 7:00 on mondays, and please never show the floor exercises again",
            "Mon",
            "never show the floor",
        ),
    ],
)
def test_the_second_wish_is_named_as_not_done(marek: Someone, said: str, first: str, left: str) -> None:
    marek.says(said)
    assert first in marek.sees.text
    assert NOT_DONE in marek.sees.text
    assert left in marek.sees.text


def test_in_a_session_the_second_wish_is_named_on_its_card(marek: Someone) -> None:
    starts(marek)
    for said in ("ready", "hold on a sec and speak german with me"):
        marek.says(said)
    assert "Paused" in marek.sees.text
    assert NOT_DONE in marek.sees.text


def test_in_a_session_a_pause_and_a_setting_are_both_done(marek: Someone) -> None:
    starts(marek)
    for said in ("ready", "hold on a sec and turn the pictures off"):
        marek.says(said)
    assert "Paused" in marek.sees.text
    assert who(marek).pictures is Pictures.OFF


@pytest.mark.parametrize(
    "said",
    [
        "don't wipe my history!! only quit the reminders",
        "thanks, and show my progress",
        "remind me at 7:00 and at 18:00",
        "5 min, nothing on the floor",
        "show my progress",
    ],
)
def test_what_is_one_wish_is_not_called_two(marek: Someone, said: str) -> None:
    marek.says(said)
    assert NOT_DONE not in marek.sees.text


@pytest.mark.parametrize("said", ["5 min and no floor", "i have 5 min, nothing on the floor"])
def test_minutes_keep_off_the_floor_where_they_say_so(marek: Someone, said: str) -> None:
    marek.says(said)
    assert "on the floor" not in marek.sees.text
    assert "your 5 minutes" in marek.sees.text or "5 minutes, as you asked" in marek.sees.text


@pytest.mark.parametrize("thing", ["a towel", "a chair", "a strap"])
def test_what_needs_a_thing_is_left_out_and_not_shown(marek: Someone, thing: str) -> None:
    marek.says(f"leave out everything that needs {thing}")
    assert marek.sees.text == f"Shall I leave out what needs {thing}?"


def test_floor_exercises_that_are_never_wanted_are_no_move(marek: Someone) -> None:
    marek.says("please never show the floor exercises again")
    assert marek.sees.text == "Without the floor: for today, or always?"


def test_what_was_written_is_read_again_and_the_unknown_passed_over() -> None:
    told = LimitsTold(Floor.BED, frozenset({Tag.THIN_BONES}), CHAIR, TOWEL, frozenset({"cat-cow"}))
    assert limits_read(told.written()) == told
    assert limits_read("f-moon_t-tail_l-towel") == LimitsTold(lacks=TOWEL)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("show my progress and turn pictures off", "1 day this week"),
        ("turn pictures off and show my progress", "1 day this week"),
        ("I want 5 minutes and larger text", "5 minutes"),
    ],
)
def test_a_plain_setting_is_set_beside_another_wish(marek: Someone, said: str, shown: str) -> None:
    marek.says(said)
    assert shown in marek.sees.text
    assert "Done, too" in marek.sees.text
    assert NOT_DONE not in marek.sees.text
    assert who(marek).pictures is Pictures.OFF or who(marek).is_large


def test_in_a_session_a_move_is_made_and_a_setting_set(marek: Someone) -> None:
    starts(marek)
    marek.says("ready")
    before = marek.world.store.sessions.live(marek.sender.id)
    marek.says("next, and bigger letters please")
    after = marek.world.store.sessions.live(marek.sender.id)
    assert before
    assert after
    assert after.beat > before.beat
    assert who(marek).is_large


def test_what_shall_not_be_changed_stays_beside_another_wish(marek: Someone) -> None:
    before = who(marek)
    marek.says("dont turn the pictures off, just show my progress")
    assert who(marek).pictures is before.pictures
    assert "1 day this week" in marek.sees.text
