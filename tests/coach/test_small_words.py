"""Yes, no, none, start, stop and "it hurts" are understood in many languages, and no danger is heard in them."""

import tomllib
from datetime import time
from pathlib import Path

import pytest

from bot.domain.session.session import Move
from bot.domain.typed.danger.heard import IN_DANGER
from bot.screens.buttons.actions import NoSigns
from tests.coach.reminded import DUE, claimed, met, reminded_at
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


@pytest.fixture
def reminded(world: World) -> Someone:
    """A reminder has just come."""
    ana = world.someone(7, "Ana")
    reminded_at(ana, time(8, 30), "Europe/Berlin")
    world.now = DUE
    assert claimed(world, DUE) == 1
    return ana


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("aaj nahi", "Not today"),
        ("aaj nahi yaar", "Not today"),
        ("hoy no", "Not today"),
        ("heute nicht, danke", "Not today"),
        ("hari ini tidak", "Not today"),
        ("baad mein", "I'll be back today 9:30"),
        ("abhi nahi", "I'll be back today 9:30"),
        ("más tarde por favor", "I'll be back today 9:30"),
        ("no, später bitte", "I'll be back today 9:30"),
        ("pas maintenant", "I'll be back today 9:30"),
        ("mais tarde", "I'll be back today 9:30"),
        ("stasera", "I'll be back today 20:00"),
        ("ho gaya", "counts as a day"),
        ("haan, ho gaya", "counts as a day"),
        ("ya lo hice", "counts as a day"),
        ("schon gemacht", "counts as a day"),
        ("çoktan yaptım", "counts as a day"),
        ("haan", "Get ready"),
        ("oui", "Get ready"),
        ("not today, thanks mate", "Not today"),
    ],
)
def test_a_reminder_is_answered(reminded: Someone, said: str, shown: str) -> None:
    reminded.says(said)
    assert shown in reminded.sees.text


@pytest.mark.parametrize(
    "said",
    [
        "reminder band karo",
        "no más recordatorios",
        "Erinnerungen aus",
        "plus de rappels",
        "matikan pengingat",
    ],
)
def test_that_all_reminders_shall_stop_is_asked(marisol: Someone, said: str) -> None:
    met(marisol)
    for each in ("remind me every day at 9:00", "keep", said):
        marisol.says(each)
    assert "Shall your reminders stop?" in marisol.sees.text
    marisol.says("haan")
    assert all(each.is_paused for each in marisol.world.store.reminders.of(61))
