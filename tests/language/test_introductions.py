"""What Telegram shows about the bot: in each language once, and anew when its words have changed."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from telegram import Bot

from bot.chat.telegram.commands import by_code, introduce_bot
from bot.chat.telegram.transport import AiohttpRequest
from bot.coach.coach import Knowledge
from tests.chat.conftest import world
from tests.chat.world import TOKEN, World
from tests.foreign import ACCENTED, FOREIGN

__all__ = ["world"]  # a fixture


@pytest.fixture
async def bot(world: World) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=f"{world.phone.address}/bot", request=AiohttpRequest()) as bot:
        yield bot


async def test_commands_and_descriptions_are_those_of_the_phones_language(
    world: World, bot: Bot, known: Knowledge
) -> None:
    await introduce_bot(bot, known.languages, world.store.facts)
    for foreign in FOREIGN:
        for language in (foreign.tag, f"{foreign.tag}-XX"):
            shown = {each["command"]: each["description"] for each in world.phone.commands(language)}
            assert shown["start"] == foreign("begin here")
            said = known.languages[foreign.tag].words("bot-description")
            assert world.phone.describe(language)["description"] == said.strip()
    for other in ("en", "tlh", None):
        assert world.phone.commands(other)[0]["description"] == "begin here"
        assert "Two minutes" in world.phone.describe(other)["description"]
    assert world.phone.breaches == []
    assert not world.phone.refusals


async def test_what_telegram_knows_is_not_told_again_and_what_has_changed_is(
    world: World, bot: Bot, known: Knowledge
) -> None:
    for _ in range(2):
        await introduce_bot(bot, known.languages, world.store.facts)
        assert world.calls().count("setMyCommands") == len(known.languages)
    english_anew = replace(known.english, words=known.languages[ACCENTED.tag].words)
    await introduce_bot(bot, {**known.languages, "en": english_anew}, world.store.facts)
    assert world.calls().count("setMyCommands") == len(known.languages) + 1
    assert world.phone.commands("en")[0]["description"] == ACCENTED("begin here")


def test_two_letters_are_all_that_telegram_takes(known: Knowledge) -> None:
    english = known.english
    tags = ("en", "pt-br", "pt", "zh-hans", "ast", "de")
    codes = by_code({tag: replace(english, tag=tag) for tag in tags})
    assert {code: language.tag for code, language in codes.items()} == {
        "": "en",
        "pt": "pt",
        "zh": "zh-hans",
        "de": "de",
    }
