"""What the bot as a process of its own writes down of each decision: enough to see how it does, and nothing of anybody."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.phone.phone import Phone
from bot.phone.state.floods import Floods
from bot.screens.buttons.actions import Go, Moves, Place
from tests.meaning import Meant, taps
from tests.whole.running import TOKEN
from tests.whole.test_watched import ended, running

SECRET_WORDS = (
    "my left arm is numb",
    "chest pain",
    "pain 7",
    "Chest",
    "Anastasia",
    "Bogdan",
    "314159",
    "271828",
)


@pytest.fixture
async def phone() -> AsyncIterator[Phone]:
    async with Phone(token=TOKEN, floods=Floods.off()) as phone:
        yield phone


async def lives_through(phone: Phone, database: Path, first: Meant = Moves, **variables: str) -> str:
    """A run in which two people do this and that; what was logged."""
    ana, bo = phone.person(314159, "Anastasia"), phone.person(271828, "Bogdan")
    async with running(
        phone.address, database, UNHUNCH_LOG_LEVEL="INFO", UNHUNCH_PEOPLE="", **variables
    ) as process:
        ana.says("/start")
        await phone.until(lambda: ana.sees.labels)
        taps(ana, first)
        bo.says("/help")
        for words in ("my left arm is numb", "I have chest pain", "pain 7"):
            ana.says(words)
        await phone.until(lambda: not len(phone.telegram.updates))
        process.terminate()
        code, said = await ended(process)
    assert code == 0
    return said


async def test_lines_of_json_tell_of_each_decision_and_of_nobody(phone: Phone, tmp_path: Path) -> None:
    said = await lives_through(phone, tmp_path / "l.sqlite3", UNHUNCH_LOG_FORMAT="json")
    every: list[dict[str, Any]] = [json.loads(line) for line in said.splitlines()]
    lines = [line for line in every if "update" in line]
    assert len(lines) == len({line["update"] for line in lines}) == 6
    assert sorted(line["came"] for line in lines)[:2] == ["/help", "/start"]
    assert [line["came"] for line in lines].count("words") == 3
    names = {line["person"] for line in lines}
    assert len(names) == 2
    assert {line["answer"] for line in lines} <= {"fresh", "edit", "none"}
    assert all(0 < line["milliseconds"] < 10_000 for line in lines)
    assert not [word for word in SECRET_WORDS if word in said]
    home = Go(Place.HOME)
    again = await lives_through(phone, tmp_path / "l.sqlite3", home, UNHUNCH_LOG_FORMAT="json")
    assert not [name for name in names if name in again]


async def test_a_line_for_people_says_the_same(phone: Phone, tmp_path: Path) -> None:
    said = await lives_through(phone, tmp_path / "l.sqlite3")
    decided = [line for line in said.splitlines() if ": decided " in line]
    assert len(decided) == 6
    assert " INFO bot.chat.incoming.decision_log: decided " in decided[0]
    assert not [word for word in SECRET_WORDS if word in said]
