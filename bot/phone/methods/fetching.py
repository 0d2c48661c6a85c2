"""Gives the bot its updates, and tells it that no webhook stands in the way."""

from bot.phone.methods.told import Told
from bot.phone.parameters import Json, Parameters
from bot.phone.telegram import Telegram
from bot.phone.updates import USUAL

MOST_AT_ONCE = 100
LONGEST_POLL = 50


async def get_updates(telegram: Telegram, given: Parameters) -> list[Json]:
    limit = min(max(given.integer("limit", MOST_AT_ONCE), 1), MOST_AT_ONCE)
    timeout = min(max(given.integer("timeout"), 0), LONGEST_POLL)
    telegram.updates.allow(given.text("allowed_updates"))
    return await telegram.updates.fetch(given.integer("offset"), limit, timeout, telegram.clock)


def delete_webhook(telegram: Telegram, given: Parameters) -> Told:
    if given.flag("drop_pending_updates"):
        telegram.updates.clear()
    return Told(True, "Webhook is already deleted")


def get_webhook_info(telegram: Telegram, _given: Parameters) -> Json:
    allowed = telegram.updates.allowed
    return {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": len(telegram.updates),
        **({} if allowed == USUAL else {"allowed_updates": sorted(allowed)}),
    }
