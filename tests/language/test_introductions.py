"""What Telegram shows about the bot: in each language once, and anew when its words have changed."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from telegram import Bot

from bot.chat.telegram import admin_menus
from bot.chat.telegram.admin_menus import introduce_to_admins
from bot.chat.telegram.commands import by_code, introduce_bot
from bot.chat.telegram.transport import AiohttpRequest
from bot.coach.known.knowledge import Knowledge
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


async def test_admins_alone_see_what_they_alone_can_ask_for_and_no_longer_than_they_are_admins(
    world: World, bot: Bot, known: Knowledge
) -> None:
    facts = world.store.facts
    ana, bo = world.person(7, "Ana"), world.person(8, "Bo")
    await introduce_bot(bot, known.languages, facts)
    for _ in range(2):
        await introduce_to_admins(bot, {ana.id}, known.languages, facts, lambda _: True)
        assert world.calls().count("setMyCommands") == 2 * len(known.languages), "told once"
    menus = [[each["command"] for each in world.phone.commands("en", one.id)] for one in (ana, bo)]
    assert menus[0] == ["stats", "broadcast", "bans", *menus[1]]
    await introduce_to_admins(bot, (), known.languages, facts, lambda _: True)
    assert [each["command"] for each in world.phone.commands("en", ana.id)] == menus[1]


async def test_an_admin_who_has_not_pressed_start_has_the_menu_when_they_have(
    world: World, bot: Bot, known: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At once, and not by the next try, which is five minutes away."""
    monkeypatch.setattr(admin_menus, "LOOK_EVERY", 0.01)
    monkeypatch.setattr(admin_menus, "NEXT_TRY", 300)
    come = set[int]()
    introducing = asyncio.create_task(
        introduce_to_admins(bot, {7, 404}, known.languages, world.store.facts, come.__contains__)
    )
    await world.phone.until(lambda: len(world.phone.refusals) == 2)
    ana = world.phone.person(7, "Ana")
    ana.says("/start")
    come.add(ana.id)
    await world.phone.until(lambda: world.phone.commands("en", ana.id)[:1] != [])
    assert world.phone.commands("en", ana.id)[0]["command"] == "stats"
    introducing.cancel()


async def test_nothing_is_kept_of_a_former_admin_whom_nobody_can_reach(
    world: World, bot: Bot, known: Knowledge
) -> None:
    facts, ana = world.store.facts, world.person(7, "Ana")
    await introduce_to_admins(bot, {ana.id}, known.languages, facts, lambda _: True)
    ana.blocks()
    world.phone.faults.refuse("deleteMyCommands", status=400, description="Bad Request: chat not found")
    await introduce_to_admins(bot, (), known.languages, facts, lambda _: True)
    kept = world.store.db.execute("select name, value from facts where name like 'admins of %'").fetchall()
    assert kept == [(f"admins of {bot.id}", "")]


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
