"""aiogram, another library, holds talks over this phone, asking for updates and by webhook."""

import importlib
import inspect
from types import ModuleType

import pytest

from bot.phone.phone import Phone
from bot.phone.state.floods import Floods

TOKEN = "1:abcdefghijklmnopqrstuvwxyzabcdefghi"
ASKING = (
    "holds_a_talk",
    "reads_all_that_people_do_and_understands_refusals",
    "sends_every_kind",
    "changes_media_pins_and_introduces_itself",
)
BY_WEBHOOK = ("holds_a_talk_in_its_answers", "is_brought_nothing_with_another_secret")


@pytest.fixture(scope="module")
def talks() -> ModuleType:
    return importlib.import_module("tests.phone.aiogram_talks")


@pytest.mark.parametrize("talk", [*ASKING, *BY_WEBHOOK])
async def test_aiogram(talk: str, talks: ModuleType) -> None:
    async with Phone(token=TOKEN, floods=Floods.off(), local=talk in BY_WEBHOOK) as phone:
        ana = phone.person(7, first_name="Ana", language="de")
        ana.says("/start")
        async with talks.bot(phone) as other:
            await getattr(talks, talk)(other, phone, ana)


def test_no_talk_is_forgotten(talks: ModuleType) -> None:
    held = {name for name, what in vars(talks).items() if inspect.iscoroutinefunction(what)}
    assert held == {*ASKING, *BY_WEBHOOK}
