"""A limit that no longer holds is removed by one tap, never silently, and people can ask what is left out."""

import pytest

from bot.domain.library.exercise import Tag
from bot.domain.person.person import Floor, Preferences
from bot.screens.buttons.actions import Go, Place, SetFloor, TickTag
from tests.coach.moving import met
from tests.coach.talk import Someone, starts


@pytest.fixture
def dee(ana: Someone) -> Someone:
    met(ana)
    return ana


def who(someone: Someone) -> Preferences:
    found = someone.world.store.people.get(someone.sender.id)
    assert found
    return found.preferences


def limited(someone: Someone, said: str, tag: Tag) -> Someone:
    for each in (said, "yes"):
        someone.says(each)
    assert tag in who(someone).tags
    return someone


@pytest.mark.parametrize(
    "said",
    [
        "my knees are fine again",
        "i can kneel again",
        "good news the knee doc signed me off, kneeling is back on",
        "knees all healed",
        "im allowed to kneel again",
        "untick knees",
        "remove the knee thing",
        "no need to spare my knees",
        "i never said my knees were bad? i never said bad knees",
        "my knee is back to normal",
    ],
)
@pytest.mark.parametrize("is_moving", [False, True])
def test_it_is_asked_whether_it_is_no_longer_worked_around(dee: Someone, said: str, is_moving: bool) -> None:
    limited(dee, "bad knees", Tag.KNEES)
    if is_moving:
        starts(dee)
    dee.says(said)
    assert dee.sees.text.startswith("Shall I no longer work around this: Knees?")
    assert Tag.KNEES in who(dee).tags, "nothing is taken off silently"
    dee.taps(TickTag(Tag.KNEES, on=False))
    assert Tag.KNEES not in who(dee).tags


def test_a_yes_takes_it_off(dee: Someone) -> None:
    limited(dee, "i have a frozen shoulder", Tag.SHOULDER)
    for said in ("delete the shoulder thing actually its fine now", "yes"):
        dee.says(said)
    assert not who(dee).tags


def test_deleting_what_was_noted_of_a_shoulder_deletes_nothing_else(dee: Someone) -> None:
    limited(dee, "i have a frozen shoulder", Tag.SHOULDER)
    dee.says("Please delete everything that you have noted about my shoulder.")
    assert dee.offers(TickTag(Tag.SHOULDER, on=False))
    assert not dee.offers(Go(Place.DELETE_SURELY))


@pytest.mark.parametrize(
    "said",
    [
        "my knees are not fine again",
        "when my knees are fine again",
        "i hope my knees are fine again soon",
        "my knees are fine again but they hurt",
        "remove all knee exercises",
        "my knee is back to normal. my hand is numb",
        "i still cant kneel",
    ],
)
def test_what_does_not_say_so_takes_nothing_off(dee: Someone, said: str) -> None:
    limited(dee, "bad knees", Tag.KNEES)
    dee.says(said)
    assert not dee.offers(TickTag(Tag.KNEES, on=False)), dee.sees.text


def test_good_news_of_what_was_never_a_limit_is_good_news(dee: Someone) -> None:
    dee.says("my knees are fine again")
    assert dee.sees.text.startswith("That's good to hear")


def test_what_a_doctor_decides_is_not_taken_off_by_a_guess(dee: Someone) -> None:
    limited(dee, "i have a slipped disc", Tag.DISC)
    dee.says("my slipped disc has healed")
    assert not dee.offers(TickTag(Tag.DISC, on=False))
    assert dee.offers(Go(Place.ASK_TAGS))
    assert "I still work around this: Disc or nerve" in dee.sees.text


def test_how_a_pregnancy_ended_is_asked_without_assuming(dee: Someone) -> None:
    limited(dee, "pregnant", Tag.PREGNANT)
    dee.says("im not pregnant anymore")
    assert "Tell me as much as you like" in dee.sees.text


def test_below_the_list_it_ticks_nothing(dee: Someone) -> None:
    limited(dee, "bad knees", Tag.KNEES)
    dee.taps(Go(Place.ASK_TAGS))
    dee.says("my knees are fine again")
    assert dee.offers(TickTag(Tag.KNEES, on=False))
    assert dee.sees.text.startswith("Shall I no longer")


def test_two_are_asked_about_at_once(dee: Someone) -> None:
    limited(limited(dee, "bad knees", Tag.KNEES), "bad wrists", Tag.WRISTS)
    dee.says("my knees and wrists are fine again")
    assert dee.offers(TickTag(Tag.KNEES, on=False))
    assert dee.offers(TickTag(Tag.WRISTS, on=False))


@pytest.mark.parametrize(
    "said",
    [
        "i can lie on the floor again",
        "i never said i couldnt do the floor, floors fine",
        "the floor is fine again",
    ],
)
def test_the_floor_is_offered_again(dee: Someone, said: str) -> None:
    for each in ("no floor ever", "yes"):
        dee.says(each)
    assert who(dee).floor is Floor.STAND
    dee.says(said)
    assert dee.offers(SetFloor(Floor.YES))


@pytest.mark.parametrize(
    "said",
    [
        "what limits have you got for me",
        "which restrictions do you have for me",
        "my limits",
        "what do you leave out",
    ],
)
def test_what_is_left_out_is_told(dee: Someone, said: str) -> None:
    limited(dee, "bad knees", Tag.KNEES)
    for each in ("no floor ever", "yes"):
        dee.says(each)
    dee.says(said)
    assert "I work around: Knees." in dee.sees.text
    assert "nothing on the floor" in dee.sees.text


@pytest.mark.parametrize(
    "said", ["24 weeks", "5 months", "im about six months along", "second trimester", "due in june"]
)
@pytest.mark.parametrize("first", ["pregnant", "main pregnant hoon"])
def test_telling_more_of_it_is_a_yes(dee: Someone, first: str, said: str) -> None:
    dee.says(first)
    dee.says(said)
    assert Tag.PREGNANT in who(dee).tags


@pytest.mark.parametrize("said", ["im not pregnant", "24 weeks?", "no"])
def test_something_else_is_no_yes(dee: Someone, said: str) -> None:
    dee.says("pregnant")
    dee.says(said)
    assert Tag.PREGNANT not in who(dee).tags
