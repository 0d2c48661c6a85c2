"""Tells Telegram what it shows about the bot, in every language: the commands, the descriptions."""

import hashlib
import logging
from collections.abc import Mapping

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.coach.known.language import Language
from bot.content.source.language_tags import ENGLISH
from bot.screens.screen import Words
from bot.store.facts import Facts

log = logging.getLogger(__name__)

COMMANDS = (
    "start",
    "exercise",
    "routine",
    "remind",
    "learn",
    "progress",
    "pain",
    "settings",
    "help",
    "stop",
    "privacy",
    "export",
    "delete",
)

TO_ALL_OTHERS = ""
"""Telegram shows words without a language to people in whose language the bot was not introduced."""


async def introduce_bot(bot: Bot, languages: Mapping[str, Language], facts: Facts) -> None:
    """Tells it once in each language, and again when its words change: Telegram limits these calls, and keeps what it
    was told. A refusal is logged, and the rest is tried at the next start.
    """
    for code, language in by_code(languages).items():
        known_as = f"introduction of {bot.id} in {code or 'all other languages'}"
        told = _told(language.words)
        if facts.get(known_as) == told:
            continue
        try:
            await _introduce(bot, code, language.words)
        except TelegramError as error:
            log.warning("Telegram did not take the commands and descriptions: %s", error)
            return
        facts.set(known_as, told)


def by_code(languages: Mapping[str, Language]) -> dict[str, Language]:
    """Telegram takes two-letter codes here. If there is no "pt", "pt-br" is shown to everybody whose Telegram is in
    Portuguese.
    """
    found = {TO_ALL_OTHERS: languages[ENGLISH]}
    for tag in sorted(languages.keys() - {ENGLISH}, key=lambda tag: (-len(tag), tag)):
        code = tag.partition("-")[0]
        if len(code) == 2:
            found[code] = languages[tag]
    return found


async def _introduce(bot: Bot, code: str, words: Words) -> None:
    commands = [BotCommand(name, words(f"command-{name}")) for name in COMMANDS]
    await bot.set_my_commands(commands, language_code=code or None)
    await bot.set_my_description(words("bot-description"), language_code=code or None)
    await bot.set_my_short_description(words("bot-short-description"), language_code=code or None)


def _told(words: Words) -> str:
    said = [
        *(words(f"command-{name}") for name in COMMANDS),
        words("bot-description"),
        words("bot-short-description"),
    ]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()
