"""Tells Telegram what it shows about the bot: the commands, the descriptions."""

import logging

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.screens.screen import Words

log = logging.getLogger(__name__)

COMMANDS = (
    "start",
    "exercise",
    "routine",
    "remind",
    "learn",
    "progress",
    "settings",
    "help",
    "stop",
    "delete",
)


async def introduce_bot(bot: Bot, words: Words) -> None:
    """A refusal is told and stops nothing: Telegram limits these calls, and keeps what it was told last."""
    try:
        await bot.set_my_commands([BotCommand(name, words(f"command-{name}")) for name in COMMANDS])
        await bot.set_my_description(words("bot-description"))
        await bot.set_my_short_description(words("bot-short-description"))
    except TelegramError as error:
        log.warning("Telegram did not take the commands and descriptions: %s", error)
