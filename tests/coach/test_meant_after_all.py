"""People who said that nothing was wrong may say later that they meant it after all."""

from datetime import timedelta

import pytest

from bot.domain.person.person import Rest
from bot.screens.buttons.actions import NotMeant
from tests.coach.moving import met
from tests.coach.talk import Someone
from tests.coach.test_wishing import who

CALL, TALK = "Call for help now", "findahelpline.com"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("chest pain", "haha no I'm fine", "actually yes, it's real"), CALL),
        (("i want to die", "no worries i was kidding", "i lied, i wasn't kidding"), TALK),
        (("i want to die", "haha no i'm fine", "no really, i do"), TALK),
        (("quiero morir", "era una broma", "mentí, no era broma"), TALK),
    ],
)
def test_a_no_is_taken_back(ana: Someone, said: tuple[str, ...], told: str) -> None:
    met(ana)
    for each in said:
        ana.says(each)
    assert told in ana.sees.text


def test_so_is_a_no_to_the_question_whether_it_was_meant(ana: Someone) -> None:
    met(ana)
    ana.says("mayday")
    ana.taps(NotMeant)
    ana.says("yes really")
    assert CALL in ana.sees.text
    assert who(ana).rest is Rest.UNTIL_CLEAR


def test_long_after_the_no_it_means_something_else(ana: Someone) -> None:
    met(ana)
    ana.says("mayday")
    ana.taps(NotMeant)
    ana.world.now += timedelta(minutes=11)
    ana.says("yes really")
    assert CALL not in ana.sees.text


@pytest.mark.parametrize("said", ["yes really", "it's true", "i mean it"])
def test_where_nothing_was_denied_nothing_is_alarmed(ana: Someone, said: str) -> None:
    met(ana)
    ana.says(said)
    assert CALL not in ana.sees.text
    assert TALK not in ana.sees.text
