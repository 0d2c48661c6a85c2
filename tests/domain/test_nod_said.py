"""A few words are one answer to a reminder, or none."""

import pytest

from bot.domain.reminders.reminder import Nod
from bot.domain.typed.said.nod_said import nod_said
from tests.known import known

WORDS = known().english.vocabulary


@pytest.mark.parametrize(
    ("said", "nod"),
    [
        ("later please", Nod.HOUR),
        ("no, later", Nod.HOUR),
        ("yes, already done", Nod.DONE),
        ("Not today, thanks.", Nod.NOT_TODAY),
        ("yes", Nod.START),
        ("no", Nod.NOT_TODAY),
        ("tonight or tomorrow", None),
        ("done, but it hurt", None),
        ("later, tonight", None),
        ("thanks", None),
    ],
)
def test_it_is_one_of_them_or_none(said: str, nod: Nod | None) -> None:
    assert nod_said(said, WORDS.nods, WORDS.replies) is nod
