"""A talk can be played from lines."""

import pytest

from tests.talk import plays


def test_a_talk_is_printed_with_its_buttons(capsys: pytest.CaptureFixture[str]) -> None:
    plays(["=ready", "remind me every day at 9", "> 21:00", "+2h", "# nothing is said here"])
    told = capsys.readouterr().out
    assert "21:00, every day" in told.replace("\u00a0", " ")


def test_a_button_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    plays(["=new", "/start", "> fly to the moon"])
    assert "no button says 'fly to the moon'" in capsys.readouterr().out
