"""Shows admins what only they can ask for: in the menu of their own chats, beside what everybody's has."""

import asyncio
import hashlib
import logging
from collections.abc import Callable, Collection, Mapping

from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.chat.telegram.commands import COMMANDS, by_code
from bot.coach.admin.admin_commands import COMMANDS as FOR_ADMINS
from bot.coach.known.language import Language
from bot.screens.screen import Words
from bot.store.facts import ADMINS, MENU_OF, Facts

log = logging.getLogger(__name__)

NEXT_TRY, LOOK_EVERY = 300.0, 1.0
"""Seconds: Telegram knows no chat with an admin who has not pressed Start yet. Whether one has is looked at more often."""


async def introduce_to_admins(
    bot: Bot,
    admins: Collection[int],
    languages: Mapping[str, Language],
    facts: Facts,
    is_known: Callable[[int], bool],
) -> None:
    """Goes on until all have the menu: once in each language, and again when the words change. A former admin gets
    everybody's menu back. `is_known`: whether they have written to the bot.
    """
    menus = _Menus(bot, languages, facts)
    known = {int(number) for number in (facts.get(menus.known_as) or "").split(",") if number.isdecimal()}
    for former in known - set(admins):
        await menus.take_back(former)
    waiting = sorted(admins)
    while True:
        waiting = [admin for admin in waiting if not await menus.is_shown(admin)]
        if not waiting:
            return
        await _until_one_comes([admin for admin in waiting if not is_known(admin)], is_known)


async def _until_one_comes(strangers: Collection[int], is_known: Callable[[int], bool]) -> None:
    for _ in range(round(NEXT_TRY / LOOK_EVERY)):
        await asyncio.sleep(LOOK_EVERY)
        if any(map(is_known, strangers)):
            return


class _Menus:
    def __init__(self, bot: Bot, languages: Mapping[str, Language], facts: Facts) -> None:
        self._bot, self._facts = bot, facts
        self._words = {code: language.words for code, language in by_code(languages).items()}
        self.known_as = f"{ADMINS}{bot.id}"

    async def is_shown(self, admin: int) -> bool:
        told = hashlib.sha256("\n".join(map(_told, self._words.values())).encode()).hexdigest()
        if self._facts.get(self._fact(admin)) == told:
            return True
        self._note(admin, is_one=True)
        try:
            for code, words in self._words.items():
                commands = [BotCommand(name, words(f"command-{name}")) for name in (*FOR_ADMINS, *COMMANDS)]
                await self._bot.set_my_commands(commands, BotCommandScopeChat(admin), code or None)
        except TelegramError as error:
            log.info("An admin has no menu yet (%s): have they pressed Start?", error)
            return False
        self._facts.set(self._fact(admin), told)
        return True

    async def take_back(self, former: int) -> None:
        try:
            for code in self._words:
                await self._bot.delete_my_commands(BotCommandScopeChat(former), code or None)
        except (BadRequest, Forbidden):
            pass  # there is no such chat any more, and so no menu
        except TelegramError as error:
            log.info("The menu of a former admin stays until the next start: %s", error)
            return
        self._facts.forget(self._fact(former))
        self._note(former, is_one=False)

    def _fact(self, admin: int) -> str:
        return f"{self.known_as}{MENU_OF}{admin}"

    def _note(self, admin: int, *, is_one: bool) -> None:
        known = {number for number in (self._facts.get(self.known_as) or "").split(",") if number.isdecimal()}
        known = known | {str(admin)} if is_one else known - {str(admin)}
        self._facts.set(self.known_as, ",".join(sorted(known)))


def _told(words: Words) -> str:
    return "\n".join(words(f"command-{name}") for name in (*FOR_ADMINS, *COMMANDS))
