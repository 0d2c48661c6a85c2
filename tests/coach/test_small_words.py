"""Yes, no, none, start, stop and "it hurts" are heard in many languages, and no danger is heard in them."""

import tomllib
from pathlib import Path

import pytest

from bot.domain.session.session import Move
from bot.domain.typed.danger.heard import IN_DANGER
from bot.screens.buttons.actions import NoSigns
from tests.coach.reminded import met
from tests.coach.talk import Someone, World, starts
from tests.known import known

SPOKEN = tomllib.loads(
    (Path(__file__).parents[2] / "content" / "hearing" / "other-languages.toml").read_text(encoding="utf-8")
)


@pytest.fixture
def marisol(world: World) -> Someone:
    return world.someone(61, "Marisol")


def test_no_danger_is_heard_in_them() -> None:
    small = [
        said
        for table in SPOKEN.values()
        for name, every in table.items()
        if name != "HURTS"
        for said in every
    ]
    heard = {said: known().danger.hears(said) for said in small}
    assert [said for said, found in heard.items() if found and found.tier in IN_DANGER] == []


@pytest.mark.parametrize(
    "said", ["ninguno", "Nichts davon.", "aucun", "ничего из этого", "hiçbiri", "कोई नहीं"]
)
def test_the_signs_are_denied(marisol: Someone, said: str) -> None:
    marisol.says("start")
    marisol.says("start")
    assert marisol.offers(NoSigns)
    marisol.says(said)
    assert marisol.gets_ready()


@pytest.mark.parametrize("said", ["guardar", "sí", "ja bitte", "oui", "kaydet", "да", "हाँ"])
def test_a_reminder_is_kept(marisol: Someone, said: str) -> None:
    met(marisol)
    marisol.says("remind me 8.30pm")
    marisol.says(said)
    assert [each.at.hour for each in marisol.world.store.reminders.of(61)] == [20]


@pytest.mark.parametrize("said", ["quiero parar", "je veux arrêter", "stopp", "хочу остановиться", "रोको"])
def test_a_session_stops(marisol: Someone, said: str) -> None:
    met(marisol)
    starts(marisol)
    marisol.says(said)
    assert "Stopped" in marisol.sees.text


@pytest.mark.parametrize(
    "said", ["me duele", "das tut weh", "ça fait mal", "мне больно", "acıyor", "दर्द हो रहा है"]
)
def test_hurting_stops_it_and_asks(marisol: Someone, said: str) -> None:
    met(marisol)
    starts(marisol)
    marisol.says("ready")
    marisol.says(said)
    assert marisol.offers(Move.TOO_MUCH)


def test_where_one_language_is_spoken_no_menu_of_it_is_shown(marisol: Someone) -> None:
    met(marisol)
    marisol.says("which languages do you speak?")
    assert "I speak English alone so far" in marisol.sees.text
