"""Gives the bot its picture: once, and again when the file has changed."""

import hashlib
import logging
from pathlib import Path

from telegram import Bot, InputProfilePhotoStatic
from telegram.error import TelegramError

from bot.store.facts import Facts

log = logging.getLogger(__name__)


async def wear_portrait(bot: Bot, file: Path, facts: Facts) -> None:
    content = _drawn(file)
    if content is None:
        return
    name, hash_ = f"portrait of {bot.id}", hashlib.sha256(content).hexdigest()
    worn = facts.get(name)
    if worn == hash_:
        return
    try:
        if worn is None and (await bot.get_user_profile_photos(bot.id, limit=1)).total_count:
            return
        await bot.set_my_profile_photo(InputProfilePhotoStatic(content))
    except TelegramError as error:
        log.warning("Telegram did not take the bot's picture: %s", error)
        return
    facts.set(name, hash_)


def _drawn(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None
