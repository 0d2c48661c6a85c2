"""Gives the bot its updates, unless a webhook delivers them."""

from bot.phone.given.parameters import Json, Parameters
from bot.phone.given.refused import RefusedError
from bot.phone.state.telegram import Telegram

MOST_AT_ONCE = 100
LONGEST_POLL = 50
_WEBHOOK_IS_SET = (
    "Can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


async def get_updates(telegram: Telegram, given: Parameters) -> list[Json]:
    if telegram.webhooks.current is not None:
        await telegram.updates.slow_down()
        raise RefusedError(_WEBHOOK_IS_SET, 409)
    limit = min(max(given.integer("limit", MOST_AT_ONCE), 1), MOST_AT_ONCE)
    timeout = min(max(given.integer("timeout"), 0), LONGEST_POLL)
    telegram.updates.allow(given.text("allowed_updates"))
    return await telegram.updates.fetch(given.integer("offset"), limit, timeout, telegram.clock)
