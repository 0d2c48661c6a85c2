"""Asking for something by words: a routine by the minutes one has, an exercise by a name nearly right."""

import pytest

from tests.coach.talk import Someone


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("2 min", "First two minutes"),
        ("2", "First two minutes"),
        ("/routine 2", "First two minutes"),
        ("1 minute", "First two minutes"),
        ("5 min", "Turn and bend"),
        ("/routine 5", "Turn and bend"),
        ("15 minutes", "Turn and bend"),
        ("/routine turn and bend", "Turn and bend"),
        ("open book", "Side-lying rotation"),
        ("shoulder rols", "Shoulder rolls"),
        ("/exercise cat-camel", "Cat-cow"),
    ],
)
def test_what_is_meant_is_found(ana: Someone, said: str, title: str) -> None:
    ana.says(said)
    assert ana.sees.text.startswith(f"<b>{title}")


@pytest.mark.parametrize("said", ["0 min", "100 min", "5 apples", "qwertz"])
def test_what_is_not_understood_gets_a_way_on(ana: Someone, said: str) -> None:
    ana.says(said)
    assert "Did you mean one of these?" in ana.sees.text
    assert len(ana.labels) >= 3
